package mergedesk.compile;

import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mergedesk.scenario.Profile;
import mergedesk.scenario.Season;
import mergedesk.scenario.WeeklyHours;
import mergedesk.units.Common;

/**
 * Which share of its total each flow has on each civil day, and how that is spread over the day, see {@link DayVolumes} and {@link mergedesk.program.Volumes}: of all flows together, because many have the same. The totals have no part in
 * it.
 */
final class DayShares {
    static final Common<From, DayShares> COMMON = Common.of(DayShares::new);

    /**
     * What they follow from.
     *
     * @param phaseTicks when each phase of the plan but the first begins
     * @param flows by flow, what it is in each phase
     */
    record From(TimeAxis time, Holidays holidays, Map<String, Profile> profiles, Map<String, Season> seasons, List<Long> phaseTicks, List<List<OfFlow>> flows) {}

    /**
     * What the days of a flow follow from in a phase.
     *
     * @param opening hours of its desk
     * @param season null for none
     * @param times how much its total is of what it is at first
     */
    record OfFlow(String profile, WeeklyHours opening, String season, double times) {}

    private final TimeAxis time;
    private final Holidays holidays;
    private final Map<String, Season> seasons;
    private final int[] phaseOfDay;
    private final Shapes shapes;
    private final int[] rowOfFlow;
    private final int[] columnOfDay;
    private final int columns;
    private final double[] share;
    private final int[] shape;

    /** What the days of a flow have in common with those of others: numbers of weeks in {@link Shapes}, and the name of a season or null; {@code times}: of the total at first. */
    private record Row(int week, int holidayWeek, String season, double times) {}

    /** Share and shape of each day of the calendar. */
    private record Days(double[] share, int[] shape) {}

    private DayShares(From from) {
        time = from.time;
        holidays = from.holidays;
        seasons = from.seasons;
        shapes = new Shapes(from.profiles, time.days());
        phaseOfDay = Arrays.stream(time.days().calendar().dayStartTick()).limit(time.days().dates().size()).mapToInt(tick -> Phases.at(from.phaseTicks, tick)).toArray();
        Map<List<Row>, Integer> rows = new LinkedHashMap<>(); // by phase
        rowOfFlow = from.flows.stream().mapToInt(flow -> numberOf(flow.stream().map(this::row).toList(), rows)).toArray();
        List<Days> days = rows.keySet().stream().map(this::days).toList();
        Map<LongBuffer, Integer> columnNumbers = new LinkedHashMap<>();
        columnOfDay = new int[time.days().dates().size()];
        Arrays.setAll(columnOfDay, day -> numberOf(column(days, day), columnNumbers));
        columns = columnNumbers.size();
        share = new double[days.size() * columns];
        shape = new int[share.length];
        for (int row = 0; row < days.size(); row++) {
            for (int day = 0; day < columnOfDay.length; day++) {
                share[row * columns + columnOfDay[day]] = days.get(row).share[day];
                shape[row * columns + columnOfDay[day]] = days.get(row).shape[day];
            }
        }
    }

    int[] rowOfFlow() {
        return rowOfFlow;
    }

    int[] columnOfDay() {
        return columnOfDay;
    }

    int columns() {
        return columns;
    }

    double[] share() {
        return share;
    }

    int[] shape() {
        return shape;
    }

    /** The shapes of days that occur. */
    Shapes shapes() {
        return shapes;
    }

    private static <K> int numberOf(K key, Map<K, Integer> numbers) {
        Integer known = numbers.putIfAbsent(key, numbers.size());
        return known != null ? known : numbers.size() - 1;
    }

    /** All that a day has, to the last bit. */
    private static LongBuffer column(List<Days> rows, int day) {
        long[] column = new long[2 * rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            column[2 * row] = Double.doubleToRawLongBits(rows.get(row).share[day]);
            column[2 * row + 1] = rows.get(row).shape[day];
        }
        return LongBuffer.wrap(column);
    }

    private Row row(OfFlow flow) {
        int week = shapes.week(flow.profile, flow.opening);
        return new Row(week, holidays.profile() == null ? week : shapes.week(holidays.profile(), flow.opening), flow.season, flow.times);
    }

    /** Of each day that of its phase. */
    private Days days(List<Row> byPhase) {
        if (byPhase.stream().distinct().count() == 1) {
            return new Days(dayShares(byPhase.get(0)), dayShapes(byPhase.get(0)));
        }
        List<Days> all = byPhase.stream().map(row -> new Days(dayShares(row), dayShapes(row))).toList();
        double[] shareOfDay = IntStream.range(0, phaseOfDay.length).mapToDouble(day -> all.get(phaseOfDay[day]).share[day]).toArray();
        return new Days(shareOfDay, IntStream.range(0, phaseOfDay.length).map(day -> all.get(phaseOfDay[day]).shape[day]).toArray());
    }

    /** A holiday's shape is that of its own profile, where that has weight on the weekday. */
    private int[] dayShapes(Row row) {
        return time.days().dates().stream()
                .mapToInt(date -> {
                    int kind = time.days().kindOf(date);
                    boolean special = row.holidayWeek != row.week && holidays.contains(date) && shapes.dayWeight(row.holidayWeek, kind) > 0;
                    return shapes.number(special ? row.holidayWeek : row.week, kind);
                })
                .toArray();
    }

    /** Each day's share of the reference year's total, holidays and catch-up included. */
    private double[] dayShares(Row row) {
        double reference = 0;
        for (LocalDate date = time.year().first(); date.isBefore(time.year().end()); date = date.plusDays(1)) {
            reference += weight(row, date);
        }
        List<LocalDate> dates = time.days().dates();
        double[] shares = new double[dates.size()];
        if (reference > 0) {
            double[] catchUp = CatchUp.factors(dates, holidays, date -> weight(row, date) > 0);
            for (int day = 0; day < shares.length; day++) {
                LocalDate date = dates.get(day);
                double factor = holidays.contains(date) ? holidays.volume() : catchUp[day];
                shares[day] = weight(row, date) / reference * factor * row.times;
            }
        }
        return shares;
    }

    private double weight(Row row, LocalDate date) {
        double weight = shapes.dayWeight(row.week, time.days().kindOf(date));
        Season season = row.season == null ? null : seasons.get(row.season);
        return season == null ? weight : weight * season.byMonth().getOrDefault(date.getMonth(), 1.0);
    }
}
