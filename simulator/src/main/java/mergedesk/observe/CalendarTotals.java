package mergedesk.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mergedesk.program.Periods;
import mergedesk.program.Program;

/**
 * What was counted in periods of the calendar: at the end of a day on which one of them ends, the difference from what had been counted when the last one ended. So nothing is cleared, and
 * the whole does not depend on there being periods. Costs one summing up of the rows that are kept so for each such day, and nothing where none are.
 *
 * <p>A contact counts in the period in which its wait ends, and a person in that of the last attempt, so that shares are of those who had the chance: who waits over midnight at a month's
 * end is both offered and answered in the next. In the last period everybody else counts, too.
 */
final class CalendarTotals {
    private final int[] rows; // that are kept by any of them
    private final Columns columns;
    private final Summing summing;
    private final List<Division> divisions = new ArrayList<>();

    CalendarTotals(Program program, Scopes scopes, KeptRows kept, Counters counters) {
        Map<Period, int[]> byDays = new EnumMap<>(Period.class);
        kept.byPeriod().forEach((period, of) -> {
            if (period != Period.INTERVAL && period.days(program).count() > 0) {
                byDays.put(period, of);
            }
        });
        rows = byDays.values().stream().flatMapToInt(IntStream::of).distinct().sorted().toArray();
        columns = scopes.columns();
        summing = new Summing(program, scopes, new KeptRows(rows, false), counters);
        byDays.forEach((period, of) -> divisions.add(new Division(period, period.days(program), of)));
    }

    /** A replication begins. */
    void start() {
        divisions.forEach(Division::start);
    }

    /** Whether one period ends with the day, and another begins. */
    boolean endsWith(int day) {
        for (int i = 0; i < divisions.size(); i++) {
            if (divisions.get(i).endsWith(day)) {
                return true;
            }
        }
        return false;
    }

    /** The day is over, and all up to its end has been counted. In the event loop: allocates nothing. */
    void end(int day) {
        long[] soFar = summing.numbers();
        for (int place = 0; place < rows.length; place++) {
            leaveOpen(soFar, place * Count.COLUMNS);
        }
        for (int i = 0; i < divisions.size(); i++) {
            Division division = divisions.get(i);
            if (division.endsWith(day)) {
                division.close(division.days.of(day), soFar);
            }
        }
    }

    /** Takes out of a row who still waits or will try again; all who wait have been delayed. Rows of groups have neither. */
    private static void leaveOpen(long[] numbers, int at) {
        long waiting = numbers[at + Count.OFFERED] - sum(Count.OUTCOMES, numbers, at);
        if (waiting > 0) {
            numbers[at + Count.OFFERED] -= waiting;
            numbers[at + Count.DELAYED] -= waiting;
        }
        numbers[at + Count.PERSONS] = sum(Count.PERSON_OUTCOMES, numbers, at);
    }

    private static long sum(List<Integer> columns, long[] numbers, int at) {
        long sum = 0;
        for (int i = 0; i < columns.size(); i++) {
            sum += numbers[at + columns.get(i)];
        }
        return sum;
    }

    /** Whether there are periods. */
    boolean any() {
        return !divisions.isEmpty();
    }

    /** The replication is over: what was counted in each period, by kind. */
    Map<Period, List<RunSummary>> finish(long replication) {
        Map<Period, List<RunSummary>> periods = new EnumMap<>(Period.class);
        long[] all = summing.numbers();
        for (Division division : divisions) {
            division.close(division.lastPeriod(), all);
            periods.put(division.period, division.summaries(replication));
        }
        return periods;
    }

    /** The periods of one kind. */
    private final class Division {
        private final Period period;
        private final Periods days;
        private final int[] ofRows;
        private final int[] places; // of these in rows
        private long[] upTo; // what had been counted when the last period ended
        private long[][] numbers; // of each period: [place × columns + place of the column]

        Division(Period period, Periods days, int[] ofRows) {
            this.period = period;
            this.days = days;
            this.ofRows = ofRows;
            places = Arrays.stream(ofRows).map(row -> Arrays.binarySearch(rows, row)).toArray();
        }

        void start() {
            upTo = new long[ofRows.length * columns.count()];
            numbers = new long[days.count()][upTo.length];
        }

        boolean endsWith(int day) {
            int ended = days.of(day);
            int begun = days.of(day + 1);
            return ended >= 0 && begun >= 0 && ended != begun;
        }

        int lastPeriod() {
            return Arrays.stream(days.ofDay()).filter(of -> of >= 0).reduce((first, second) -> second).orElseThrow();
        }

        void close(int ended, long[] soFar) {
            long[] to = numbers[ended];
            for (int i = 0; i < places.length; i++) {
                int from = places[i] * Count.COLUMNS;
                for (int place = 0; place < columns.count(); place++) {
                    int at = i * columns.count() + place;
                    long now = soFar[from + columns.at(place)];
                    to[at] = Count.isLevel(columns.at(place)) ? now : to[at] + now - upTo[at];
                    upTo[at] = now;
                }
            }
        }

        List<RunSummary> summaries(long replication) {
            List<RunSummary> summaries = Arrays.stream(numbers).map(of -> RunSummary.ofKept(replication, ofRows, columns, of)).toList();
            numbers = null; // the summaries' now
            return summaries;
        }
    }
}
