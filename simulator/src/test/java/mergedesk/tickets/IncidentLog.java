package mergedesk.tickets;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import mergedesk.failures.SharedData;

/**
 * Every change of 24,918 incidents of a ServiceNow installation, 2016 (UCI Machine Learning Repository no. 498). Of an incident its last row counts; a hold is a run of rows in a state of awaiting something, until the row
 * that ends it.
 */
final class IncidentLog {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm", Locale.ROOT);
    private static final String UNKNOWN = "?";
    private static final int PRIORITIES = 4;
    private static final int MOST_REASSIGNMENTS = 4;
    private static final int[] PERCENTS = {10, 25, 50, 75, 90};

    /** {@code resolvedHours}: NaN where the log does not say when. */
    private record Incident(LocalDateTime opened, double resolvedHours, int priority, int reassignments, int reopenings, double[] holdHours) {}

    private final List<Incident> incidents = new ArrayList<>();

    private IncidentLog() {}

    static IncidentLog read() throws IOException {
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        try (BufferedReader text = SharedData.open("uci_incident_servicenow/incident_event_log.csv.xz")) {
            List<String> columns = List.of(text.readLine().split(","));
            List<String> used = List.of("incident_state", "sys_updated_at", "opened_at", "resolved_at", "priority", "reassignment_count", "reopen_count");
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                String[] cells = line.split(",");
                Map<String, String> row = new LinkedHashMap<>();
                used.forEach(column -> row.put(column, cells[columns.indexOf(column)]));
                rows.computeIfAbsent(cells[columns.indexOf("number")], number -> new ArrayList<>()).add(row);
            }
        }
        IncidentLog log = new IncidentLog();
        rows.values().forEach(of -> log.incidents.add(incident(of)));
        return log;
    }

    private static Incident incident(List<Map<String, String>> rows) {
        Map<String, String> last = rows.get(rows.size() - 1);
        LocalDateTime opened = time(last, "opened_at");
        double resolved = last.get("resolved_at").equals(UNKNOWN) ? Double.NaN : hours(opened, time(last, "resolved_at"));
        int priority = last.get("priority").charAt(0) - '0';
        return new Incident(opened, resolved, priority, Integer.parseInt(last.get("reassignment_count")), Integer.parseInt(last.get("reopen_count")), holds(rows));
    }

    private static double[] holds(List<Map<String, String>> rows) {
        List<Double> holds = new ArrayList<>();
        LocalDateTime since = null;
        for (Map<String, String> row : rows) {
            boolean waits = row.get("incident_state").startsWith("Awaiting");
            LocalDateTime at = time(row, "sys_updated_at");
            if (!waits && since != null) {
                holds.add(hours(since, at));
            }
            since = waits ? since == null ? at : since : null;
        }
        return holds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static LocalDateTime time(Map<String, String> row, String column) {
        return LocalDateTime.parse(row.get(column), TIME);
    }

    private static double hours(LocalDateTime from, LocalDateTime to) {
        return Duration.between(from, to).toMinutes() / 60.0;
    }

    private List<Incident> openedIn(LocalDate from, LocalDate end) {
        return incidents.stream().filter(incident -> !incident.opened.isBefore(from.atStartOfDay()) && incident.opened.isBefore(end.atStartOfDay())).toList();
    }

    /** Rows of log.csv of the incidents that were opened from a day on, before another. */
    List<String> facts(String half, LocalDate from, LocalDate end) {
        List<Incident> opened = openedIn(from, end);
        double n = opened.size();
        Map<String, Double> facts = new LinkedHashMap<>();
        facts.put("days", (double) from.datesUntil(end).count());
        facts.put("opened", n);
        facts.put("opened_a_week", Arrays.stream(DayOfWeek.values()).mapToDouble(day -> opened.stream().filter(incident -> incident.opened.getDayOfWeek() == day).count() / (double) count(day, from, end)).sum()); // as profile.csv
        for (int p = 1; p <= PRIORITIES; p++) {
            int priority = p;
            facts.put("share_p" + p, opened.stream().filter(incident -> incident.priority == priority).count() / n);
        }
        facts.put("reassignments_mean", opened.stream().mapToInt(Incident::reassignments).sum() / n);
        for (int k = 1; k <= MOST_REASSIGNMENTS; k++) {
            int least = k;
            facts.put("reassigned_" + k + "_or_more", opened.stream().filter(incident -> incident.reassignments >= least).count() / n);
        }
        facts.put("reopened", opened.stream().mapToInt(Incident::reopenings).sum() / n);
        double[] holds = opened.stream().flatMapToDouble(incident -> Arrays.stream(incident.holdHours)).sorted().toArray();
        double mean = mean(holds);
        facts.put("holds_per_ticket", holds.length / n);
        facts.put("hold_hours_mean", mean);
        facts.put("hold_cv", Math.sqrt(mean(Arrays.stream(holds).map(hold -> (hold - mean) * (hold - mean)).toArray())) / mean);
        facts.put("hold_hours_p50", (holds[(holds.length - 1) / 2] + holds[holds.length / 2]) / 2);
        for (int p = 1; p <= PRIORITIES; p++) {
            int priority = p;
            double[] resolved = opened.stream().filter(incident -> incident.priority == priority).mapToDouble(Incident::resolvedHours).filter(time -> !Double.isNaN(time)).sorted().toArray();
            for (int percent : PERCENTS) {
                facts.put("p" + p + "_resolved_hours_p" + percent, resolved[resolved.length * percent / 100]);
            }
            facts.put("p" + p + "_resolved_hours_mean", mean(resolved));
        }
        return facts.entrySet().stream().map(fact -> half + "," + fact.getKey() + "," + number(fact.getValue())).toList();
    }

    /** How many such days there are. */
    private static long count(DayOfWeek day, LocalDate from, LocalDate end) {
        return from.datesUntil(end).filter(date -> date.getDayOfWeek() == day).count();
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).sum() / values.length;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }

    /** Lines of profile.csv: incidents opened in each hour of the week, of an average week of these days. */
    List<String> profile(LocalDate from, LocalDate end) {
        int[][] opened = new int[24][DayOfWeek.values().length];
        openedIn(from, end).forEach(incident -> opened[incident.opened.getHour()][incident.opened.getDayOfWeek().ordinal()]++);
        List<String> lines = new ArrayList<>(List.of("time,mon,tue,wed,thu,fri,sat,sun"));
        for (int hour = 0; hour < opened.length; hour++) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%02d:00", hour));
            for (DayOfWeek day : DayOfWeek.values()) {
                line.append(String.format(Locale.ROOT, ",%.2f", opened[hour][day.ordinal()] / (double) count(day, from, end)));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
