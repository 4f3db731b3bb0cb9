package mergedesk.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a result is a result of. An older result is replaced only by one of the same origin.
 *
 * <p>Seed, replications and threads are no part of it, nor is what the files say: a scenario that is corrected and run again replaces what it
 * gave before.
 *
 * @param kind {@code mergedesk-} and what was done; marks a folder as one that Mergedesk wrote
 * @param files the scenarios: absolute names without links; in a manifest, as seen from the folder that the result lies in, so that a project may be moved
 * @param options the options that make it another question, as they are written: {@code --set desks.one.lines=40}
 */
public record Origin(String kind, List<String> files, List<String> options) {
    /** Marks the manifests that are ours. */
    static final String MARK = "mergedesk-";

    private static final Map<String, String> VERBS = Map.of("study", "run", "comparison", "compare", "answer", "solve");

    public Origin {
        if (!kind.startsWith(MARK)) {
            throw new IllegalArgumentException("kind: found " + kind + ": starts with " + MARK);
        }
        files = List.copyOf(files);
        options = List.copyOf(options);
    }

    /** Of one {@code run}. */
    public static Origin study(Path file, List<String> sets) {
        return new Origin(MARK + "study", List.of(name(file)), options(sets));
    }

    /** Of one {@code compare}. */
    public static Origin comparison(List<Path> files, List<String> sets, List<String> also) {
        return new Origin(MARK + "comparison", files.stream().map(Origin::name).toList(), Stream.concat(options(sets).stream(), also.stream().map(changes -> "--also " + plain(changes))).toList());
    }

    /** Of one {@code solve}. */
    public static Origin answer(Path file, List<String> sets, String vary, String until) {
        List<String> asked = List.of("--vary " + plain(vary), "--until " + plain(until));
        return new Origin(
                MARK + "answer",
                List.of(name(file)),
                Stream.concat(options(sets).stream(), asked.stream()).toList());
    }

    private static List<String> options(List<String> sets) {
        return Overrides.canonical(sets).stream().map(set -> "--set " + set).toList();
    }

    /** Blanks mean nothing in paths and in targets such as {@code wait_mean_all <= 30 s}. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String name(Path file) {
        try {
            return file.toRealPath().toString();
        } catch (java.io.IOException gone) {
            return file.toAbsolutePath().normalize().toString();
        }
    }

    /** The same with files as seen from a folder, where that can be said. */
    Origin seenFrom(Path folder) {
        return new Origin(kind, files.stream().map(file -> seenFrom(folder, Path.of(file))).toList(), options);
    }

    private static String seenFrom(Path folder, Path file) {
        boolean sameDisk = folder.isAbsolute() && folder.getRoot().equals(file.getRoot());
        return (sameDisk ? folder.relativize(file) : file).toString().replace('\\', '/');
    }

    /** As a command, for messages; the opposite of {@link #seenFrom} for its files. */
    String text(Path folder) {
        String verb = VERBS.getOrDefault(kind.substring(MARK.length()), kind.substring(MARK.length()));
        return Stream.of(
                        Stream.of(verb),
                        files.stream().map(file -> folder.resolve(file).normalize().toString()),
                        options.stream())
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }
}
