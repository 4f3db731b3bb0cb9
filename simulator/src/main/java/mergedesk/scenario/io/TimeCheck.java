package mergedesk.scenario.io;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TimeFrame;

/** The calendar of the run. */
final class TimeCheck {
    private static final List<Duration> INTERVALS =
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(60));

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
        if (time.start() == null || time.length() == null) {
            return;
        }
        LocalDateTime end = end(time);
        if (end == null || end.isAfter(time.start().plusYears(Times.LONGEST_YEARS))) {
            places.fault(
                    "time.length", "the horizon is longer than " + Times.LONGEST_YEARS + " years", "check the unit");
        }
    }

    /** The end of the horizon; null beyond the calendar. */
    private static LocalDateTime end(TimeFrame time) {
        try {
            return time.length().endFrom(time.start());
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private void checkEnd(TimeFrame time) {
        boolean warms = time.warmUp() != null && !time.warmUp().isZero();
        if (time.end() == TimeFrame.End.DRAIN && warms) {
            places.fault(
                    "time.warm_up",
                    "a run that drains counts everything from its start",
                    "write end: cut, or remove warm_up");
        }
        if (time.end() == TimeFrame.End.DRAIN && time.batches() > 1) {
            places.fault("time.batches", "only a run that is cut has batches", "write end: cut, or remove batches");
        }
        LocalDateTime end = time.start() == null || time.length() == null ? null : end(time);
        if (warms
                && end != null
                && time.end() == TimeFrame.End.CUT
                && time.warmUp()
                                .compareTo(
                                        Duration.of(ChronoUnit.SECONDS.between(time.start(), end), ChronoUnit.SECONDS))
                        >= 0) {
            places.fault(
                    "time.warm_up", "nothing is left to count after the warm-up", "make it shorter than time.length");
        }
    }
}
