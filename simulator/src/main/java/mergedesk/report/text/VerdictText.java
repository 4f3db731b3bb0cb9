package mergedesk.report.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.Study.Verdict;
import mergedesk.stats.Estimate;

/** One plain sentence for a target: whether it holds, what was found, what was asked for. */
public final class VerdictText {
    /** What was found, by measure. */
    private static final Map<String, String> FINDINGS = Map.ofEntries(
            Map.entry("sl_answered_of_offered", "VALUE of CONTACTS were answered WITHIN"),
            Map.entry("sl_answered_of_answered", "VALUE of the answered CONTACTS were answered WITHIN"),
            Map.entry(
                    "sl_excluding_quick_abandons",
                    "VALUE of CONTACTS, leaving out those given up WITHIN, were answered WITHIN"),
            Map.entry("sl_counting_quick_abandons", "VALUE of CONTACTS were answered, or given up, WITHIN"),
            Map.entry(
                    "sl_answered_of_answered_and_late_abandons",
                    "VALUE of the CONTACTS that were answered, or given up later, were answered WITHIN"),
            Map.entry("answer_rate", "VALUE of CONTACTS were answered"),
            Map.entry("abandonment_rate", "VALUE of CONTACTS were given up while waiting"),
            Map.entry("delayed_share", "VALUE of CONTACTS had to wait"),
            Map.entry("wait_mean_answered", "the mean wait of the answered CONTACTS was VALUE"),
            Map.entry("wait_p50", "half of the answered CONTACTS waited at most VALUE"),
            Map.entry("wait_p90", "nine in ten of the answered CONTACTS waited at most VALUE"),
            Map.entry("wait_p95", "95 in 100 of the answered CONTACTS waited at most VALUE"),
            Map.entry("wait_p99", "99 in 100 of the answered CONTACTS waited at most VALUE"),
            Map.entry("occupancy", "agents were occupied for VALUE of their time"),
            Map.entry("occupancy_talk", "agents were talking for VALUE of their time"));

    private final Study study;
    private final String contacts;

    public VerdictText(Study study) {
        this.study = study;
        List<String> channels = study.kpis().stream()
                .filter(kpi -> kpi.scope().kind() == Scope.Kind.CHANNEL)
                .map(kpi -> kpi.scope().channel())
                .distinct()
                .toList();
        contacts = channels.equals(List.of("phone")) ? "calls" : "contacts";
    }

    /** Met, Missed or Not sure; and whether what all months together keep is missed by one. */
    public String word(Verdict verdict) {
        return switch (verdict.state()) {
            case MET -> isMissedInAMonth(verdict) ? "Met, but not in every month" : "Met";
            case MISSED -> "Missed";
            case UNSURE -> "Not sure";
        };
    }

    /** Word and value, for a table: Met: 83.1 % ± 0.9; and the worst month, where there is one. */
    public static String brief(Study study, Verdict verdict) {
        VerdictText text = new VerdictText(study);
        ValueText values = ValueText.of(verdict.measure());
        String worst = verdict.monthly().isPresent()
                ? " in " + new MonthText(study.manifest()).name(verdict.scope().interval()) + ", the worst month"
                : text.worst(verdict).map(month -> "; worst month " + new MonthText(study.manifest()).name(month.scope().interval()) + " " + values.text(month.estimate())).orElse("");
        return verdict.estimate().isEmpty() ? "no value" : text.word(verdict) + ": " + values.text(verdict.estimate()) + worst;
    }

    /** The sentence without the word: 83.1 % ± 0.9 of contacts were answered within 20 s; at least 80 % was asked for. */
    public String sentence(Verdict verdict) {
        Scope where = verdict.scope().place();
        String place = where.isOverall() ? "" : study.names().of(where) + ": ";
        String bound = verdict.bound().replace(' ', '\u00a0');
        String asked = (verdict.atLeast() ? "at least " : "at most ") + bound + (verdict.monthly().isPresent() ? " in every month was asked for." : " was asked for.");
        if (verdict.estimate().isEmpty()) {
            return place + Measures.title(verdict.measure()) + " has no value in these runs; " + asked;
        }
        String unsure = verdict.state() == Verdict.State.UNSURE
                ? " The interval contains the target: more replications would tell."
                : "";
        String when = verdict.monthly().map(monthly -> inWorst(verdict, monthly)).orElse("");
        String found = when + found(verdict);
        String further = verdict.monthly().map(VerdictText::howOften).orElseGet(() -> worstMonth(verdict));
        return (place.isEmpty() ? sentenceCase(found) : place + found) + "; " + asked + unsure + further + worstSlot(verdict);
    }

