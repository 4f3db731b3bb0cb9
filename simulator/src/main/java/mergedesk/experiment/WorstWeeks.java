package mergedesk.experiment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
 * Finds the week, of all weeks of all replications, in which the smallest share was answered in time, and then runs that replication once more to look at it closely: a run is a pure
 * function of seed and replication, so nothing needs to be kept of the others.
 */
public final class WorstWeeks implements Consumer<List<RunSummary>> {
    private static final int EVERYTHING = 0; // the row of all contacts
    private static final long STEP_TICKS = 1_800 * Ticks.PER_SECOND;
    private static final double FEWEST = 0.25; // of the mean week's contacts: of a week that the window cuts, little is to be seen

    private final Program program;
    private final Periods weeks;
    private int replications;
    private double share = Double.POSITIVE_INFINITY;
    private int week;
    private long replication;

    public WorstWeeks(Program program) {
        this.program = program;
        weeks = program.names().calendar().weeks();
    }

    /** What the next replication left. */
    @Override
    public void accept(List<RunSummary> batches) {
        List<RunSummary> byWeek = batches.size() == 1 ? batches.get(0).by(Period.WEEK) : List.of();
        double fewest = FEWEST * byWeek.stream().mapToLong(one -> one.total(EVERYTHING, Count.OFFERED)).average().orElse(0);
        for (int i = 0; i < byWeek.size(); i++) {
            long offered = byWeek.get(i).total(EVERYTHING, Count.OFFERED);
            double found = (double) byWeek.get(i).total(EVERYTHING, Count.ANSWERED_WITHIN) / offered;
            if (offered > fewest && found < share) {
                share = found;
                week = i;
                replication = batches.get(0).replication();
            }
        }
        replications++;
    }

    /** The worst of all weeks so far, looked at again; empty where results are not kept by week. */
    public Optional<WorstWeek> look(long seed) {
        if (share > 1) {
            return Optional.empty();
        }
        long from = program.calendar().dayStartTick()[firstDay()];
        long to = program.calendar().dayStartTick()[lastDay() + 1];
        int steps = (int) ((to - from + STEP_TICKS - 1) / STEP_TICKS);
        SpanSeries[] made = new SpanSeries[1];
        Kernel kernel = new Kernel(program, state -> made[0] = new SpanSeries(state, from, STEP_TICKS, steps));
        kernel.reset(seed, replication);
        kernel.runUntil(program.calendar().dayStartTick()[Math.min(lastDay() + 2, program.calendar().dayCount())]);
        SpanSeries series = made[0];
        return Optional.of(new WorstWeek(
                weeks.names().get(week), LocalDate.ofEpochDay(program.calendar().firstCivilDay() + (long) firstDay()).toString(), replication, replications, share, Ticks.toSeconds(STEP_TICKS), series.offered(), series.within(), series.waiting(), outages(series, from)));
    }

    private List<WorstWeek.Outage> outages(SpanSeries series, long from) {
        return series.outages().stream()
                .map(outage -> new WorstWeek.Outage(
                        program.names().applications().get(outage.application()), Ticks.toSeconds(outage.fromTick() - from), Ticks.toSeconds(outage.toTick() - from)))
                .toList();
    }

    private int firstDay() {
        int day = 0;
        while (weeks.of(day) != week) {
            day++;
        }
        return day;
    }

    private int lastDay() {
        int day = weeks.ofDay().length - 1;
        while (weeks.of(day) != week) {
            day--;
        }
        return day;
    }
}
