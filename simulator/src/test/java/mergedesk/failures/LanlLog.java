package mergedesk.failures;

import de.siegmar.fastcsv.reader.NamedCsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;

/** Failures of 23 large computers at Los Alamos National Laboratory, 1995 to 2005, as its operators wrote them down (LA-UR-05-7318). */
final class LanlLog {
    private static final double MINUTES = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d/yyyy H:mm", Locale.ROOT);

    /** The columns of causes; at most one is filled. */
    enum Cause {
        HARDWARE("Hardware"),
        SOFTWARE("Software"),
        NETWORK("Network"),
        FACILITIES("Facilities"),
        HUMAN_ERROR("Human Error"),
        NOT_FOUND("Undetermined");

        private final String column;

        Cause(String column) {
            this.column = column;
        }
    }

    /**
     * One failure.
     *
     * @param machine     of the system; a system is a cluster
     * @param start       in hours since 1970
     * @param downMinutes as the operators wrote; some are 0 or less
     * @param cause       null where no column of a cause is filled
     */
    record Failure(String system, String machine, double start, double end, double downMinutes, Cause cause) {}

    private final List<Failure> failures;

    private LanlLog(List<Failure> failures) {
        this.failures = failures;
    }

    static LanlLog read() throws IOException {
        List<Failure> failures = new ArrayList<>();
        try (BufferedReader text = SharedData.open("lanl_failures/LA-UR-05-7318-failure-data-1996-2005.csv.xz");
                NamedCsvReader rows = NamedCsvReader.builder().build(text)) {
            for (NamedCsvRow row : rows) {
                failures.add(new Failure(
                        row.getField("System"),
                        row.getField("System") + "/" + row.getField("nodenum"),
                        hours(row.getField("Prob Started")),
                        hours(row.getField("Prob Fixed")),
                        Double.parseDouble(row.getField("Down Time")),
                        Arrays.stream(Cause.values()).filter(cause -> !row.getField(cause.column).isEmpty()).findFirst().orElse(null)));
            }
        }
        failures.sort(Comparator.comparingDouble(Failure::start));
        return new LanlLog(List.copyOf(failures));
    }

    private static double hours(String time) {
        return LocalDateTime.parse(time, TIME).toEpochSecond(ZoneOffset.UTC) / 3600.0;
    }

    List<Failure> failures() {
        return failures;
    }

    LanlLog of(Cause cause) {
        return new LanlLog(failures.stream().filter(failure -> failure.cause() == cause).toList());
    }

    /** What was down for more than no time. */
    Lengths repairs() {
        return Lengths.of(failures.stream().filter(failure -> failure.downMinutes() > 0).mapToDouble(failure -> failure.downMinutes() / MINUTES).toArray());
    }

    /**
     * Times from the end of a failure to the next failure of the same thing.
     *
     * @param thing    what fails: a machine, or the whole site
     * @param together a failure that begins less than so many hours after the end of the one before is the same
     * @param least    things with fewer times are left out
     */
    List<Lengths> working(Function<Failure, String> thing, double together, int least) {
        TreeMap<String, List<Failure>> byThing = new TreeMap<>();
        failures.forEach(failure -> byThing.computeIfAbsent(thing.apply(failure), name -> new ArrayList<>()).add(failure));
        return byThing.values().stream()
                .map(of -> working(of, together))
                .filter(times -> times.length >= least)
                .map(Lengths::of)
                .toList();
    }

    private static double[] working(List<Failure> inOrder, double together) {
        List<Double> times = new ArrayList<>();
        double end = inOrder.get(0).start();
        for (Failure failure : inOrder) {
            if (failure.start() - end > together) {
                times.add(failure.start() - end);
            }
            end = Math.max(end, Math.max(failure.start(), failure.end()));
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
