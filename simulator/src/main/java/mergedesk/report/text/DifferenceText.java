package mergedesk.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Difference;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;

/**
 * What one side of a comparison shows against the base, in plain sentences; never more than its intervals allow.
 *
 * <p>The sentence to take home says what changes in staff and cost, then in what the targets are about. Its claims are chosen among several, so their intervals hold together
 * (Bonferroni): those of the target measures over all of them and all sides, those of the council that gains or loses most over all councils too. Other sentences stand for themselves.
 */
public final class DifferenceText {
    static final String NONE = "no difference that these runs can show";
    private static final String BLOCKED = "blocked_share";
    private static final String COST = "cost";
    private static final String FTE = "fte";
    private static final String HOURS = "agent_hours_per_day";
    private static final int MOST_MEASURES = 3; // in the sentence to take home
    private static final double THOUSAND = 1000;
    private static final int MOST_DECIMALS = 4;
    private static final List<String> FURTHER = List.of(Measures.SERVICE_LEVEL, "abandonment_rate", BLOCKED, "wait_mean_answered", "occupancy", "own_council_share");

    /** How a change is said of measures that have a short way to say it; CHANGE and WITHIN are replaced. */
    private static final Map<String, String> CLAUSES = Map.of(
            Measures.SERVICE_LEVEL, "CHANGE answered WITHIN",
            "answer_rate", "CHANGE answered",
            "abandonment_rate", "CHANGE gave up",
            BLOCKED, "engaged tones CHANGE");

    private final Comparison comparison;
    private final Side side;
    private final CouncilChanges councils;

    /** @param side one of the others */
    public DifferenceText(Comparison comparison, Side side) {
        this.comparison = comparison;
        this.side = side;
        councils = new CouncilChanges(side, levelOfCouncils(), comparison.others().size());
    }

    /** What changes in staff and cost, what the targets are about, and for which council most. */
    public String headline() {
        List<String> said = new ArrayList<>(List.of(measures().stream().map(this::claim).collect(Collectors.joining(", "))));
        councils.worst().map(lost -> "but in " + claim(lost)).ifPresent(said::add);
        councils.best().map(gained -> (councils.worst().isPresent() ? "most gained in " : "most in ") + claim(gained)).ifPresent(said::add);
        councils.blocked().map(this::claim).ifPresent(said::add);
        String effort = String.join(", ", effort());
        return Measures.capitalised(effort + (effort.isEmpty() ? "" : ": ") + String.join("; ", said)) + ".";
    }

    /** What else there is to say: councils, months, and main measures that the headline leaves out. */
    public List<String> further() {
        List<String> said = measures();
        Stream<String> others = FURTHER.stream()
                .filter(measure -> !said.contains(measure))
                .flatMap(measure -> overall(measure).stream())
                .filter(difference -> difference.base() != 0 || difference.value() != 0)
                .map(this::sentence);
        return Stream.of(councils.sentence().stream(), worstMonths().stream(), others).flatMap(sentences -> sentences).toList();
    }

    /** What the intervals of the headline are worth; nothing where it makes one claim only. */
    public Optional<String> confidence() {
        int all = claims() + councils.claims();
        return all < 2
                ? Optional.empty()
                : Optional.of("Intervals of 95\u00a0% that hold together (Bonferroni): " + family(claims(), " on everything together")
                        + (councils.claims() == 0 ? "." : "; and, as a family of their own, " + family(councils.claims(), " on the councils among which this sentence chooses") + "."));
    }

    private static String family(int claims, String what) {
        return (claims == 1 ? "the one" : "the " + NumberText.count(claims)) + what;
    }

    /** One sentence for a difference, by itself. */
    String sentence(Difference difference) {
        String title = Measures.title(difference.measure(), comparison.contacts());
        ValueText values = ValueText.of(difference.measure());
        String both = " (A " + values.text(difference.base()) + ", " + side.letter() + " " + values.text(difference.value()) + ").";
        if (!difference.isShown()) {
            return title + ": " + NONE + both;
        }
        return title + ": " + values.size(difference.difference()) + (difference.difference().value() > 0 ? " more" : " less") + both;
    }

    /** How many claims of the headline about everything together hold together, in all headlines. */
    private int claims() {
        return measures().size() * comparison.others().size();
    }

    private String claim(String measure) {
        return overall(measure).map(difference -> claim(difference, clause(measure), claims())).orElse(NONE);
    }

    /** In one council, named; what changes is not said again when nothing else was spoken of. */
    private String claim(Difference ofCouncil) {
        String name = comparison.names().of(ofCouncil.scope());
        boolean known = measures().equals(List.of(ofCouncil.measure()));
        return ofCouncil.measure().equals(BLOCKED) && !known
                ? claim(ofCouncil, "engaged tones in " + name + " CHANGE", councils.claims())
                : name + ", " + claim(ofCouncil, known ? "CHANGE" : clause(ofCouncil.measure()), councils.claims());
    }

