package mergedesk.scenario.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What is wrong where a text is no YAML, in the words of those who write it: a colon without a blank, keys that do not stand below each other, a second colon.
 *
 * <p>YAML's own messages name what its grammar expected, at the place where it gave up: often a line below the slip.
 *
 * @param line of the slip, counted from 1
 * @param column counted from 1
 * @param found what stands there
 */
record SyntaxSlip(int line, int column, String found, String rule, String advice) {
    private static final Pattern STUCK = Pattern.compile("(?:- +)*([\\p{L}\\p{N}_\"'][^:\\s{}\\[\\],]*):((?!//)[^\\s:].*)");
    private static final Pattern KEY = Pattern.compile("(?:- +)*([^:#]+):(?: .*)?");
    private static final Pattern SECOND_COLON = Pattern.compile("(?:- +)*([^:#{\\[\"']+): +([^\"'{\\[#].*:.*)");
    private static final int LONGEST = 1_000;

    /** The slip behind {@code fault} of {@code text}; nothing when it is none of those that are known. */
    static Optional<SyntaxSlip> of(MarkedYamlEngineException fault, String text) {
        Mark mark = fault.getProblemMark().or(fault::getContextMark).orElse(null);
        if (mark == null) {
            return Optional.empty();
        }
        String[] lines = text.split("\r\n|\r|\n", -1);
        String problem = fault.getProblem();
        if (problem.contains("could not find expected ':'")) {
            int key = fault.getContextMark().orElse(mark).getLine();
            return stuck(lines, key).or(() -> noColon(lines, key));
        }
        int line = mark.getLine();
        if (problem.contains("mapping values are not allowed here")) {
            int before = lineBefore(lines, line);
            return stuck(lines, before).or(() -> indented(lines, before, line)).or(() -> secondColon(lines, line));
        }
        if (problem.contains("expected <block end>") && mark.getColumn() == indentation(lines, line)) {
            return indented(lines, lineBefore(lines, line), line);
        }
        return Optional.empty();
    }

    private static String line(String[] lines, int number) {
        return number < 0 || number >= lines.length || lines[number].length() > LONGEST ? "" : lines[number].strip();
    }

    private static int indentation(String[] lines, int number) {
        return number < 0 || number >= lines.length ? 0 : lines[number].length() - lines[number].stripLeading().length();
    }

    /** The last line above that holds more than a comment; -1 when there is none. */
    private static int lineBefore(String[] lines, int number) {
        int before = Math.min(number, lines.length) - 1;
        while (before >= 0 && (lines[before].isBlank() || lines[before].stripLeading().startsWith("#"))) {
            before--;
        }
        return before;
    }

    private static Optional<SyntaxSlip> stuck(String[] lines, int number) {
        Matcher stuck = STUCK.matcher(line(lines, number));
        return stuck.matches()
                ? slip(lines, number, Braces.NO_BLANK, "write " + stuck.group(1) + ": " + stuck.group(2))
                : Optional.empty();
    }

    private static Optional<SyntaxSlip> noColon(String[] lines, int number) {
        String line = line(lines, number);
        return line.isEmpty() || line.indexOf(':') >= 0
                ? Optional.empty()
                : slip(lines, number, "this line has no colon", "write key: value");
    }

    private static Optional<SyntaxSlip> secondColon(String[] lines, int number) {
        Matcher second = SECOND_COLON.matcher(line(lines, number));
        return second.matches()
                ? slip(lines, number, "a value with a colon and a blank is quoted", "write " + second.group(1) + ": " + '"' + second.group(2) + '"')
                : Optional.empty();
    }

    /** A line that begins in another column than the one above it, of which it is no part. */
    private static Optional<SyntaxSlip> indented(String[] lines, int before, int number) {
        int above = indentation(lines, before);
        int here = indentation(lines, number);
        if (before < 0 || above == here || !KEY.matcher(line(lines, number)).matches()) {
            return Optional.empty();
        }
        return slip(
                lines,
                number,
                "this line begins with " + blanks(here) + ", the one above it with " + blanks(above),
                "let all keys of a table begin in the same column");
    }

    private static String blanks(int count) {
        return count == 0 ? "none" : count + (count == 1 ? " blank" : " blanks");
    }

    private static Optional<SyntaxSlip> slip(String[] lines, int number, String rule, String advice) {
        return Optional.of(new SyntaxSlip(number + 1, indentation(lines, number) + 1, Tree.quote(line(lines, number)), rule, advice));
    }
}
