package mergedesk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.report.chart.Chart;
import mergedesk.report.chart.ModelDrawing;
import mergedesk.report.chart.ModelDrawing.Band;
import mergedesk.report.chart.ModelDrawing.Column;
import mergedesk.report.chart.ModelDrawing.Line;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Estate;
import mergedesk.results.Scope;
import mergedesk.results.Study;

/**
 * What services run on, as a drawing: what rooms have in common, the rooms, the applications that run there, and the desks that hang on these.
 *
 * <p>A band from an application to a desk is the wider, the more contacts need it; a dashed one from a room is a standby. Links are lines from the rooms of their datacentre to their desk, below the applications. Whoever supplies an application from outside stands among the rooms.
 */
final class EstatePicture {
    private static final int MOST_BOXES = 12;
    private static final int MOST_LINKS = 8;
    private static final int MOST_HOSTS = 3; // named in the box of their room; the numbers beside name all
    private static final double WIDTH = 457;
    private static final double PLAIN = 0.05; // of bands that carry nothing that can be counted
    private static final String SUPPLY = "supply:"; // a supply among the rooms

    private final Study study;
    private final Estate estate;
    private final Map<String, Estate.Supply> supplies;
    private final Set<String> direct = new LinkedHashSet<>(); // supplies that applications need themselves
    private final Map<String, Map<String, Double>> contacts = new LinkedHashMap<>(); // a year or so, by application and desk

    EstatePicture(Study study) {
        this.study = study;
        estate = study.estate();
        supplies = estate.supplies().stream().collect(Collectors.toMap(Estate.Supply::id, supply -> supply, (a, b) -> a, LinkedHashMap::new));
        estate.applications().forEach(one -> one.needs().stream().filter(supplies::containsKey).forEach(direct::add));
        estate.uses().forEach(use -> contacts.computeIfAbsent(use.application(), none -> new LinkedHashMap<>())
                .merge(use.flow().desk(), use.share() * offered(use.flow()), Double::sum));
    }

    private double offered(Scope flow) {
        double live = study.estimate("offered", flow).value();
        double deferred = study.estimate("received", flow).value();
        return (Double.isNaN(live) ? 0 : live) + (Double.isNaN(deferred) ? 0 : deferred);
    }

    /** None where nothing runs anywhere. */
    Optional<Chart> chart(String id, String title) {
        if (estate.applications().isEmpty() || estate.rooms().isEmpty() && supplies.isEmpty()) {
            return Optional.empty();
        }
        BoxColumn common = common();
        BoxColumn places = places();
        BoxColumn applications = applications();
        BoxColumn desks = desks();
        boolean withCommon = !common.boxes().isEmpty();
        List<Column> columns = new ArrayList<>();
        List<BoxColumn> shown = Stream.of(common, places, applications, desks).filter(column -> !column.boxes().isEmpty()).toList();
        double gap = withCommon ? 24 : 34;
        double width = (WIDTH - gap * (shown.size() - 1)) / shown.size();
        List<String> headings = List.of("In common", "Where it runs", "Applications", "Desks");
        List<BoxColumn> all = List.of(common, places, applications, desks);
        for (BoxColumn column : shown) {
            columns.add(new Column(headings.get(all.indexOf(column)), 1 + columns.size() * (width + gap), width, column == applications, column.boxes()));
        }
        List<Band> bands = new ArrayList<>();
        int first = withCommon ? 1 : 0;
        if (withCommon) {
            estate.rooms().forEach(room -> room.needs().forEach(need -> bands.add(new Band(0, common.box(need), places.box(room.id()), PLAIN))));
            direct.forEach(supply -> supplies.get(supply).needs().forEach(need -> bands.add(new Band(0, common.box(need), places.box(SUPPLY + supply), PLAIN))));
        }
        addRuns(bands, first, places, applications);
        addUses(bands, first + 1, applications, desks);
        List<Line> links = desks.boxes().isEmpty() ? List.of() : links(first, places, desks);
        List<List<String>> rows = estate.applications().stream().limit(ScopeGrids.MOST_ROWS).map(this::row).toList();
        return Optional.of(ModelDrawing.of(id, title, (study.plan().isEmpty() ? "" : "At the start: ") + finding(), columns, bands.stream().distinct().toList(), links,
                List.of("Application", "Runs in", "Standby in", "Needs", "Hosts", "Contacts that need it"), rows));
    }

    private void addRuns(List<Band> bands, int column, BoxColumn places, BoxColumn applications) {
        for (Estate.Application one : estate.applications()) {
            int to = applications.box(one.id());
            one.rooms().forEach(room -> bands.add(new Band(column, places.box(room), to, PLAIN)));
            one.standbyRooms().forEach(room -> bands.add(new Band(column, places.box(room), to, PLAIN, true)));
            one.needs().stream().filter(direct::contains).forEach(supply -> bands.add(new Band(column, places.box(SUPPLY + supply), to, PLAIN)));
        }
    }

    private void addUses(List<Band> bands, int column, BoxColumn applications, BoxColumn desks) {
        double most = Math.max(1, contacts.values().stream().flatMap(byDesk -> byDesk.values().stream()).mapToDouble(Double::doubleValue).sum());
        contacts.forEach((application, byDesk) -> byDesk.forEach((desk, count) -> bands.add(new Band(column, applications.box(application), desks.box(desk), count / most))));
    }

