package mergedesk.experiment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mergedesk.results.CivilDates;
import mergedesk.results.Comparison;
import mergedesk.scenario.Application;
import mergedesk.scenario.Host;
import mergedesk.scenario.Outage;
import mergedesk.scenario.Room;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Supply;
import mergedesk.stats.Measure;

/**
 * Days on which scenarios say that something is down: in every run the same, so that {@code compare} can say what such a day is like on each side. A handful of dates and measures, whatever the scenarios have.
 */
public final class OutageDays {
    /** The first so many dates are compared. */
    static final int MOST = 5;

    /** What is compared of each date. */
    public static final List<Measure> MEASURES = Stream.of("offered", "answered", "abandoned", "abandonment_rate", "sl_answered_of_offered").map(id -> Measure.byId(id).orElseThrow()).toList();

    private OutageDays() {}

    /** Dates on which any of the scenarios has such an outage begin, in order; none where runs are divided into batches, of which nothing is kept by date. */
    public static List<LocalDate> of(Collection<Scenario> scenarios) {
        return scenarios.stream().anyMatch(scenario -> scenario.time().batches() > 1)
                ? List.of()
                : scenarios.stream().flatMap(scenario -> scenario.outages().values().stream()).map(outage -> outage.from().toLocalDate()).distinct().sorted().limit(MOST).toList();
    }

    /** What a scenario says is down on these dates. */
    public static List<Comparison.Down> down(Scenario scenario, List<LocalDate> dates) {
        return scenario.outages().values().stream()
                .filter(outage -> dates.contains(outage.from().toLocalDate()))
                .map(outage -> new Comparison.Down(outage.from().toLocalDate().toString(), names(scenario, outage), hours(outage)))
                .toList();
    }

    private static List<String> names(Scenario scenario, Outage outage) {
        return Stream.of(
                        named(outage.supplies(), scenario.supplies(), Supply::name),
                        named(outage.rooms(), scenario.rooms(), Room::name),
                        named(outage.hosts(), scenario.hosts(), Host::name),
                        named(outage.applications(), scenario.applications(), Application::name))
                .flatMap(names -> names)
                .toList();
    }

    private static <T> Stream<String> named(List<String> ids, Map<String, T> all, Function<T, String> name) {
        return ids.stream().map(id -> name.apply(all.get(id)));
    }

    /** From 10:00 to 14:00; with a date where it ends on another. */
    private static String hours(Outage outage) {
        LocalDateTime to = outage.from().plus(outage.lasts());
        boolean isSameDay = to.toLocalDate().equals(outage.from().toLocalDate());
        return "from " + outage.from().toLocalTime() + " to " + (isSameDay ? to.toLocalTime() : CivilDates.moment(to));
    }
}
