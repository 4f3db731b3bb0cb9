package mergedesk.compile;

import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mergedesk.program.Volumes;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Season;
import mergedesk.scenario.WeeklyHours;

/**
 * The expected count of each flow on each civil day, before busyness.
 *
 * <pre>
 * expected(f, d) = total(f) × weight(f, d) ÷ Σ weight(f, e) over all days e of the reference year
 *                  × growth(f, d) × Π events(f, d) × holiday(f, d)
 *
 * reference year = the 12 months from the civil date of time.start on, see {@link ReferenceYear}
 * total(f)       = volume(f)                    basis callers
 *                = volume(f) × (1 − redials)    basis attempts, after_ivr
 * volume(f)      = what the volume says for the reference year; volume_per_head × population when given so
 * weight(f, d)   = weight of the weekday in the profile × weight of the month in the season
 *                  (on a day with a clock change: of the intervals that it has)
 * growth(f, d)   = (1 + g) ^ (years from time.start to d)
 * events(f, d)   = shape[d − first day] of each dated event that concerns the flow
 * holiday(f, d)  = volume of bank_holidays      when d is one
 *                = Π catch_up                   otherwise, see {@link CatchUp}
 * </pre>
 *
 * <p>So shapes and seasons only move contacts about within the reference year: without growth, events and holidays its days add up to
 * total(f).
 */
final class DayVolumes {
    private final Phases phases;
    private final int[] phaseOfDay;
    private final Scenario scenario; // of the first phase
    private final TimeAxis time;
    private final Shapes shapes;
    private final Holidays holidays;
    private final ReferenceYear year;
    private final List<Flow> flows;

    DayVolumes(Phases phases, TimeAxis time, Shapes shapes, Holidays holidays) {
        this.phases = phases;
        this.scenario = phases.scenarios().get(0);
        phaseOfDay = Arrays.stream(time.days().calendar().dayStartTick()).limit(time.days().dates().size()).mapToInt(phases::at).toArray();
        this.time = time;
        this.shapes = shapes;
        this.holidays = holidays;
        this.year = new ReferenceYear(time.clock(), scenario.time().start().toLocalDate());
        this.flows = List.copyOf(scenario.flows().values());
    }

    /** What the days of a flow have in common with those of others: numbers of weeks in {@link Shapes}, and the name of a season or null; {@code times}: of the total at first. */
    private record Row(int week, int holidayWeek, String season, double times) {}

    /** Share and shape of each day of the calendar. */
    private record Days(double[] share, int[] shape) {}

    Volumes compile() {
        Map<List<Row>, Integer> rows = new LinkedHashMap<>(); // by phase
        int[] rowOfFlow = scenario.flows().keySet().stream().mapToInt(flow -> numberOf(rows(flow), rows)).toArray();
        List<Days> days = rows.keySet().stream().map(this::days).toList();
        Map<LongBuffer, Integer> columns = new LinkedHashMap<>();
        int[] columnOfDay = new int[time.days().dates().size()];
        Arrays.setAll(columnOfDay, day -> numberOf(column(days, day), columns));
        double[] share = new double[days.size() * columns.size()];
        int[] shape = new int[share.length];
        for (int row = 0; row < days.size(); row++) {
            for (int day = 0; day < columnOfDay.length; day++) {
                share[row * columns.size() + columnOfDay[day]] = days.get(row).share[day];
                shape[row * columns.size() + columnOfDay[day]] = days.get(row).shape[day];
            }
        }
        EventTable events = new EventTable(flows, scenario.events().values(), time.days().dates());
        return new Volumes(
                rowOfFlow,
                columnOfDay,
                columns.size(),
                share,
                shape,
                scenario.flows().keySet().stream().mapToDouble(flow -> scenario.flows().get(flow).trace() == null ? unit(flow) : 0).toArray(),
                flows.stream().mapToDouble(flow -> flow.trace() == null ? flow.growth() : 0).toArray(),
                time.days().dates().stream().mapToDouble(year::yearsTo).toArray(),
                events.days(),
                events.offsets(),
                events.factors(),
                events.flowOffsets(),
                events.flows());
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

    private List<Row> rows(String id) {
        double unit = unit(id);
        return IntStream.range(0, phases.scenarios().size()).mapToObj(phase -> row(phases.scenarios().get(phase), phases.flow(phase, id), unit)).toList();
    }

    private Row row(Scenario phase, Flow flow, double unit) {
        WeeklyHours opening = phase.desks().get(flow.desk()).opening();
        int week = shapes.week(flow.profile(), opening);
        double times = flow.trace() != null || unit == 0 ? 1 : total(flow) / unit;
        return new Row(week, holidays.profile() == null ? week : shapes.week(holidays.profile(), opening), flow.season(), times);
    }

    /** What the totals of a flow are multiples of: the first that is more than 0, so that those who are there from the start are no different for what comes later. */
    private double unit(String id) {
        return phases.scenarios().stream().map(phase -> phase.flows().get(id)).filter(flow -> flow.trace() == null).mapToDouble(this::total).filter(total -> total > 0).findFirst().orElse(0);
    }

    /** Of each day that of its phase. */
    private Days days(List<Row> byPhase) {
        if (byPhase.stream().distinct().count() == 1) {
            return new Days(dayShares(byPhase.get(0)), dayShapes(byPhase.get(0)));
        }
        List<Days> all = byPhase.stream().map(row -> new Days(dayShares(row), dayShapes(row))).toList();
        double[] share = new double[phaseOfDay.length];
        int[] shape = new int[phaseOfDay.length];
        Arrays.setAll(share, day -> all.get(phaseOfDay[day]).share[day]);
        Arrays.setAll(shape, day -> all.get(phaseOfDay[day]).shape[day]);
        return new Days(share, shape);
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

    private double total(Flow flow) {
        double volume = flow.volume() != null
                ? year.count(flow.volume())
                : year.count(flow.volumePerHead()) * population(flow.council());
        return flow.basis() == Flow.Basis.CALLERS ? volume : volume * (1 - flow.redials());
    }

    private double population(String council) {
        Double population = scenario.councils().get(council).population();
        if (population == null) {
            throw new IllegalArgumentException("councils." + council + ": no population for volume_per_head");
        }
        return population;
    }

    /** Each day's share of the reference year's total, holidays and catch-up included. */
    private double[] dayShares(Row row) {
        double reference = 0;
        for (LocalDate date = year.first(); date.isBefore(year.end()); date = date.plusDays(1)) {
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
        Season season = row.season == null ? null : scenario.seasons().get(row.season);
        return season == null ? weight : weight * season.byMonth().getOrDefault(date.getMonth(), 1.0);
    }
}