    /** Supplies that rooms or other supplies need. */
    private BoxColumn common() {
        Set<String> needed = new LinkedHashSet<>();
        estate.rooms().forEach(room -> needed.addAll(room.needs()));
        direct.forEach(supply -> needed.addAll(supplies.get(supply).needs()));
        return BoxColumn.of(
                estate.supplies().stream().map(Estate.Supply::id).filter(needed::contains).toList(), MOST_BOXES, supply -> uses(supply), this::supplyLines, others -> List.of(NumberText.count(others.size()) + " others"));
    }

    private long uses(String supply) {
        return estate.rooms().stream().filter(room -> room.needs().contains(supply)).count();
    }

    private List<String> supplyLines(String supply) {
        return List.of(supplies.get(supply).name(), supplies.get(supply).kind());
    }

    private BoxColumn places() {
        Map<String, Estate.Room> rooms = estate.rooms().stream().collect(Collectors.toMap(Estate.Room::id, room -> room, (a, b) -> a, LinkedHashMap::new));
        List<String> keys = Stream.concat(rooms.keySet().stream(), direct.stream().map(SUPPLY::concat)).toList();
        return BoxColumn.of(
                keys,
                MOST_BOXES,
                key -> rooms.containsKey(key) ? rooms.get(key).hosts() : 1,
                key -> key.startsWith(SUPPLY) ? supplyLines(key.substring(SUPPLY.length())) : roomLines(rooms.get(key)),
                others -> List.of(NumberText.count(others.size()) + " others"));
    }

    private List<String> roomLines(Estate.Room room) {
        String name = study.names().of(Scope.room(room.id()));
        List<String> lines = new ArrayList<>(room.datacentre().equals(name) ? List.of(name) : List.of(name, room.datacentre()));
        lines.addAll(room.hosts() <= MOST_HOSTS ? room.hostNames() : List.of(NumberText.count(room.hosts(), "host")));
        return lines;
    }

    private BoxColumn applications() {
        return BoxColumn.of(
                estate.applications().stream().map(Estate.Application::id).toList(),
                MOST_BOXES,
                this::contacts,
                id -> {
                    List<String> lines = new ArrayList<>(List.of(name(id)));
                    double up = study.estimate("availability_open", Scope.application(id)).value();
                    if (!Double.isNaN(up)) {
                        lines.add(NumberText.fixed(100 * up, 2) + "\u00a0% up");
                    }
                    return lines;
                },
                others -> List.of(NumberText.count(others.size()) + " others"));
    }

    private BoxColumn desks() {
        List<String> keys = contacts.values().stream().flatMap(byDesk -> byDesk.keySet().stream()).distinct().toList();
        return BoxColumn.of(
                keys,
                MOST_BOXES,
                desk -> contacts.values().stream().mapToDouble(byDesk -> byDesk.getOrDefault(desk, 0.0)).sum(),
                desk -> List.of(study.names().desk(desk)),
                others -> List.of(NumberText.count(others.size()) + " others"));
    }

    /** From the rooms of their datacentre to the desks that stand in the drawing. */
    private List<Line> links(int column, BoxColumn places, BoxColumn desks) {
        return estate.links().stream()
                .filter(link -> desks.boxOf().containsKey(link.desk()))
                .map(link -> new Line(
                        link.name(),
                        column,
                        estate.rooms().stream().filter(room -> room.datacentre().equals(link.datacentre())).map(room -> places.box(room.id())).distinct().toList(),
                        desks.box(link.desk())))
                .filter(line -> !line.from().isEmpty())
                .limit(MOST_LINKS)
                .toList();
    }

    private double contacts(String application) {
        return contacts.getOrDefault(application, Map.of()).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private String name(String application) {
        return study.names().of(Scope.application(application));
    }

    private String finding() {
        long hosts = estate.rooms().stream().mapToLong(Estate.Room::hosts).sum();
        long sites = estate.rooms().stream().map(Estate.Room::datacentre).distinct().count();
        String where = estate.rooms().isEmpty()
                ? " from outside"
                : " on " + NumberText.count((int) hosts, "host") + " in " + NumberText.count(estate.rooms().size(), "room") + " of " + NumberText.count((int) sites, "datacentre");
        String standby = estate.applications().stream().anyMatch(one -> !one.standbyRooms().isEmpty()) ? " Dashed: a standby." : "";
        int count = estate.applications().size();
        int all = estate.links().size();
        String links = all == 0 ? "" : " Grey lines: " + (all > MOST_LINKS ? MOST_LINKS + " of " + NumberText.count(all, "link") : "links") + ".";
        return NumberText.count(count, "application") + (count == 1 ? " runs" : " run") + where + "." + standby + links;
    }

    private List<String> row(Estate.Application one) {
        String needs = one.needs().stream().map(need -> supplies.containsKey(need) ? supplies.get(need).name() : name(need)).collect(Collectors.joining(", "));
        return List.of(name(one.id()), rooms(one.rooms()), rooms(one.standbyRooms()), needs.isEmpty() ? ValueText.NOTHING : needs, hosts(one), NumberText.rounded(contacts(one.id())));
    }

    private static String hosts(Estate.Application one) {
        String standby = one.standbyNames().isEmpty() ? "" : "; standby " + String.join(", ", one.standbyNames());
        return one.hosts() == 0 ? ValueText.NOTHING : String.join(", ", one.hostNames()) + standby;
    }

    private String rooms(List<String> rooms) {
        return rooms.isEmpty() ? ValueText.NOTHING : rooms.stream().map(room -> study.names().of(Scope.room(room))).collect(Collectors.joining(", "));
    }
}