    private static String clause(String measure) {
        return CLAUSES.getOrDefault(measure, Measures.inSentence(measure) + " CHANGE");
    }

    private String claim(Difference difference, String clause, int several) {
        ValueText values = ValueText.of(difference.measure());
        String change = clause.replace("CHANGE", values.change(difference.base(), difference.value()))
                .replace("WITHIN", TargetWait.within(comparison.sides().stream().flatMap(each -> each.study().desks().stream())));
        return change + " (" + (difference.isShown(several) ? values.difference(difference.difference().amongst(several), difference.base(), difference.value()) : NONE) + ")";
    }

    /** Staff and cost: what is the same and what is less or more. */
    private List<String> effort() {
        List<String> parts = new ArrayList<>();
        overall(FTE).map(fte -> fte.isShown() ? change(fte, "\u00a0FTE", "fewer") : "same staff").ifPresent(parts::add);
        overall(COST).map(cost -> cost.isShown() ? change(cost, " a year", "less") : "same cost").ifPresent(parts::add);
        return parts;
    }

    /** The change is that of the two numbers as they are shown: whoever subtracts them finds it. */
    private static String change(Difference difference, String of, String less) {
        boolean pounds = difference.measure().equals(COST);
        int decimals = decimals(difference, pounds);
        double change = NumberText.round(difference.value(), decimals) - NumberText.round(difference.base(), decimals);
        String sign = pounds ? "£" : "";
        return sign + NumberText.fixed(Math.abs(change), decimals) + of + " " + (change < 0 ? less : "more") + " (" + sign + NumberText.fixed(difference.base(), decimals) + "\u00a0→\u00a0" + sign
                + NumberText.fixed(difference.value(), decimals) + ")";
    }

    /** Pounds to the hundred where thousands change; staff to a tenth; further digits only where nothing would change without them. */
    private static int decimals(Difference difference, boolean pounds) {
        int decimals = !pounds ? 1 : Math.abs(difference.value() - difference.base()) >= THOUSAND ? -2 : 0;
        while (decimals < MOST_DECIMALS && NumberText.round(difference.value(), decimals) == NumberText.round(difference.base(), decimals)) {
            decimals++;
        }
        return decimals;
    }

    /** Whether agent-hours an open day differ while the hours of the week are the same: then it is the days that differ, and not the staff. */
    public static boolean isOfDays(Side side, Difference difference) {
        return difference.measure().equals(HOURS) && side.difference(FTE, difference.scope()).filter(fte -> !fte.isShown()).isPresent();
    }

    /** What the targets of both are about, for everything together, as far as there are paired differences; without any, the service level. */
    private List<String> measures() {
        List<String> asked = Stream.of(comparison.base(), side)
                .flatMap(each -> each.study().verdicts().stream())
                .filter(verdict -> verdict.scope().place().isOverall())
                .map(Study.Verdict::measure)
                .filter(measure -> !List.of(COST, FTE, HOURS).contains(measure) && overall(measure).isPresent())
                .distinct()
                .limit(MOST_MEASURES)
                .toList();
        return asked.isEmpty() ? List.of(Measures.SERVICE_LEVEL) : asked;
    }

    /** The measure by which councils are put side by side: the first that may get worse. */
    private String levelOfCouncils() {
        return measures().stream().filter(measure -> Measures.lowIsWorse(measure) || Measures.highIsWorse(measure)).filter(measure -> !measure.startsWith("occupancy")).findFirst().orElse(Measures.SERVICE_LEVEL);
    }

    private Optional<String> worstMonths() {
        String measure = levelOfCouncils();
        List<String> sides = Stream.of(comparison.base(), side).flatMap(each -> worstMonth(each, measure).stream()).toList();
        return sides.isEmpty() ? Optional.empty() : Optional.of("The worst month of " + Measures.noun(measure) + ": " + String.join(", ", sides) + ".");
    }

    private static Optional<String> worstMonth(Side side, String measure) {
        return worstMonth(side.study(), measure)
                .map(month -> side.letter() + " " + new PeriodText(side.study().manifest()).name(Scope.Kind.MONTH, month.scope().interval()) + " " + PeriodText.value(month));
    }

    /** The worst month of everything together, with an interval that holds for all among which it is chosen. */
    public static Optional<Kpi> worstMonth(Study study, String measure) {
        return PeriodText.worst(measure, study.busy(Scope.Kind.MONTH, measure, Scope.OVERALL));
    }

    private Optional<Difference> overall(String measure) {
        return side.difference(measure, Scope.OVERALL);
    }
}
