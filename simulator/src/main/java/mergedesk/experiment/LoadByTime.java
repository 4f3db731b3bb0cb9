package mergedesk.experiment;

import java.util.List;
import java.util.stream.IntStream;
import mergedesk.observe.Count;
import mergedesk.observe.Period;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;
import mergedesk.stats.PeriodObservations;

/**
 * An average open weekday by time of day: means over Monday to Friday, as far as the desk, or any of all desks, is open, from the first interval with calls or agents to the last.
 *
 * @param intervals labels, such as 09:30; none where intervals are not kept
 * @param offered load in Erlang: contacts × handle time ÷ time
 * @param scheduled agents
 * @param busy agents
 */
record LoadByTime(List<String> intervals, double[] offered, double[] scheduled, double[] busy) {
    private static final int WORKING_DAYS = 5;

    /** Sums over all observations in one interval of the week: contacts, open ticks, scheduled ticks and busy ticks. */
    private interface Sums {
        double[] of(int interval);
    }

    /** Of everything together, or of a desk, which is not known in runs that are divided into batches. */
    static LoadByTime of(Program program, Scopes scopes, Observations observations, Scopes.Row scope) {
        int row = scopes.row(scope.kind(), scope.index());
        double handle = (observations.total(row, Count.TALK) + observations.total(row, Count.WRAP)) / Math.max(1, observations.total(row, Count.ANSWERED));
        if (scope.kind() == Kind.OVERALL || program.deskCount() == 1) {
            return of(program, handle, interval -> everything(observations, scopes.row(Kind.INTERVAL, interval)));
        }
        PeriodObservations intervals = observations.by(Period.INTERVAL);
        return of(program, handle, interval -> ofDesk(intervals, interval, row));
    }

    private static double[] everything(Observations observations, int row) {
        return IntStream.of(Count.OFFERED, Count.OPEN, Count.SCHEDULED_OPEN, Count.BUSY_OPEN).mapToDouble(column -> observations.total(row, column)).toArray();
    }

    private static double[] ofDesk(PeriodObservations intervals, int interval, int row) {
        if (intervals.count() == 0 || intervals.isEmpty(interval, row)) {
            return new double[4];
        }
        Measure scheduled = Measure.byId("agents_scheduled").orElseThrow();
        return new double[] {
            intervals.above(interval, Measure.byId("offered").orElseThrow(), row),
            intervals.below(interval, scheduled, row),
            intervals.above(interval, scheduled, row),
            intervals.above(interval, Measure.byId("agents_busy").orElseThrow(), row)
        };
    }

    private static LoadByTime of(Program program, double handleTicks, Sums sums) {
        int perDay = program.calendar().intervalsPerWeek() / 7;
        double[][] days = new double[perDay][4];
        for (int i = 0; i < WORKING_DAYS * perDay; i++) {
            double[] ofInterval = sums.of(i);
            for (int k = 0; k < ofInterval.length; k++) {
                days[i % perDay][k] += ofInterval[k];
            }
        }
        int[] used = IntStream.range(0, perDay).filter(i -> days[i][0] + days[i][2] > 0).toArray();
        int first = used.length == 0 ? 0 : used[0];
        int[] shown = IntStream.range(first, used.length == 0 ? 0 : used[used.length - 1] + 1).toArray();
        return new LoadByTime(
                IntStream.of(shown).mapToObj(i -> program.names().intervals().get(i).replaceFirst("^\\S+ ", "")).toList(),
                IntStream.of(shown).mapToDouble(i -> days[i][0] * handleTicks / Math.max(1, days[i][1])).toArray(),
                IntStream.of(shown).mapToDouble(i -> days[i][2] / Math.max(1, days[i][1])).toArray(),
                IntStream.of(shown).mapToDouble(i -> days[i][3] / Math.max(1, days[i][1])).toArray());
    }
}
