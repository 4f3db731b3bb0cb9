package mergedesk.experiment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
 * are open, only such weeks are looked at, and usual is what runs without have then. Of weeks in which hardly any run is without, nothing says what is usual then, as seasons differ: of them the one is looked at in which outages met most contacts, if those are more than
 * in the other.
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
    private double sum;
    private int count;
    private int replications;

    /** What a week was in a replication; {@code order}: how many were before it; {@code met}: ticks for which applications were down while desks were open × contacts that came. */
    private record Seen(int week, float share, double met, long replication, int order) {}

    /** What is left of the shares of a week in all replications. */
    private static final class Shares {
        private Seen lowest;
        private Seen lowestWhereDown;
        private Seen mostMet;
        private double sumWhereUp;
        private int countWhereUp;

        void add(Seen seen) {
            lowest = lower(lowest, seen);
            if (seen.met > 0) {
                lowestWhereDown = lower(lowestWhereDown, seen);
                mostMet = mostMet == null || seen.met > mostMet.met ? seen : mostMet;
            } else {
                sumWhereUp += seen.share;
                countWhereUp++;
            }
        }

        private static Seen lower(Seen before, Seen seen) {
            return before == null || seen.share < before.share ? seen : before;
        }

        /** Whether enough runs had nothing down then to say what is usual then. */
        boolean isUsualKnown() {
            return countWhereUp >= FEW_RUNS;
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
                ofWeek[week].add(new Seen(week, share, (double) byWeek.get(week).total(EVERYTHING, Count.DOWN_OPEN) * offered, replication, replications));
                sum += share;
                count++;
            }
        }
        replications++;
    }

    /** The worst of all weeks so far, looked at again; empty where results are not kept by week. */
    public Optional<WorstWeek> look(long seed) {
        boolean anyDown = Stream.of(ofWeek).anyMatch(week -> week.mostMet != null);
        Optional<Seen> lowest = Stream.of(ofWeek)
                .filter(week -> !anyDown || week.isUsualKnown())
                .map(week -> anyDown ? week.lowestWhereDown : week.lowest)
                .filter(Objects::nonNull)
                .max(Comparator.<Seen>comparingDouble(seen -> usual(seen.week) - seen.share).thenComparing(Comparator.comparingInt(Seen::order).reversed()).thenComparing(Comparator.comparingInt(Seen::week).reversed()));
        Optional<Seen> mostMet = Stream.of(ofWeek)
                .filter(week -> week.mostMet != null && !week.isUsualKnown())
                .map(week -> week.mostMet)
                .max(Comparator.comparingDouble(Seen::met).thenComparing(Comparator.comparingInt(Seen::week).reversed()))
                .filter(seen -> lowest.isEmpty() || seen.met > lowest.get().met);
        return mostMet.or(() -> lowest).map(seen -> look(seed, seen));
    }

    /** Mean share of a week, of runs in which nothing was down then; of all weeks of all runs where these are few. */
    private double usual(int week) {
        Shares shares = ofWeek[week];
        return shares.isUsualKnown() ? shares.sumWhereUp / shares.countWhereUp : sum / count;
    }

    private WorstWeek look(long seed, Seen seen) {
        int week = seen.week;
        long replication = seen.replication;
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
                weeks.names().get(week), first, replication, replications, seen.share, usual(week), ofWeek[week].isUsualKnown(), Ticks.toSeconds(STEP_TICKS), series.offered(), series.within(), series.waiting(), outages(series, from));
    }

    private List<WorstWeek.Outage> outages(SpanSeries series, long from) {
        return series.outages().stream()
                .map(outage -> new WorstWeek.Outage(
                        program.names().applications().get(outage.application()), Ticks.toSeconds(outage.fromTick() - from), Ticks.toSeconds(outage.toTick() - from)))
                .toList();
    }
}
