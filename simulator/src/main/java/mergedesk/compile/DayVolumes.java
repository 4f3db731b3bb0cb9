package mergedesk.compile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.scenario.DatedEvent;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Season;

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
    private final Scenario scenario;
    private final TimeAxis time;
    private final Shapes shapes;
    private final Holidays holidays;
    private final ReferenceYear year;
    private final double[] years;
    private final Map<Pattern, double[]> dayShares = new LinkedHashMap<>();

    DayVolumes(Scenario scenario, TimeAxis time, Shapes shapes, Holidays holidays) {
        this.scenario = scenario;
        this.time = time;
        this.shapes = shapes;
        this.holidays = holidays;
        this.year = new ReferenceYear(time.clock(), scenario.time().start().toLocalDate());
        this.years = time.days().dates().stream().mapToDouble(year::yearsTo).toArray();
    }

    /** Expected count of each day of the calendar. */
    double[] of(Flow flow) {
        double[] expected = dayShares
                .computeIfAbsent(new Pattern(week(flow), flow.season()), this::dayShares)
                .clone();
        double total = total(flow);
        for (int day = 0; day < expected.length; day++) {
            expected[day] *= flow.growth() == 0 ? total : total * StrictMath.pow(1 + flow.growth(), years[day]);
        }
        scenario.events().values().forEach(event -> multiply(expected, event, flow));
        return expected;
    }

    private int week(Flow flow) {
        return shapes.week(flow.profile(), scenario.desks().get(flow.desk()).opening());
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
    private double[] dayShares(Pattern pattern) {
        double reference = 0;
        for (LocalDate date = year.first(); date.isBefore(year.end()); date = date.plusDays(1)) {
            reference += weight(pattern, date);
        }
        List<LocalDate> dates = time.days().dates();
        double[] shares = new double[dates.size()];
        if (reference > 0) {
            double[] catchUp = CatchUp.factors(dates, holidays, date -> weight(pattern, date) > 0);
            for (int day = 0; day < shares.length; day++) {
                LocalDate date = dates.get(day);
                double factor = holidays.contains(date) ? holidays.volume() : catchUp[day];
                shares[day] = weight(pattern, date) / reference * factor;
            }
        }
        return shares;
    }

    private double weight(Pattern pattern, LocalDate date) {
        double weight = shapes.dayWeight(pattern.week(), time.days().kindOf(date));
        Season season = pattern.season() == null ? null : scenario.seasons().get(pattern.season());
        return season == null ? weight : weight * season.byMonth().getOrDefault(date.getMonth(), 1.0);
    }

    /** Whether an event changes the volume of a flow. */
    static boolean concerns(DatedEvent event, Flow flow) {
        return (event.councils().isEmpty() || event.councils().contains(flow.council()))
                && (event.services().isEmpty() || event.services().contains(flow.service()));
    }

    private void multiply(double[] expected, DatedEvent event, Flow flow) {
        if (!concerns(event, flow)) {
            return;
        }
        List<LocalDate> dates = time.days().dates();
        int found = Collections.binarySearch(dates, event.start());
        for (int day = found >= 0 ? found : -found - 1; day < expected.length; day++) {
            long since = ChronoUnit.DAYS.between(event.start(), dates.get(day));
            if (since >= event.shape().size()) {
                return;
            }
            expected[day] *= event.shape().get((int) since);
        }
    }

    private record Pattern(int week, String season) {}
}
