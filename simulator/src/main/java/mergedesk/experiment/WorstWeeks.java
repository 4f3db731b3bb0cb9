package mergedesk.experiment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mergedesk.kernel.Kernel;
import mergedesk.observe.Count;
import mergedesk.observe.Period;
import mergedesk.observe.RunSummary;
import mergedesk.observe.SpanSeries;
import mergedesk.program.Periods;
import mergedesk.program.Program;
import mergedesk.results.WorstWeek;
import mergedesk.units.Ticks;

/**
 * Finds the week, of all weeks of all replications, in which the share answered in time fell furthest below what it is in that week on average, and then runs that replication once more to look at it
 * closely: a run is a pure function of seed and replication, so nothing else needs to be kept. A week that is bad in every run is no news of one run; one that is bad in one run has a cause there. Where anything is ever down while desks
 * are open, only such weeks are looked at, and usual is what runs without have then. Where there are too few of these, weeks are compared with all weeks.
 */
public final class WorstWeeks implements Consumer<List<RunSummary>> {
    private static final int EVERYTHING = 0; // the row of all contacts
    private static final long STEP_TICKS = 1_800 * Ticks.PER_SECOND;
    private static final double FEWEST = 0.6; // of the mean week's contacts: of a week that the window cuts, little is to be seen
    private static final int FEW_RUNS = 5;

    private final PlanRules rules;
    private final Program program;
    private final Periods weeks;
    private final List<float[]> shares = new ArrayList<>(); // by week of each replication; NaN of a week that is left out
    private final List<boolean[]> isDown = new ArrayList<>(); // the same: whether something was, while desks were open
    private final List<Long> replications = new ArrayList<>();

    public WorstWeeks(PlanRules rules) {
        this.rules = rules;
        program = rules.programs().planned();
        weeks = program.names().calendar().weeks();
    }

    /** What the next replication left. */
    @Override
    public void accept(List<RunSummary> batches) {
        List<RunSummary> byWeek = batches.size() == 1 ? batches.get(0).by(Period.WEEK) : List.of();
        double fewest = FEWEST * byWeek.stream().mapToLong(one -> one.total(EVERYTHING, Count.OFFERED)).average().orElse(0);
        float[] found = new float[byWeek.size()];
        boolean[] down = new boolean[byWeek.size()];
        for (int week = 0; week < found.length; week++) {
            long offered = byWeek.get(week).total(EVERYTHING, Count.OFFERED);
            found[week] = offered > fewest ? (float) byWeek.get(week).total(EVERYTHING, Count.ANSWERED_WITHIN) / offered : Float.NaN;
            down[week] = byWeek.get(week).total(EVERYTHING, Count.DOWN_OPEN) > 0;
        }
        shares.add(found);
        isDown.add(down);
        replications.add(batches.get(0).replication());
    }

    /** The worst of all weeks so far, looked at again; empty where results are not kept by week. */
    public Optional<WorstWeek> look(long seed) {
        int run = -1;
        int week = -1;
        double furthest = Double.NEGATIVE_INFINITY;
        double[] usual = usual();
        boolean onlyDown = IntStream.range(0, shares.size()).anyMatch(this::hasOutage);
        for (int i = 0; i < shares.size(); i++) {
            for (int j = 0; j < shares.get(i).length; j++) {
                double below = usual[j] - shares.get(i)[j];
                if (below > furthest && (!onlyDown || isDown.get(i)[j])) {
                    furthest = below;
                    run = i;
                    week = j;
                }
            }
        }
        return week < 0 ? Optional.empty() : Optional.of(look(seed, replications.get(run), week, shares.get(run)[week], usual[week]));
    }

    private boolean hasOutage(int run) {
        return IntStream.range(0, shares.get(run).length).anyMatch(week -> isDown.get(run)[week] && !Float.isNaN(shares.get(run)[week]));
    }

    /** Mean share by week, of runs in which nothing was down then; of all weeks together where there are few of these. */
    private double[] usual() {
        double all = IntStream.range(0, shares.size()).boxed().flatMapToDouble(run -> shares(run, week -> true)).average().orElse(Double.NaN);
        double[] usual = new double[weeks.count()];
        for (int week = 0; week < usual.length; week++) {
            int of = week;
            double[] found = IntStream.range(0, shares.size()).boxed().flatMapToDouble(run -> shares(run, one -> one == of && !isDown.get(run)[one])).toArray();
            usual[week] = found.length < FEW_RUNS ? all : DoubleStream.of(found).average().orElseThrow();
        }
        return usual;
    }

    private DoubleStream shares(int run, IntPredicate wanted) {
        return IntStream.range(0, shares.get(run).length).filter(wanted).mapToDouble(week -> shares.get(run)[week]).filter(share -> !Double.isNaN(share));
    }

    private WorstWeek look(long seed, long replication, int week, double share, double usual) {
        int firstDay = IntStream.range(0, weeks.ofDay().length).filter(day -> weeks.of(day) == week).min().orElseThrow();
        int lastDay = IntStream.range(0, weeks.ofDay().length).filter(day -> weeks.of(day) == week).max().orElseThrow();
        long from = program.calendar().dayStartTick()[firstDay];
        long to = program.calendar().dayStartTick()[lastDay + 1];
        int steps = (int) ((to - from + STEP_TICKS - 1) / STEP_TICKS);
        SpanSeries[] made = new SpanSeries[1];
        Kernel kernel = new Kernel(rules.settled(seed, replication), state -> made[0] = new SpanSeries(state, from, STEP_TICKS, steps));
        kernel.reset(seed, replication);
        kernel.runUntil(program.calendar().dayStartTick()[Math.min(lastDay + 2, program.calendar().dayCount())]);
        SpanSeries series = made[0];
        String first = LocalDate.ofEpochDay(program.calendar().firstCivilDay() + (long) firstDay).toString();
        return new WorstWeek(
                weeks.names().get(week), first, replication, shares.size(), share, usual, Ticks.toSeconds(STEP_TICKS), series.offered(), series.within(), series.waiting(), outages(series, from));
    }

    private List<WorstWeek.Outage> outages(SpanSeries series, long from) {
        return series.outages().stream()
                .map(outage -> new WorstWeek.Outage(
                        program.names().applications().get(outage.application()), Ticks.toSeconds(outage.fromTick() - from), Ticks.toSeconds(outage.toTick() - from)))
                .toList();
    }
}
