package mergedesk.scenario.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a value that cannot be read was probably meant to be: signs that only look like those of the keyboard, decimals with a comma, thousands with points.
 *
 * <p>It is proposed, not taken, and only what can be read is proposed. The rule names what is wrong, because the advice may look just like what was written.
 */
public final class Respelling {
    private static final List<Sign> SIGNS = List.of(
            new Sign("[\u2018\u2019\u201A-\u201F]", "", "the quotation marks (U+%04X) are not those of the keyboard"),
            new Sign("[\u2010-\u2015\u2212]", "-", "the dash (U+%04X) is not the hyphen of the keyboard"),
            new Sign("[\u00A0\u2000-\u200A\u202F\u205F\u3000]", " ", "the blank (U+%04X) is not that of the keyboard"));

    private static final String BEFORE = "(?<![0-9.,])";
    private static final String AFTER = "(?![0-9.,])";
    private static final Pattern GROUPS = Pattern.compile(BEFORE + "[0-9]{1,3}(?:(?:\\.[0-9]{3})+|(?: [0-9]{3})+)" + AFTER);

    private static final List<Way> WAYS = List.of(
            new Way("", text -> text),
            new Way("decimals have a point", replacing(BEFORE + "(0|[0-9]+(?=,(?:[0-9]{1,2}|[0-9]{4,})" + AFTER + ")),([0-9]+)" + AFTER, "$1.$2")),
            new Way("decimals have a point, and thousands a comma", Respelling::exchanged),
            new Way(
                    "thousands are separated by commas",
                    text -> GROUPS.matcher(text).replaceAll(found -> found.group().replaceAll("[. ]", ","))),
            new Way("a time of day has no seconds here", replacing("([0-9]{1,2}:[0-9]{2}):00", "$1")),
            new Way("a time of day has a colon", replacing("(?<![0-9])([0-9]{1,2})\\.([0-9]{2})(?![0-9])", "$1:$2")),
            new Way("days are written in lower case", text -> text.indexOf('-') < 0 ? text : text.toLowerCase(Locale.ROOT)));

    private Respelling() {}

    /** A sign that people take for one of the keyboard. */
    private record Sign(Pattern pattern, String meant, String rule) {
        Sign(String pattern, String meant, String rule) {
            this(Pattern.compile(pattern), meant, rule);
        }

        /** {@code text} with the sign that was meant; what is wrong is added to {@code rules}. */
        String mend(String text, List<String> rules) {
            return text.codePoints()
                    .filter(c -> pattern.matcher(Character.toString(c)).matches())
                    .boxed()
                    .findFirst()
                    .map(c -> {
                        rules.add(String.format(Locale.ROOT, rule, c));
                        return pattern.matcher(text).replaceAll(meant).strip();
                    })
                    .orElse(text);
        }
    }

    /** One way of writing otherwise, and what is wrong when it helps. */
    private record Way(String rule, UnaryOperator<String> otherwise) {}

    private static UnaryOperator<String> replacing(String pattern, String by) {
        Pattern compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).replaceAll(by);
    }

    /** 1.234,5 as 1,234.5. */
    private static String exchanged(String text) {
        return text.indexOf(',') < 0 || text.indexOf('.') < 0
                ? text
                : text.replace(',', '\0').replace('.', ',').replace('\0', '.');
    }

    /** The fault of a text that {@code syntax} refuses as {@code misread}, with better advice where there is any. Short texts only. */
    public static Misread advised(Syntax<?> syntax, String text, Misread misread) {
        List<String> rules = new ArrayList<>();
        String plain = text;
        for (Sign sign : SIGNS) {
            plain = sign.mend(plain, rules);
        }
        for (Way way : WAYS) {
            String other = way.otherwise().apply(plain);
            if (!other.equals(text) && !(other.equals(plain) && !way.rule().isEmpty()) && reads(syntax, other)) {
                if (!way.rule().isEmpty()) {
                    rules.add(way.rule());
                }
                return new Misread(String.join(", and ", rules), "write \"" + other + '"');
            }
        }
        return misread;
    }

    private static boolean reads(Syntax<?> syntax, String text) {
        try {
            syntax.reader().apply(text);
            return true;
        } catch (Misread misread) {
            return false;
        }
    }
}
