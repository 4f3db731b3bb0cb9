package mergedesk.scenario.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mergedesk.scenario.Problem;
import mergedesk.scenario.bind.PathType;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Place;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.TreeParser;
import mergedesk.scenario.tree.TreePath;

/**
 * Values of the command line, {@code --set flows.north.volume='12 / min'}, put into the tree before it is read.
 *
 * <p>A path may name a key that the file leaves to its default, but not a flow, desk or other entry that is not there: that would be a typing
 * mistake. An empty value removes the key.
 */
final class SetOptions {
    /** What takes a key away, in YAML's words. */
    private static final Set<String> NOTHING = Set.of("", "null", "~");

    private static final int LONGEST_SHOWN = 120;

    private final Faults faults;
    private final Path folder;
    private final List<String> paths = new ArrayList<>();
    private boolean singleValues = true;

    SetOptions(Faults faults, Path scenarioFile) {
        this.faults = faults;
        this.folder = scenarioFile.getParent() == null ? Path.of("") : scenarioFile.getParent();
    }

    /** The table with all values put in, the later over the earlier. */
    Tree.Table apply(List<String> sets, Tree.Table table) {
        Tree.Table changed = table;
        for (String set : sets) {
            changed = apply(set, changed);
        }
        return changed;
    }

    /** The paths of the values that were put in, in their order, where all are single values: then they alone decide which keys are written. Empty otherwise. */
    Optional<List<String>> singleValues() {
        return singleValues ? Optional.of(List.copyOf(paths)) : Optional.empty();
    }

    private Tree.Table apply(String set, Tree.Table table) {
        Place place = Place.fileAsWhole(
                "--set " + (set.length() > LONGEST_SHOWN ? set.substring(0, LONGEST_SHOWN) + "..." : set), folder);
        int equals = set.indexOf('=');
        List<String> segments =
                equals < 1 ? null : TreePath.segments(set.substring(0, equals).strip());
        if (segments == null) {
            faults.add(place, "", "", "this is not path=value", "write --set flows.north.volume='12 / min'");
            return table;
        }
        String text = set.substring(equals + 1).strip();
        try {
            Tree value = NOTHING.contains(text) ? new Tree.Leaf(place, null) : withoutPosition(parse(text), place);
            paths.add(set.substring(0, equals).strip());
            singleValues &= value instanceof Tree.Leaf leaf && leaf.text() != null;
            return (Tree.Table) put(table, PathType.TOP, segments, 0, value);
        } catch (Misread misread) {
            faults.add(place, TreePath.join(segments), "", misread.rule(), misread.advice());
            return table;
        }
    }

    private Tree parse(String text) {
        Faults inText = new Faults();
        Tree value = new TreeParser("", folder, inText).parse(text);
        if (!inText.none()) {
            Problem first = inText.sorted().get(0);
            throw new Misread(first.rule(), first.advice());
        }
        return value;
    }

    /** {@code node} with the value put in at {@code segments} from number {@code at} on; {@code type} is that of {@code node}. */
    private Tree put(Tree node, PathType type, List<String> segments, int at, Tree value) {
        if (at == segments.size()) {
            return value;
        }
        String segment = segments.get(at);
        if (segment.startsWith("[")) {
            return putIntoList(node, type, segments, at, value);
        }
        Tree.Table table = node instanceof Tree.Table given ? given : new Tree.Table(value.place(), Map.of());
        if (node instanceof Tree.Leaf leaf && leaf.text() != null || node instanceof Tree.Items) {
            throw new Misread(
                    "no keys stand below a single value or a list",
                    "set " + TreePath.join(segments.subList(0, at)) + " as a whole");
        }
        PathType below = type.below(segment, table.entries().keySet());
        Tree changed = put(table.get(segment), below, segments, at + 1, value);
        if (changed instanceof Tree.Leaf leaf && leaf.text() == null) {
            return table.without(segment);
        }
        Tree.Entry old = table.entries().get(segment);
        return table.with(segment, old == null ? new Tree.Entry(value.place(), changed) : old.with(changed));
    }

    private Tree putIntoList(Tree node, PathType type, List<String> segments, int at, Tree value) {
        String segment = segments.get(at);
        int index = Integer.parseInt(segment.substring(1, segment.length() - 1));
        if (!(node instanceof Tree.Items list) || index >= list.items().size()) {
            throw new Misread(
                    "there is no entry " + segment,
                    node instanceof Tree.Items list
                            ? "the list has " + list.items().size() + " entries, counted from [0]"
                            : "the scenario has no list there");
        }
        List<Tree> items = new ArrayList<>(list.items());
        items.set(index, put(items.get(index), type.item(), segments, at + 1, value));
        return new Tree.Items(list.place(), items);
    }

    /** The same tree, every part of it at the option as a whole. */
    private static Tree withoutPosition(Tree tree, Place place) {
        if (tree instanceof Tree.Items list) {
            return new Tree.Items(
                    place,
                    list.items().stream()
                            .map(item -> withoutPosition(item, place))
                            .toList());
        }
        if (tree instanceof Tree.Table table) {
            Map<String, Tree.Entry> entries = new LinkedHashMap<>();
            table.entries()
                    .forEach((key, entry) ->
                            entries.put(key, new Tree.Entry(place, withoutPosition(entry.value(), place))));
            return new Tree.Table(place, entries);
        }
        return new Tree.Leaf(place, ((Tree.Leaf) tree).text());
    }
}
