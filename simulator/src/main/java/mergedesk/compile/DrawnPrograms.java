package mergedesk.compile;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.scenario.Exit;
import mergedesk.scenario.PlanStates;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.PlanTimes;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.Turn;
import mergedesk.units.InCommon;

/** The Program of each run of a scenario with a plan of which dates are drawn: compiled when it is asked for, because the steps may come in any order. Thread-safe. */
public final class DrawnPrograms implements Programs {
    private final Scenario scenario;
    private final PlanStates states;
    private final Program planned;
    private final List<Program> withEachStep;
    private final PlanDraws draws;

    private DrawnPrograms(Scenario scenario, PlanStates states, Program planned) {
        withEachStep = scenario.plan().entrySet().stream().map(step -> withStep(scenario, step.getKey(), step.getValue())).toList();
        this.scenario = scenario;
        this.states = states;
        this.planned = planned;
        draws = new PlanDraws(scenario);
    }

    private static Program withStep(Scenario scenario, String id, PlanStep step) {
        PlanStep alone = PlanStep.on(scenario.time().start(), step.name(), step.change()).with(PlanStep::down, step.down()).with(PlanStep::then, step.then());
        return ScenarioCompiler.compile(scenario.with(Scenario::plan, Map.of(id, alone)), scenario, new InCommon());
    }

    /** Those of a scenario; {@code planned}: it compiled, as it is planned. */
    public static Programs of(Scenario scenario, PlanStates states, Program planned) {
        return scenario.runsDiffer() ? new DrawnPrograms(scenario, states, planned) : Programs.always(planned);
    }

    @Override
    public Program planned() {
        return planned;
    }

    @Override
    public List<Program> withEachStep() {
        return withEachStep;
    }

    @Override
    public boolean differ() {
        return true;
    }

    @Override
    public Program of(long seed, long replication, Map<String, Long> decided) {
        PlanTimes times = draws.times(seed, replication, decided);
        return ScenarioCompiler.compile(turnedOut(times, draws.exits(seed, replication, times)), scenario, new InCommon());
    }

    @Override
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        scenario.plan().forEach((id, step) -> {
            if (step.when() != null) {
                rules.add(new Rule(id, rules.size(), step.when().months()));
            }
        });
        return rules;
    }

    @Override
    public long judgedFrom(Rule rule, long seed, long replication, Map<String, Long> decided) {
        PlanStep step = scenario.plan().get(rule.step());
        PlanTimes times = draws.times(seed, replication, decided);
        LocalDateTime from = step.on() == null ? scenario.time().start() : step.on();
        for (String other : step.after()) {
            LocalDateTime begin = times.begins().get(other);
            if (begin == null || !begin.isBefore(scenario.time().ends())) {
                return Long.MAX_VALUE;
            }
            from = begin.isAfter(from) ? begin : from;
        }
        return TimeFrame.firstWholeDay(from).toEpochDay();
    }

    /** The scenario with the dates of a run, each step with what comes of it then. */
    private Scenario turnedOut(PlanTimes times, Map<String, List<Exit>> exits) {
        List<Turn> turns = times.turns(scenario.time().ends());
        Map<String, PlanStep> plan = new LinkedHashMap<>();
        Set<String> inForce = new LinkedHashSet<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            if (turn.begins()) {
                inForce.add(turn.id());
                plan.put(turn.id(), dated(turn));
            } else {
                inForce.remove(turn.id());
            }
            if (i + 1 == turns.size() || !turns.get(i + 1).at().equals(turn.at())) { // before that nothing holds by itself
                Scenario then = states.after(inForce);
                turns.stream().filter(other -> other.at().equals(turn.at())).forEach(other -> plan.compute(other.id(), (id, step) -> step.with(other.begins() ? PlanStep::then : PlanStep::afterwards, then)));
            }
        }
        plan.replaceAll((id, step) -> step.with(PlanStep::exits, exits.get(id)));
        return scenario.with(Scenario::plan, inWrittenOrder(plan));
    }

    private static PlanStep dated(Turn turn) {
        return turn.step().with(PlanStep::on, turn.at()).with(PlanStep::after, List.of()).with(PlanStep::delay, null).with(PlanStep::slips, null).with(PlanStep::when, null);
    }

    private Map<String, PlanStep> inWrittenOrder(Map<String, PlanStep> plan) {
        Map<String, PlanStep> ordered = new LinkedHashMap<>(scenario.plan());
        ordered.keySet().retainAll(plan.keySet());
        ordered.replaceAll((id, step) -> plan.get(id));
        return ordered;
    }
}
