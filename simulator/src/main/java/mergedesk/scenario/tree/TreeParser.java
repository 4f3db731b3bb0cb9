package mergedesk.scenario.tree;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mergedesk.scenario.tree.OpenNode.Built;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns YAML text into a {@link Tree}.
 *
 * <p>Built on the parser's events and a stack of its own rather than on the library's composer, because the composer recurses (a file of
 * a million brackets would overflow the stack) and hides duplicate keys. An alias shares the tree of its anchor; its nodes are counted as if
 * they were written out, so that anchors which multiply are refused before anybody walks them. Cost: linear in the text.
 */
public final class TreeParser {
    private static final String OPENING = "\u201C\u201D\u201E\u2018\u2019";
    private static final String CLOSING = "\u201D\u201C\u2019\u2018";
    /** A number and its unit as most points of a sweep have them: no letter of it means anything to YAML. Never nothing, as it begins with a digit. */
    private static final Pattern QUANTITY = Pattern.compile("[0-9](?:[0-9A-Za-z ./%]*[0-9A-Za-z.%])?");
    private static final int DEEPEST = 64;
    private static final int LONGEST_KEY = 200;
    private static final int MOST_NODES = 1_000_000;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    private final String file;
    private final Path folder;
    private final Faults faults;
    private final Deque<OpenNode> open = new ArrayDeque<>();
    private final Map<String, Built> anchors = new HashMap<>();
    private long nodes;
    private Tree root;

    /** Parses one text; {@code file} and {@code folder} go into the places. */
    public TreeParser(String file, Path folder, Faults faults) {
        this.file = file;
        this.folder = folder;
        this.faults = faults;
    }

    /** The tree, or null when the text is no YAML, or breaks a limit, or is empty; then a fault says so. */
    public Tree parse(String text) {
        if (QUANTITY.matcher(text).matches()) {
            return new Tree.Leaf(new Place(file, folder, 1, 1), text);
        }
        try {
            for (Event event : new Parse(SETTINGS).parseString(text)) {
                accept(event);
            }
        } catch (Refused refused) {
            return null;
        } catch (YamlEngineException e) {
            addSyntaxFault(e, text);
            return null;
        }
        if (root == null || root instanceof Tree.Leaf leaf && leaf.text() == null) {
            faults.add(
                    Place.fileAsWhole(file, folder),
                    "",
                    "",
                    "the file is empty",
                    "'mergedesk new' writes a first scenario");
            return null;
        }
        return root;
    }

    private void accept(Event event) {
        if (event instanceof CollectionStartEvent start) {
            begin(start);
        } else if (event instanceof ScalarEvent scalar) {
            accept(scalar);
        } else if (event instanceof AliasEvent alias) {
            accept(alias);
        } else {
            switch (event.getEventId()) {
                case MappingEnd, SequenceEnd -> end();
                case DocumentStart -> {
                    if (root != null) {
                        throw refuse(
                                place(event),
                                "",
                                "a second document begins here",
                                "keep one scenario a file: remove the line ---");
                    }
                }
                default -> {
                    // Stream and document marks, comments: nothing to build.
                }
            }
        }
    }

    private void begin(CollectionStartEvent start) {
        Place place = place(start);
        refuseTag(start.getTag(), place);
        refuseAsKey(place, start instanceof MappingStartEvent ? "a table" : "a list");
        if (open.size() == DEEPEST) {
            throw refuse(
                    place,
                    "",
                    "more than " + DEEPEST + " levels inside each other",
                    "check the brackets and the indentation");
        }
        count(1, place);
        open.push(new OpenNode(place, anchorOf(start), start instanceof MappingStartEvent, start.isFlow()));
    }

