package mergedesk.report.text;

import mergedesk.stats.Measure;

/** What tables and sentences call measures. */
public final class Measures {
    private Measures() {}

    /** The title; of what is no measure, its identifier in words. */
    public static String title(String id) {
        return Measure.byId(id).map(Measure::title).orElseGet(() -> capitalised(id.replace('_', ' ')));
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
