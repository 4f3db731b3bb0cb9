package mergedesk.experiment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import mergedesk.kernel.Kernel;
import mergedesk.observe.KeptRows;
import mergedesk.observe.Period;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.PeriodGoal;
import mergedesk.units.InCommon;
import mergedesk.units.Ticks;

/**
 * Steps of a plan that results of the run decide. A run is made without them; at the end of the first month that decides one, that step has a date, and the run is made again: all before that date is the same,
 * as a run is a pure function of its Program and draws. So nothing in the kernel judges.
 */
public final class PlanRules {
    private final Programs programs;
    private final KpiTable table;
    private final List<PeriodGoal> goals; // by number of the rule's goal
    private final List<String> months;
    private final long firstDay; // civil day: the first all of which counts
    private final long endDay; // at the end of the last that the run has

    /** Those of a scenario, of which these are the Programs. */
    public PlanRules(Scenario scenario, Programs programs) {
        this(scenario, programs, new InCommon());
    }

    /** The same, with what those of scenarios before have in common with them. */
    public PlanRules(Scenario scenario, Programs programs, InCommon common) {
        this(programs, common, scenario.plan().values().stream().filter(step -> step.when() != null).map(step -> step.when().missed().with(ServiceTarget::every, ServiceTarget.Every.MONTH)).toList());
    }

    /** Those of a scenario that has none. */
    static PlanRules none(Programs programs) {
        return new PlanRules(programs, new InCommon(), List.of());
    }

    private PlanRules(Programs programs, InCommon common, List<ServiceTarget> missed) {
        this.programs = programs;
        table = new KpiTable(programs, common);
        goals = missed.stream().map(target -> Targets.goal(target, table).orElseThrow()).toList();
        months = table.names(Period.MONTH);
        long[] starts = programs.planned().calendar().dayStartTick();
        Program.Horizon horizon = programs.planned().horizon();
        long firstCivilDay = programs.planned().calendar().firstCivilDay();
        firstDay = firstCivilDay + LongStream.of(starts).takeWhile(start -> start < horizon.warmUpEndTick()).count();
        endDay = firstCivilDay + LongStream.of(starts).takeWhile(start -> start <= horizon.endTick()).count() - 1;
    }

    /** What its results are called and counted by. */
    public KpiTable table() {
        return table;
    }

    /** The scopes of its results. */
    public Scopes scopes() {
        return table.scopes();
    }

    /** The Program of each run, of which results have decided nothing yet. */
    public Programs programs() {
        return programs;
    }

    /** The same measures, and what rules look at. */
    KeptMeasures with(KeptMeasures kept) {
        KeptMeasures all = kept;
        for (PeriodGoal goal : goals) {
            all = all.andBy(Period.MONTH, List.of(goal.measure()), goal.row());
        }
        return all;
    }

    /** What results of a run decide next, with what they have decided already; empty when nothing more. */
    Optional<Map<String, Long>> next(long seed, long replication, Map<String, Long> decided, List<RunSummary> run) {
        long first = Long.MAX_VALUE;
        Map<String, Long> all = new LinkedHashMap<>(decided);
        for (Programs.Rule rule : programs.rules()) {
            long day = decided.containsKey(rule.step()) ? Long.MAX_VALUE : day(rule, programs.judgedFrom(rule, seed, replication, decided), run);
            if (day < first) { // one that is decided later may be decided otherwise, after this
                all = new LinkedHashMap<>(decided);
                first = day;
            }
            if (day == first && day < Long.MAX_VALUE) {
                all.put(rule.step(), day);
            }
        }
        return first == Long.MAX_VALUE ? Optional.empty() : Optional.of(all);
    }

    /** The civil day after the month that decides; MAX_VALUE when none does. */
    private long day(Programs.Rule rule, long from, List<RunSummary> run) {
        List<RunSummary> results = run.get(0).by(Period.MONTH);
        int missed = 0;
        for (int month = 0; month < results.size() && from < Long.MAX_VALUE; month++) {
            LocalDate begins = YearMonth.parse(months.get(month)).atDay(1);
            LocalDate ends = begins.plusMonths(1);
            if (begins.toEpochDay() < Math.max(from, firstDay) || ends.toEpochDay() > endDay) {
                continue;
            }
            PeriodGoal.Result result = goals.get(rule.goal()).of(results.get(month));
            missed = result == PeriodGoal.Result.KEPT ? 0 : missed + (result == PeriodGoal.Result.MISSED ? 1 : 0);
            if (missed == rule.months()) {
                return ends.toEpochDay();
            }
        }
        return Long.MAX_VALUE;
    }

    /** The Program of a run after all that its results decide: by running it. */
    public Program settled(long seed, long replication) {
        Map<String, Long> decided = Map.of();
        Program program = programs.of(seed, replication, decided);
        while (!goals.isEmpty()) {
            Optional<Map<String, Long>> more = next(seed, replication, decided, run(program, seed, replication));
            if (more.isEmpty()) {
                break;
            }
            decided = more.get();
            program = programs.of(seed, replication, decided);
        }
        return program;
    }

    private List<RunSummary> run(Program program, long seed, long replication) {
        Totals[] totals = new Totals[1];
        KeptRows kept = with(KeptMeasures.of(table.scopes(), List.of(Targets.SERVICE_LEVEL), row -> false)).rows();
        Kernel kernel = new Kernel(program, state -> totals[0] = new Totals(state, table.scopes(), kept));
        kernel.reset(seed, replication);
        kernel.runUntil(Ticks.NEVER);
        return totals[0].finish();
    }
}
