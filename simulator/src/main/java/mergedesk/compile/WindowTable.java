package mergedesk.compile;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntBiFunction;
import mergedesk.program.Estate;
import mergedesk.scenario.Maintenance;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TakesDown;
import mergedesk.scenario.WeeklyHours;
import mergedesk.units.Ticks;

/** Planned times of each component: outages with a date, and windows of maintenance outside freezes; in order and apart from each other, from the start to the end of the calendar. */
final class WindowTable {
    private final Scenario scenario;
    private final CivilClock clock;
    private final LocalDate first;
    private final LocalDate end;
    private final List<List<Window>> windows = new ArrayList<>(); // by component

    private record Window(long from, long to) {}

    /** For so many components. */
    WindowTable(Scenario scenario, TimeAxis time, int components) {
        this.scenario = scenario;
        clock = time.clock();
        first = scenario.time().start().toLocalDate();
        LocalDate last = first;
        while (clock.dayStart(last) < time.days().endTick()) {
            last = last.plusDays(1);
        }
        end = last;
        for (int component = 0; component < components; component++) {
            windows.add(new ArrayList<>());
        }
    }

    /** {@code numbers}: of a component, by its kind and name. */
    Estate.Windows compile(ToIntBiFunction<String, String> numbers) {
        scenario.maintenance().values().forEach(maintenance -> add(maintenance, of(maintenance), numbers));
        scenario.outages().values().forEach(outage -> add(outage, from(outage.from(), outage.lasts()), numbers));
        scenario.turns().stream().filter(turn -> turn.begins() && turn.step().down() != null).forEach(turn -> add(turn.step().down(), from(turn.at(), turn.step().down().lasts()), numbers));
        windows.replaceAll(WindowTable::joined);
        int[] offset = new int[windows.size() + 1];
        for (int component = 0; component < windows.size(); component++) {
            offset[component + 1] = offset[component] + windows.get(component).size();
        }
        List<Window> all = windows.stream().flatMap(Collection::stream).toList();
        return new Estate.Windows(offset, all.stream().mapToLong(Window::from).toArray(), all.stream().mapToLong(Window::to).toArray());
    }

    private void add(TakesDown what, List<Window> when, ToIntBiFunction<String, String> numbers) {
        what.supplies().forEach(id -> windows.get(numbers.applyAsInt("supply", id)).addAll(when));
        what.rooms().forEach(id -> windows.get(numbers.applyAsInt("room", id)).addAll(when));
        what.hosts().forEach(id -> windows.get(numbers.applyAsInt("host", id)).addAll(when));
        what.applications().forEach(id -> windows.get(numbers.applyAsInt("application", id)).addAll(when));
    }

    private List<Window> from(LocalDateTime begins, Duration lasts) {
        long from = clock.tick(begins);
        long to = from + Ticks.of(lasts);
        return to > 0 && begins.toLocalDate().isBefore(end) ? List.of(new Window(Math.max(0, from), to)) : List.of();
    }

    private List<Window> of(Maintenance maintenance) {
        List<Window> all = new ArrayList<>();
        if (!maintenance.isWeekly()) {
            add(all, maintenance.from(), maintenance.to());
            return all;
        }
        for (LocalDate date = first.minusDays(1); date.isBefore(end); date = date.plusDays(1)) {
            for (WeeklyHours.TimeRange range : maintenance.every().byDay().getOrDefault(date.getDayOfWeek(), List.of())) {
                LocalDate last = range.to().equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
                add(all, date.atTime(range.from()), last.atTime(range.to()));
            }
        }
        return all;
    }

    private void add(List<Window> all, LocalDateTime from, LocalDateTime to) {
        boolean frozen = false;
        for (LocalDate date = from.toLocalDate(); !date.isAfter(to.minusNanos(1).toLocalDate()) && !frozen; date = date.plusDays(1)) {
            LocalDate day = date;
            frozen = scenario.changeFreezes().values().stream().anyMatch(freeze -> freeze.holds(day));
        }
        Window window = new Window(Math.max(0, clock.tick(from)), clock.tick(to));
        if (!frozen && window.from < window.to && from.toLocalDate().isBefore(end)) {
            all.add(window);
        }
    }

    /** Sorted, those that touch or overlap as one. */
    private static List<Window> joined(List<Window> windows) {
        List<Window> joined = new ArrayList<>();
        for (Window window : windows.stream().sorted(Comparator.comparingLong(Window::from)).toList()) {
            Window before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before == null || before.to < window.from) {
                joined.add(window);
            } else {
                joined.set(joined.size() - 1, new Window(before.from, Math.max(before.to, window.to)));
            }
        }
        return joined;
    }
}
