package mergedesk.stats;

import mergedesk.observe.Count;
import mergedesk.stats.Measure.Subject;
import mergedesk.stats.Measure.Sum;
import mergedesk.stats.Measure.Unit;

/** Measures of deferred work. Each piece counts when something happens to it: what came, was taken up, was finished in the window, and what was open then. */
final class DeferredMeasures {
    private static final String WORKING = " while its desk was open";

    private DeferredMeasures() {}

    /** Adds them to the measures, in the order of tables. */
    static void add() {
        count("received", "Deferred work received", "pieces that came", Count.RECEIVED);
        count("finished", "Deferred work finished", "pieces that were finished, whenever they came", Count.FINISHED);
        count("backlog_end", "Backlog at the end", "open pieces at the end = at the start + received + reopened − finished; with batches the mean of their ends", Count.BACKLOG_END);
        count("overdue_end", "Overdue at the end", "open pieces whose time to be finished is over, at the end; with batches the mean of their ends", Count.RESOLUTION_OVERDUE);
        ratio("backlog_mean", "Backlog, mean", Unit.NUMBER, "time integral of the number of open pieces / time", Measure.sum(Count.BACKLOG), Measure.sum(Count.WINDOW), 1);
        ratio("backlog_age_mean", "Age of the backlog, mean", Unit.SECONDS, "sum over the ends of days of the ages of open pieces / sum of their numbers",
                Measure.sum(Count.BACKLOG_AGE), Measure.sum(Count.BACKLOG_PIECES), 1);
        ratio("backlog_oldest", "Age of the oldest piece, mean", Unit.SECONDS, "sum over the ends of days of the age of the oldest open piece / ends of days",
                Measure.sum(Count.BACKLOG_OLDEST), Measure.sum(Count.DAY_ENDS), 1);
        count("held", "Held by outages", "pieces that began to wait for an application that was down, each time; only where some `needs` has deferred work held", Count.SET_ASIDE);
        seconds("response_mean", "Mean time until taken up", "sum of times from coming to being first taken up / taken up", Count.RESPONSE, Count.STARTED);
        seconds("response_mean_working", "Mean time until taken up, in opening hours", "the same times" + WORKING, Count.RESPONSE_WORKING, Count.STARTED);
        share("response_within_target", "Taken up in time", "taken up within respond_within / (taken up + overdue at the end and not taken up), of flows with that target", Count.RESPONSE_WITHIN, Count.RESPONSE_DUE, Count.RESPONSE_OVERDUE);
        seconds("resolution_mean", "Mean time until finished", "sum of times from coming to the end of work / finished", Count.RESOLUTION, Count.FINISHED);
        seconds("resolution_mean_working", "Mean time until finished, in opening hours", "the same times" + WORKING + " and they were not on hold", Count.RESOLUTION_WORKING, Count.FINISHED);
        share("resolution_within_target", "Finished in time", "finished within resolve_within / (finished + open and overdue at the end), of flows with that target", Count.RESOLUTION_WITHIN, Count.RESOLUTION_DUE, Count.RESOLUTION_OVERDUE);
        tickets();
        for (int percent : new int[] {50, 90, 95, 99}) {
            Measure.add(new Measure("resolution_p" + percent, percent + " % were finished after at most", Unit.SECONDS,
                    "smallest t with (finished within t) / finished >= " + percent / 100.0, Subject.DEFERRED_WORK, null, null, Measure.SECOND, percent / 100.0, null));
        }
    }

    private static void tickets() {
        seconds("on_hold_mean", "Mean time on hold", "sum of times on hold of finished tickets / finished tickets; only where there are tickets, like the next three", Count.ON_HOLD, Count.TICKETS);
        ratio("reassignments_mean", "Reassignments of a ticket, mean", Unit.NUMBER, "times that finished tickets went from group to group / finished tickets",
                Measure.sum(Count.REASSIGNED), Measure.sum(Count.TICKETS), 1);
        count("reopened", "Tickets reopened", "tickets that came back after they were finished; each counts as if it came anew", Count.REOPENED);
        count("closed", "Tickets closed", "finished tickets that cannot be reopened any more", Count.CLOSED);
    }

    private static void count(String id, String title, String equation, int column) {
        Measure.add(new Measure(id, title, Unit.COUNT, equation, Subject.DEFERRED_WORK, Measure.sum(column), null, 1, Double.NaN, null));
    }

    private static void share(String id, String title, String equation, int column, int... of) {
        ratio(id, title, Unit.SHARE, equation, Measure.sum(column), Measure.sum(of), 1);
    }

    private static void seconds(String id, String title, String equation, int column, int of) {
        ratio(id, title, Unit.SECONDS, equation, Measure.sum(column), Measure.sum(of), Measure.SECOND);
    }

    private static void ratio(String id, String title, Unit unit, String equation, Sum numerator, Sum denominator, double scale) {
        Measure.add(new Measure(id, title, unit, equation, Subject.DEFERRED_WORK, numerator, denominator, scale, Double.NaN, null));
    }
}
