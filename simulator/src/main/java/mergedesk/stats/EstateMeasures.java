package mergedesk.stats;

import mergedesk.observe.Count;
import mergedesk.stats.Measure.Subject;
import mergedesk.stats.Measure.Sum;
import mergedesk.stats.Measure.Unit;

/** Measures of applications that fail: how long they are up, and how often they are not. */
final class EstateMeasures {
    private static final String ONLY = "; only where something fails, like the next five";

    private EstateMeasures() {}

    /** Adds them to the measures, in the order of tables. */
    static void add() {
        share("availability", "Up", "(time − time down) / time, night and day" + ONLY, Measure.sum(Count.WINDOW).minus(Count.DOWN), Measure.sum(Count.WINDOW));
        share("availability_open", "Up, while desks are open", "the same while any desk that needs the application is open", Measure.sum(Count.OPEN).minus(Count.DOWN_OPEN),
                Measure.sum(Count.OPEN));
        Measure.add(new Measure("outages", "Outages", Unit.COUNT, "times that it went down", Subject.APPLICATIONS, Measure.sum(Count.OUTAGES), null, 1, Double.NaN, null));
        seconds("downtime", "Time down", "time down, all outages together", Measure.sum(Count.DOWN), null);
        seconds("outage_mean", "Mean outage", "time down / outages", Measure.sum(Count.DOWN), Measure.sum(Count.OUTAGES));
        seconds("outage_longest", "Longest outage", "the longest of the outages of a replication, or batch, 0 where there is none; the mean of these", Measure.sum(Count.LONGEST_OUTAGE), null);
    }

    private static void share(String id, String title, String equation, Sum numerator, Sum denominator) {
        Measure.add(new Measure(id, title, Unit.SHARE, equation, Subject.APPLICATIONS, numerator, denominator, 1, Double.NaN, null));
    }

    private static void seconds(String id, String title, String equation, Sum numerator, Sum denominator) {
        Measure.add(new Measure(id, title, Unit.SECONDS, equation, Subject.APPLICATIONS, numerator, denominator, Measure.SECOND, Double.NaN, null));
    }
}
