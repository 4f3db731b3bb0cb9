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
        share("availability", "Has what it needs, night and day",
                "of an application: time that it is up / time. Of contacts: time mean of the product over the applications that a flow needs of (1 − share that needs it × down); flows weigh what is expected of them" + ONLY,
                Count.SUPPLIED, Count.TO_SUPPLY);
        share("availability_open", "Has what it needs, while desks are open", "the same while the flow's desk, or any desk that needs the application, is open", Count.SUPPLIED_OPEN, Count.TO_SUPPLY_OPEN);
        Measure.add(new Measure("outages", "Outages", Unit.COUNT, "times that an application went down, or was down when the window began, overall of all of them", Subject.APPLICATIONS, Measure.sum(Count.OUTAGES), null, 1, Double.NaN, null));
        seconds("downtime", "Time down", "time down, all outages together", Measure.sum(Count.DOWN), null);
        seconds("outage_mean", "Mean outage", "time down in the window / outages", Measure.sum(Count.DOWN), Measure.sum(Count.OUTAGES));
        seconds("outage_longest", "Longest outage", "the longest of the outages of a replication, or batch, as far as they lie in it, 0 where there is none; the mean of these, so that it may be below the mean outage", Measure.sum(Count.LONGEST_OUTAGE), null);
    }

    private static void share(String id, String title, String equation, int numerator, int denominator) {
        Measure.add(new Measure(id, title, Unit.SHARE, equation, Subject.AVAILABILITY, Measure.sum(numerator), Measure.sum(denominator), 1, Double.NaN, null));
    }

    private static void seconds(String id, String title, String equation, Sum numerator, Sum denominator) {
        Measure.add(new Measure(id, title, Unit.SECONDS, equation, Subject.APPLICATIONS, numerator, denominator, Measure.SECOND, Double.NaN, null));
    }
}
