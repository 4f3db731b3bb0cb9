package mergedesk.experiment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.observe.Count;
import mergedesk.observe.Period;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Names;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.results.Kpi;
import mergedesk.results.Kpis;
import mergedesk.results.Scope;
import mergedesk.results.Study.Verdict;
import mergedesk.stats.Estimate;
import mergedesk.stats.Given;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;
import mergedesk.stats.PeriodObservations;
import mergedesk.stats.WaitQuantiles;
import mergedesk.units.InCommon;

/** Every measure in every scope, with the user's names: the rows of kpis.csv. */
public final class KpiTable {
    private final Program program;
    private final boolean runsDiffer;
    private final Scopes scopes;
    private final int[][] deferred; // by row of the scopes, sorts of deferred work
    private volatile StaffTable staff; // from when anybody asks
    private volatile PowerTable power; // the same

    public KpiTable(Program program) {
        this(Programs.always(program), new InCommon());
    }

    /** That of runs which go by plans of their own, in the words of what was planned. */
    public KpiTable(Programs programs) {
        this(programs, new InCommon());
    }

    /** The same, with what tables before have in common with it. */
    KpiTable(Programs programs, InCommon common) {
        program = programs.planned();
        runsDiffer = programs.differ();
        scopes = Scopes.of(programs, common);
        deferred = scopes.deferredSorts();
    }

    /**
     * The rows, by scope, then by measure, and then by calendar month, week, weekday and interval of the week what is kept so. Intervals of the week in which nothing happens are left
     * out; whatever has a name has rows, if only of zeros. No rows at all without an observation.
     */
    public List<Kpi> of(Observations observations) {
        List<Kpi> rows = new ArrayList<>();
        if (observations.count() == 0) {
            return rows;
        }
        for (int row = 0; row < scopes.rows().size(); row++) {
            Scopes.Row at = scopes.rows().get(row);
            Kind kind = at.kind();
            if (kind == Kind.INTERVAL && isEmpty(observations, row)) {
                continue;
            }
            Scope scope = scope(at);
            WaitQuantiles waits = hasWaits(kind) ? observations.waits(row) : null;
            WaitQuantiles resolutions = hasWaits(kind) && deferred[row].length > 0 ? observations.resolutions(row) : null;
            for (Measure measure : Measure.all()) {
                boolean isDeferred = measure.subject() == Measure.Subject.DEFERRED_WORK;
                if (exists(measure, kind) && (!isDeferred || deferred[row].length > 0)) {
                    Estimate estimate = measure.isQuantile()
                            ? (isDeferred ? resolutions : waits).quantile(measure.probability(), measure.scale())
                            : estimate(observations, measure, row);
                    rows.add(new Kpi(measure.id(), scope, estimate));
                }
            }
        }
        for (Period period : List.of(Period.MONTH, Period.WEEK, Period.WEEKDAY, Period.INTERVAL, Period.PHASE)) {
            addPeriods(rows, observations.by(period), period);
        }
        return rows;
    }

    /** The rows of daily.csv: what is kept by date, day by day. Days on which nothing happens at a place are left out there. */
    public List<Kpi> daily(Observations observations) {
        return new DailyRows(observations.by(Period.DATE), Period.DATE.names(program), row -> scope(scopes.rows().get(row)));
    }

    /** What is kept of everything together in periods of a kind, but those in which the measure has no value or hardly anybody comes. */
    public List<Kpi> busy(Observations observations, Period period, Measure measure) {
        List<Kpi> rows = new ArrayList<>();
        PeriodObservations of = observations.by(period);
        for (int i = 0; i < of.count(); i++) {
            Scope scope = Scope.OVERALL.in(kind(period), period.names(program).get(i));
            for (Measure kept : of.kept().measures()) {
                rows.add(new Kpi(kept.id(), scope, of.estimate(i, kept, 0)));
            }
        }
        return Kpis.of(rows).busy(kind(period), measure.id(), Scope.OVERALL);
    }

    /** See {@link Period#within}. */
    int[] within(Period period, Verdict.Dates dates) {
        return period.within(program, dates.from().map(this::day).orElse(0), dates.until().map(this::day).orElse(Integer.MAX_VALUE));
    }

    private int day(LocalDate date) {
        return (int) date.toEpochDay() - program.calendar().firstCivilDay();
    }

    /** What scopes of such periods are called. */
    public static Scope.Kind kind(Period period) {
        return Scope.Kind.valueOf(period.name());
    }

    private void addPeriods(List<Kpi> rows, PeriodObservations observations, Period period) {
        Scope.Kind kind = kind(period);
        List<String> names = period.names(program);
        for (int i = 0; i < observations.count(); i++) {
            for (int row : observations.kept().rows()) {
                Scopes.Row at = scopes.rows().get(row);
                boolean hasRows = period == Period.INTERVAL && at.kind() == Kind.OVERALL; // among the scopes, with all measures
                if (hasRows || period == Period.INTERVAL && observations.isEmpty(i, row)) { // most are nobody's
                    continue;
                }
                Scope scope = scope(at).in(kind, names.get(i));
                for (Measure measure : observations.kept().measures()) {
                    boolean isElsewhere = measure.subject() == Measure.Subject.DEFERRED_WORK && deferred[row].length == 0;
                    if (!isElsewhere && exists(measure, at.kind()) && Targets.isKeptBy(period, measure, at.kind())) {
                        rows.add(new Kpi(measure.id(), scope, observations.estimate(i, measure, row)));
                    }
                }
            }
        }
    }

