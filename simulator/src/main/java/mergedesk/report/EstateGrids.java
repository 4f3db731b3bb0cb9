package mergedesk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Estate;
import mergedesk.results.Scope;
import mergedesk.results.Study;

/** What services run on, in tables: how long applications are up, and what rooms draw. */
final class EstateGrids {
    private static final double KILO = 1000;
    private static final Map<String, String> APPLICATIONS = new LinkedHashMap<>();
    private static final Map<String, String> WEEKDAYS = new LinkedHashMap<>();
    private static final Map<String, String> ROOMS = new LinkedHashMap<>();

    static {
        APPLICATIONS.put("availability_open", "Up while desks are open");
        APPLICATIONS.put("availability", "Up, night and day");
        APPLICATIONS.put("outages", "Outages");
        APPLICATIONS.put("outage_mean", "Mean outage");
        APPLICATIONS.put("outage_longest", "Longest of a run, mean of all runs");
        WEEKDAYS.put("outages", "Outages");
        WEEKDAYS.put("downtime", "Time down");
        WEEKDAYS.put("availability_open", "Has what it needs, while open");
        ROOMS.put("energy", "kWh a year");
        ROOMS.put("pue", "PUE");
        ROOMS.put("carbon", "kg CO₂e a year");
        ROOMS.put("rent", "Rent a year");
    }

    private final Study study;
    private final KpiIndex kpis;

    EstateGrids(Study study, KpiIndex kpis) {
        this.study = study;
        this.kpis = kpis;
    }

    /** Those for which there is anything to say. */
    List<Grid> all() {
        List<Grid> grids = new ArrayList<>();
        List<KpiIndex.Place> applications = kpis.places(Scope.Kind.APPLICATION);
        if (!applications.isEmpty()) {
            grids.add(grid("applications", "Applications", "", "Application", APPLICATIONS, applications, Map.of()));
            weekdays().ifPresent(grids::add);
        }
        List<KpiIndex.Place> rooms = new ArrayList<>(kpis.places(Scope.Kind.ROOM));
        if (!rooms.isEmpty()) {
            Map<String, List<String>> space = new LinkedHashMap<>();
            study.estate().rooms().forEach(room -> space.put(room.id(), space(room)));
            rooms.addAll(kpis.places(Scope.Kind.DATACENTRE).size() > 1 ? kpis.places(Scope.Kind.DATACENTRE) : List.of());
            grids.add(grid("rooms", "Machine rooms", "Power is that of machines at their usual load, and of the room beside; PUE is the sum divided by that of machines. By room, then by datacentre." + (study.plan().isEmpty() ? "" : " Where the plan changes them, means over the run; racks and kW at full load are those at its start."), "Room or datacentre", ROOMS, rooms, space));
        }
        return grids;
    }

    /** All applications together; none where there is no whole week, or nothing was ever down. */
    private Optional<Grid> weekdays() {
        PeriodText text = new PeriodText(study.manifest());
        List<KpiIndex.Place> days = kpis.by(Scope.Kind.WEEKDAY, Scope.OVERALL).stream()
                .map(day -> new KpiIndex.Place(day.scope(), text.name(Scope.Kind.WEEKDAY, day.name()), day.estimateByMeasure()))
                .toList();
        boolean anyDown = days.stream().anyMatch(day -> day.estimate("downtime").value() > 0);
        return anyDown
                ? Optional.of(grid("outages-by-weekday", "Outages by weekday", "Of all applications together, in a run; an outage counts on the day on which it begins, its time on each.", "Weekday", WEEKDAYS, days, Map.of()))
                : Optional.empty();
    }

    private static Grid grid(String id, String caption, String note, String first, Map<String, String> headings, List<KpiIndex.Place> places, Map<String, List<String>> space) {
        List<String> shown = headings.keySet().stream().filter(measure -> places.stream().anyMatch(place -> !place.estimate(measure).isEmpty())).toList();
        List<Grid.Column> columns = new ArrayList<>(List.of(Grid.words(first)));
        shown.forEach(measure -> columns.add(Grid.number(headings.get(measure))));
        if (!space.isEmpty()) {
            columns.add(Grid.number("Racks"));
            columns.add(Grid.number("kW at full load"));
        }
        Map<String, ValueText> texts = new LinkedHashMap<>();
        shown.forEach(measure -> texts.put(measure, ValueText.of(measure).ofAll(places.stream().map(place -> place.estimate(measure)))));
        List<List<String>> rows = new ArrayList<>();
        for (KpiIndex.Place place : places) {
            List<String> row = new ArrayList<>(List.of(place.name()));
            texts.forEach((measure, text) -> row.add(text.text(place.estimate(measure))));
            if (!space.isEmpty()) {
                row.addAll(space.getOrDefault(place.scope().kind() == Scope.Kind.ROOM ? place.scope().name() : "", List.of("", "")));
            }
            rows.add(row);
        }
        return new Grid(id, caption, note, columns, rows).folding();
    }

    private static List<String> space(Estate.Room room) {
        return List.of(of(room.racksUsed(), room.racks()), of(room.fullWatts() / KILO, room.limitWatts().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(room.limitWatts().getAsDouble() / KILO)));
    }

    private static String of(double used, OptionalDouble most) {
        return NumberText.fixed(used, 1) + (most.isEmpty() ? "" : " of " + NumberText.fixed(most.getAsDouble(), 0));
    }
}
