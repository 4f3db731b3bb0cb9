package mergedesk.scenario.plausible;

import java.util.Locale;

/** Numbers as people say them, with two or three digits. */
final class Said {
    private static final double MINUTE = 60;
    private static final double HOUR = 3_600;

    private Said() {}

    /** A length of time: 45 s, 4.8 min, 3.2 h. */
    static String length(double seconds) {
        if (seconds < 2 * MINUTE) {
            return number(seconds) + " s";
        }
        return seconds < 2 * HOUR ? number(seconds / MINUTE) + " min" : number(seconds / HOUR) + " h";
    }

    /** 12,300, 120, 4.5, 0.031. */
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.2g";
        String text = String.format(Locale.ROOT, format, value);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** 7 %. */
    static String percent(double share) {
        return number(100 * share) + " %";
    }
}
