package mergedesk.scenario.io;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mergedesk.scenario.Figure;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.bind.Defaults;
import mergedesk.scenario.bind.PathType;
import mergedesk.scenario.bind.WeekTables;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Place;
import mergedesk.scenario.tree.Places;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.TreePath;

/** Finds the number at a path of a sound scenario: its kind, its value and where it stands. */
final class LeverSearch {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("£?\\s*(" + Numbers.ANY + ")\\s*(.*)");

    private final Tree.Table table;
    private final List<Figure> figures;

    LeverSearch(Tree.Table table, List<Figure> figures) {
        this.table = table;
        this.figures = figures;
    }

    LeverReading find(String path) {
        Faults faults = new Faults();
        Place place = Place.fileAsWhole("--vary " + path, Path.of(""));
        try {
            return new LeverReading(lever(path), List.of());
        } catch (Misread misread) {
            faults.add(place, "", "", misread.rule(), misread.advice());
            return new LeverReading(null, faults.sorted());
        }
    }

    private Lever lever(String path) {
        PathType type = typeOf(path);
        Lever.Kind kind = kindOf(type);
        Tree.Leaf leaf = leafAt(path, type);
        Matcher matcher = NUMBER_AND_UNIT.matcher(leaf.text().strip());
        if (kind == null || !matcher.matches()) {
            throw new Misread(
                    "this is not a number that can be moved",
                    "name a number such as groups.north.staffing or flows.tax.volume");
        }
        Place place = leaf.place();
        String where = place.line() == 0
                ? place.file()
                : place.file() + ":" + place.line() + (place.column() == 0 ? "" : ":" + place.column());
        return new Lever(path, kind, Numbers.decimal(matcher.group(1)).doubleValue(), matcher.group(2), where);
    }

    private PathType typeOf(String path) {
        List<String> segments = TreePath.segments(path);
        if (segments == null) {
            throw new Misread("this is not a path", "write keys joined by dots, such as groups.north.staffing");
        }
        Places places = new Places(table, new Faults());
        PathType type = PathType.TOP;
        String above = "";
        for (String segment : segments) {
            type = segment.startsWith("[")
                    ? type.item()
                    : type.below(segment, above.isEmpty() ? table.entries().keySet() : places.keys(above));
            above = segment.startsWith("[") ? above + segment : TreePath.join(above, segment);
        }
        return type;
    }

    private static Lever.Kind kindOf(PathType type) {
        Syntax<?> syntax = WeekTables.single(type.type()) != null ? WeekTables.single(type.type()) : type.syntax();
        if (syntax == Numbers.WHOLE) {
            return Lever.Kind.WHOLE_NUMBER;
        }
        if (syntax == Times.RATE) {
            return Lever.Kind.RATE;
        }
        if (syntax == Times.DURATION) {
            return Lever.Kind.TIME;
        }
        if (type.form() == Meaning.Form.OF_MEASURE) {
            return null;
        }
        return syntax == Numbers.SHARE
                ? Lever.Kind.SHARE
                : syntax == Numbers.NUMBER || syntax == Numbers.COUNT || syntax == Numbers.RATIO ? Lever.Kind.NUMBER : null;
    }

    /** The text at the path; from the CSV file that the path names, or the default when nothing is written. */
    private Tree.Leaf leafAt(String path, PathType type) {
        Tree node = new Places(table, new Faults()).find(path);
        if (node instanceof Tree.Leaf leaf && leaf.text() != null) {
            return leaf;
        }
        for (Figure figure : figures) {
            if (figure.path().equals(path) && kindOf(type) == Lever.Kind.RATE) {
                return new Tree.Leaf(new Place(figure.file(), null, figure.line(), 0), figure.value());
            }
        }
        if (node instanceof Tree.Table) {
            throw new Misread(
                    "this is a table, not one number", "name one number of it, such as " + firstLeaf(path, node));
        }
        Tree byDefault = node == null && type.key() != null && !type.inTable() ? Defaults.of(type.key(), "") : null;
        if (byDefault instanceof Tree.Leaf leaf) {
            return leaf;
        }
        throw new Misread("the scenario has no value there", "write one into the scenario first");
    }

    private static String firstLeaf(String path, Tree node) {
        if (node instanceof Tree.Table table && !table.entries().isEmpty()) {
            String first = table.entries().keySet().iterator().next();
            return firstLeaf(TreePath.join(path, first), table.get(first));
        }
        return path;
    }
}
