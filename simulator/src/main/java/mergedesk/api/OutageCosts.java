package mergedesk.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.PlanRules;
import mergedesk.experiment.RunSettings;
import mergedesk.observe.Count;
import mergedesk.observe.Feature;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.results.OutageCost;
import mergedesk.results.Study;
import mergedesk.scenario.Downtime;
import mergedesk.scenario.Maintenance;
import mergedesk.scenario.Outage;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.Scenario;
import mergedesk.stats.Estimate;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.Measure;
import mergedesk.stats.Sample;
import mergedesk.units.Ticks;

/**
 * Finds what an hour of outage of each application costs, by pairs of runs: the scenario as it is, and as it would be if that one application never failed. Both meet the same people and the
 * same working times and lengths of repair. Of those that anybody needs the ones that are down longest are looked at, {@value #MOST} at most.
 */
public final class OutageCosts {
    /** Most applications that are looked at. */
    public static final int MOST = 10;
    /** Replications of each run, unless the run that is explained has fewer. */
    public static final int REPLICATIONS = 20;

    private static final int EVERYTHING = 0; // the row of all contacts
    private static final double HOUR_TICKS = 3_600.0 * Ticks.PER_SECOND;
    private static final Measure OFFERED = Measure.byId("offered").orElseThrow();
    private static final Measure DOWN = Measure.byId("availability_open").orElseThrow();

    private final ScenarioFile file;
    private final RunOptions options;

    /**
     * Prepares a look at a sound scenario.
     *
     * @throws WrongInput when no application can fail
     */
    public OutageCosts(ScenarioFile file, RunOptions options) {
        Requirements.sound(file);
        this.file = file;
        this.options = options;
        if (!file.rules().scopes().has(Feature.FAILURES)) {
            throw new WrongInput(file.path() + ": no application can fail, so there is no outage to look at; write failures for what applications need");
        }
    }

    /** By replication, what its batches left. */
    private record Runs(List<List<RunSummary>> replications) {
        double[] each(ToDoubleFunction<RunSummary> value) {
            return replications.stream().mapToDouble(batches -> batches.stream().mapToDouble(value).sum()).toArray();
        }

        /** In each replication, so much more than in the other. */
        double[] minus(Runs other, ToDoubleFunction<RunSummary> value) {
            double[] mine = each(value);
            double[] others = other.each(value);
            return IntStream.range(0, mine.length).mapToDouble(r -> mine[r] - others[r]).toArray();
        }
    }

    /**
     * Looks at them.
     *
     * @param study the run that this is to explain: there are no more replications than it has
     * @param watcher may stop it: then what has been looked at is told
     */
    public OutageCost find(Study study, Watcher watcher) {
        int replications = Math.min(REPLICATIONS, study.manifest().replications());
        List<String> names = List.copyOf(file.scenario().applications().keySet());
        watcher.planned((1.0 + Math.min(MOST, names.size())) * replications);
        AlreadyPlanned all = new AlreadyPlanned(watcher);
        Scopes scopes = file.rules().scopes();
        Optional<Runs> base = runs(file.rules(), replications, all);
        List<OutageCost.Row> rows = new ArrayList<>();
        List<Integer> downLongest = base.map(as -> longestDown(as, scopes, names)).orElse(List.of());
        List<Integer> failing = downLongest.subList(0, Math.min(MOST, downLongest.size()));
        for (int application : failing) {
            Optional<Runs> without = runs(file.rules(scenario -> neverDown(scenario, names.get(application))), replications, all);
            if (without.isEmpty()) {
                break;
            }
            rows.add(row(names.get(application), base.get(), without.get(), scopes.row(Kind.APPLICATION, application)));
        }
        rows.sort(Comparator.comparing((OutageCost.Row row) -> Double.isNaN(row.late().halfWidth()))
                .thenComparingDouble(row -> -row.late().value())
                .thenComparingDouble(row -> -row.agentHours().value()));
        return new OutageCost(List.copyOf(rows), replications, downLongest.size() - failing.size(), base.isPresent() && rows.size() == failing.size());
    }

    /** Those that anybody needs, directly or through others. */
    private List<Integer> longestDown(Runs base, Scopes scopes, List<String> names) {
        Set<String> needed = needed();
        double[] down = IntStream.range(0, names.size()).mapToDouble(i -> Sample.mean(hoursDown(base, scopes.row(Kind.APPLICATION, i)), 1, Estimate.Method.MEAN).value()).toArray();
        return IntStream.range(0, names.size()).boxed()
                .filter(i -> down[i] > 0 && needed.contains(names.get(i)))
                .sorted(Comparator.comparingDouble(i -> -down[i]))
                .toList();
    }

