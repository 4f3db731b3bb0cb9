package mergedesk.scenario.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A value that a comma in braces has cut: to YAML, {@code {value: 60,000 / year}} is the value 60 and behind it a key "000 / year" without a value.
 *
 * <p>Nobody means that, and to obey what would be said of 60 makes a volume a thousandth of itself. So the parser puts the pieces together again: one fault
 * shows the text as it was meant, and reading goes on as if it had been written well. A piece is known by where it stands, right behind the comma.
 *
 * @param key of the value
 * @param place where the value begins
 * @param text all pieces so far with the commas between them
 * @param column where they end, counted from 1
 * @param amount whether it begins as a number; other values are cut too, {@code {days: mon,wed}}
 */
public record CutValue(String key, Place place, String text, int column, boolean amount) {
    /** No number is longer; and pieces without end must not be put together again and again. */
    private static final int LONGEST = 100;

    /** An amount, of which the first digits stand before the comma. */
    private static final Pattern BEGUN = Pattern.compile("[\u201C\u2018\u201E]?[-\u2212\u2013]?\\s*\u00A3?\\s*[0-9]{1,15}");

    private static final Pattern DIGITS = Pattern.compile("[0-9](?![0-9]?:[0-9]).*", Pattern.DOTALL);
    private static final Pattern THREE_DIGITS = Pattern.compile("[0-9]{3}(?![0-9:]).*", Pattern.DOTALL);
    private static final Pattern THOUSANDS =
            Pattern.compile("([^0-9]*)([0-9]{1,3}(?:,\\s?[0-9]{3})+)((?![0-9,]).*)", Pattern.DOTALL);
    private static final Pattern DECIMAL = Pattern.compile("([^0-9]*[0-9]+),([0-9]+)((?![0-9,]).*)", Pattern.DOTALL);
    private static final Pattern QUOTES = Pattern.compile("[\u201C\u201D\u201E\u2018\u2019]");

    /** What may be the beginning of a cut value; null when {@code value} is no such thing. */
    static CutValue begun(String key, Tree value) {
        if (!(value instanceof Tree.Leaf leaf) || leaf.text() == null || leaf.text().length() > LONGEST) {
            return null;
        }
        String text = leaf.text();
        return new CutValue(key, leaf.place(), text, leaf.place().column() + text.length(), BEGUN.matcher(text).matches());
    }

    /** The same with a key that has neither a value nor a colon; null when it is no further piece. */
    CutValue andText(String piece, Place where) {
        boolean adjoins = where.line() == place.line() && where.column() == column + 1 && text.length() <= LONGEST;
        return adjoins && !amount ? new CutValue(key, place, text + "," + piece, where.column() + piece.length(), false) : null;
    }

    /** The same with a key that has no value, as a further piece; null when it is none. */
    CutValue and(String piece, Place where) {
        int gap = where.column() - column;
        if (!amount || where.line() != place.line() || text.length() > LONGEST || !Character.isDigit(text.charAt(text.length() - 1))) {
            return null;
        }
        boolean fits = gap == 1 && DIGITS.matcher(piece).matches() || gap == 2 && THREE_DIGITS.matcher(piece).matches();
        String more = text + (gap == 1 ? "," : ", ") + piece;
        return fits ? new CutValue(key, place, more, where.column() + piece.length(), true) : null;
    }

    /** What was meant, as it can be read. */
    String meant() {
        if (!amount) {
            return text;
        }
        String plain = QUOTES.matcher(text).replaceAll("");
        Matcher thousands = THOUSANDS.matcher(plain);
        if (thousands.matches()) {
            return thousands.group(1) + thousands.group(2).replaceAll("\\s", "") + thousands.group(3);
        }
        Matcher decimal = DECIMAL.matcher(plain);
        return decimal.matches() ? decimal.group(1) + "." + decimal.group(2) + decimal.group(3) : plain;
    }

    /** How to write it: thousands in quotation marks, decimals with a point. */
    String advice() {
        return meant().indexOf(',') < 0 ? "decimals have a point: write " + written() : "quote it: write " + written();
    }

    /** What was meant as it is written in braces. */
    String written() {
        String meant = meant();
        return meant.indexOf(',') < 0 ? meant : Tree.quote(meant);
    }

    String rule() {
        return "in braces a comma ends the value" + (amount ? ", so this is not one number" : "");
    }

    /**
     * A list as it was meant, with a fault for each value that a comma has cut: one without a blank behind it, where others have one.
     *
     * <p>Where no comma has a blank, {@code [1,4]}, it means what it says.
     */
    public static Tree.Items mended(Tree.Items list, String path, Faults faults) {
        List<Piece> pieces = new ArrayList<>();
        for (Tree item : list.items()) {
            Piece before = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            CutValue longer = before != null && before.value != null && item instanceof Tree.Leaf leaf && leaf.text() != null && leaf.place().column() == before.value.column() + 1
                    ? before.value.and(leaf.text(), leaf.place())
                    : null;
            if (longer == null) {
                pieces.add(new Piece(begun(path, item), List.of(item)));
            } else {
                pieces.set(pieces.size() - 1, new Piece(longer, Stream.concat(before.items.stream(), Stream.of(item)).toList()));
            }
        }
        if (pieces.size() == list.items().size() || pieces.size() == 1) {
            return list;
        }
        pieces.stream().filter(Piece::isCut).forEach(piece -> faults.add(
                piece.value.place(), path, Tree.quote(piece.value.text()), "in brackets a comma ends a value, so these are " + (piece.items.size() == 2 ? "two" : "several"), piece.advice()));
        return new Tree.Items(list.place(), pieces.stream().flatMap(piece -> piece.meant().stream()).toList());
    }

    /** An item, or several with commas between them but no blank. */
    private record Piece(CutValue value, List<Tree> items) {
        boolean isCut() {
            return items.size() > 1;
        }

        /** Whether all of it may be one number: 1,400,000 or 1,5 but not 1,1,2.1. */
        private boolean isNumber() {
            return THOUSANDS.matcher(value.text).matches() || DECIMAL.matcher(value.text).matches();
        }

        String advice() {
            return (isNumber() ? value.advice() + ", or put a blank behind the comma" : "put a blank behind each comma: write " + value.text.replaceAll(",\\s*", ", "));
        }

        List<Tree> meant() {
            return isCut() && isNumber() ? List.of(new Tree.Leaf(value.place(), value.meant())) : items;
        }
    }
}
