package mergedesk.experiment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mergedesk.observe.Period;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.results.Comparison;
import mergedesk.results.Scope;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.PairedObservations;
import mergedesk.stats.RunningMean;

/**
 * Paired differences of a scenario from another, the base, that met the same people: observation i of both has the same seed and number, and flows of the same
 * names have the same draws. Compared are scopes that both have: overall, councils, services, desks and applications of the same names, and a few dates ({@link OutageDays}). Only sums are kept, so that
 * memory does not grow with the replications.
 */
public final class Comparing {
    private static final double ROUNDING = 1e-9;
    private static final List<Kind> KINDS = List.of(Kind.OVERALL, Kind.COUNCIL, Kind.SERVICE, Kind.DESK, Kind.APPLICATION);

    /** Counts what is compared of the months of one council. */
    private static final class Months {
        private final Scope council;
        private final int row;
        private final int baseRow;
        private final RunningMean worse = new RunningMean();
        private final RunningMean both = new RunningMean(); // in which its contacts come on both sides

        Months(Scope council, int row, int baseRow) {
            this.council = council;
            this.row = row;
            this.baseRow = baseRow;
        }

        void add(List<RunSummary> months, List<RunSummary> baseMonths) {
            int found = 0;
            int bad = 0;
            for (int month = 0; month < months.size(); month++) {
                double difference = Targets.SERVICE_LEVEL.of(months.get(month), row) - Targets.SERVICE_LEVEL.of(baseMonths.get(month), baseRow);
                found += Double.isNaN(difference) ? 0 : 1;
                bad += difference <= -Comparison.WorseMonths.WORSE_POINTS / 100.0 ? 1 : 0;
            }
            both.add(found);
            worse.add(bad);
        }

        Comparison.WorseMonths found() {
            double months = worse.count() == 0 ? 0 : both.estimate(Estimate.Method.PAIRED).value();
            return new Comparison.WorseMonths(council, months, worse.estimate(Estimate.Method.PAIRED));
        }
    }

    /** An exact measure of one place. */
    private static final class Given {
        private final RunningMean value = new RunningMean();
        private final RunningMean base = new RunningMean();
        private final RunningMean difference = new RunningMean();

        void add(double own, double others) {
            value.add(own);
            base.add(others);
            difference.add(own - others);
        }

        Comparison.Difference difference(Measure measure, Scope scope) {
            return new Comparison.Difference(
                    measure.id(), scope, mean(base), mean(value), difference.estimate(Estimate.Method.PAIRED));
        }

        private static double mean(RunningMean of) {
            return of.estimate(Estimate.Method.MEAN).value();
        }
    }

    /** Everything together on one date: which of the dates of each side it is. */
    private record Day(Scope scope, int own, int base, PairedObservations pairs) {
        private static final int[] TOGETHER = {0};

        static Day of(String date, KpiTable table, KpiTable base) {
            int own = table.names(Period.DATE).indexOf(date);
            int others = base.names(Period.DATE).indexOf(date);
            return own < 0 || others < 0 ? null : new Day(Scope.OVERALL.in(Scope.Kind.DATE, date), own, others, new PairedObservations(OutageDays.MEASURES, TOGETHER, TOGETHER, false));
        }

        void add(RunSummary run, RunSummary baseRun) {
            pairs.add(List.of(run.by(Period.DATE).get(own)), List.of(baseRun.by(Period.DATE).get(base)));
        }

        Map<String, Comparison.Difference> differences() {
            Map<String, Comparison.Difference> differences = new LinkedHashMap<>();
            OutageDays.MEASURES.forEach(measure -> {
                Estimate difference = pairs.difference(measure, 0);
                if (!difference.isEmpty()) {
                    differences.put(measure.id(), new Comparison.Difference(measure.id(), scope, pairs.base(measure, 0), pairs.value(measure, 0), difference));
                }
            });
            return differences;
        }
    }

    private final KpiTable table;
    private final KpiTable baseTable;
    private final List<Scope> scopes; // that both have, in the base's order
    private final int[] rows;
    private final int[] baseRows;
    private final PairedObservations pairs;
    private final Map<Measure, Given[]> given = new LinkedHashMap<>(); // by scope; what runs do not decide, but plans of their own
    private final List<Months> months; // none where the two have not the same
    private final List<Day> days;

