package mergedesk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.report.text.DifferenceText;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.stats.Estimate;

/** The tables that put the sides of a comparison beside one another: a column of values for each, and one of differences for each but the base. */
final class CompareGrids {
    private static final List<String> MAIN = List.of(
            "fte", "agents_scheduled", "cost", "offered", "answer_rate", Measures.SERVICE_LEVEL, "abandonment_rate", "blocked_share", "disconnected", "messages", "self_service_tried", "containment_rate", "dials", "connects", "mismatch_rate", "incident_contacts", "came_back", "stretched_mean", "held", "received", "finished", "backlog_end", "backlog_oldest", "response_within_target", "resolution_within_target", "resolution_mean", "wait_mean_answered", "wait_p90", "left_in_chat", "occupancy", "chat_occupancy", "queue_mean");
    private static final int MOST_COUNCILS = 60;
    private static final List<String> OF_COUNCILS = List.of(Measures.SERVICE_LEVEL, "abandonment_rate", "blocked_share", "disconnected", "messages");

    private static final int MOST_APPLICATIONS = 40;
    private static final List<String> OF_APPLICATIONS = List.of("availability_open", "outages", "downtime", "outage_mean");

    private final Comparison comparison;

    CompareGrids(Comparison comparison) {
        this.comparison = comparison;
    }

    /** A row for each target of any side: whether it holds on each, whoever asks for it. */
    Optional<Grid> verdicts() {
        List<CompareTargets.Row> targets = new CompareTargets(comparison).rows();
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        List<Grid.Column> columns = new ArrayList<>(List.of(Grid.words("Target")));
        comparison.sides().forEach(side -> columns.add(Grid.words(side.letter())));
        List<List<String>> rows = targets.stream().map(target -> Stream.concat(Stream.of(target.target()), target.verdicts().stream()).toList()).toList();
        return Optional.of(new Grid("targets", "Targets", "", columns, rows).folding());
    }

    /** The main measures of everything together, and the worst month of the service level. */
    Grid main() {
        List<List<String>> rows = new ArrayList<>();
        for (String measure : MAIN) {
            if (comparison.sides().stream().anyMatch(side -> !overall(side, measure).isEmpty())) {
                rows.add(row(Measures.title(measure, comparison.contacts()), measure, Scope.OVERALL));
            }
        }
        worstMonths().ifPresent(rows::add);
        return new Grid("main", "Everything together", "", columns("Measure"), rows).folding();
    }

    private static Estimate overall(Side side, String measure) {
        return side.study().estimate(measure, Scope.OVERALL);
    }

    /** In their order, those of the base first; of very many those that change most. */
    Optional<Grid> councils() {
        List<Scope> all = comparison.sides().stream()
                .flatMap(side -> side.study().kpis().stream())
                .map(Kpi::scope)
                .filter(scope -> scope.kind() == Scope.Kind.COUNCIL)
                .distinct()
                .toList();
        if (all.size() < 2) {
            return Optional.empty();
        }
        Set<Scope> most = all.stream().sorted(Comparator.comparingDouble(council -> -comparison.largestChange(Measures.SERVICE_LEVEL, council))).limit(MOST_COUNCILS).collect(Collectors.toSet());
        List<Grid.Column> columns = new ArrayList<>(columns("Council"));
        columns.add(1, Grid.words("Measure"));
        List<List<String>> rows = all.stream().filter(most::contains).flatMap(this::rows).toList();
        String cut = most.size() == all.size()
                ? ""
                : " The " + MOST_COUNCILS + " whose service level changes most, of " + NumberText.count(all.size()) + "; all are in differences.csv.";
        return Optional.of(new Grid("councils-side-by-side", "Every council", "Measures that are nought on all sides are left out." + cut, columns, rows).folding());
    }

