package mergedesk.report.chart;

import java.util.List;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;

/**
 * An axis of a measure: its unit by the size of what is shown, and from where to where it goes. Wide enough for all values, and for their intervals unless these are much wider than the values are apart: then they are cut.
 *
 * @param factor by which values are multiplied to be in the unit
 * @param unit as it is read after a number or a title; empty for plain numbers
 */
public record Reach(double factor, String unit, double low, double high, double step) {
    private static final int MOST_STEPS = 5;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;
    private static final double LEAST_LENGTH = 1e-3; // in units of the axis

    /** Of these values. */
    public static Reach of(ValueText text, List<Estimate> estimates) {
        List<Estimate> shown = estimates.stream().filter(estimate -> Double.isFinite(estimate.value())).toList();
        double least = shown.stream().mapToDouble(Estimate::value).min().orElse(0);
        double most = shown.stream().mapToDouble(Estimate::value).max().orElse(1);
        double length = most - least;
        double margin = length > 0 ? length : Math.abs(most) / 4;
        double low = shown.stream().mapToDouble(estimate -> estimate.value() - Math.min(half(estimate), margin)).min().orElse(0);
        double high = shown.stream().mapToDouble(estimate -> estimate.value() + Math.min(half(estimate), margin)).max().orElse(1);
        double factor = factor(text, Math.max(Math.abs(low), Math.abs(high)));
        return rounded(factor, unit(text, factor), (least >= 0 ? Math.max(0, low) : low) * factor, (text.unit() == Measure.Unit.SHARE && most <= 1 ? Math.min(1, high) : high) * factor);
    }

    /** From and to, as far as the next steps. */
    static Reach rounded(double factor, String unit, double low, double high) {
        double room = Math.max(LEAST_LENGTH, Math.abs(high) * LEAST_LENGTH);
        double from = high - low < room ? low - room : low;
        double step = Style.niceStep(Math.max(high - from, room), MOST_STEPS);
        return new Reach(factor, unit, StrictMath.floor(from / step + 1e-9) * step, StrictMath.ceil(high / step - 1e-9) * step, step);
    }

    private static double half(Estimate estimate) {
        return Double.isNaN(estimate.halfWidth()) ? 0 : estimate.halfWidth();
    }

    private static double factor(ValueText text, double size) {
        if (text.unit() == Measure.Unit.SHARE) {
            return 100;
        }
        if (text.unit() != Measure.Unit.SECONDS || size < 3 * MINUTE) {
            return 1;
        }
        return size < 3 * HOUR ? 1 / MINUTE : size >= 3 * DAY && !text.isWorkingTime() ? 1 / DAY : 1 / HOUR;
    }

    private static String unit(ValueText text, double factor) {
        return switch (text.unit()) {
            case SHARE -> "%";
            case SECONDS -> factor == 1 ? "s" : factor == 1 / MINUTE ? "min" : factor == 1 / HOUR ? "h" : "days";
            case POUNDS -> "£";
            case KILOWATT_HOURS -> "kWh";
            case KILOGRAMS -> "kg";
            case COUNT, NUMBER -> "";
        };
    }

    /** A title with the unit. */
    public String label(String title) {
        return unit.isEmpty() ? title : title + ", " + unit;
    }

    /** A number as the axis writes it. */
    String tick(double number) {
        double shown = Math.abs(number) < step / 2 ? 0 : number;
        return Style.numbers(step).apply(shown);
    }

    /** How a value of the axis is written in a key of five parts. */
    String text(double number) {
        double part = (high - low) / 5;
        return NumberText.fixed(number, part >= 10 ? 0 : part >= 1 ? 1 : part >= 0.1 ? 2 : 3) + (unit.isEmpty() ? "" : "\u00a0" + unit);
    }

    double within(double number) {
        return Math.max(low, Math.min(high, number));
    }
}
