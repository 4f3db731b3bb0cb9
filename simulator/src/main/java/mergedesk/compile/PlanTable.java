package mergedesk.compile;

import java.util.ArrayList;
import java.util.List;
import mergedesk.program.Plan;
import mergedesk.program.Program;
import mergedesk.scenario.Scenario;

/** What a plan changes beside what is planned by time: who comes to which desk, and who may take whom. Steps that leave that as it is are none here, and cost a run nothing. */
final class PlanTable {
    private PlanTable() {}

    /** {@code first}: what holds at first. Lengths of time are numbered with those of the first phase. */
    static Plan of(Phases phases, Numbering numbers, LengthTable lengths, Plan.Phase first) {
        List<Plan.Phase> found = new ArrayList<>();
        List<Long> ticks = new ArrayList<>();
        String before = Fingerprint.of(first);
        for (int phase = 1; phase < phases.scenarios().size(); phase++) {
            Plan.Phase next = phase(phases, phase, numbers, lengths);
            String now = Fingerprint.of(next);
            if (!now.equals(before)) {
                found.add(next);
                ticks.add(phases.ticks().get(phase - 1));
                before = now;
            }
        }
        return found.isEmpty() ? Plan.NONE : new Plan(ticks.stream().mapToLong(Long::longValue).toArray(), found);
    }

    /** What of the phase may differ from other phases. */
    static Plan.Phase phase(Phases phases, int number, Numbering numbers, LengthTable lengths) {
        Scenario phase = phases.scenarios().get(number);
        Program.Groups groups = GroupTable.of(phases, number, numbers);
        return new Plan.Phase(
                Lanes.now(phases.written().get(number), phases.written().get(0), numbers),
                new ContactTable(phase, numbers, lengths).compile(),
                DeskTable.of(phase.desks().values()),
                groups,
                new RoutingTable(phase, numbers).compile());
    }
}