    private void accept(ScalarEvent scalar) {
        Place place = place(scalar);
        refuseTag(scalar.getTag(), place);
        count(1, place);
        boolean nothing = scalar.isPlain()
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("null")
                        || scalar.getValue().equals("~"));
        String text = scalar.isPlain() ? unquoted(scalar.getValue(), place) : scalar.getValue();
        OpenNode around = open.peek();
        if (around != null && around.awaitsKey()) {
            if (text.length() > LONGEST_KEY) {
                throw refuse(place, Tree.quote(text), "a key has at most " + LONGEST_KEY + " letters", "write key: value");
            }
            around.key(text, place);
            return;
        }
        place(new Built(new Tree.Leaf(place, nothing ? null : text), 1, 0), anchorOf(scalar));
    }

    /** A text without the quotation marks of a word processor, which YAML takes for letters; a fault when there are any around it. */
    private String unquoted(String text, Place place) {
        int last = text.length() - 1;
        if (last < 1 || OPENING.indexOf(text.charAt(0)) < 0 || CLOSING.indexOf(text.charAt(last)) < 0) {
            return text;
        }
        String inside = text.substring(1, last);
        faults.add(
                place,
                currentPath(),
                Tree.quote(text),
                String.format(Locale.ROOT, "the quotation marks (U+%04X) are not those of the keyboard, which YAML needs", (int) text.charAt(0)),
                "write " + Tree.quote(inside) + " with straight ones");
        return inside;
    }

    private void accept(AliasEvent event) {
        Place place = place(event);
        String name = event.getAlias().getValue();
        refuseAsKey(place, "*" + name);
        Built built = anchors.get(name);
        if (built == null) {
            throw refuse(
                    place,
                    Tree.quote("*" + name),
                    "no finished anchor &" + name + " stands before it",
                    "write the value itself");
        }
        if (open.size() + built.height() > DEEPEST) {
            throw refuse(
                    place,
                    Tree.quote("*" + name),
                    "more than " + DEEPEST + " levels inside each other",
                    "write less into each other");
        }
        count(built.nodes(), place);
        place(built, null);
    }

    private void end() {
        OpenNode ended = open.pop();
        for (Braces.Slip slip : ended.slips()) {
            faults.add(slip.place(), TreePath.join(currentPath(), slip.key()), slip.found(), slip.rule(), slip.advice());
        }
        place(ended.finish(), ended.anchor());
    }

    /** Puts a finished value where it belongs. */
    private void place(Built built, String anchor) {
        if (anchor != null) {
            anchors.put(anchor, built);
        }
        OpenNode around = open.peek();
        if (around == null) {
            root = built.tree();
            return;
        }
        if (around.mends(built.tree())) {
            return;
        }
        if (around.earlier() != null) {
            Place first = around.earlier().keyPlace();
            faults.add(
                    around.keyPlace(),
                    currentPath(),
                    "",
                    "the key stands here a second time, first in line " + first.line() + ", column " + first.column(),
                    "keep one of the two");
        }
        around.add(built);
    }

    private void count(long more, Place place) {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw refuse(
                    place,
                    "",
                    "more than 1,000,000 values when every alias is written out",
                    "use fewer anchors, or CSV files for tables");
        }
    }

    private void refuseTag(Optional<String> tag, Place place) {
        if (tag.isPresent() && !tag.get().equals("!")) {
            throw refuse(place, Tree.quote(tag.get()), "tags are not used in scenarios", "remove it");
        }
    }

    private void refuseAsKey(Place place, String found) {
        if (!open.isEmpty() && open.peek().awaitsKey()) {
            throw refuse(place, found, "a key must be a plain word", "write key: value");
        }
    }

    private Refused refuse(Place place, String found, String rule, String advice) {
        faults.add(place, currentPath(), found, rule, advice);
        return new Refused();
    }

    /** Keys and list numbers from the top to where the parser is; made only when a fault needs it. */
    private String currentPath() {
        StringBuilder path = new StringBuilder();
        open.descendingIterator().forEachRemaining(node -> node.appendStep(path));
        return path.toString();
    }

    private void addSyntaxFault(YamlEngineException e, String text) {
        SyntaxSlip slip = e instanceof MarkedYamlEngineException marked ? SyntaxSlip.of(marked, text).orElse(null) : null;
        if (slip != null) {
            faults.add(new Place(file, folder, slip.line(), slip.column()), "", slip.found(), slip.rule(), slip.advice());
            return;
        }
        Place place = Place.fileAsWhole(file, folder);
        String rule = "this is not YAML";
        if (e instanceof MarkedYamlEngineException marked) {
            place = marked.getProblemMark()
                    .or(marked::getContextMark)
                    .map(this::place)
                    .orElse(place);
            rule += ": " + marked.getProblem();
        } else {
            rule += ": it holds a character that text does not have";
        }
        boolean tab = rule.contains("TAB");
        faults.add(
                place,
                "",
                "",
                rule,
                tab ? "indent with spaces" : "check the indentation, quotation marks and brackets before it");
    }

    private static String anchorOf(NodeEvent event) {
        return event.getAnchor().map(Anchor::getValue).orElse(null);
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElseGet(() -> Place.fileAsWhole(file, folder));
    }

    private Place place(Mark mark) {
        return new Place(file, folder, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Parsing has ended; the fault is already noted. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super(null, null, false, false);
        }
    }
}
