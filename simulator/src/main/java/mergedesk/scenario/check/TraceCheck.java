package mergedesk.scenario.check;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.Trace;
import mergedesk.scenario.WeeklyHours.TimeRange;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.Place;
import mergedesk.scenario.tree.Places;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.Unlisted;

/** Whether recorded arrivals say when everybody came, once, at times that there were, and nothing that a recording has already in it. */
final class TraceCheck {
    private static final int MOST_UNLISTED = 9_980;

    private final Scenario scenario;
    private final Places places;
    private final RowPlaces files;
    private final ZoneRules rules;
    private int listed;
    private Unlisted unlisted;

    /** Where the rows of lists stand that came from files. */
    public interface RowPlaces {
        /** The place of the row that became number {@code index} of {@code rows}. */
        Place of(List<?> rows, int index);
    }

    TraceCheck(Scenario scenario, Places places, RowPlaces files) {
        this.scenario = scenario;
        this.places = places;
        this.files = files;
        ZoneId zone = scenario.time() == null ? null : scenario.time().zone();
        this.rules = zone == null ? null : zone.getRules();
    }

    void check() {
        scenario.flows().forEach((id, flow) -> {
            if (flow.trace() != null) {
                refuseWhatIsRecorded(flow, "flows." + id);
                checkFiles(flow, "flows." + id + ".trace");
            }
        });
    }

    private void refuseWhatIsRecorded(Flow flow, String path) {
        String advice = "remove it, or give a volume";
        if (flow.basis() != Flow.Basis.CALLERS) {
            places.fault(
                    path + ".basis",
                    "recorded contacts come as they were recorded, each as a person's first attempt",
                    "leave redials out of the file and remove basis, or give a volume");
        }
        for (String key : List.of("redials", "profile", "season", "growth")) {
            if (places.written(path + "." + key)) {
                places.fault(path + "." + key, "recorded contacts come as they were recorded", advice);
            }
        }
    }

    private void checkFiles(Flow flow, String path) {
        Trace trace = flow.trace();
        if (!places.sound(path)) {
            return;
        }
        boolean counted = trace.countsFile() != null;
        if (counted == (trace.timesFile() != null)) {
            places.fault(path, "a trace has either times or counts", "write exactly one of times_file and counts_file");
        } else if (trace.times().isEmpty() && trace.counts().isEmpty()) {
            places.fault(
                    path + (counted ? ".counts_file" : ".times_file"),
                    "the file has no rows",
                    "give a flow that nobody calls a volume of 0 / year");
        } else if (counted) {
            checkInterval(flow, path);
        } else if (places.written(path + ".interval")) {
            places.fault(path + ".interval", "exact times have no interval", "remove it");
        } else {
            checkTimes(trace);
        }
    }

    private void checkTimes(Trace trace) {
        List<LocalDateTime> times = trace.times();
        listed = 0;
        unlisted = new Unlisted(MOST_UNLISTED);
        for (ZoneOffsetTransition change :
                rules == null
                        ? List.<ZoneOffsetTransition>of()
                        : TimeFrame.changes(times.get(0), times.get(times.size() - 1), rules)) {
            int end = trace.timesBefore(change.getDateTimeAfter());
            for (int i = trace.timesBefore(change.getDateTimeBefore()); i < end && !unlisted.isFull(); i++) {
                refuseSkipped(times, i, "time", times.get(i), change);
            }
        }
        unlisted.tell(places::faultIn);
    }

    private void checkInterval(Flow flow, String path) {
        Duration interval = flow.trace().interval();
        boolean written = places.written(path + ".interval");
        String at = path + (written ? ".interval" : ".counts_file");
        if (interval == null) {
            places.fault(at, "one row does not show how long its interval is", "write interval: 30 min beside it");
        } else if (interval.isZero()) {
            places.fault(at, "an interval cannot be empty", "write its length, such as 30 min");
        } else if (interval.compareTo(Duration.ofDays(1)) > 0) {
            places.fault(
                    at,
                    (written ? "" : "most rows are " + Times.written(interval) + " apart, and ")
                            + "a counted interval is at most a day long",
                    "give counts by the day or by shorter intervals");
        } else if (rules != null) {
            checkRows(flow, flow.trace().counts(), interval);
        }
    }

    private void checkRows(Flow flow, List<Trace.Count> rows, Duration interval) {
        listed = 0;
        unlisted = new Unlisted(MOST_UNLISTED);
        for (int i = 0; i < rows.size() && !unlisted.isFull(); i++) {
            LocalDateTime start = rows.get(i).start();
            ZoneOffsetTransition change = rules.getTransition(start);
            if (change != null
                    && change.isGap()
                    && rows.get(i).count() > 0
                    && !start.plus(interval).isAfter(change.getDateTimeAfter())) {
                refuseSkipped(rows, i, "start", start, change);
            }
            if (i > 0) {
                checkNeighbours(flow, rows, i, interval);
            }
        }
        unlisted.tell(places::faultIn);
    }

    /** Whether a row begins where the one before it ends; overnight, and while the desk is closed, it may begin later. */
    private void checkNeighbours(Flow flow, List<Trace.Count> rows, int i, Duration interval) {
        LocalDateTime before = rows.get(i - 1).start();
        LocalDateTime end = before.plus(interval);
        LocalDateTime start = rows.get(i).start();
        if (start.isBefore(end)) {
            refuse(
                    rows,
                    i,
                    "start",
                    start,
                    "the interval from " + before + " is " + Times.written(interval)
                            + " long and goes on beyond this start",
                    "give all intervals one length, or say another beside the file: interval: "
                            + Times.written(Duration.between(before, start)));
        } else if (start.toLocalDate().equals(before.toLocalDate()) && isOpen(flow, end, start)) {
            refuse(
                    rows,
                    i,
                    "start",
                    start,
                    "no row says how many came from " + end.toLocalTime() + " to " + start.toLocalTime(),
                    "write a row for every interval, with a count of 0 where nobody came");
        }
    }

    private void refuseSkipped(
            List<?> rows, int index, String column, LocalDateTime value, ZoneOffsetTransition change) {
        refuse(
                rows,
                index,
                column,
                value,
                "there was no such time: the clocks went from "
                        + change.getDateTimeBefore().toLocalTime() + " to "
                        + change.getDateTimeAfter().toLocalTime(),
                "check in which zone the file was written");
    }

    /** Whether the desk is open at a moment between two times of a day, which the clock shows. */
    private boolean isOpen(Flow flow, LocalDateTime from, LocalDateTime to) {
        Desk desk = scenario.desks().get(flow.desk());
        ZoneOffsetTransition change = rules.getTransition(from);
        LocalDateTime begin = change != null && change.isGap() ? change.getDateTimeAfter() : from;
        return desk != null
                && desk.opening() != null
                && begin.isBefore(to)
                && desk.opening().byDay().getOrDefault(from.getDayOfWeek(), List.of()).stream()
                        .anyMatch(range -> overlap(range, begin.toLocalTime(), to.toLocalTime()));
    }

    private static boolean overlap(TimeRange range, LocalTime from, LocalTime to) {
        return range.from().isBefore(to)
                && (range.to().equals(LocalTime.MIDNIGHT) || range.to().isAfter(from));
    }

    private void refuse(List<?> rows, int index, String column, LocalDateTime value, String rule, String advice) {
        Place row = files.of(rows, index);
        if (listed < Unlisted.ENOUGH_FAULTS) {
            listed++;
            places.faultIn(row, column, Tree.quote(value.toString()), rule, advice);
        } else {
            unlisted.add(row);
        }
    }
}