    /** Whether the measure has rows in scopes of this kind: of money only when some group has a cost, of what few scenarios have only in these. */
    public boolean exists(Measure measure, Kind kind) {
        boolean isOfNoNeed = measure.subject() == Measure.Subject.AVAILABILITY && kind != Kind.APPLICATION && !program.needs().any();
        return !isOfNoNeed && measure.existsFor(kind) && (measure.unit() != Measure.Unit.POUNDS || hasMoney(measure)) && measure.existsIn(scopes);
    }

    private boolean hasMoney(Measure measure) {
        return measure.subject() == Measure.Subject.POWER ? program.power().hasRent() : staff().hasCost();
    }

    /** Contracted full-time equivalents in a phase of the plan; NaN where none of its time counts. */
    double fullTimeEquivalents(int phase) {
        return staff().fullTimeEquivalents(phase);
    }

    /** Whether the measure can have a value overall: one of money has none while some group has no cost. */
    public boolean hasValue(Measure measure) {
        return measure.isExact() ? !Double.isNaN(value(measure, 0)) : exists(measure, Kind.OVERALL);
    }

    /** Groups whose cost is not given, where others' is: sums over them are not known. */
    public List<String> groupsWithoutCost() {
        return staff().hasCost() ? staff().withoutCost().mapToObj(program.names().groups()::get).toList() : List.of();
    }

    /** One measure in the scope of one row. */
    public Estimate estimate(Observations observations, Measure measure, int row) {
        if (isExact(measure)) {
            return exact(measure, row, observations.count());
        }
        return measure.isQuantile()
                ? observations.quantile(measure, row)
                : observations.estimate(measure, row);
    }

    /** An exact measure in the scope of one row, in a run; NaN where it has no value. */
    double value(RunSummary run, Measure measure, int row) {
        return runsDiffer ? measure.given(run, row) : value(measure, row);
    }

    /** Whether no run is needed to know the measure. */
    public boolean isExact(Measure measure) {
        return measure.isExact() && !runsDiffer;
    }

    /** What follows from a Program of the table's scopes and not from its run, as {@link mergedesk.observe.RunSummary#given} has it. */
    double[] given(Program of) {
        int rows = scopes.row(Kind.INTERVAL, 0);
        StaffTable staffThen = new StaffTable(of, scopes);
        PowerTable powerThen = new PowerTable(of, scopes);
        return Measure.exactOnes().stream()
                .flatMapToDouble(measure -> IntStream.range(0, rows).mapToDouble(row -> measure.exact().applyAsDouble(new Given(staffThen.of(row), powerThen.of(row)))))
                .toArray();
    }

    private Estimate exact(Measure measure, int row, int observations) {
        return Estimate.exact(value(measure, row), observations);
    }

    /** The value of an exact measure, as it is planned; NaN where it has none. */
    public double value(Measure measure, int row) {
        return measure.exact().applyAsDouble(given(row));
    }

    private Given given(int row) {
        return new Given(staff().of(row), power().of(row));
    }

    private StaffTable staff() {
        if (staff == null) {
            staff = new StaffTable(program, scopes);
        }
        return staff;
    }

    private PowerTable power() {
        if (power == null) {
            power = new PowerTable(program, scopes);
        }
        return power;
    }

    private static boolean isEmpty(Observations observations, int row) {
        return IntStream.range(0, Count.WINDOW).allMatch(column -> observations.total(row, column) == 0);
    }

    private static boolean hasWaits(Kind kind) {
        return kind != Kind.INTERVAL && kind != Kind.GROUP;
    }

    /** A row of the scopes by the user's names. */
    public Scope scope(Scopes.Row row) {
        Names names = program.names();
        int i = row.index();
        return switch (row.kind()) {
            case OVERALL -> Scope.OVERALL;
            case COUNCIL -> Scope.council(names.councils().get(i));
            case SERVICE -> Scope.service(names.services().get(i));
            case CHANNEL -> Scope.channel(names.channels().get(i));
            case DESK -> Scope.desk(names.desks().get(i));
            case GROUP -> Scope.group(employer(i), names.desks().get(program.groups().desk()[i]), names.groups().get(i));
            case FLOW -> Scope.flow(
                    names.councils().get(names.flowCouncil()[i]),
                    names.services().get(program.contacts().flowService()[i]),
                    names.channels().get(names.flowChannel()[i]),
                    names.desks().get(program.contacts().flowDesk()[i]));
            case PRIORITY -> Scope.priority(i + 1);
            case APPLICATION -> Scope.application(names.applications().get(i));
            case ROOM -> Scope.room(names.rooms().get(i));
            case DATACENTRE -> Scope.datacentre(names.datacentres().get(i));
            case INTERVAL -> Scope.interval(names.intervals().get(i));
        };
    }

    private String employer(int group) {
        int employer = program.groups().employer()[group];
        return employer < 0 ? "" : program.names().councils().get(employer);
    }

    /** Observations for the table, none so far. */
    public Observations noObservations() {
        return noObservations(KeptMeasures.all(scopes), Observations.KEPT_NUMBERS);
    }

    /** Observations for some of the table, kept one by one as long as they hold no more than {@code keptNumbers}. */
    Observations noObservations(KeptMeasures measures, long keptNumbers) {
        return new Observations(measures, program.horizon().cut(), keptNumbers);
    }

    /** The periods of a kind by which results may be kept. */
    public List<String> names(Period period) {
        return period.names(program);
    }

    /** As it is planned. */
    Program program() {
        return program;
    }

    /** The scopes of the table. */
    public Scopes scopes() {
        return scopes;
    }
}
