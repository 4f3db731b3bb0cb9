package mergedesk.compile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.scenario.PlanStates;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Turn;

/** The Program of each run of a scenario with a plan of which dates are drawn: compiled when it is asked for, because the steps may come in any order. Thread-safe. */
public final class DrawnPrograms implements Programs {
    private final Scenario scenario;
    private final PlanStates states;
    private final Program planned;
    private final PlanDraws draws;

    private DrawnPrograms(Scenario scenario, PlanStates states, Program planned) {
        this.scenario = scenario;
        this.states = states;
        this.planned = planned;
        draws = new PlanDraws(scenario);
    }

    /** Those of a scenario; {@code planned}: it compiled, as it is planned. */
    public static Programs of(Scenario scenario, PlanStates states, Program planned) {
        return scenario.hasDrawnDates() ? new DrawnPrograms(scenario, states, planned) : Programs.always(planned);
    }

    @Override
    public Program planned() {
        return planned;
    }

    @Override
    public boolean differ() {
        return true;
    }

    @Override
    public Program of(long seed, long replication) {
        return ScenarioCompiler.compile(turnedOut(seed, replication), scenario);
    }

    /** The scenario with the dates of a run, each step with what comes of it then. */
    private Scenario turnedOut(long seed, long replication) {
        List<Turn> turns = draws.times(seed, replication).turns(scenario.time().ends());
        Map<String, PlanStep> plan = new LinkedHashMap<>();
        Set<String> inForce = new LinkedHashSet<>();
        for (Turn turn : turns) {
            if (turn.begins()) {
                inForce.add(turn.id());
                plan.put(turn.id(), turn.step().with(PlanStep::then, states.after(inForce)).with(PlanStep::on, turn.at()).with(PlanStep::after, List.of()).with(PlanStep::slips, null));
            } else {
                inForce.remove(turn.id());
                plan.put(turn.id(), plan.get(turn.id()).with(PlanStep::afterwards, states.after(inForce)));
            }
        }
        return scenario.with(Scenario::plan, inWrittenOrder(plan));
    }

    private Map<String, PlanStep> inWrittenOrder(Map<String, PlanStep> plan) {
        Map<String, PlanStep> ordered = new LinkedHashMap<>(scenario.plan());
        ordered.keySet().retainAll(plan.keySet());
        ordered.replaceAll((id, step) -> plan.get(id));
        return ordered;
    }
}
