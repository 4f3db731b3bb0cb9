package mergedesk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import mergedesk.report.text.DifferenceText;
import mergedesk.report.text.Measures;
import mergedesk.report.text.PeriodText;
import mergedesk.report.text.ValueText;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Comparison;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study.Verdict;
import mergedesk.stats.Estimate;

/** The tables that put the sides of a comparison beside one another: a column of values for each, and one of differences for each but the base. */
final class CompareGrids {
    private static final String LEVEL = "sl_answered_of_offered";
    private static final List<String> MAIN = List.of(
            "fte", "agents_scheduled", "cost", "offered", "answer_rate", LEVEL, "abandonment_rate", "blocked_share", "wait_mean_answered", "wait_p90", "occupancy", "queue_mean");
    private static final List<String> OF_COUNCILS = List.of(LEVEL, "abandonment_rate", "blocked_share");

    private final Comparison comparison;

    CompareGrids(Comparison comparison) {
        this.comparison = comparison;
    }

    /** What a target asks for, wherever it stands. */
    private record Asked(String measure, Scope where, String bound, boolean atLeast, Optional<Scope.Kind> every) {
        static Asked of(Verdict verdict) {
            return new Asked(verdict.measure(), verdict.scope().place(), verdict.bound(), verdict.atLeast(), verdict.asked());
        }
    }

    /** A row for each target of any side: whether it holds on each. */
    Optional<Grid> verdicts() {
        Set<Asked> targets = new LinkedHashSet<>();
        Map<String, Map<Asked, Verdict>> bySide = new LinkedHashMap<>();
        for (Side side : comparison.sides()) {
            Map<Asked, Verdict> ofSide = new LinkedHashMap<>();
            side.study().verdicts().forEach(verdict -> ofSide.putIfAbsent(Asked.of(verdict), verdict));
            bySide.put(side.letter(), ofSide);
            targets.addAll(ofSide.keySet());
        }
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        List<Grid.Column> columns = new ArrayList<>(List.of(Grid.words("Target")));
        comparison.sides().forEach(side -> columns.add(Grid.words(side.letter())));
        List<List<String>> rows = new ArrayList<>();
        for (Asked asked : targets) {
            List<String> row = new ArrayList<>(List.of(text(asked)));
            for (Side side : comparison.sides()) {
                Verdict verdict = bySide.get(side.letter()).get(asked);
                row.add(verdict == null ? "not asked for" : VerdictText.brief(side.study(), verdict));
            }
            rows.add(row);
        }
        return Optional.of(new Grid("targets", "Targets", "", columns, rows).folding());
    }

    private String text(Asked asked) {
        String where = asked.where.isOverall() ? "" : comparison.names().of(asked.where) + ": ";
        return where + Measures.title(asked.measure) + (asked.atLeast ? " ≥\u00a0" : " ≤\u00a0") + asked.bound.replace(' ', '\u00a0') + asked.every.map(every -> " " + VerdictText.every(every)).orElse("");
    }

    /** The main measures of everything together, and the worst month of the service level. */
    Grid main() {
        List<List<String>> rows = new ArrayList<>();
        for (String measure : MAIN) {
            if (comparison.sides().stream().anyMatch(side -> !overall(side, measure).isEmpty())) {
                rows.add(row(Measures.title(measure), measure, Scope.OVERALL));
            }
        }
        worstMonths().ifPresent(rows::add);
        return new Grid("main", "Everything together", "", columns("Measure"), rows).folding();
    }

    private static Estimate overall(Side side, String measure) {
        return side.study().estimate(measure, Scope.OVERALL);
    }

    /** All of them, in their order, those of the base first. */
    Optional<Grid> councils() {
        Set<Scope> councils = new LinkedHashSet<>();
        comparison.sides().forEach(side -> side.study().kpis().stream()
                .map(Kpi::scope)
                .filter(scope -> scope.kind() == Scope.Kind.COUNCIL)
                .forEach(councils::add));
        if (councils.size() < 2) {
            return Optional.empty();
        }
        List<Grid.Column> columns = new ArrayList<>(columns("Council"));
        columns.add(1, Grid.words("Measure"));
        List<List<String>> rows = new ArrayList<>();
        for (Scope council : councils) {
            for (String measure : OF_COUNCILS) {
                if (comparison.sides().stream().anyMatch(side -> !side.study().estimate(measure, council).isEmpty() && (measure.equals(LEVEL) || side.study().estimate(measure, council).value() != 0))) {
                    List<String> row = new ArrayList<>(row(comparison.names().of(council), measure, council));
                    row.add(1, Measures.title(measure));
                    rows.add(row);
                }
            }
        }
        return Optional.of(new Grid("councils-side-by-side", "Every council", "Measures that are nought on all sides are left out.", columns, rows).folding());
    }

    private List<Grid.Column> columns(String first) {
        List<Grid.Column> columns = new ArrayList<>(List.of(Grid.words(first)));
        comparison.sides().forEach(side -> columns.add(Grid.number(side.letter())));
        comparison.others().forEach(side -> columns.add(Grid.number(side.letter() + " − A")));
        return columns;
    }

    private List<String> row(String name, String measure, Scope scope) {
        ValueText values = ValueText.of(measure);
        return row(name, side -> values.text(side.study().estimate(measure, scope)), side -> side.difference(measure, scope).map(d -> values.difference(d.difference(), d.base(), d.value())).orElse(ValueText.NOTHING));
    }

    private List<String> row(String name, Function<Side, String> value, Function<Side, String> difference) {
        List<String> row = new ArrayList<>(List.of(name));
        comparison.sides().forEach(side -> row.add(value.apply(side)));
        comparison.others().forEach(side -> row.add(difference.apply(side)));
        return row;
    }

    /** Which month it is may differ, so there is no difference to say. */
    private Optional<List<String>> worstMonths() {
        Function<Side, Optional<Kpi>> worst = side -> DifferenceText.worstMonth(side.study(), LEVEL);
        if (comparison.sides().stream().noneMatch(side -> worst.apply(side).isPresent())) {
            return Optional.empty();
        }
        return Optional.of(row(
                Measures.title(LEVEL) + ", worst month",
                side -> worst.apply(side).map(month -> ValueText.of(LEVEL).text(month.estimate()) + " " + new PeriodText(side.study().manifest()).brief(month.scope().interval())).orElse(ValueText.NOTHING),
                side -> ValueText.NOTHING));
    }
}
