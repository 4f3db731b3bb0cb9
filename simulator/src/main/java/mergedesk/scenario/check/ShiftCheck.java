package mergedesk.scenario.check;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Shift;
import mergedesk.scenario.WeeklyHours;
import mergedesk.scenario.WeeklyHours.TimeRange;
import mergedesk.scenario.text.Days;
import mergedesk.scenario.tree.Places;

/** Staffing of the groups: one way of giving it, shifts inside the opening hours, breaks inside the shifts. */
final class ShiftCheck {
    private static final int DAY_MINUTES = 24 * 60;

    private final Scenario scenario;
    private final Places places;

    ShiftCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        scenario.groups().forEach((id, group) -> {
            String path = "groups." + id;
            boolean staffing = places.written(path + ".staffing");
            if (staffing == places.written(path + ".shifts")) {
                places.fault(
                        path,
                        staffing ? "the group has staffing and shifts" : "the group has no staffing",
                        "write exactly one of staffing and shifts");
            }
            for (int i = 0; i < group.shifts().size(); i++) {
                checkShift(group, group.shifts().get(i), path + ".shifts[" + i + "]");
            }
        });
    }

    private void checkShift(AgentGroup group, Shift shift, String path) {
        if (!places.sound(path + ".start") || !places.sound(path + ".end") || !places.sound(path + ".overnight")) {
            return;
        }
        int length = length(shift);
        if (length <= 0) {
            places.fault(
                    path + ".end",
                    "the shift ends before its start " + shift.start(),
                    "write a later end, or overnight: true if it crosses midnight");
            return;
        }
        if (length > DAY_MINUTES) {
            places.fault(
                    path + ".overnight",
                    "the shift is longer than 24 hours",
                    "remove overnight, or write an earlier end");
            return;
        }
        Desk desk = scenario.desks().get(group.desk());
        if (desk != null
                && desk.opening() != null
                && places.sound(path + ".days")
                && places.sound("desks." + group.desk())) {
            checkOpening(shift, desk.opening(), group.desk(), path);
        }
        for (int i = 0; i < shift.breaks().size(); i++) {
            if (places.sound(path + ".breaks[" + i + "]")) {
                checkBreak(shift, length, shift.breaks().get(i), path + ".breaks[" + i + "].at");
            }
        }
    }

    private void checkBreak(Shift shift, int length, Shift.Break pause, String path) {
        int offset = minutes(pause.at()) - minutes(shift.start());
        if (offset < 0 && shift.overnight()) {
            offset += DAY_MINUTES;
        }
        if (offset < 0 || offset * 60L + pause.length().toSeconds() > length * 60L) {
            places.fault(
                    path,
                    "the break is not inside the shift " + shift.start() + "-" + shift.end(),
                    "move it into the shift");
        }
    }

    /** Minutes from start to end; 00:00 as an end is the end of the day. */
    private static int length(Shift shift) {
        int end = minutes(shift.end());
        if (shift.overnight() || end == 0) {
            end += DAY_MINUTES;
        }
        return end - minutes(shift.start());
    }

    private static int minutes(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private void checkOpening(Shift shift, WeeklyHours opening, String desk, String path) {
        int start = minutes(shift.start());
        int end = start + length(shift);
        for (DayOfWeek day : shift.days()) {
            if (!open(opening, day, start, Math.min(end, DAY_MINUTES))
                    || end > DAY_MINUTES && !open(opening, day.plus(1), 0, end - DAY_MINUTES)) {
                String name = Days.NAMES.get(day.ordinal());
                places.fault(
                        path + (isOpenAt(opening, day, start) ? ".end" : ".start"),
                        "the shift " + shift.start() + "-" + shift.end() + " is outside the opening hours of desk "
                                + desk + " on " + name + " (" + hours(opening, day) + ")",
                        "change the shift, its days, or desks." + desk + ".opening");
                return;
            }
        }
    }

    /** Whether a shift may start then: what is wrong is its end. */
    private static boolean isOpenAt(WeeklyHours opening, DayOfWeek day, int start) {
        return open(opening, day, start, start + 1);
    }

    /** Whether the minutes lie between the first opening and the last closing of the day; a desk may close at noon while people stay. */
    private static boolean open(WeeklyHours opening, DayOfWeek day, int from, int to) {
        List<TimeRange> ranges = opening.byDay().getOrDefault(day, List.of());
        if (ranges.isEmpty()) {
            return false;
        }
        int last = minutes(ranges.get(ranges.size() - 1).to());
        return from >= minutes(ranges.get(0).from()) && to <= (last == 0 ? DAY_MINUTES : last);
    }

    private static String hours(WeeklyHours opening, DayOfWeek day) {
        List<TimeRange> ranges = opening.byDay().getOrDefault(day, List.of());
        Set<String> texts = new LinkedHashSet<>();
        ranges.forEach(range ->
                texts.add(range.from() + "-" + (range.to().equals(LocalTime.MIDNIGHT) ? "24:00" : range.to())));
        return texts.isEmpty() ? "closed" : String.join(", ", texts);
    }
}
