package mergedesk.report.text;

import java.util.Map;
import mergedesk.results.Study;
import mergedesk.results.Study.DeskPicture;
import mergedesk.results.Study.Verdict;

/** One plain sentence for a target: whether it holds, what was found, what was asked for. */
public final class VerdictText {
    /** What the shares are shares of; %s is "within 20 s". */
    private static final Map<String, String> SHARES = Map.ofEntries(
            Map.entry("sl_answered_of_offered", "of contacts were answered %s"),
            Map.entry("sl_answered_of_answered", "of the answered contacts were answered %s"),
            Map.entry(
                    "sl_excluding_quick_abandons",
                    "of contacts, leaving out those who gave up %s, were answered %s"),
            Map.entry("sl_counting_quick_abandons", "of contacts were answered, or gave up, %s"),
            Map.entry(
                    "sl_answered_of_answered_and_late_abandons",
                    "of contacts that were answered, or gave up later, were answered %s"),
            Map.entry("answer_rate", "of contacts were answered"),
            Map.entry("abandonment_rate", "of contacts gave up waiting"),
            Map.entry("delayed_share", "of contacts had to wait"));

    private final Study study;
    private final Measures measures;

    public VerdictText(Study study) {
        this.study = study;
        measures = new Measures(study.measures());
    }

    /** Met, Missed or Not sure. */
    public static String word(Verdict.State state) {
        return switch (state) {
            case MET -> "Met";
            case MISSED -> "Missed";
            case UNSURE -> "Not sure";
        };
    }

    /** The sentence without the word: 83.1 % ± 0.9 of contacts were answered within 20 s; at least 80 % was asked for. */
    public String sentence(Verdict verdict) {
        String place = verdict.where().isBlank() || verdict.scope().equals("overall") ? "" : verdict.where() + ": ";
        String asked = (verdict.atLeast() ? "at least " : "at most ") + verdict.bound() + " was asked for.";
        if (verdict.estimate().isEmpty()) {
            return place + measures.title(verdict.measure()) + " has no value in these runs; " + asked;
        }
        String unsure = verdict.state() == Verdict.State.UNSURE
                ? " The interval contains the target: more replications would tell."
                : "";
        return place + found(verdict) + "; " + asked + unsure;
    }

    private String found(Verdict verdict) {
        String value = measures.unit(verdict.measure()).text(verdict.estimate());
        String share = SHARES.get(verdict.measure());
        if (share == null) {
            return measures.title(verdict.measure()) + " was " + value;
        }
        return value + " " + share.replace("%s", within(verdict));
    }

    /** "within 20 s", or "within the target wait" when desks differ. */
    private String within(Verdict verdict) {
        double[] targets = study.desks().stream()
                .filter(desk -> !verdict.scope().equals("desk") || desk.desk().equals(verdict.where()))
                .mapToDouble(DeskPicture::targetSeconds)
                .distinct()
                .toArray();
        return targets.length == 1 ? "within " + duration(targets[0]) : "within their desk's target wait";
    }

    /** A time as people say it: 20 s, 2 min, 1.5 h; whole numbers without decimals. */
    public static String duration(double seconds) {
        double number = seconds < 120 ? seconds : seconds < 7200 ? seconds / 60 : seconds / 3600;
        String unit = seconds < 120 ? "s" : seconds < 7200 ? "min" : "h";
        boolean whole = number == StrictMath.rint(number);
        return NumberText.fixed(number, whole ? 0 : 1) + "\u00a0" + unit;
    }
}
