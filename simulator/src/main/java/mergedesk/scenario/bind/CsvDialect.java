package mergedesk.scenario.bind;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mergedesk.scenario.text.Misread;

/**
 * How a table writes numbers and dates, where it is not as the language does: decimals with a comma, the day before the month.
 *
 * <p>One cell does not show it: 1,250 may be more than a thousand, and 04/05/2011 is in April for some. The file as a whole does, when it has a cell that can be
 * read in one way only and none that speaks against it; it is looked through for that when the first doubtful cell is met. Where it shows nothing, the
 * cell is a fault.
 */
final class CsvDialect {
    private static final Pattern AMOUNT =
            Pattern.compile("(?:[-£]|-£)?\\s*([0-9][0-9.,]*)\\s*(?:%|(?:/|per\\s)?\\s*[A-Za-z]*)");
    private static final Pattern DATE = Pattern.compile("([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4})(?:[ T]+(.*))?");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})(?:[ T]+(.*))?");
    private static final Pattern THOUSANDS = Pattern.compile("[1-9][0-9]{0,2}([.,])[0-9]{3}");
    private static final Pattern WHOLE_MINUTE = Pattern.compile("([0-9]{1,2}:[0-9]{2}):00");
    private static final int MONTHS = 12;
    private static final int LONGEST_HEADING = 1 << 13;
    /** Begins a line in which a spreadsheet says what divides its cells. */
    static final String STATED = "sep=";

    private final char separator;
    private final Supplier<Evidence> evidence;
    private Evidence found;
    private String decimalSeen;
    private String dateSeen;
    private boolean dateClear;

    /**
     * @param separator between cells
     * @param evidence looks through the whole file
     */
    CsvDialect(char separator, Supplier<Evidence> evidence) {
        this.separator = separator;
        this.evidence = evidence;
    }

    /** What all cells of a file show. */
    static final class Evidence implements Consumer<String> {
        private boolean commaBeforeDecimals;
        private boolean pointBeforeDecimals;
        private boolean dayFirst;
        private boolean monthFirst;

        @Override
        public void accept(String cell) {
            Matcher date = DATE.matcher(cell);
            if (date.matches()) {
                dayFirst |= number(date.group(1)) > MONTHS || date.group(2).equals(".");
                monthFirst |= number(date.group(3)) > MONTHS;
                return;
            }
            Matcher amount = AMOUNT.matcher(cell);
            if (amount.matches()) {
                look(amount.group(1));
            }
        }

        private void look(String number) {
            int comma = number.lastIndexOf(',');
            int point = number.lastIndexOf('.');
            int last = Math.max(comma, point);
            if (last < 0 || THOUSANDS.matcher(number).matches()) {
                return;
            }
            boolean several = number.indexOf(number.charAt(last)) < last;
            boolean lastIsDecimal = !several;
            commaBeforeDecimals |= lastIsDecimal == comma > point;
            pointBeforeDecimals |= lastIsDecimal == point > comma;
        }
    }

    /** What stands between the cells: that by which the first line names most columns. */
    static char separator(BufferedReader text, List<String> known) throws IOException {
        char[] head = new char[LONGEST_HEADING];
        text.mark(LONGEST_HEADING);
        int length = 0;
        for (int n = 0; n >= 0 && length < head.length; n = text.read(head, length, head.length - length)) {
            length += n;
        }
        text.reset();
        String first = new String(head, 0, length).split("[\r\n]", 2)[0];
        if (first.startsWith(STATED)) {
            return first.length() == STATED.length() ? ',' : first.charAt(STATED.length());
        }
        char best = ',';
        long most = -1;
        for (char separator : new char[] {',', ';', '\t'}) {
            String[] columns = first.split(String.valueOf(separator), -1);
            long named = Stream.of(columns).map(CsvDialect::heading).filter(known::contains).count();
            long score = named * LONGEST_HEADING + columns.length;
            if (score > most) {
                most = score;
                best = separator;
            }
        }
        return best;
    }

    /** The name of a column, in small letters as all are. */
    static String heading(String cell) {
        return cell.replace("\"", "").strip().toLowerCase(Locale.ROOT);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /**
     * A cell as the language has it.
     *
     * @throws Misread when it may be read in two ways
     */
    String understood(String cell) {
        Matcher date = DATE.matcher(cell);
        if (date.matches()) {
            return date(cell, date);
        }
        Matcher yearFirst = YEAR_FIRST.matcher(cell);
        if (yearFirst.matches()) {
            return iso(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3), yearFirst.group(4));
        }
        Matcher time = WHOLE_MINUTE.matcher(cell);
        if (time.matches()) {
            return time.group(1);
        }
        boolean foreign = separator != ',' && (cell.indexOf(',') >= 0 || cell.indexOf('.') >= 0) && AMOUNT.matcher(cell).matches();
        return foreign ? amount(cell) : cell;
    }

    private Evidence evidence() {
        if (found == null) {
            found = evidence.get();
        }
        return found;
    }

    private String date(String cell, Matcher date) {
        if (!evidence().dayFirst || evidence().monthFirst) {
            throw new Misread(
                    evidence().monthFirst ? "a date begins with its year" : "this may be a day and a month, or a month and a day",
                    "write year-month-day such as " + date.group(4) + "-12-31");
        }
        String iso = iso(date.group(4), date.group(3), date.group(1), date.group(5));
        if (dateSeen == null || !dateClear && number(date.group(1)) > MONTHS) {
            dateClear = number(date.group(1)) > MONTHS;
            dateSeen = cell + " is " + iso;
        }
        return iso;
    }

    private static String iso(String year, String month, String day, String time) {
        String date = String.format(Locale.ROOT, "%s-%02d-%02d", year, number(month), number(day));
        return time == null ? date : date + " " + (time.matches("[0-9]:.*") ? "0" + time : time);
    }

    private String amount(String cell) {
        if (evidence().commaBeforeDecimals && !evidence().pointBeforeDecimals) {
            String plain = cell.replace(".", "").replace(',', '.');
            decimalSeen = decimalSeen == null || cell.indexOf(',') >= 0 && decimalSeen.indexOf(',') < 0 ? cell + " is " + plain : decimalSeen;
            return plain;
        }
        Matcher amount = AMOUNT.matcher(cell);
        boolean doubtful = amount.matches() && THOUSANDS.matcher(amount.group(1)).matches();
        if (separator == ';' && doubtful && (!evidence().pointBeforeDecimals || evidence().commaBeforeDecimals)) {
            throw new Misread(
                    "this may be a number with decimals, or one with thousands",
                    "write it without thousands, and decimals with a point");
        }
        return cell;
    }

    /** What was understood, in words; empty when it is what the language says anyway. */
    String words() {
        String cells = separator == ',' ? "" : separator == ';' ? ", cells divided by semicolons" : ", cells divided by tabs";
        String decimals = decimalSeen == null ? "" : ", decimals with a comma (" + decimalSeen + ")";
        String dates = dateSeen == null ? "" : ", the day before the month (" + dateSeen + ")";
        return cells + decimals + dates;
    }
}
