package mergedesk.scenario.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.Places;

/** The calendar of the run. */
final class TimeCheck {
    private static final List<Duration> INTERVALS =
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(60));

    /** A shorter one is a slip of the pen; and whole ticks divide into as many batches as are asked for. */
    private static final Duration SHORTEST_BATCH = Duration.ofSeconds(1);

    private final Scenario scenario;
    private final Places places;

    TimeCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        TimeFrame time = scenario.time();
        if (time != null) {
            checkInterval(time);
            checkHorizon(time);
            checkEnd(time);
        }
    }

    private void checkInterval(TimeFrame time) {
        if (time.interval() == null) {
            return;
        }
        if (!INTERVALS.contains(time.interval())) {
            places.fault("time.interval", "an interval has 15, 30 or 60 minutes", "write 15 min, 30 min or 60 min");
        }
    }

    private void checkHorizon(TimeFrame time) {
        if (time.start() == null || time.length() == null || time.zone() == null) {
            return;
        }
        ZoneOffsetTransition change = time.zone().getRules().getTransition(time.start());
        if (change != null && change.isGap() && !isFirstOfItsDay(time.start(), change)) {
            places.fault(
                    "time.start",
                    "there is no such time in " + time.zone() + ": the clocks went from " + change.getDateTimeBefore()
                            + " to " + change.getDateTimeAfter(),
                    "write " + change.getDateTimeAfter());
        }
        if (!endsInTime(time)) {
            places.fault(
                    "time.length", "the horizon is longer than " + Times.LONGEST_YEARS + " years", "check the unit");
        } else if (!places.sound("time.start")) {
            return;
        } else if (time.duration().isNegative() || time.duration().isZero()) {
            places.fault("time.length", "the run ends when it starts", "write a longer one");
        } else if (time.end() == TimeFrame.End.CUT && time.warmUp() != null) {
            checkWindow(time.warmUp(), time.duration(), time.batches());
        }
    }

    /** A day whose midnight is skipped begins when the clocks have changed. */
    private static boolean isFirstOfItsDay(LocalDateTime start, ZoneOffsetTransition change) {
        return start.toLocalTime().equals(LocalTime.MIDNIGHT)
                && start.toLocalDate().equals(change.getDateTimeAfter().toLocalDate());
    }

    private static boolean endsInTime(TimeFrame time) {
        LocalDateTime end = end(time);
        return end != null && !end.isAfter(time.start().plusYears(Times.LONGEST_YEARS));
    }

    /** The end of the horizon; null beyond the calendar. */
    static LocalDateTime end(TimeFrame time) {
        try {
            return time.length().endFrom(time.start());
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private void checkWindow(Duration warmUp, Duration run, int batches) {
        Duration window = run.minus(warmUp);
        if (window.isNegative() || window.isZero()) {
            places.fault(
                    "time.warm_up",
                    "nothing is left to count after the warm-up",
                    "make it shorter than the run, which lasts " + Times.written(run));
        } else if (window.compareTo(SHORTEST_BATCH.multipliedBy(batches)) < 0) {
            places.fault(
                    "time.batches",
                    "a batch lasts a second or longer, and the warm-up leaves " + Times.written(window),
                    "write " + Math.max(1, window.toSeconds()) + " or less");
        }
    }

    private void checkEnd(TimeFrame time) {
        if (time.end() == TimeFrame.End.DRAIN && time.warmUp() != null && !time.warmUp().isZero()) {
            places.fault(
                    "time.warm_up",
                    "a run that drains counts everything from its start",
                    "write end: cut, or remove warm_up");
        }
        if (time.end() == TimeFrame.End.DRAIN && time.batches() > 1) {
            places.fault("time.batches", "only a run that is cut has batches", "write end: cut, or remove batches");
        }
    }
}
