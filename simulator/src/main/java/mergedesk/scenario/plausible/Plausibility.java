package mergedesk.scenario.plausible;

import java.util.ArrayList;
import java.util.List;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Scenario;

/**
 * What can be run but is hardly meant so: units, years, orders of magnitude. Each rule is a {@link mergedesk.scenario.NoteKind}, which says where its threshold comes from.
 *
 * <p>Linear in the number of flows, groups, desks and events. What only the calendar shows, work and agents hour by hour, is found elsewhere.
 */
public final class Plausibility {
    private Plausibility() {}

    /** Notes on a scenario without faults, in the order of its sections. */
    public static List<Finding> of(Scenario scenario) {
        List<Finding> findings = new ArrayList<>();
        new VolumeRules(scenario, findings).find();
        new BehaviourRules(scenario, findings).find();
        new DeskRules(scenario, findings).find();
        new PostsRules(scenario, findings).find();
        new DoorRules(scenario, findings).find();
        new ChatRules(scenario, findings).find();
        new ChannelRules(scenario, findings).find();
        new IdleRules(scenario, findings).find();
        new MaintenanceRules(scenario, findings).find();
        new CalendarRules(scenario, findings).find();
        return findings;
    }
}