    /** A scenario and the base, of which nothing has run yet, and dates by which both keep {@link OutageDays#MEASURES}. */
    public Comparing(KpiTable table, KpiTable base, List<LocalDate> dates) {
        this.table = table;
        baseTable = base;
        Map<Scope, Integer> own = rows(table);
        Map<Scope, Integer> others = rows(base);
        scopes = others.keySet().stream().filter(own::containsKey).toList();
        rows = scopes.stream().mapToInt(own::get).toArray();
        baseRows = scopes.stream().mapToInt(others::get).toArray();
        pairs = new PairedObservations(Measure.all().stream().filter(measure -> measure.numerator() != null).toList(), rows, baseRows, base.program().horizon().cut());
        Measure.exactOnes().stream()
                .filter(measure -> !table.isExact(measure) || !base.isExact(measure))
                .forEach(measure -> given.put(measure, Stream.generate(Given::new).limit(rows.length).toArray(Given[]::new)));
        List<String> names = table.names(Period.MONTH);
        months = names.isEmpty() || !names.equals(base.names(Period.MONTH))
                ? List.of()
                : IntStream.range(0, rows.length)
                        .filter(place -> scopes.get(place).kind() == Scope.Kind.COUNCIL)
                        .mapToObj(place -> new Months(scopes.get(place), rows[place], baseRows[place]))
                        .toList();
        days = dates.stream().map(date -> Day.of(date.toString(), table, base)).filter(Objects::nonNull).toList();
    }

    /** The rows that may have a counterpart on another side, in their order. */
    private static Map<Scope, Integer> rows(KpiTable table) {
        Map<Scope, Integer> rows = new LinkedHashMap<>();
        for (Scopes.Row row : table.scopes().rows()) {
            if (KINDS.contains(row.kind())) {
                rows.put(table.scope(row), table.scopes().row(row.kind(), row.index()));
            }
        }
        return rows;
    }

    /** What the next replication left on both sides, batch by batch. */
    public void add(List<RunSummary> replication, List<RunSummary> base) {
        pairs.add(replication, base);
        RunSummary run = replication.get(0);
        RunSummary baseRun = base.get(0);
        given.forEach((measure, differences) -> {
            for (int place = 0; place < rows.length; place++) {
                differences[place].add(table.value(run, measure, rows[place]), baseTable.value(baseRun, measure, baseRows[place]));
            }
        });
        if (replication.size() == 1) {
            months.forEach(council -> council.add(run.by(Period.MONTH), baseRun.by(Period.MONTH)));
            days.forEach(day -> day.add(run, baseRun));
        }
    }

    /** This minus the base in every measure but quantiles, by scope and measure, from the pairs that there are. */
    public Map<Scope, Map<String, Comparison.Difference>> minus() {
        Map<Scope, Map<String, Comparison.Difference>> differences = new LinkedHashMap<>();
        for (int place = 0; place < rows.length && pairs.count() > 0; place++) {
            differences.put(scopes.get(place), differences(place));
        }
        days.stream().filter(day -> day.pairs.count() > 0).forEach(day -> differences.put(day.scope, day.differences()));
        return differences;
    }

    private Map<String, Comparison.Difference> differences(int place) {
        Map<String, Comparison.Difference> differences = new LinkedHashMap<>();
        Kind kind = baseTable.scopes().rows().get(baseRows[place]).kind();
        for (Measure measure : Measure.all()) {
            if (!measure.isQuantile() && measure.existsFor(kind) && (measure.existsIn(baseTable.scopes()) || measure.existsIn(table.scopes()))) {
                Comparison.Difference difference = difference(measure, place);
                if (!difference.difference().isEmpty()) {
                    differences.put(measure.id(), difference);
                }
            }
        }
        return differences;
    }

    private Comparison.Difference difference(Measure measure, int place) {
        if (given.containsKey(measure)) {
            return given.get(measure)[place].difference(measure, scopes.get(place));
        }
        if (measure.isExact()) {
            double value = table.value(measure, rows[place]);
            double base = baseTable.value(measure, baseRows[place]);
            return new Comparison.Difference(measure.id(), scopes.get(place), base, value, Estimate.exact(change(base, value), pairs.count()));
        }
        return new Comparison.Difference(measure.id(), scopes.get(place), pairs.base(measure, place), pairs.value(measure, place), pairs.difference(measure, place));
    }

    /** From one exact value to another: 0 when no more lies between them than the rounding of sums over parts of the run. */
    private static double change(double base, double value) {
        return Math.abs(value - base) <= ROUNDING * Math.abs(base) ? 0 : value - base;
    }

    /** Months in which each council that both have is worse off than in the base, pair by pair; none where the two have not the same months. */
    public List<Comparison.WorseMonths> worse() {
        return months.stream().map(Months::found).toList();
    }

    /** How many flows of the scenario meet people whom nobody meets in the base. */
    public long strangers() {
        return strangers(table.program(), baseTable.program());
    }

    /** How many of the base nobody meets here. */
    public long missing() {
        return strangers(baseTable.program(), table.program());
    }

    private static long strangers(Program of, Program to) {
        Set<Long> known = LongStream.of(to.demand().flowKey()).boxed().collect(Collectors.toSet());
        return LongStream.of(of.demand().flowKey()).filter(key -> !known.contains(key)).count();
    }

    /** Bytes that differences from a base take, in so many scopes as the table has. */
    static long bytes(Scopes scopes, int batches) {
        return PairedObservations.bytes(scopes.rows().stream().filter(row -> KINDS.contains(row.kind())).count(), batches);
    }
}
