package mergedesk.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Note;
import mergedesk.scenario.NoteKind;
import mergedesk.scenario.Problem;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;

/** Targets on measures that meant something else before, where it matters: occupancy left out after-call work until November 2026. */
final class ChangedMeanings {
    /** Identifiers that counted talk only, and where that is found now. */
    private static final Map<String, String> TALK_ONLY = Map.of(
            "occupancy", "; occupancy_talk is what it was",
            "occupancy_to_last_event", "; occupancy_talk_to_last_event is what it was",
            "occupancy_scheduled", "");

    private static final String RULE = "it has changed its meaning and counts after-call work as well as talk";
    private static final String ADVICE = "look whether the bound was meant so";

    private ChangedMeanings() {}

    /** A goal of the command line, which speaks of everything together. */
    static List<Note> of(Scenario scenario, Until goal) {
        String before = TALK_ONLY.get(goal.measure());
        if (before == null || scenario.flows().values().stream().allMatch(flow -> flow.afterCall() == null)) {
            return List.of();
        }
        return List.of(new Note(NoteKind.MEANING_CHANGED, new Problem("--until", 0, 0, "", '"' + goal.text() + '"', RULE + before, ADVICE)));
    }

    static List<Finding> of(Scenario scenario) {
        List<Finding> notes = new ArrayList<>();
        Set<String> wrappingUp = scenario.flows().values().stream().filter(flow -> flow.afterCall() != null).map(Flow::desk).collect(Collectors.toSet());
        for (int i = 0; i < scenario.targets().size(); i++) {
            ServiceTarget target = scenario.targets().get(i);
            String before = TALK_ONLY.get(target.measure());
            if (before != null && isWrappedUp(scenario, target, wrappingUp)) {
                notes.add(Finding.note(NoteKind.MEANING_CHANGED, "targets[" + i + "].measure", RULE + before, ADVICE));
            }
        }
        return notes;
    }

    /** Whether agents of whom the target speaks may have after-call work; {@code wrappingUp}: desks that have any. */
    private static boolean isWrappedUp(Scenario scenario, ServiceTarget target, Set<String> wrappingUp) {
        return scenario.groups().entrySet().stream()
                .anyMatch(group -> isMeant(group.getKey(), group.getValue(), target) && wrappingUp.contains(group.getValue().desk()));
    }

    private static boolean isMeant(String id, AgentGroup group, ServiceTarget target) {
        return (target.group() == null || target.group().equals(id))
                && (target.desk() == null || target.desk().equals(group.desk()))
                && (target.council() == null || target.council().equals(group.employer()));
    }
}
