package mergedesk.scenario.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import mergedesk.scenario.CalendarSpan;
import mergedesk.scenario.CarbonFactor;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.Money;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Watts;
import mergedesk.scenario.WorkingTime;

/** Single values as the language has them: the way back from {@link Syntax}. Numbers keep 15 digits after the point. */
public final class Written {
    private static final int MOST_DIGITS = 15;

    private Written() {}

    /** A value that {@link Syntaxes#of} can read again, in that form. */
    public static String of(Object value, Meaning.Form form) {
        if (value instanceof Double number) {
            BigDecimal decimal = BigDecimal.valueOf(number);
            return switch (form) {
                case SHARE -> plain(decimal.movePointRight(2)) + " %";
                case COUNT -> Numbers.withoutZeros(plain(decimal));
                default -> plain(decimal);
            };
        }
        if (value instanceof Rate rate) {
            return Numbers.withoutZeros(plain(BigDecimal.valueOf(rate.count()))) + " / " + rate.per().name().toLowerCase(Locale.ROOT).replace("second", "s").replace("minute", "min");
        }
        if (value instanceof Duration length) {
            return of(length);
        }
        if (value instanceof WorkingTime time) {
            return WorkingTimes.written(time);
        }
        if (value instanceof CalendarSpan span) {
            return span.amount() + " " + unit(span.unit());
        }
        if (value instanceof Money money) {
            return "£" + plain(BigDecimal.valueOf(money.pence(), 2)) + " / year";
        }
        if (value instanceof Watts power) {
            return plain(BigDecimal.valueOf(power.watts())) + " W";
        }
        if (value instanceof CarbonFactor factor) {
            return plain(BigDecimal.valueOf(factor.gramsPerKwh())) + " g / kWh";
        }
        if (value instanceof Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        }
        return form == Meaning.Form.END && LocalTime.MIDNIGHT.equals(value) ? "24:00" : value.toString();
    }

    /** In seconds, if they are few, otherwise in the largest unit in which it is whole. */
    private static String of(Duration length) {
        if (length.compareTo(Duration.ofMinutes(2)) < 0 || length.toNanos() % Duration.ofMinutes(1).toNanos() != 0) {
            return plain(BigDecimal.valueOf(length.toNanos(), 9)) + " s";
        }
        return Times.written(length);
    }

    private static String unit(ChronoUnit unit) {
        return switch (unit) {
            case MINUTES -> "min";
            case HOURS -> "h";
            default -> unit.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String plain(BigDecimal number) {
        BigDecimal kept = number.scale() > MOST_DIGITS ? number.setScale(MOST_DIGITS, RoundingMode.HALF_EVEN) : number;
        return kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString();
    }
}
