package mergedesk.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mergedesk.results.FragileDisk.Change;
import mergedesk.results.FragileDisk.Change.Kind;

/**
 * What may be on a disk after the power failed, which is less than after a process was killed: changes of names may be lost that came after the
 * last time a folder was forced, and what was written to a file may be, unless the file was forced since.
 *
 * <p>The disk is taken to keep changes of names in order, as journals do, and content in no order at all, as they do not.
 */
final class PowerCut {
    /** A file as its names share it. */
    private static final class Content {
        private String text;
        private int lasting;

        Content(String text) {
            this.text = text;
            lasting = text.length();
        }
    }

    private final NavigableMap<Path, Content> tree = new TreeMap<>(); // a folder has no content
    private static final Content FOLDER = new Content("");

    private PowerCut(NavigableMap<Path, String> before) {
        before.forEach((path, text) -> tree.put(path, text.equals("/") ? FOLDER : new Content(text)));
    }

    /** Everything below a folder: the text of files, "/" for folders. */
    static NavigableMap<Path, String> read(Path root) throws IOException {
        NavigableMap<Path, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.skip(1).toList()) {
                tree.put(root.relativize(path), Files.isDirectory(path) ? "/" : Files.readString(path));
            }
        }
        return tree;
    }

    /** Makes a tree below an empty folder. */
    static void write(Map<Path, String> tree, Path root) throws IOException {
        for (Map.Entry<Path, String> entry : tree.entrySet()) {
            Path path = root.resolve(entry.getKey().toString());
            if (entry.getValue().equals("/")) {
                Files.createDirectory(path);
            } else {
                Files.writeString(path, entry.getValue());
            }
        }
    }

    /** Every tree that may be there when the power failed after any of these changes, all below {@code root}. */
    static Set<Map<Path, String>> states(NavigableMap<Path, String> before, Path root, List<Change> log) {
        Set<Map<Path, String>> states = new LinkedHashSet<>();
        for (int made = 0; made <= log.size(); made++) {
            for (int names = lasting(log.subList(0, made)); names <= made; names++) {
                for (double arrived : List.of(0.0, 0.5, 1.0)) {
                    PowerCut cut = new PowerCut(before);
                    for (int i = 0; i < made; i++) {
                        cut.apply(log.get(i), root, i < names);
                    }
                    states.add(cut.left(arrived));
                }
            }
        }
        return states;
    }

    /** How many changes of names are sure to last. */
    private static int lasting(List<Change> log) {
        for (int i = log.size(); i > 0; i--) {
            if (log.get(i - 1).kind() == Kind.FORCE
                    && !isFile(log, log.get(i - 1).path())) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isFile(List<Change> log, Path path) {
        return log.stream()
                .anyMatch(
                        change -> change.kind() == Kind.CREATE && change.path().equals(path));
    }

    private void apply(Change change, Path root, boolean namesLast) {
        Path path = root.relativize(change.path());
        Content content = tree.get(path);
        if (change.kind() == Kind.WRITE && content != null) {
            content.text += change.text();
        } else if (change.kind() == Kind.FORCE && content != null) {
            content.lasting = content.text.length();
        }
        if (!namesLast) {
            return;
        }
        switch (change.kind()) {
            case FOLDER -> tree.put(path, FOLDER);
            case CREATE -> tree.put(path, new Content(""));
            case MOVE -> {
                Path second = root.relativize(change.second());
                for (Path moved : List.copyOf(tree.tailMap(path).keySet())) {
                    if (moved.startsWith(path)) {
                        Content of = tree.remove(moved);
                        tree.put(moved.equals(path) ? second : second.resolve(path.relativize(moved)), of);
                    }
                }
            }
            case LINK -> tree.put(root.relativize(change.second()), content);
            case DELETE -> tree.remove(path);
            case WRITE, FORCE -> {}
        }
    }

    private Map<Path, String> left(double arrived) {
        Map<Path, String> left = new TreeMap<>();
        tree.forEach((path, content) -> {
            int end = content.lasting + (int) Math.round((content.text.length() - content.lasting) * arrived);
            left.put(path, content == FOLDER ? "/" : content.text.substring(0, end));
        });
        return left;
    }
}
