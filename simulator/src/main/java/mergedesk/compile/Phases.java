package mergedesk.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import mergedesk.program.Program;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Turn;
import mergedesk.units.InCommon;

/**
 * What a scenario says from one step of its plan to the next.
 *
 * @param written what holds at first, then after each moment at which there are steps
 * @param scenarios the same as it is compiled, with all that follows from it
 * @param ticks when each but the first begins, rising
 * @param steps when steps begin or end, rising: at the other of {@code ticks} people go, which makes no part of the run with results of its own
 * @param areDrawn whether other runs have other phases, so that none has a name
 */
record Phases(List<Scenario> written, List<Scenario> scenarios, List<Long> ticks, List<Long> steps, boolean areDrawn) {
    /** {@code whole}: phases with what follows from them, and from all that may hold some time; {@code planned}: the same as it is planned, where dates are drawn. */
    static Phases of(Scenario scenario, Scenario planned, TimeAxis time, BinaryOperator<List<Scenario>> whole) {
        List<Scenario> written = new ArrayList<>(List.of(scenario));
        List<Long> ticks = new ArrayList<>();
        TreeSet<Long> steps = new TreeSet<>();
        for (Turn turn : scenario.turns()) {
            long tick = Math.max(0, time.clock().tick(turn.at()));
            if (!ticks.isEmpty() && ticks.get(ticks.size() - 1) == tick) {
                written.remove(written.size() - 1);
            } else {
                ticks.add(tick);
            }
            written.add(turn.then());
            if (turn.kind() != Turn.Kind.EXIT) {
                steps.add(tick);
            }
        }
        List<Scenario> any = planned.runsDiffer() ? Stream.concat(Stream.of(planned), planned.plan().values().stream().flatMap(step -> Stream.of(step.then(), step.afterwards()))).filter(Objects::nonNull).toList() : written;
        return new Phases(written, whole.apply(Lanes.over(written, any), Lanes.over(any, any)), ticks, List.copyOf(steps), planned.datesDiffer());
    }

    /** One that lasts for ever. */
    static Phases only(Scenario scenario) {
        return new Phases(List.of(scenario), List.of(scenario), List.of(), List.of(), false);
    }

    /** The same of the {@link Scenario#bare bare} scenario; with a plan, itself. */
    Phases bare(InCommon common) {
        if (!written.get(0).plan().isEmpty()) {
            return this;
        }
        return new Phases(List.of(written.get(0).bare(common)), List.of(scenarios.get(0).bare(common)), ticks, steps, areDrawn);
    }

    /** The same without groups, on a calendar that begins so long before. */
    Phases doors(long shift) {
        return new Phases(written, scenarios.stream().map(phase -> phase.with(Scenario::groups, Map.of())).toList(), ticks.stream().map(tick -> tick + shift).toList(), steps.stream().map(tick -> tick + shift).toList(), areDrawn);
    }

    /** Number of the phase at a tick, steps of that tick included. */
    int at(long tick) {
        return at(ticks, tick);
    }

    /** How many of these ticks have come by then. */
    static int at(List<Long> ticks, long tick) {
        return (int) ticks.stream().filter(begins -> begins <= tick).count();
    }

    /** Whether only people go at the beginning of a phase, so that nothing changes but how many agents there are. */
    boolean isExit(int phase) {
        return phase > 0 && !steps.contains(ticks.get(phase - 1));
    }

    /** What part of the counted time the phase lasts. */
    double share(int phase, Program.Horizon horizon) {
        long from = Math.max(horizon.warmUpEndTick(), phase == 0 ? 0 : ticks.get(phase - 1));
        long to = phase == ticks.size() ? horizon.endTick() : ticks.get(phase);
        return ticks.isEmpty() ? 1 : Math.max(0, to - from) / (double) (horizon.endTick() - horizon.warmUpEndTick());
    }

    /** A flow in a phase, at the desk to which people come then; a lane of one as it is compiled. */
    Flow flow(int phase, String id) {
        Flow flow = written.get(phase).flows().get(id);
        return flow == null ? scenarios.get(phase).flows().get(id) : flow;
    }

    /** A group as it is in each phase. */
    Stream<AgentGroup> group(String id) {
        return scenarios.stream().map(scenario -> scenario.groups().get(id));
    }
}