    private Set<String> needed() {
        Scenario scenario = file.scenario();
        Set<String> needed = new LinkedHashSet<>();
        scenario.flows().values().forEach(flow -> needed.addAll(scenario.needs(flow).keySet()));
        scenario.channels().values().forEach(channel -> needed.addAll(channel.needs()));
        scenario.applications().forEach((name, application) -> {
            if (application.incidents() != null) {
                needed.add(name);
            }
        });
        int before = -1;
        while (before < needed.size()) {
            before = needed.size();
            List.copyOf(needed).forEach(name -> needed.addAll(scenario.applications().get(name).needs().stream().filter(scenario.applications()::containsKey).toList()));
        }
        return needed;
    }

    private static double[] hoursDown(Runs runs, int row) {
        return runs.each(run -> run.total(row, Count.DOWN_OPEN) / HOUR_TICKS);
    }

    private static OutageCost.Row row(String application, Runs as, Runs without, int row) {
        double[] hours = hoursDown(as, row);
        return new OutageCost.Row(
                application,
                Sample.mean(hours, 1, Estimate.Method.MEAN),
                perHour(as.minus(without, run -> total(run, Count.OFFERED)), hours),
                perHour(as.minus(without, run -> total(run, Count.ABANDONED) + total(run, Count.BLOCKED)), hours),
                perHour(as.minus(without, run -> total(run, Count.OFFERED) - total(run, Count.ANSWERED_WITHIN)), hours),
                perHour(as.minus(without, run -> (total(run, Count.TALKING) + total(run, Count.WRAPPING) + total(run, Count.WORKING)) / HOUR_TICKS), hours));
    }

    /**
     * A ratio of totals. Only replications in which anything differs are observations: the others agree with whatever ratio, and counted with them a single outage would seem to be known exactly.
     */
    static Estimate perHour(double[] more, double[] hours) {
        int[] differing = IntStream.range(0, hours.length).filter(r -> more[r] != 0 || hours[r] != 0).toArray();
        Estimate ratio = Sample.ratio(chosen(more, differing), chosen(hours, differing), 1, Estimate.Method.PAIRED);
        return differing.length == 1 && !ratio.isEmpty() ? new Estimate(ratio.value(), Double.NaN, 1, ratio.method()) : ratio;
    }

    private static double[] chosen(double[] values, int[] which) {
        return IntStream.of(which).mapToDouble(r -> values[r]).toArray();
    }

    private static double total(RunSummary run, int column) {
        return run.total(EVERYTHING, column);
    }

    /** The scenario in which nothing can take the application down. */
    private static Scenario neverDown(Scenario scenario, String application) {
        UnaryOperator<List<String>> others = names -> names.stream().filter(name -> !name.equals(application)).toList();
        Map<String, Outage> outages = new LinkedHashMap<>(scenario.outages());
        outages.replaceAll((id, outage) -> outage.with(Outage::applications, others.apply(outage.applications())));
        Map<String, Maintenance> maintenance = new LinkedHashMap<>(scenario.maintenance());
        maintenance.replaceAll((id, window) -> window.with(Maintenance::applications, others.apply(window.applications())));
        Map<String, PlanStep> plan = new LinkedHashMap<>(scenario.plan());
        plan.replaceAll((id, step) -> step.down() == null ? step : step.with(PlanStep::down, step.down().with(Downtime::applications, others.apply(step.down().applications()))));
        return scenario.plus(Scenario::applications, application, scenario.applications().get(application).neverDown())
                .with(Scenario::outages, outages)
                .with(Scenario::maintenance, maintenance)
                .with(Scenario::plan, plan);
    }

    /** Empty when stopped. */
    private Optional<Runs> runs(PlanRules rules, int replications, Watcher watcher) {
        long seed = options.seedFor(file.scenario());
        Scopes scopes = rules.scopes();
        KeptMeasures kept = KeptMeasures.of(scopes, List.of(OFFERED, DOWN), row -> scopes.rows().get(row).kind() == Kind.APPLICATION);
        List<List<RunSummary>> each = new ArrayList<>();
        Experiment experiment = new Experiment(rules, new RunSettings(replications, replications, seed, options.threads()), new Experiment.Decider(OFFERED, EVERYTHING), kept);
        return experiment.run(watcher, each::add).orFault().complete() ? Optional.of(new Runs(each)) : Optional.empty();
    }
}
