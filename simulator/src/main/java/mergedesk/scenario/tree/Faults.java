package mergedesk.scenario.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mergedesk.scenario.Problem;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Suggestion;

/** Collects the faults of one reading. */
public final class Faults {
    /** Nobody reads more than this; a file full of nonsense must not fill the memory either. */
    private static final int MOST = 1_000;

    /** A text with so many is not looked at to its end. */
    private static final int ENOUGH = 10_000;

    /** Known words that mistyped ones are compared with, over the whole reading: to look among thousands for each of thousands takes minutes. */
    private static final int MOST_COMPARISONS = 200_000;

    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Map<String, Integer> fileOrder = new LinkedHashMap<>();
    /** Every path with a fault, and every path above one. */
    private final Set<String> onTheWay = new HashSet<>();

    private final Set<String> paths = new HashSet<>();

    /** Where defaults stand, by the section to whose entries they belong. */
    private final Map<String, Shared> shared = new HashMap<>();

    /** Faults there, without advice, which may depend on the entry. */
    private final Set<Problem> ofAll = new HashSet<>();

    private int unlisted;
    private boolean counting;
    private int counted;
    private long comparisons;

    /** So much is wrong that reading has ended; the faults found by then are noted. */
    public static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Enough() {
            super(null, null, false, false);
        }
    }

    /** The order in which files are named in the report is the order in which they were opened. */
    public void opened(String file) {
        fileOrder.putIfAbsent(file, fileOrder.size());
    }

    /** Whether {@code file} was opened before {@code other}, as one that extends it is. */
    public boolean isBefore(String file, String other) {
        return fileOrder.getOrDefault(file, Integer.MAX_VALUE) < fileOrder.getOrDefault(other, -1);
    }

    /** How many faults {@code look} finds; none of them is noted. */
    public int count(Runnable look) {
        counted = 0;
        counting = true;
        try {
            look.run();
        } finally {
            counting = false;
        }
        return counted;
    }

    /** What stands once and belongs to all entries of a section. */
    private record Shared(String key, Set<Place> places) {}

    /** Whatever stands at one of these places belongs to all entries of a section, and faults in it are told once, as those of {@code key}. */
    void share(String section, String key, Set<Place> places) {
        shared.put(section, new Shared(key, places));
    }

    /** Whether what stands there belongs to all entries of its section. */
    public boolean isShared(Place place) {
        return shared.values().stream().anyMatch(part -> part.places.contains(place));
    }

    /** The path of what stands at a place, which may belong to all entries of a section: {@code flows.north.work} or {@code flow_defaults.work}. */
    private String pathOf(Place place, String path) {
        Shared part = shared.isEmpty() ? null : shared.get(path.substring(0, Math.max(0, path.indexOf('.'))));
        if (part == null || !part.places.contains(place)) {
            return path;
        }
        List<String> segments = TreePath.segments(path);
        return segments == null ? path : TreePath.join(Stream.concat(Stream.of(part.key), segments.stream().skip(2)).toList());
    }

    public void add(Place place, String path, String found, String rule, String advice) {
        if (counting) {
            counted++;
            return;
        }
        if (!place.isRow()) {
            spoil(path);
        }
        Problem problem = new Problem(place.file(), place.line(), place.column(), pathOf(place, path), found, rule, advice);
        boolean isOfAll = !problem.path().equals(path);
        if (problems.contains(problem) || isOfAll && !ofAll.add(new Problem(problem.file(), problem.line(), problem.column(), problem.path(), found, rule, ""))) {
            return;
        }
        if (problems.size() == MOST) {
            unlisted++;
            if (MOST + unlisted == ENOUGH) {
                throw new Enough();
            }
            return;
        }
        problems.add(problem);
    }

    public void add(Tree node, String path, String rule, String advice) {
        add(node.place(), path, node.shown(), rule, advice);
    }

    public void add(Tree node, String path, Misread misread) {
        add(node, path, misread.rule(), misread.advice());
    }

    /** {@link Suggestion#of}, as long as few words have been compared; afterwards only short lists of known words are shown. */
    public String suggestion(String typed, Collection<String> known, String otherwise) {
        if (counting) {
            return "";
        }
        comparisons += Math.min(known.size(), MOST_COMPARISONS);
        return comparisons <= MOST_COMPARISONS
                ? Suggestion.of(typed, known, otherwise)
                : Suggestion.listed(known, otherwise);
    }

    /** As {@link #suggestion}, for a word of which each can stand once: those that are there already are not meant. */
    public String suggestion(String typed, Collection<String> known, Collection<String> present, String otherwise) {
        if (comparisons > MOST_COMPARISONS) {
            return suggestion(typed, known, otherwise);
        }
        return suggestion(typed, known.stream().filter(word -> !present.contains(word)).toList(), otherwise);
    }

    /** Notes that what stands at {@code path} is not to be judged further, because a fault elsewhere made it unusable. */
    public void spoil(String path) {
        paths.add(path);
        for (int end = path.length(); end > 0; end = lastSeparator(path, end)) {
            onTheWay.add(path.substring(0, end));
        }
    }

    private static int lastSeparator(String path, int before) {
        return Math.max(path.lastIndexOf('.', before - 1), path.lastIndexOf('[', before - 1));
    }

    public boolean none() {
        return problems.isEmpty();
    }

    /** Whether a fault is known at {@code path} or above it. */
    boolean cover(String path) {
        if (paths.isEmpty()) {
            return false;
        }
        for (int end = path.length(); end > 0; end = lastSeparator(path, end)) {
            if (paths.contains(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a fault is known at {@code path}, above it or below it: what stands there cannot be judged further. */
    boolean touch(String path) {
        return onTheWay.contains(path) || cover(path);
    }

    /** All faults: files in the order of opening, then the command line; inside a file by position. */
    public List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt((Problem p) -> fileOrder.getOrDefault(p.file(), Integer.MAX_VALUE))
                .thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column));
        if (unlisted > 0) {
            sorted.add(new Problem(
                    sorted.get(0).file(),
                    0,
                    0,
                    "",
                    "",
                    (MOST + unlisted < ENOUGH ? "" : "at least ") + unlisted + " further faults are not listed",
                    "mend these first"));
        }
        return List.copyOf(sorted);
    }
}
