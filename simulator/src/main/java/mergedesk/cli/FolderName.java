package mergedesk.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import mergedesk.results.Overrides;

/**
 * The folder of results when the user names none: {@code mergedesk-out/} and a name made of the scenario's way from here and what varies it.
 *
 * <p>A pure function of the command and the folder it is given in. Files of the same name in different folders, and variants of one file, have
 * folders of their own: {@code p1-desk-a}, {@code p2-desk-a}, {@code p1-desk-a--groups.agents.staffing=9}. In the rare case that two come to the same name
 * after all, the second is refused, as the folder holds a result of something else.
 */
final class FolderName {
    private static final Path TOP = Path.of("mergedesk-out");
    private static final int MOST_BYTES =
            120; // of 255 that disks allow, with room for what is added while it is written
    private static final String VARIANT = "--";

    private FolderName() {}

    /** Of a {@code run}. */
    static Path of(Path file, List<String> sets) {
        return named(way(file), Overrides.canonical(sets));
    }

    /** Of a {@code solve}; {@code >} and {@code <} are no letters of every disk. */
    static Path of(Path file, List<String> sets, String vary, String until) {
        List<String> asked = new ArrayList<>(Overrides.canonical(sets));
        asked.add("solve=" + vary);
        asked.add(until.replaceAll("\\s+", "").replaceAll(">=?", "-at-least-").replaceAll("<=?", "-at-most-"));
        return named(way(file), asked);
    }

    /** Of a {@code compare}; the folder of the first is not named again. {@code also}: further sides, each the first with changes. */
    static Path ofAll(List<Path> files, List<String> sets, List<String> also) {
        Path first = files.get(0);
        Path folder = first.toAbsolutePath().normalize().getParent();
        String others = files.stream().skip(1).map(file -> from(folder, file)).collect(Collectors.joining("-and-"));
        List<String> asked = new ArrayList<>(Overrides.canonical(sets));
        also.forEach(changes -> asked.add("also=" + changes.replaceAll("\\s+", "")));
        return named(way(first) + (others.isEmpty() ? "" : "-to-" + others), asked);
    }

    private static String from(Path folder, Path file) {
        Path there = file.toAbsolutePath().normalize();
        return there.startsWith(folder) ? joined(folder.relativize(there)) : way(file);
    }

    /** The names on the way from the working folder to a file; from the root if the file is not below the working folder. */
    private static String way(Path file) {
        Path here = Path.of("").toAbsolutePath().normalize();
        Path there = file.toAbsolutePath().normalize();
        return joined(there.startsWith(here) ? here.relativize(there) : there);
    }

    private static String joined(Path way) {
        List<String> names = new ArrayList<>();
        way.forEach(name -> names.add(name.toString()));
        return String.join("-", names).replaceFirst("\\.ya?ml$", "");
    }

    private static Path named(String base, List<String> options) {
        StringBuilder name = new StringBuilder(base);
        for (int i = 0; i < options.size(); i++) {
            name.append(i == 0 ? VARIANT : ",").append(options.get(i).replaceAll("\\s+", "_"));
        }
        return TOP.resolve(shortened(name.toString().replaceAll("[^\\p{L}\\p{M}\\p{N}._=+%,-]", "_")));
    }

    /** A long name keeps its beginning; the rest is told apart by eight digits. */
    private static String shortened(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            return name;
        }
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES - 9) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + "-" + HexFormat.of().toHexDigits(name.hashCode());
    }
}
