package mergedesk.scenario.bind;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import mergedesk.scenario.Change;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.Note;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.text.KnownMeasure;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.text.Syntaxes;
import mergedesk.scenario.tree.CutValue;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Place;
import mergedesk.scenario.tree.SourceFiles;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.TreePath;
import mergedesk.units.Components;

/**
 * Makes records of a tree, component by component, and notes every fault on the way.
 *
 * <p>The records themselves say what may be written: types, {@link Meaning} and {@link mergedesk.scenario.Limits}. Only types with a syntax of their own have
 * code here: single values in {@link Syntaxes}, tables by day in {@link WeekTables}, values from CSV files in {@link CsvTables}. What cannot be
 * read becomes null, zero or an empty record, in its place, so that the rest is looked at; such a result is never handed out.
 */
public final class Binder {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,99}");

    /** That of an earlier reading, or null. */
    private final Binder earlier;

    private final Faults faults;
    private final CsvContents contents;
    /** What was made of sections and their entries, by path. */
    private final Map<String, Piece> pieces = new HashMap<>();

    /** Collects the figures of the part that is bound now. */
    private Figures figures;

    private final Leaves leaves;
    private final WeekTables weeks;
    private final CsvTables csv;
    private final VolumeFiles volumes;
    private final Map<String, KnownMeasure> measures;

    /** @param files opens the files that the scenario names */
    public Binder(SourceFiles files, Faults faults, Map<String, KnownMeasure> measures) {
        this(files, faults, measures, null);
    }

    private Binder(SourceFiles files, Faults faults, Map<String, KnownMeasure> measures, Binder earlier) {
        this.earlier = earlier;
        this.faults = faults;
        this.figures = new Figures(faults);
        this.leaves = new Leaves(faults);
        this.contents = new CsvContents(files, faults, earlier == null ? null : earlier.contents);
        this.csv = new CsvTables(contents, faults, earlier == null ? null : earlier.csv);
        this.weeks = new WeekTables(faults, leaves, csv);
        this.volumes = new VolumeFiles(contents, faults);
        this.measures = measures;
    }

    /**
     * A binder for another tree over the same files, which takes over what this one made of parts that are the same: only after it found no fault. May be asked by several threads.
     */
    public Binder again(SourceFiles files, Faults faults) {
        return new Binder(files, faults, measures, this);
    }

    /** What was made of a part of the tree, and the figures in it. */
    private record Piece(Tree node, Object value, Figures figures) {}

    /** The whole scenario, with every number that says where it comes from. */
    public Scenario scenario(Tree.Table table) {
        volumes.expect(table.get("flows") instanceof Tree.Table flows ? flows.entries().keySet() : Set.of());
        Scenario scenario = (Scenario) record(Scenario.class, table, "");
        figures.checkSources(table.get("sources"));
        volumes.refuseRowsWithout();
        return scenario.with(Scenario::figures, figures.all());
    }

    /** A record of another file than a scenario. */
    public <R extends Record> R record(Class<R> type, Tree.Table table) {
        return type.cast(record(type, table, ""));
    }

    /** What was understood of tables that write otherwise than the language. */
    public List<Note> notes() {
        return contents.notes();
    }

    /** Where a row of a CSV file stands that became the {@code index}-th of a list of the scenario. */
    public Place placeOf(List<?> rows, int index) {
        return csv.placeOf(rows, index);
    }

    private Object record(Class<?> type, Tree node, String path) {
        Tree given = node;
        if (node instanceof Tree.Leaf leaf
                && leaf.text() == null
                && Key.required(type).isEmpty()) {
            given = new Tree.Table(node.place(), Map.of());
        }
        if (!(given instanceof Tree.Table keysGiven)) {
            faults.add(node, path, "a table of keys is needed here", "write " + KnownKeys.example(Key.written(type)));
            return null;
        }
        Tree.Table table = KnownKeys.checked(keysGiven, path, type, faults);
        List<Key> keys = Key.of(type);
        Object[] values = new Object[keys.size()];
        Piece before = earlier == null ? null : earlier.pieces.get(path);
        for (int i = 0; i < values.length; i++) {
            values[i] = before != null && isAsIn(before.node, keys.get(i), table) ? Components.of(type).value(i, before.value) : component(keys.get(i), table, path);
        }
        return Components.of(type).make(csv.fill(type, values, table, path));
    }

    /** Whether a key of the table means what it meant in that of an earlier reading, which leaves nothing else than its value: it is absent from both, or the same single value, and no figure. */
    private static boolean isAsIn(Tree earlier, Key key, Tree.Table table) {
        Tree node = table.get(key.name());
        return earlier instanceof Tree.Table before
                && node == before.get(key.name())
                && key.form() != Meaning.Form.OF_MEASURE
                && (node == null || node instanceof Tree.Leaf && !isFigure(key.type(), key, Syntaxes.of(key.type(), key.form())));
    }

    private Object component(Key key, Tree.Table table, String path) {
        String keyPath = TreePath.join(path, key.name());
        Tree node = key.filledByReader() ? null : table.get(key.name());
        if (node == null && key.required()) {
            faults.add(table.place(), keyPath, "", "the key " + key.name() + " is missing", "add it: " + key.meaning().value());
        }
        if (node == null) {
            node = Defaults.of(key, lastOf(path));
        }
        Object value = node == null ? null : value(key, key.type(), node, keyPath, syntaxBeside(key, table));
        return value == null ? Records.absent(key.type()) : value;
    }

    /** The syntax of a single value; for a target it depends on the measure beside it, and an unknown measure takes anything. */
    private Syntax<?> syntaxBeside(Key key, Tree.Table table) {
        if (key.form() != Meaning.Form.OF_MEASURE
                || !(table.get("measure") instanceof Tree.Leaf leaf)
                || leaf.text() == null) {
            return Syntaxes.of(key.type(), key.form());
        }
        KnownMeasure measure = measures.get(leaf.text());
        return measure == null ? Syntax.word(".*", "80 %", text -> 0.0) : measure.bound();
    }

    /** The value of a key; null when it cannot be read. Sections, entries of sections, and the tables in these may be taken over from an earlier reading. */
    private Object value(Key key, Type type, Tree node, String path, Syntax<?> syntax) {
        return TreePath.depth(path) > (node instanceof Tree.Leaf ? 1 : 3) ? bound(key, type, node, path, syntax) : piece(key, type, node, path, syntax);
    }

    /** As {@link #bound}; from the earlier reading where that had the same part. What names files is made anew, so that they count as read. */
    private Object piece(Key key, Type type, Tree node, String path, Syntax<?> syntax) {
        Piece piece = earlier == null ? null : earlier.pieces.get(path);
        if (piece == null || piece.node != node) {
            Figures around = figures;
            int uses = contents.uses();
            figures = new Figures(faults);
            piece = new Piece(node, bound(key, type, node, path, syntax), figures);
            figures = around;
            if (uses == contents.uses()) {
                pieces.put(path, piece);
            }
        }
        figures.addAll(piece.figures);
        return piece.value;
    }

    private Object bound(Key key, Type type, Tree node, String path, Syntax<?> syntax) {
        if (isFigure(type, key, syntax)) {
            return figure(key, type, node, path, syntax);
        }
        return syntax != null ? leaves.read(syntax, key.limits(), node, path) : collection(key, type, node, path);
    }

    /** As {@link #value} for what may say where it comes from. */
    private Object figure(Key key, Type type, Tree node, String path, Syntax<?> syntax) {
        Stated stated = Stated.of(node);
        if (!stated.isWhole(node, path, faults)) {
            return null;
        }
        Tree number = stated.value();
        if (type == Rate.class && number instanceof Tree.Table table) {
            return volumes.read(table, stated, key, path, figures);
        }
        Syntax<?> single = WeekTables.single(type) != null && number instanceof Tree.Leaf ? WeekTables.single(type) : syntax;
        figures.add(path, stated, single == null ? null : end -> leaves.size(single, key.limits(), end, path));
        return syntax != null ? leaves.read(syntax, key.limits(), number, path) : collection(key, type, number, path);
    }

    /** Whether the value may say where it comes from: numbers, lists of numbers, and tables of numbers by day or month. */
    private static boolean isFigure(Type type, Key key, Syntax<?> syntax) {
        if (syntax != null) {
            return syntax.numeric();
        }
        if (Key.rawType(type) == List.class) {
            Syntax<?> item = Syntaxes.of(Key.argument(type, 0), key.form());
            return item != null && item.numeric();
        }
        return WeekTables.ofNumbers(type);
    }

    private Object collection(Key key, Type type, Tree node, String path) {
        Class<?> raw = Key.rawType(type);
        if (WeekTables.reads(type)) {
            return weeks.read(raw, node, path);
        }
        if (raw == List.class) {
            return list(key, Key.argument(type, 0), node, path);
        }
        if (raw == Change.class) {
            return Changes.of(node, path, faults);
        }
        return raw == Map.class ? map(key, type, node, path) : record(raw, node, path);
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private Object list(Key key, Type itemType, Tree node, String path) {
        if (!(node instanceof Tree.Items given)) {
            faults.add(
                    node,
                    path,
                    "a list is needed here",
                    node instanceof Tree.Leaf leaf && leaf.text() != null
                            ? "write [" + leaf.text() + "]"
                            : node instanceof Tree.Table table && !table.entries().isEmpty()
                                    ? "put it into brackets: [{" + table.entries().keySet().iterator().next() + ": ...}]"
                                    : "write [first, second]");
            return null;
        }
        Syntax<?> syntax = Syntaxes.of(itemType, key.form());
        Tree.Items list = syntax != null && syntax.numeric() ? CutValue.mended(given, path, faults) : given;
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            String itemPath = path + "[" + i + "]";
            Tree item = list.items().get(i);
            Object value = syntax != null ? leaves.read(syntax, key.limits(), item, itemPath) : collection(key, itemType, item, itemPath);
            values.add(value == null ? Records.unread(itemType) : value);
        }
        return Collections.unmodifiableList(values);
    }

    private Object map(Key key, Type type, Tree node, String path) {
        if (!(node instanceof Tree.Table table)) {
            faults.add(node, path, "a table is needed here", "write one entry a line, key: value");
            return null;
        }
        Syntax<?> keySyntax = Syntaxes.of(Key.argument(type, 0), Meaning.Form.NUMBER);
        Type valueType = Key.argument(type, 1);
        Syntax<?> valueSyntax = Syntaxes.of(valueType, key.form());
        Map<Object, Object> values = new LinkedHashMap<>();
        Variants variants = new Variants(table, Key.rawType(valueType), faults);
        table.entries().forEach((name, entry) -> {
            String entryPath = TreePath.join(path, name);
            if (variants.refuseMistyped(name, entry, entryPath)) {
                values.put(name, Records.unread(valueType));
                return;
            }
            if (Key.argument(type, 0) == String.class && !ID.matcher(name).matches()) {
                faults.add(
                        entry.keyPlace(),
                        entryPath,
                        Tree.quote(name),
                        "an id has letters, digits, _ and - only",
                        "choose such an id and give the name under name:");
            }
            Object id = leaves.read(keySyntax, null, new Tree.Leaf(entry.keyPlace(), name), entryPath);
            Object value = value(key, valueType, entry.value(), entryPath, valueSyntax);
            if (id == null) {
                return;
            }
            boolean again = values.containsKey(id);
            values.put(id, value == null ? Records.unread(valueType) : value);
            if (again) {
                faults.add(entry.keyPlace(), entryPath, "", "this key stands here a second time", "keep one of the two");
            }
        });
        return Collections.unmodifiableMap(values);
    }
}
