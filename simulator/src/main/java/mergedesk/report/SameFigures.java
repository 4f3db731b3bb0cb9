package mergedesk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.report.text.NumberText;
import mergedesk.results.Study.Assumption;

/** The numbers of a scenario, those that several flows, desks or groups have alike as one: a source that twelve flows cite is one source. */
final class SameFigures {
    private SameFigures() {}

    /** What is the same of all that are put together. */
    private record Alike(String path, String value, String low, String high, String source, String status) {
        static Alike of(Assumption figure) {
            return new Alike(pattern(figure.path()), figure.value(), figure.low(), figure.high(), figure.source(), figure.status());
        }

        /** flows.*.work.mean; what is in no table, or is no part of one of its lines, stays as it is. */
        private static String pattern(String path) {
            String[] parts = path.split("\\.", 3);
            return parts.length == 3 ? parts[0] + ".*." + parts[2] : path;
        }
    }

    /** In the order in which they come first. */
    static List<Assumption> of(List<Assumption> figures) {
        Map<Alike, List<Assumption>> groups = new LinkedHashMap<>();
        figures.forEach(figure -> groups.computeIfAbsent(Alike.of(figure), none -> new ArrayList<>()).add(figure));
        List<Assumption> shown = new ArrayList<>();
        groups.forEach((alike, all) -> shown.add(all.size() == 1 ? all.get(0) : together(alike, all)));
        return shown;
    }

    private static Assumption together(Alike alike, List<Assumption> all) {
        String table = alike.path.contains(".*.") ? alike.path.substring(0, alike.path.indexOf('.')) : "places";
        String path = alike.path + ", " + NumberText.count(all.size()) + " " + table;
        return new Assumption(path, alike.value, alike.low, alike.high, alike.source, alike.status, all.get(0).where() + " and " + NumberText.count(all.size() - 1L) + " more");
    }
}
