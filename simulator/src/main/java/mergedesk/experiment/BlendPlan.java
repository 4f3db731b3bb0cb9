package mergedesk.experiment;

import java.util.BitSet;
import java.util.stream.IntStream;
import mergedesk.program.Blends;
import mergedesk.program.Program;
import mergedesk.program.Timetable;

/** Which groups, as they are planned, ever take up deferred work by their own rules, before anything is simulated: with nothing to do and nobody waiting they would. */
final class BlendPlan {
    private final Program program;
    private final Blends blends;
    private final BitSet deferred; // queues of it
    private final int[] mostAgents;
    private final boolean[] begins;

    BlendPlan(Program program) {
        this.program = program;
        blends = program.deferred().blends();
        deferred = deferred(program);
        mostAgents = new int[program.groupCount()];
        begins = new boolean[program.groupCount()];
        if (IntStream.range(0, program.groupCount()).anyMatch(this::isAsked)) {
            follow();
        }
    }

    /** Whether the group has a rule, and deferred work that it may take. */
    private boolean isAsked(int group) {
        Program.Rows rows = program.routing().queuesOfGroup();
        return blends.hasRule(group) && IntStream.range(rows.offset()[group], rows.offset()[group + 1]).anyMatch(row -> deferred.get(rows.partner()[row]));
    }

    private static BitSet deferred(Program program) {
        BitSet queues = new BitSet();
        IntStream.range(0, program.flowCount()).filter(program::isDeferred).forEach(flow -> queues.set(program.routing().queueOfFlow()[flow]));
        IntStream.of(program.tickets().queue()).filter(queue -> queue >= 0).forEach(queues::set);
        return queues;
    }

    private void follow() {
        Rota rota = new Rota(program);
        Timetable.Walk rules = new Timetable.Walk(program);
        int[] share = blends.share().clone();
        int[] reserve = blends.reserve().clone();
        while (rota.next() < program.horizon().endTick()) {
            long tick = rota.next();
            rota.to(tick);
            for (; rules.tick() <= tick; rules.next()) {
                if (rules.action() == Timetable.SHARE) {
                    share[rules.subject()] = (int) rules.value();
                } else if (rules.action() == Timetable.RESERVE) {
                    reserve[rules.subject()] = (int) rules.value();
                }
            }
            for (int group = 0; group < begins.length; group++) {
                int agents = rota.agentsOf(group);
                mostAgents[group] = Math.max(mostAgents[group], agents);
                begins[group] |= agents > 0 && blends.allow(group, reserve[group], share[group], agents, agents, 0, 0);
            }
        }
    }

    /** Whether deferred work comes for the group, which is there at times and never takes any. */
    boolean neverBegins(int group) {
        return mostAgents[group] > 0 && !begins[group] && isAsked(group);
    }

    /** The largest number planned at any time. */
    int mostAgents(int group) {
        return mostAgents[group];
    }
}
