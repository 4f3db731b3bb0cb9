package mergedesk.surface;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Range;

/**
 * What others may rely on, a line each, and the version that promised it.
 *
 * <p>A line is a promise, which may be added and not be taken away, but for one that promises more; or a {@link #demand}, which may be taken away and not be added to what was there before. What changes is both gone and added, so that it is a break either way; only a limit may change, to a wider one. A default is a promise that may not be added either to what was there before: without it, something else held.
 */
public record Surface(Version version, SortedSet<String> lines) {
    private static final String DEMAND = "demands ";
    private static final String OF = " | ";
    private static final String BY_DEFAULT = ", by default ";
    /** What stands before how often an argument may be given: "1", "0..1", "1..*". */
    public static final String TIMES = ", times ";
    private static final Pattern CLOSED = Pattern.compile("(\\S+: )(?:sealed|final) (.*)"); // a type below which nobody can write one

    /** A line that says what others must do; {@code subject}: how lines begin that are there when what demands it is. */
    public static String demand(String subject, String what) {
        return DEMAND + subject + OF + what;
    }

    /** A version as the build has it; whether it is a snapshot does not matter. */
    public record Version(int major, int minor, int patch) implements Comparable<Version> {
        static Version of(String text) {
            String[] parts = text.replaceFirst("-.*$", "").split("\\.");
            return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }

        /** Whether it may break what {@code before} promised: another major version, below 1 another minor one. */
        boolean mayBreak(Version before) {
            return major > before.major || before.major == 0 && major == 0 && minor > before.minor;
        }

        /** Whether it may have what {@code before} had not: below 1 always, then when it is no patch, or is the first of another minor version. */
        boolean mayAdd(Version before) {
            return major == 0 || patch == 0 || major > before.major || minor > before.minor;
        }

        @Override
        public int compareTo(Version other) {
            int byMajor = Integer.compare(major, other.major);
            int byMinor = Integer.compare(minor, other.minor);
            return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
        }

        @Override
        public String toString() {
            return major + "." + minor + "." + patch;
        }
    }

    static Surface of(Version version, Collection<String> lines) {
        return new Surface(version, new TreeSet<>(lines));
    }

    /** As {@link #write} wrote it. */
    static Surface read(Path file) throws IOException {
        List<String> all = Files.readAllLines(file);
        return of(Version.of(all.get(0).replace("# ", "")), all.subList(1, all.size()));
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "# " + version + "\n" + lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    /** What others relied on and now cannot, a line each. */
    List<String> breaksIn(Surface now) {
        List<String> breaks = new ArrayList<>();
        lines.stream().filter(line -> !line.startsWith(DEMAND) && !now.lines.contains(line) && !isLooser(line, now)).forEach(line -> breaks.add("gone or changed: " + line));
        now.lines.stream().filter(line -> !lines.contains(line)).forEach(line -> {
            if (line.startsWith(DEMAND) && isThere(subject(line)) && !isClosed(subject(line)) && !isWider(line)) {
                breaks.add("demanded anew: " + line.substring(DEMAND.length()));
            } else if (line.contains(BY_DEFAULT) && isDefaultOfOld(line)) {
                breaks.add("another default: " + line);
            }
        });
        return breaks;
    }

    /** Whether all that a line allowed is allowed still: a type that was closed is open, an argument may be given as often, and more or less often too. */
    private static boolean isLooser(String line, Surface now) {
        Matcher closed = CLOSED.matcher(line);
        if (closed.matches()) {
            return now.lines.contains(closed.group(1) + closed.group(2));
        }
        int end = line.indexOf(TIMES) + TIMES.length();
        return end >= TIMES.length() && now.lines.stream().filter(other -> other.startsWith(line.substring(0, end))).anyMatch(other -> holdsAllOf(Range.valueOf(other.substring(end)), Range.valueOf(line.substring(end))));
    }

    private static boolean holdsAllOf(Range now, Range before) {
        return now.min() <= before.min() && now.max() >= before.max();
    }

    /** Whether nobody could write one, so that nobody has to write more now. */
    private boolean isClosed(String subject) {
        return lines.stream().anyMatch(line -> line.startsWith(subject + " ") && CLOSED.matcher(line).matches());
    }

    private static String subject(String demand) {
        return demand.substring(DEMAND.length(), demand.indexOf(OF));
    }

    private boolean isThere(String subject) {
        return lines.stream().anyMatch(line -> line.startsWith(subject));
    }

    /** Whether a demand is a limit that leaves all that one before left. */
    private boolean isWider(String demand) {
        String start = DEMAND + subject(demand) + OF;
        Optional<Bound> limit = Bound.of(demand.substring(start.length()));
        return limit.isPresent() && lines.stream().filter(line -> line.startsWith(start)).flatMap(line -> Bound.of(line.substring(start.length())).stream()).anyMatch(limit.get()::holdsAllOf);
    }

    /** Whether something else held without the key: it was there, and did not have to be written. */
    private boolean isDefaultOfOld(String line) {
        String key = line.substring(0, line.indexOf(BY_DEFAULT));
        int end = key.indexOf(": ") + 1;
        return isThere(key + ",") && !lines.contains(demand(key.substring(0, end), key.substring(end).strip() + " required"));
    }

    /** Whether these lines may stand under the version that they have. */
    boolean mayBecome(Surface now) {
        return now.version.compareTo(version) >= 0
                && (breaksIn(now).isEmpty() || now.version.mayBreak(version))
                && (lines.equals(now.lines) || now.version.mayAdd(version));
    }
}
