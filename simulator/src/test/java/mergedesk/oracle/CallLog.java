package mergedesk.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A month of the AnonymousBank log (Guedj and Mandelbaum, Technion), converted by rules 1 to 5 of scenarios/traces/README.md. Times are seconds of the
 * local clock since the month's first midnight.
 */
record CallLog(LocalDate firstDay, List<Call> calls) {
    /**
     * A call that came to the queue or to an agent.
     *
     * @param queued whether it had to wait
     * @param waited seconds in the queue
     * @param answered whether an agent took it; otherwise it gave up
     * @param start when the agent took it
     * @param talk seconds, 0 when not answered
     * @param server who took it
     */
    record Call(long arrival, boolean queued, long waited, boolean answered, long start, long talk, String server) {
        boolean hasAgent() {
            return answered && !server.equals("NO_SERVER");
        }
    }

    private static final long DAY = 86_400;

    static CallLog read(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            Map<String, Integer> columns = columns(lines.readLine());
            List<Call> calls = new ArrayList<>();
            LocalDate firstDay = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Row row = new Row(columns, line.split("\t"));
                LocalDate date = LocalDate.parse("19" + row.text("date"), DateTimeFormatter.BASIC_ISO_DATE);
                firstDay = firstDay == null ? date.withDayOfMonth(1) : firstDay;
                Call call = call(row, ChronoUnit.DAYS.between(firstDay, date) * DAY);
                if (call != null) {
                    calls.add(call);
                }
            }
            return new CallLog(firstDay, List.copyOf(calls));
        }
    }

    private static Map<String, Integer> columns(String header) {
        Map<String, Integer> columns = new HashMap<>();
        for (String name : header.split("\t")) {
            columns.put(name, columns.size());
        }
        return columns;
    }

    private record Row(Map<String, Integer> columns, String[] cells) {
        String text(String column) {
            return cells[columns.get(column)];
        }

        long number(String column) {
            return Long.parseLong(text(column));
        }

        /** Seconds since midnight. */
        long clock(String column) {
            String[] parts = text(column).split(":");
            return (Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1])) * 60 + Long.parseLong(parts[2]);
        }

        /** A time of day as a moment: the row's date is that of vru_entry, so a time far before it is one of the next day. */
        long moment(String column, long midnight) {
            boolean nextDay = clock(column) < clock("vru_entry") - DAY / 2;
            return midnight + clock(column) + (nextDay ? DAY : 0);
        }
    }

    /** Rules 1 to 3; null for a row that is no call for agents. */
    private static Call call(Row row, long midnight) {
        String outcome = row.text("outcome");
        boolean queued = row.clock("q_start") > 0 || row.number("q_time") > 0;
        boolean answered = outcome.equals("AGENT");
        if (outcome.equals("PHANTOM") || !queued && !answered) {
            return null;
        }
        return new Call(
                row.moment(queued ? "q_start" : "ser_start", midnight),
                queued,
                queued ? row.number("q_time") : 0,
                answered,
                answered ? row.moment("ser_start", midnight) : 0,
                answered ? row.number("ser_time") : 0,
                row.text("server"));
    }

    /** Calls that arrived before the month was over. */
    List<Call> inMonth() {
        return calls.stream().filter(call -> call.arrival() < firstDay.lengthOfMonth() * DAY).toList();
    }

    /** Rule 5: seconds waited in the queue over number who gave up there. */
    double meanPatience() {
        return calls.stream().mapToLong(Call::waited).sum() / (double) calls.stream().filter(call -> !call.answered()).count();
    }
}
