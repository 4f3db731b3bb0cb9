package mergedesk.surface;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What others may rely on, a line each, and the version that promised it.
 *
 * <p>A line is a promise, which may be added and not be taken away; or a {@link #demand}, which may be taken away and not be added to what was there before. What changes is both gone and added, so that it is a break either way.
 */
public record Surface(Version version, SortedSet<String> lines) {
    private static final String DEMAND = "demands ";
    private static final String OF = " | ";

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
        lines.stream().filter(line -> !line.startsWith(DEMAND) && !now.lines.contains(line)).forEach(line -> breaks.add("gone or changed: " + line));
        now.lines.stream().filter(line -> line.startsWith(DEMAND) && !lines.contains(line) && had(line)).forEach(line -> breaks.add("demanded anew: " + line.substring(DEMAND.length())));
        return breaks;
    }

    /** Whether that of which something is demanded was there. */
    private boolean had(String demand) {
        String subject = demand.substring(DEMAND.length(), demand.indexOf(OF));
        return lines.stream().anyMatch(line -> line.startsWith(subject));
    }

    /** Whether these lines may stand under the version that they have. */
    boolean mayBecome(Surface now) {
        return now.version.compareTo(version) >= 0 && (breaksIn(now).isEmpty() || now.version.mayBreak(version));
    }
}
