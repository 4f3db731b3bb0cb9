package mergedesk.experiment;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.stats.Measure;
import mergedesk.stats.PeriodObservations;

/**
 * What is kept by date, day by day, then by place and measure. A country's year has two million rows: each is made when it is asked for, and none of them is kept.
 */
final class DailyRows extends AbstractList<Kpi> implements RandomAccess {
    private final PeriodObservations observations;
    private final List<String> dates;
    private final IntFunction<Scope> scope;
    private final List<DayOfPlace> days = new ArrayList<>();

    private record DayOfPlace(int date, int row) {}

    /** {@code scope}: of a row. */
    DailyRows(PeriodObservations observations, List<String> dates, IntFunction<Scope> scope) {
        this.observations = observations;
        this.dates = dates;
        this.scope = scope;
        for (int date = 0; date < observations.count(); date++) {
            for (int row : observations.kept().rows()) {
                if (!observations.isEmpty(date, row)) {
                    days.add(new DayOfPlace(date, row));
                }
            }
        }
    }

    @Override
    public Kpi get(int index) {
        List<Measure> measures = observations.kept().measures();
        DayOfPlace day = days.get(index / measures.size());
        Measure measure = measures.get(index % measures.size());
        Scope where = scope.apply(day.row).in(Scope.Kind.DATE, dates.get(day.date));
        return new Kpi(measure.id(), where, observations.estimate(day.date, measure, day.row));
    }

    @Override
    public int size() {
        return days.size() * observations.kept().measures().size();
    }
}
