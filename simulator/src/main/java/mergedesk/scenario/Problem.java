package mergedesk.scenario;

import mergedesk.units.PlainText;

/**
 * One fault of the input: where it stands, what was found, the rule it breaks and what to write instead.
 *
 * @param file the file as the user would name it, or {@code --set path=value} for a value of the command line
 * @param line counted from 1; 0 when the fault is about the file as a whole
 * @param column counted from 1; 0 when the line as a whole is meant
 * @param path keys from the top of the scenario, such as {@code flows.north.patience.mean}; a column of a CSV file; or empty
 * @param found what stands there, shortened, texts in quotation marks; empty when nothing does
 * @param rule why that cannot be
 * @param advice what to write; empty when the rule says it
 */
public record Problem(String file, int line, int column, String path, String found, String rule, String advice) {

    /** One line, in the form that editors and terminals make a link of: {@code file:line:column: path: found "x": rule; advice}. */
    public String format() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (column > 0) {
            text.append(':').append(column);
        }
        if (!path.isEmpty()) {
            text.append(": ").append(path);
        }
        if (!found.isEmpty()) {
            text.append(": found ").append(found);
        }
        text.append(": ").append(rule);
        if (!advice.isEmpty()) {
            text.append("; ").append(advice);
        }
        return PlainText.line(text.toString());
    }

    /** The same about another path. */
    public Problem of(String other) {
        return new Problem(file, line, column, other, found, rule, advice);
    }

    @Override
    public String toString() {
        return format();
    }
}
