package mergedesk.scenario.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import mergedesk.scenario.Figure;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Syntaxes;
import mergedesk.scenario.tree.CutValue;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Place;
import mergedesk.scenario.tree.Tree;
import mergedesk.units.PlainText;

/** Collects every number of the scenario that is a claim about the world, with its range and source, and checks these. */
final class Figures {
    /** Parts of a scenario that claim something about the world; the others say what is to be simulated. */
    private static final Set<String> CLAIMING = Set.of(
            "councils", "flows", "desks", "groups", "bank_holidays", "busyness", "events", "profiles", "seasons",
            "applications", "supplies", "rooms", "hosts", "repair_crews", "electricity", "slips");

    /** Those of a step of the plan itself; what it changes is a claim of the section that it changes. */
    private static final Pattern OF_A_STEP = Pattern.compile("plan\\.[^.]+\\.((slips|when|release)\\..*|delay)");

    private static final int SHORT = 80;

    private final Faults faults;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();

    Figures(Faults faults) {
        this.faults = faults;
    }

    /** The place that cites sources; checked when all sources are known. */
    private record Citation(Tree.Leaf ids, String path) {}

    /** Adds what was collected in a part of the scenario. */
    void addAll(Figures part) {
        figures.addAll(part.figures);
        citations.addAll(part.citations);
    }

    List<Figure> all() {
        return List.copyOf(figures);
    }

    /**
     * Notes one number.
     *
     * @param size the value and each end of the range as a comparable number, or null for tables and lists, which have no range
     */
    void add(String path, Stated stated, Function<Tree, Double> size) {
        Figure.Status status = status(path, stated);
        String source = source(path, stated);
        if (source == null && stated.status() != null && status != Figure.Status.ASSUMPTION && status != null) {
            faults.add(
                    stated.status(),
                    path + ".status",
                    "only an assumption stands without a source",
                    "write source: S1.4 beside it, or status: assumption");
        }
        Range range = range(path, stated, size);
        if (!CLAIMING.contains(section(path)) && !OF_A_STEP.matcher(path).matches() || Defaults.isDefault(stated.value())) {
            return;
        }
        Figure.Status known =
                status != null ? status : source == null ? Figure.Status.ASSUMPTION : Figure.Status.REPORTED;
        Place place = stated.value().place();
        figures.add(new Figure(
                path,
                brief(stated.value()),
                range.low,
                range.high,
                range.width,
                source,
                known,
                PlainText.line(place.file()),
                place.line()));
    }

