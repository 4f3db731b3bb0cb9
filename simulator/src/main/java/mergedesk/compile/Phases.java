package mergedesk.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.Scenario;

/**
 * What a scenario says from one step of its plan to the next.
 *
 * @param scenarios what holds at first, then after each moment at which there are steps
 * @param ticks when each but the first begins, rising
 */
record Phases(List<Scenario> scenarios, List<Long> ticks) {
    /** {@code whole}: what is compiled of a scenario, with all that follows from it. */
    static Phases of(Scenario scenario, TimeAxis time, UnaryOperator<Scenario> whole) {
        List<Scenario> scenarios = new ArrayList<>(List.of(whole.apply(scenario)));
        List<Long> ticks = new ArrayList<>();
        for (Map.Entry<String, PlanStep> step : scenario.steps()) {
            long tick = Math.max(0, time.clock().tick(step.getValue().on()));
            if (!ticks.isEmpty() && ticks.get(ticks.size() - 1) == tick) {
                scenarios.remove(scenarios.size() - 1);
            } else {
                ticks.add(tick);
            }
            scenarios.add(whole.apply(step.getValue().then()));
        }
        return new Phases(scenarios, ticks);
    }

    /** One that lasts for ever. */
    static Phases only(Scenario scenario) {
        return new Phases(List.of(scenario), List.of());
    }

    /** Number of the phase at a tick, steps of that tick included. */
    int at(long tick) {
        return (int) ticks.stream().filter(begins -> begins <= tick).count();
    }

    /** A group as it is in each phase. */
    Stream<AgentGroup> group(String id) {
        return scenarios.stream().map(scenario -> scenario.groups().get(id));
    }
}
