package mergedesk.report.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.Study.Verdict;

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
                .filter(kpi -> kpi.scope().kind() == Scope.Kind.CHANNEL && kpi.measure().equals("offered") && kpi.estimate().value() > 0)
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
    public String brief(Verdict verdict) {
        ValueText values = ValueText.of(verdict.measure());
        String worst = verdict.every()
                .map(every -> " " + new PeriodText(study.manifest()).when(every.period(), verdict.scope().interval()) + ", " + rank(verdict, every) + " " + PeriodText.noun(every.period(), 1))
                .orElseGet(() -> allIsJudged(verdict).map(kind -> "; judged as a whole, not " + every(kind)).orElse("")
                        + new WorstPeriod(study, verdict, Scope.Kind.MONTH).brief().map(month -> "; worst month " + month).orElse(""));
        return verdict.estimate().isEmpty() ? "no value" : word(verdict) + ": " + values.text(verdict.estimate()) + worst;
    }

    /** The sentence without the word: 83.1 % ± 0.9 of contacts were answered within 20 s; at least 80 % was asked for. */
    public String sentence(Verdict verdict) {
        Scope where = verdict.scope().place();
        String place = where.isOverall() ? "" : study.names().of(where) + ": ";
        String bound = verdict.bound().replace(' ', '\u00a0');
        String asked = (verdict.atLeast() ? "at least " : "at most ") + bound + verdict.asked().map(kind -> " " + every(kind)).orElse("") + dates(verdict.dates()) + " was asked for.";
        if (verdict.estimate().isEmpty()) {
            return place + Measures.title(verdict.measure()) + " has no value in these runs; " + asked;
        }
        String unsure = verdict.state() == Verdict.State.UNSURE
                ? " The interval contains the target: more replications would tell."
                : "";
        String when = verdict.every().map(every -> inWorst(verdict, every)).orElse("");
        String found = when + found(verdict);
        String often = verdict.every().map(VerdictText::howOften).orElseGet(() -> allIsJudged(verdict).map(VerdictText::unfinished).orElse(""));
        return (place.isEmpty() ? Measures.capitalised(found) : place + found) + "; " + asked + unsure + often;
    }

    private String inWorst(Verdict verdict, Verdict.Every every) {
        return new PeriodText(study.manifest()).when(every.period(), verdict.scope().interval()) + ", " + rank(verdict, every) + " of "
                + PeriodText.several(every.period(), every.periods(), every.quiet()) + ", ";
    }

    /** What the period that a verdict shows is among all. */
    private static String rank(Verdict verdict, Verdict.Every every) {
        if (every.isWorst()) {
            return "the worst";
        }
        return verdict.state() == Verdict.State.MISSED ? "the surest miss" : "the least sure";
    }

    /** In every month, on every weekday. */
    public static String every(Scope.Kind period) {
        return (period == Scope.Kind.WEEKDAY ? "on" : period == Scope.Kind.INTERVAL ? "at" : "in") + " every " + PeriodText.noun(period, 1);
    }

    /** Of a target that holds for a part of the run: from 1 October 2026 to 31 March 2027. */
    public static String dates(Verdict.Dates dates) {
        String last = dates.until().map(end -> PeriodText.date(end.minusDays(1))).orElse("");
        return dates.from().map(from -> " from " + PeriodText.date(from) + (last.isEmpty() ? " on" : " to " + last)).orElse(last.isEmpty() ? "" : " until " + last);
    }

    /** The kind of period that was asked for, where the run has none to judge. */
    private static Optional<Scope.Kind> allIsJudged(Verdict verdict) {
        return verdict.asked().filter(asked -> verdict.every().isEmpty());
    }

    private static String unfinished(Scope.Kind asked) {
        boolean maybePart = asked == Scope.Kind.MONTH || asked == Scope.Kind.WEEK;
        return " The run has no " + (maybePart ? "whole " : "") + PeriodText.noun(asked, 1) + " beside another, so that all of it is judged.";
    }

    private static String howOften(Verdict.Every every) {
        return every.replications() == 0 ? "" : " All " + PeriodText.noun(every.period(), 2) + " kept it in " + NumberText.count(every.kept()) + " of " + NumberText.count(every.replications()) + " simulated runs.";
    }

    /**
     * A sentence for the worst month, week and time of the week, as far as they are kept, and a target that speaks of such periods does not name it; and one for the councils or desks that miss what all
     * together keep. None for a target that holds for a part of the run.
     */
    public List<String> worst(Verdict verdict) {
        if (verdict.dates().any()) {
            return List.of();
        }
        Stream<String> periods = Stream.of(Scope.Kind.MONTH, Scope.Kind.WEEK, Scope.Kind.INTERVAL)
                .filter(period -> verdict.every().filter(every -> every.period() == period).isEmpty())
                .flatMap(period -> new WorstPeriod(study, verdict, period).sentence().stream());
        return Stream.concat(periods, new WorstPlaces(study, verdict).sentence().stream()).toList();
    }

    /** Whether all months together keep the target and some month clearly misses it, where the target says nothing about periods. */
    public boolean isMissedInAMonth(Verdict verdict) {
        return verdict.state() == Verdict.State.MET && verdict.every().isEmpty() && new WorstPeriod(study, verdict, Scope.Kind.MONTH).misses();
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

    /** A time as people say it: 20 s, 2 min, 1.5 h; whole numbers without decimals. */
    public static String duration(double seconds) {
        double number = seconds < 120 ? seconds : seconds < 7200 ? seconds / 60 : seconds / 3600;
        String unit = seconds < 120 ? "s" : seconds < 7200 ? "min" : "h";
        boolean whole = number == StrictMath.rint(number);
        return NumberText.fixed(number, whole ? 0 : 1) + "\u00a0" + unit;
    }
}
