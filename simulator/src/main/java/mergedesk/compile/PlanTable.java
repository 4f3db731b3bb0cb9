package mergedesk.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.program.Estate;
import mergedesk.program.Plan;
import mergedesk.scenario.Scenario;

/** What a plan changes beside what is planned by time: who comes to which desk, who may take whom, and what runs where. Steps that leave that as it is are none here, and cost a run nothing. */
final class PlanTable {
    private PlanTable() {}

    /** {@code first}: what holds at first. Lengths of time are numbered with those of the first phase. */
    static Plan of(Phases phases, Numbering numbers, LengthTable lengths, Plan.Phase first) {
        List<Plan.Phase> found = new ArrayList<>();
        List<Long> ticks = new ArrayList<>();
        Plan.Phase before = first;
        for (int number = 1; number < phases.scenarios().size(); number++) {
            if (phases.isExit(number)) {
                continue;
            }
            Plan.Rules rules = rules(phases, number, numbers, lengths, before.rules());
            Estate estate = either(before.estate(), EstateTable.after(before.estate(), phases.scenarios().get(number), rules.flow(), numbers, lengths));
            if (rules != before.rules() || estate != before.estate()) {
                before = new Plan.Phase(rules, estate);
                found.add(before);
                ticks.add(phases.ticks().get(number - 1));
            }
        }
        int[] now = first.rules().flow();
        boolean hasLanes = IntStream.range(0, now.length).anyMatch(flow -> now[flow] != flow);
        return found.isEmpty() && !hasLanes ? Plan.NONE : new Plan(ticks.stream().mapToLong(Long::longValue).toArray(), found, now);
    }

    /** What was before, where {@code now} says the same. */
    private static <T extends Record> T either(T before, T now) {
        return Fingerprint.of(now).equals(Fingerprint.of(before)) ? before : now;
    }

    /** Who comes where in the phase, and who may take whom; the tables of {@code before} where they say the same, and all of it where all do. */
    private static Plan.Rules rules(Phases phases, int number, Numbering numbers, LengthTable lengths, Plan.Rules before) {
        Scenario phase = phases.scenarios().get(number);
        int[] flow = Lanes.now(phases.written().get(number), phases.written().get(0), numbers);
        Plan.Rules now = new Plan.Rules(
                Arrays.equals(flow, before.flow()) ? before.flow() : flow,
                either(before.contacts(), new ContactTable(phase, numbers, lengths).compile()),
                either(before.desks(), DeskTable.of(phase.desks().values())),
                either(before.groups(), GroupTable.of(phase.groups(), before.groups().firstAgent(), numbers)),
                either(before.routing(), new RoutingTable(phase, numbers).compile()));
        return now.equals(before) ? before : now;
    }
}