    /** Months in which councils are worse off than on the first side; none where there are no months. */
    Optional<Grid> worseMonths() {
        List<Scope> all = comparison.others().stream().flatMap(side -> side.worse().stream()).map(Comparison.WorseMonths::council).distinct().toList();
        List<Scope> worst = all.stream().sorted(Comparator.comparingDouble(council -> -mostWorse(council))).limit(MOST_COUNCILS).toList();
        if (all.stream().noneMatch(council -> mostWorse(council) > 0)) {
            return Optional.empty();
        }
        List<Grid.Column> columns = new ArrayList<>(List.of(Grid.words("Council"), Grid.number("Months")));
        comparison.others().forEach(side -> columns.add(Grid.number("Worse on " + side.letter())));
        List<List<String>> rows = all.stream().filter(worst::contains).map(council -> {
            List<String> row = new ArrayList<>(List.of(comparison.names().of(council)));
            row.add(comparison.others().stream().flatMap(side -> worse(side, council).stream()).findFirst().map(found -> NumberText.brief(found.months())).orElse(ValueText.NOTHING));
            comparison.others().forEach(side -> row.add(worse(side, council).map(found -> ValueText.of("offered").text(found.number())).orElse(ValueText.NOTHING)));
            return row;
        }).toList();
        String cut = worst.size() == all.size() ? "" : " The " + MOST_COUNCILS + " councils with most of them, of " + NumberText.count(all.size()) + ".";
        return Optional.of(new Grid(
                "worse-months", "Months in which a council is worse off than on side A",
                "In the same run and month, at least " + Comparison.WorseMonths.WORSE_POINTS + " point fewer of its contacts are answered within T than on A; the mean over pairs of runs." + cut, columns, rows));
    }

    private double mostWorse(Scope council) {
        return comparison.others().stream().flatMap(side -> worse(side, council).stream()).mapToDouble(found -> found.number().value()).max().orElse(0);
    }

    private static Optional<Comparison.WorseMonths> worse(Side side, Scope council) {
        return side.worse().stream().filter(found -> found.council().equals(council)).findFirst();
    }

    /** How long applications are up on each side; none where none ever fails. */
    Optional<Grid> applications() {
        List<Scope> all = comparison.sides().stream()
                .flatMap(side -> side.study().kpis().stream())
                .map(Kpi::scope)
                .filter(scope -> scope.kind() == Scope.Kind.APPLICATION)
                .distinct()
                .limit(MOST_APPLICATIONS)
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Grid.Column> columns = new ArrayList<>(columns("Application"));
        columns.add(1, Grid.words("Measure"));
        List<List<String>> rows = new ArrayList<>();
        for (Scope application : all) {
            for (String measure : OF_APPLICATIONS) {
                List<String> row = new ArrayList<>(row(comparison.names().of(application), measure, application));
                row.add(1, Measures.title(measure));
                rows.add(row);
            }
        }
        return Optional.of(new Grid("applications-side-by-side", "Every application", "", columns, rows).folding());
    }

    private Stream<List<String>> rows(Scope council) {
        return OF_COUNCILS.stream()
                .filter(measure -> comparison.sides().stream()
                        .map(side -> side.study().estimate(measure, council))
                        .anyMatch(estimate -> !estimate.isEmpty() && (measure.equals(Measures.SERVICE_LEVEL) || estimate.value() != 0)))
                .map(measure -> {
                    List<String> row = new ArrayList<>(row(comparison.names().of(council), measure, council));
                    row.add(1, Measures.title(measure, comparison.contacts()));
                    return row;
                });
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
        Function<Side, Optional<Kpi>> worst = side -> DifferenceText.worstMonth(side.study(), Measures.SERVICE_LEVEL);
        if (comparison.sides().stream().noneMatch(side -> worst.apply(side).isPresent())) {
            return Optional.empty();
        }
        return Optional.of(row(
                Measures.title(Measures.SERVICE_LEVEL) + ", worst month",
                side -> worst.apply(side).map(month -> ValueText.of(Measures.SERVICE_LEVEL).text(month.estimate()) + " " + new PeriodText(side.study().manifest()).brief(Scope.Kind.MONTH, month.scope().interval())).orElse(ValueText.NOTHING),
                side -> ValueText.NOTHING));
    }
}