    private String inWorst(Verdict verdict, Verdict.Monthly monthly) {
        String month = new MonthText(study.manifest()).name(verdict.scope().interval());
        return "in " + month + ", the worst of " + monthly.months() + " months, ";
    }

    private static String howOften(Verdict.Monthly monthly) {
        return " All months kept it in " + NumberText.count(monthly.kept()) + " of " + NumberText.count(monthly.replications()) + " simulated runs.";
    }

    /** Whether all months together keep the target and some month clearly misses it, where the target says nothing about months. */
    public boolean isMissedInAMonth(Verdict verdict) {
        return verdict.state() == Verdict.State.MET && verdict.monthly().isEmpty() && worst(verdict).filter(month -> misses(verdict, month.estimate())).isPresent();
    }

    private Optional<Kpi> worst(Verdict verdict) {
        return Kpi.worst(study.months(verdict.measure(), verdict.scope()), verdict.atLeast());
    }

    /** Where the target is furthest from being met, or met least; nothing where the measure is not kept by month. */
    private String worstMonth(Verdict verdict) {
        return worst(verdict)
                .map(worst -> " The worst month was " + new MonthText(study.manifest()).name(worst.scope().interval()) + ": "
                        + ValueText.of(verdict.measure()).text(worst.estimate()) + (misses(verdict, worst.estimate()) ? ", which misses it." : "."))
                .orElse("");
    }

    /** The time of the week at which it is worst; kept for everything together only. */
    private String worstSlot(Verdict verdict) {
        if (!verdict.scope().isOverall()) {
            return "";
        }
        List<Kpi> slots = study.busySlots(verdict.measure());
        return (slots.size() < 2 ? Optional.<Kpi>empty() : Kpi.worst(slots, verdict.atLeast()))
                .map(worst -> " The worst time of the week was " + worst.scope().interval().replace(' ', '\u00a0') + ": " + ValueText.of(verdict.measure()).text(worst.estimate()) + ".")
                .orElse("");
    }

    /** Whether a month clearly misses it, picked out as the worst of all: by an interval that holds for all of them together. */
    private boolean misses(Verdict verdict, Estimate month) {
        Estimate ofAll = month.amongst(study.months(verdict.measure(), verdict.scope()).size());
        return Verdict.State.of(ofAll, verdict.boundValue(), verdict.atLeast()) == Verdict.State.MISSED;
    }

    private String found(Verdict verdict) {
        String value = ValueText.of(verdict.measure()).text(verdict.estimate());
        return FINDINGS.getOrDefault(verdict.measure(), Measures.title(verdict.measure()) + " was VALUE")
                .replace("VALUE", value)
                .replace("CONTACTS", contacts)
                .replace("WITHIN", within(verdict));
    }

    /** "within 20 s", or "within the target wait" when desks differ. */
    private String within(Verdict verdict) {
        return TargetWait.within(study.desks().stream()
                .filter(desk -> verdict.scope().place().kind() != Scope.Kind.DESK || desk.desk().equals(verdict.scope().desk())));
    }

    private static String sentenceCase(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A time as people say it: 20 s, 2 min, 1.5 h; whole numbers without decimals. */
    public static String duration(double seconds) {
        double number = seconds < 120 ? seconds : seconds < 7200 ? seconds / 60 : seconds / 3600;
        String unit = seconds < 120 ? "s" : seconds < 7200 ? "min" : "h";
        boolean whole = number == StrictMath.rint(number);
        return NumberText.fixed(number, whole ? 0 : 1) + "\u00a0" + unit;
    }
}
