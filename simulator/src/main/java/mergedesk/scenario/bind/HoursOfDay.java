package mergedesk.scenario.bind;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import mergedesk.scenario.WeeklyHours.TimeRange;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Respelling;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Tree;

/** Reads the opening hours of a day: 08:30-17:00, or several such. */
final class HoursOfDay {
    private static final Misread NO_HOURS = new Misread("these are not opening hours", "write from-to such as 08:30-17:00");
    private static final Syntax<Boolean> HOURS = Syntax.word("", "08:30-17:00", HoursOfDay::areHours);

    private final Faults faults;
    private final Leaves leaves;

    HoursOfDay(Faults faults, Leaves leaves) {
        this.faults = faults;
        this.leaves = leaves;
    }

    /** The times of a day, in order; or null with a fault. */
    List<TimeRange> read(Tree node, String path) {
        List<Tree.Leaf> parts = new ArrayList<>();
        for (Tree item : node instanceof Tree.Items list ? list.items() : List.of(node)) {
            if (!(item instanceof Tree.Leaf leaf) || leaf.text() == null) {
                faults.add(item, path, "opening hours of a day are needed here", "write 08:30-17:00");
                return null;
            }
            for (String part : leaf.text().split(",", -1)) {
                parts.add(new Tree.Leaf(leaf.place(), part.strip()));
            }
        }
        TreeMap<LocalTime, TimeRange> sorted = new TreeMap<>();
        for (Tree.Leaf part : parts) {
            TimeRange range = range(part, path);
            if (range != null && sorted.put(range.from(), range) != null) {
                faults.add(part, path, "two opening times of a day overlap", "write one that covers both");
            }
        }
        LocalTime before = null;
        for (TimeRange range : sorted.values()) {
            if (before != null && (before.equals(LocalTime.MIDNIGHT) || before.isAfter(range.from()))) {
                faults.add(node, path, "two opening times of a day overlap", "write one that covers both");
            }
            before = range.to();
        }
        return List.copyOf(sorted.values());
    }

    private static Boolean areHours(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw NO_HOURS;
        }
        Times.TIME.reader().apply(ends[0].strip());
        Times.END_TIME.reader().apply(ends[1].strip());
        return true;
    }

    private TimeRange range(Tree.Leaf part, String path) {
        String[] ends = part.text().split("-", -1);
        if (ends.length != 2) {
            faults.add(part, path, Respelling.advised(HOURS, part.text(), NO_HOURS));
            return null;
        }
        LocalTime from = leaves.read(Times.TIME, null, new Tree.Leaf(part.place(), ends[0].strip()), path);
        LocalTime to = leaves.read(Times.END_TIME, null, new Tree.Leaf(part.place(), ends[1].strip()), path);
        if (from == null || to == null) {
            return null;
        }
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            faults.add(part, path, "the desk closes before it opens", "split hours past midnight: fri: 20:00-24:00, sat: 00:00-04:00");
            return null;
        }
        return new TimeRange(from, to);
    }
}
