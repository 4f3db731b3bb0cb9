package mergedesk.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The most calls of a day that can be answered in the time that agents have: those that take the shortest on average. A day of a hundred calls of a minute and twenty of
 * half an hour is mostly answered by agents who can do a quarter of its work.
 */
final class ShortestFirst {
    private static final Comparator<Lot> BY_LENGTH = Comparator.comparingDouble(Lot::seconds);

    private final List<Lot> lots = new ArrayList<>();
    private double all;
    private double answerable;

    /** Calls that take as long as one another, on average, in seconds. */
    private record Lot(double seconds, double calls) {}

    /** Such calls come on the day in progress. */
    void add(double seconds, double calls) {
        int last = lots.size() - 1;
        if (last >= 0 && lots.get(last).seconds == seconds) {
            lots.set(last, new Lot(seconds, lots.get(last).calls + calls));
        } else {
            lots.add(new Lot(seconds, calls));
        }
    }

    /** The day is over, on which agents had so many seconds. */
    void closeDay(double capacity) {
        double left = capacity;
        lots.sort(BY_LENGTH);
        for (Lot lot : lots) {
            double work = lot.seconds * lot.calls;
            all += lot.calls;
            answerable += work <= left ? lot.calls : left / lot.seconds;
            left = Math.max(0, left - work);
        }
        lots.clear();
    }

    /** Calls of all days that are over. */
    double all() {
        return all;
    }

    /** Those of them that could be answered on their day. */
    double answerable() {
        return answerable;
    }
}
