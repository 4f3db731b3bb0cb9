package mergedesk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Scope;
import mergedesk.stats.Estimate;

/** The tables of results: all measures overall, and the main ones by council, service, channel, desk and group. */
final class ScopeGrids {
    /** Rows of a table; a study of hundreds of councils shows those that need attention. */
    static final int MOST_ROWS = 20;

    /** Columns in order of interest, with headings short enough for a telephone. */
    private static final Map<String, String> HEADINGS = new LinkedHashMap<>();

    static {
        HEADINGS.put("offered", "Offered");
        HEADINGS.put("answer_rate", "Answered");
        HEADINGS.put(Measures.SERVICE_LEVEL, "Answered within T");
        HEADINGS.put("abandonment_rate", "Gave up");
        HEADINGS.put("blocked_share", "Blocked");
        HEADINGS.put("disconnected", "Cut off");
        HEADINGS.put("messages", "Messages");
        HEADINGS.put("self_service_tried", "Self-service");
        HEADINGS.put("containment_rate", "Contained");
        HEADINGS.put("dials", "Dials");
        HEADINGS.put("connects", "Reached");
        HEADINGS.put("mismatch_rate", "In vain");
        HEADINGS.put("incident_contacts", "For outages");
        HEADINGS.put("came_back", "Told to come again");
        HEADINGS.put("availability_open", "Has what it needs, while open");
        HEADINGS.put("wait_mean_answered", "Mean wait");
        HEADINGS.put("wait_p90", "90 % wait at most");
        HEADINGS.put("left_in_chat", "Left the chat");
        HEADINGS.put("occupancy", "Occupancy");
        HEADINGS.put("chats_per_busy_agent", "Chats at once");
        HEADINGS.put("chat_occupancy", "Chat places in use");
        HEADINGS.put("fte", "FTE");
        HEADINGS.put("handle_mean", "Mean handling");
    }

    /** Of places that employ nobody: nought is no news. */
    private static final Set<String> STAFF = Set.of("fte", "occupancy", "chats_per_busy_agent", "chat_occupancy");

    private final KpiIndex kpis;
    private final String contacts;

    /** {@code contacts}: what those do who come, see {@link mergedesk.results.Model#contacts}. */
    ScopeGrids(KpiIndex kpis, String contacts) {
        this.kpis = kpis;
        this.contacts = contacts;
    }

    List<Grid> all() {
        List<Grid> grids = new ArrayList<>();
        addIfSeveral(grids, Scope.Kind.COUNCIL, "By council", "Council");
        addIfSeveral(grids, Scope.Kind.SERVICE, "By service", "Service");
        addIfSeveral(grids, Scope.Kind.CHANNEL, "By channel", "Channel");
        addIfSeveral(grids, Scope.Kind.DESK, "By desk", "Desk");
        new PriorityGrid(kpis).grid().ifPresent(grids::add);
        if (!kpis.places(Scope.Kind.GROUP).isEmpty()) {
            grids.add(byKind(Scope.Kind.GROUP, "By group of agents", "Group"));
        }
        if (!kpis.overall().estimateByMeasure().isEmpty()) {
            grids.add(overall());
        }
        return grids;
    }

    /** The places that need attention most, at most {@link #MOST_ROWS}, in that order; all in their own order if few. */
    static List<KpiIndex.Place> worst(List<KpiIndex.Place> places) {
        if (places.size() <= MOST_ROWS) {
            return places;
        }
        return places.stream()
                .sorted(Comparator.comparingDouble(ScopeGrids::ease))
                .limit(MOST_ROWS)
                .toList();
    }

    /** Low service level first, then high occupancy; places without either last. */
    private static double ease(KpiIndex.Place place) {
        Estimate level = place.estimate(Measures.SERVICE_LEVEL);
        if (!level.isEmpty()) {
            return level.value();
        }
        Estimate occupancy = place.estimate("occupancy");
        return occupancy.isEmpty() ? Double.MAX_VALUE : -occupancy.value();
    }

    /** A table of one row would repeat the key numbers. */
    private void addIfSeveral(List<Grid> grids, Scope.Kind kind, String caption, String nameHeading) {
        if (kpis.places(kind).size() > 1 && kpis.places(kind).stream().anyMatch(ScopeGrids::isShown)) {
            grids.add(byKind(kind, caption, nameHeading));
        }
    }

    /** All but channels of work that waits, which have a table with columns of their own. */
    private static boolean isShown(KpiIndex.Place place) {
        return place.scope().kind() != Scope.Kind.CHANNEL || place.estimate("offered").value() > 0 || !(place.estimate("received").value() > 0);
    }

    private Grid byKind(Scope.Kind kind, String caption, String nameHeading) {
        List<KpiIndex.Place> places = kpis.places(kind).stream().filter(ScopeGrids::isShown).toList();
        Set<String> present = kpis.measures(kind);
        List<String> shown = HEADINGS.keySet().stream()
                .filter(present::contains)
                .filter(measure -> !STAFF.contains(measure) || places.stream().anyMatch(place -> place.estimate(measure).value() > 0))
                .toList();
        List<Grid.Column> columns = new ArrayList<>();
        columns.add(Grid.words(nameHeading));
        shown.forEach(measure -> columns.add(Grid.number(HEADINGS.getOrDefault(measure, measure))));
        List<List<String>> rows = new ArrayList<>();
        for (KpiIndex.Place place : worst(places)) {
            List<String> row = new ArrayList<>();
            row.add(place.name());
            shown.forEach(measure -> row.add(ValueText.of(measure).text(place.estimate(measure))));
            rows.add(row);
        }
        return new Grid("by-" + kind.id(), caption, note(places, shown), columns, rows).folding();
    }

    /** Which places these are, and how many observations are behind them: the most, where some places have fewer. */
    private static String note(List<KpiIndex.Place> places, List<String> shown) {
        long n = places.stream().flatMapToLong(place -> shown.stream().mapToLong(measure -> place.estimate(measure).n())).max().orElse(0);
        String which = places.size() <= MOST_ROWS
                ? ""
                : "The " + MOST_ROWS + " with the lowest service level, or highest occupancy, of "
                        + NumberText.count(places.size()) + "; all are in kpis.csv. ";
        return which + "n = " + NumberText.count(n) + ".";
    }

    private Grid overall() {
        List<List<String>> rows = new ArrayList<>();
        kpis.overall().estimateByMeasure().forEach((measure, estimate) -> {
            ValueText values = ValueText.of(measure);
            rows.add(List.of(Measures.title(measure, contacts), values.text(estimate), NumberText.count(estimate.n()), measure));
        });
        return new Grid(
                "overall",
                "Everything together, by every definition",
                "",
                List.of(Grid.words("Measure"), Grid.number("Value"), Grid.number("n"), Grid.code("In kpis.csv")),
                rows).folding();
    }
}
