package mergedesk.scenario.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mergedesk.scenario.Money;

/** Numbers as people write them: 1.25, 120,000, 80 %, £31,000. */
public final class Numbers {
    /** Digits before the point, and after it; a double keeps 15. */
    private static final int MOST_DIGITS = 15;

    /** What can be read, for schemas: digits, thousands separated by commas if at all. */
    static final String UNSIGNED = "(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\\.[0-9]{1,15})?";

    private static final String SIGNED = "-?" + UNSIGNED;

    /** A number of any length, to be found in a text and handed to {@link #decimal}. */
    public static final String ANY = "-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?";

    private static final Pattern PLAIN = Pattern.compile(ANY);
    private static final Pattern WHOLE_TEXT = Pattern.compile("-?[0-9]+");
    /** 60.000, which in other countries is 60,000: a first digit that is none of a decimal below 1, and three digits behind each point. */
    private static final Pattern POINTED = Pattern.compile("(?<![0-9.,])([1-9][0-9]{0,2})\\.([0-9]{3})(?![0-9.,])");

    private static final Pattern SHARE_TEXT = Pattern.compile("(" + ANY + ")\\s*%");
    private static final Pattern MONEY_TEXT = Pattern.compile("£\\s*(" + ANY + ")(?:\\s*/\\s*year)?");

    public static final Syntax<Double> NUMBER = new Syntax<>("^" + SIGNED + "$", "1.25", Numbers::number, Double::doubleValue);
    /** How many there are, such as residents: as a number, but a point before three digits is asked back. */
    public static final Syntax<Double> COUNT = new Syntax<>(NUMBER.pattern(), "120,000", Numbers::number, Double::doubleValue);
    public static final Syntax<Double> SHARE =
            new Syntax<>("^" + SIGNED + "\\s*%$", "80 %", Numbers::share, Double::doubleValue);
    public static final Syntax<Double> RATIO =
            new Syntax<>("^" + SIGNED + "\\s*%?$", "140 %", Numbers::ratio, Double::doubleValue);
    public static final Syntax<Integer> WHOLE =
            new Syntax<>("^-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})$", "12", Numbers::whole, Integer::doubleValue);
    public static final Syntax<Long> LONG = new Syntax<>("^-?[0-9]{1,19}$", "1", Numbers::wholeLong, Long::doubleValue);
    public static final Syntax<Money> MONEY = new Syntax<>(
            "^£\\s*" + UNSIGNED + "(?:\\s*/\\s*year)?$",
            "£31,000 / year",
            Numbers::money,
            money -> money.pence() / 100.0);

    private Numbers() {}

    /**
     * The decimal that {@code text} says, or null when it is no plain number.
     *
     * @throws Misread when it has more digits than are kept
     */
    public static BigDecimal decimal(String text) {
        if (!PLAIN.matcher(text).matches()) {
            return null;
        }
        String digits = text.replace(",", "");
        int point = digits.indexOf('.');
        int before = (point < 0 ? digits.length() : point) - (digits.startsWith("-") ? 1 : 0);
        if (before > MOST_DIGITS || point >= 0 && digits.length() - point - 1 > MOST_DIGITS) {
            throw new Misread("a number has at most 15 digits before the point and 15 after it", "write fewer digits");
        }
        return new BigDecimal(digits);
    }

    /** {@code text} with a comma for a point that may separate thousands, 60,000 for 60.000; null when it has none. */
    public static String withThousands(String text) {
        Matcher matcher = POINTED.matcher(text);
        return matcher.find() ? matcher.replaceFirst("$1,$2") : null;
    }

    /** {@code text} with the decimals that cannot be taken for thousands: 60 for 60.000, 1.25 for 1.250, 1.2340 for 1.234. */
    public static String withoutZeros(String text) {
        return POINTED.matcher(text).replaceFirst(found -> {
            String shortest = new BigDecimal(found.group()).stripTrailingZeros().toPlainString();
            return POINTED.matcher(shortest).matches() ? shortest + "0" : shortest;
        });
    }

    private static double number(String text) {
        BigDecimal value = decimal(text);
        if (value != null) {
            return value.doubleValue();
        }
        if (SHARE_TEXT.matcher(text).matches()) {
            throw new Misread("a plain number is needed here, not a share", "write " + plain(share(text)));
        }
        throw new Misread("this is not a number", "write a number such as 1.25");
    }

    private static double share(String text) {
        Matcher matcher = SHARE_TEXT.matcher(text);
        if (matcher.matches()) {
            return decimal(matcher.group(1)).movePointLeft(2).doubleValue();
        }
        BigDecimal bare = decimal(text);
        if (bare != null) {
            BigDecimal percent = bare.abs().compareTo(BigDecimal.ONE) <= 0 ? bare.movePointRight(2) : bare;
            throw new Misread("a share needs a percent sign", "write \"" + plain(percent.doubleValue()) + " %\"");
        }
        throw new Misread("this is not a share", "write a share such as \"80 %\"");
    }

    private static double ratio(String text) {
        BigDecimal bare = decimal(text);
        if (bare != null) {
            return bare.doubleValue();
        }
        if (SHARE_TEXT.matcher(text).matches()) {
            return share(text);
        }
        throw new Misread("this is neither a number nor a share", "write \"140 %\" or 1.4");
    }

    private static int whole(String text) {
        BigDecimal value = decimal(text);
        if (value == null || value.stripTrailingZeros().scale() > 0) {
            throw new Misread("a whole number is needed here", "write a number such as 12");
        }
        if (value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            throw new Misread("the number is too large", "write a smaller one");
        }
        return value.intValueExact();
    }

    private static long wholeLong(String text) {
        // Long.parseLong would take the digits of every script.
        if (WHOLE_TEXT.matcher(text).matches()) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                // More than 64 bits: the message below says it.
            }
        }
        throw new Misread("a whole number of at most 64 bits is needed here", "write a number such as 1");
    }

    private static Money money(String text) {
        Matcher matcher = MONEY_TEXT.matcher(text);
        if (matcher.matches()) {
            BigDecimal pence = decimal(matcher.group(1)).movePointRight(2);
            if (pence.stripTrailingZeros().scale() > 0) {
                throw new Misread("there is no smaller coin than a penny", "write whole pence");
            }
            return new Money(pence.setScale(0, RoundingMode.UNNECESSARY).longValueExact());
        }
        BigDecimal bare = decimal(text);
        if (bare != null) {
            throw bare.signum() < 0
                    ? new Misread("a cost cannot be negative", "write \"£" + text.substring(1) + " / year\"")
                    : new Misread("money needs a pound sign", "write \"£" + text + " / year\"");
        }
        throw new Misread("this is not an amount of money", "write \"£31,000 / year\"");
    }

    /** A whole number with its thousands separated: 1,000,000. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The shortest plain spelling: no exponent, no trailing zeros. */
    public static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(10, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