    private static String section(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private Figure.Status status(String path, Stated stated) {
        if (stated.status() == null) {
            return null;
        }
        if (!(stated.status() instanceof Tree.Leaf leaf) || leaf.text() == null) {
            faults.add(
                    stated.status(),
                    path + ".status",
                    "a status is one word",
                    "write " + String.join(", ", Syntaxes.names(Figure.Status.class)));
            return null;
        }
        try {
            return (Figure.Status) Syntaxes.of(Figure.Status.class, Meaning.Form.NUMBER)
                    .reader()
                    .apply(leaf.text());
        } catch (Misread misread) {
            faults.add(leaf, path + ".status", misread);
            return null;
        }
    }

    private String source(String path, Stated stated) {
        if (stated.source() == null) {
            return null;
        }
        if (!(stated.source() instanceof Tree.Leaf leaf) || leaf.text() == null) {
            faults.add(
                    stated.source(),
                    path + ".source",
                    "this is not the id of a source",
                    "write source: S1.4, or S1.4, U3 for several");
            return null;
        }
        citations.add(new Citation(leaf, path + ".source"));
        return PlainText.line(leaf.text());
    }

    /** Texts of the ends, null without a range; {@code width} as {@link Figure#width}. */
    private record Range(String low, String high, double width) {
        static final Range NONE = new Range(null, null, 0);
    }

    private Range range(String path, Stated stated, Function<Tree, Double> size) {
        String rangePath = path + ".range";
        Tree range = stated.range() instanceof Tree.Items ends ? CutValue.mended(ends, rangePath, faults) : stated.range();
        if (range == null) {
            return Range.NONE;
        }
        if (size == null) {
            faults.add(
                    range,
                    rangePath,
                    "only a single number has a range",
                    "remove it, or give ranges to single numbers");
            return Range.NONE;
        }
        if (!(range instanceof Tree.Items list)
                || list.items().size() != 2
                || !(list.items().get(0) instanceof Tree.Leaf low)
                || !(list.items().get(1) instanceof Tree.Leaf high)) {
            faults.add(range, rangePath, "a range is a list of two values", "write range: [lowest, highest]");
            return Range.NONE;
        }
        Double least = size.apply(low);
        Double most = size.apply(high);
        Double value = size.apply(stated.value());
        if (least == null || most == null || value == null) {
            return Range.NONE;
        }
        if (least > most) {
            faults.add(
                    low,
                    rangePath,
                    "the range begins above its end " + Tree.quote(high.text()),
                    "write the lowest value first");
        } else if (value < least || value > most) {
            faults.add(
                    stated.value(),
                    path,
                    "the value is outside its range " + low.text() + " to " + high.text(),
                    "widen the range or correct the value");
        }
        double larger = Math.max(Math.abs(least), Math.abs(most));
        return new Range(PlainText.line(low.text()), PlainText.line(high.text()), larger == 0 ? 0 : (most - least) / larger);
    }

    /** Checks that every cited source, and every fact of it, exists. */
    void checkSources(Tree sources) {
        Map<String, Set<String>> known = new LinkedHashMap<>();
        if (sources instanceof Tree.Table table) {
            table.entries().forEach((id, entry) -> {
                boolean facts = entry.value() instanceof Tree.Table source && source.get("facts") instanceof Tree.Table;
                known.put(
                        id,
                        facts
                                ? ((Tree.Table) ((Tree.Table) entry.value()).get("facts"))
                                        .entries()
                                        .keySet()
                                : Set.of());
            });
        }
        for (Citation citation : citations) {
            for (String id : citation.ids().text().split(",", -1)) {
                checkSource(citation, id.strip(), known);
            }
        }
    }

    private void checkSource(Citation citation, String id, Map<String, Set<String>> known) {
        int dot = id.indexOf('.');
        String source = dot < 0 ? id : id.substring(0, dot);
        Tree.Leaf place = citation.ids();
        if (!known.containsKey(source)) {
            faults.add(
                    place,
                    citation.path(),
                    "there is no source " + Tree.quote(source),
                    faults.suggestion(source, known.keySet(), "list it under sources: with a title"));
        } else if (dot >= 0 && !known.get(source).contains(id.substring(dot + 1))) {
            faults.add(
                    place,
                    citation.path(),
                    "source " + source + " has no fact " + Tree.quote(id.substring(dot + 1)),
                    faults.suggestion(
                            id.substring(dot + 1), known.get(source), "list it under sources." + source + ".facts"));
        }
    }

    /** A value on one line, as it would be written, shortened. */
    static String brief(Tree value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        return PlainText.line(text.length() <= SHORT ? text.toString() : text.substring(0, SHORT - 3) + "...");
    }

    private static void append(StringBuilder text, Tree value) {
        if (text.length() > SHORT) {
            return;
        }
        if (value instanceof Tree.Leaf leaf) {
            text.append(leaf.text());
        } else if (value instanceof Tree.Items list) {
            text.append('[');
            list.items().forEach(item -> {
                text.append(text.charAt(text.length() - 1) == '[' ? "" : ", ");
                append(text, item);
            });
            text.append(']');
        } else if (value instanceof Tree.Table table && table.get("file") instanceof Tree.Leaf file) {
            text.append(file.text());
        } else if (value instanceof Tree.Table table) {
            text.append('{');
            table.entries().forEach((key, entry) -> {
                text.append(text.charAt(text.length() - 1) == '{' ? "" : ", ")
                        .append(key)
                        .append(": ");
                append(text, entry.value());
            });
            text.append('}');
        }
    }
}
