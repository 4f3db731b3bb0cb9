package mergedesk.experiment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private final Shares[] ofWeek;
    private final Shares all = new Shares();
    private int replications;

    /** What is left of the shares of a week in all replications. */
    private static final class Shares {
        private final Lowest ofAll = new Lowest();
        private final Lowest whereDown = new Lowest();
        private double sumWhereUp;
        private int countWhereUp;
        private double sum;
        private int count;

        void add(float share, boolean isDown, long replication, int order) {
            sum += share;
            count++;
            ofAll.see(share, replication, order);
            if (isDown) {
                whereDown.see(share, replication, order);
            } else {
                sumWhereUp += share;
                countWhereUp++;
            }
        }
    }

    /** The lowest share of a week, and the replication in which it came first. */
    private static final class Lowest {
        private float share = Float.POSITIVE_INFINITY;
        private long replication;
        private int order;

        void see(float other, long itsReplication, int itsOrder) {
            if (other < share) {
                share = other;
                replication = itsReplication;
                order = itsOrder;
            }
        }

        boolean isKnown() {
            return share < Float.POSITIVE_INFINITY;
        }
    }

    public WorstWeeks(PlanRules rules) {
        this.rules = rules;
        program = rules.programs().planned();
        weeks = program.names().calendar().weeks();
        ofWeek = Stream.generate(Shares::new).limit(weeks.count()).toArray(Shares[]::new);
    }

    /** What the next replication left. */
    @Override
    public void accept(List<RunSummary> batches) {
        List<RunSummary> byWeek = batches.size() == 1 ? batches.get(0).by(Period.WEEK) : List.of();
        double fewest = FEWEST * byWeek.stream().mapToLong(one -> one.total(EVERYTHING, Count.OFFERED)).average().orElse(0);
        long replication = batches.get(0).replication();
        for (int week = 0; week < byWeek.size(); week++) {
            long offered = byWeek.get(week).total(EVERYTHING, Count.OFFERED);
            if (offered > fewest) {
                float share = (float) byWeek.get(week).total(EVERYTHING, Count.ANSWERED_WITHIN) / offered;
                boolean isDown = byWeek.get(week).total(EVERYTHING, Count.DOWN_OPEN) > 0;
                ofWeek[week].add(share, isDown, replication, replications);
                all.add(share, isDown, replication, replications);
            }
        }
        replications++;
    }

    /** The worst of all weeks so far, looked at again; empty where results are not kept by week. */
    public Optional<WorstWeek> look(long seed) {
        int worst = -1;
        Lowest lowest = null;
        double furthest = Double.NEGATIVE_INFINITY;
        boolean onlyDown = all.whereDown.isKnown();
        for (int week = 0; week < ofWeek.length; week++) {
            Lowest here = onlyDown ? ofWeek[week].whereDown : ofWeek[week].ofAll;
            double below = usual(week) - here.share;
            if (here.isKnown() && (below > furthest || below == furthest && here.order < lowest.order)) {
                furthest = below;
                worst = week;
                lowest = here;
            }
        }
        return worst < 0 ? Optional.empty() : Optional.of(look(seed, lowest.replication, worst, lowest.share, usual(worst)));
    }

    /** Mean share of a week, of runs in which nothing was down then; of all weeks together where there are few of these. */
    private double usual(int week) {
        Shares shares = ofWeek[week];
        return shares.countWhereUp < FEW_RUNS ? all.sum / all.count : shares.sumWhereUp / shares.countWhereUp;
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
                weeks.names().get(week), first, replication, replications, share, usual, Ticks.toSeconds(STEP_TICKS), series.offered(), series.within(), series.waiting(), outages(series, from));
    }

    private List<WorstWeek.Outage> outages(SpanSeries series, long from) {
        return series.outages().stream()
                .map(outage -> new WorstWeek.Outage(
                        program.names().applications().get(outage.application()), Ticks.toSeconds(outage.fromTick() - from), Ticks.toSeconds(outage.toTick() - from)))
                .toList();
    }
}
