package mergedesk.report.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.results.EveryPeriod;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.Study.Verdict;

/**
 * The councils, or else the desks, that clearly miss what everything together keeps, over all of the time. Their intervals hold for all councils (desks) together, among which they are picked
 * out.
 */
final class WorstPlaces {
    private static final int MOST = 2;

    private final Study study;
    private final Verdict verdict;

    WorstPlaces(Study study, Verdict verdict) {
        this.study = study;
        this.verdict = verdict;
    }

    /** Below the target over all of the time: Aldermere 73.3 % ± 1.2 (in 12 of 12 months), Bexton 75.0 % ± 1.1 (in 9 of 12 months) and 3 more councils. Nothing where none is. */
    Optional<String> sentence() {
        boolean isWhole = verdict.scope().isOverall() && verdict.state() == Verdict.State.MET && !WorstPeriod.isTotal(verdict);
        return isWhole ? Stream.of(Scope.Kind.COUNCIL, Scope.Kind.DESK).flatMap(kind -> of(kind).stream()).findFirst() : Optional.empty();
    }

    private Optional<String> of(Scope.Kind kind) {
        List<Kpi> places = study.kpis().places(kind, verdict.measure()).stream().filter(kpi -> !kpi.estimate().isEmpty()).toList();
        if (places.size() < 2) {
            return Optional.empty();
        }
        double side = verdict.atLeast() ? 1 : -1;
        List<Kpi> missing = EveryPeriod.of(places).periods().stream()
                .filter(kpi -> Verdict.State.of(kpi.estimate(), verdict.boundValue(), verdict.atLeast()) == Verdict.State.MISSED)
                .sorted(Comparator.comparingDouble(kpi -> side * kpi.estimate().value()))
                .toList();
        int more = missing.size() - MOST;
        String others = more <= 0 ? "" : " and " + NumberText.count(more) + " more " + kind.id() + (more == 1 ? "" : "s");
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(missing.stream().limit(MOST).map(this::one).collect(Collectors.joining(", ", beyond() + " the target over all of the time: ", others + ".")));
    }

    private String one(Kpi place) {
        List<Kpi> months = study.busy(Scope.Kind.MONTH, verdict.measure(), place.scope());
        long beyond = months.stream().filter(month -> verdict.atLeast() ? month.estimate().value() < verdict.boundValue() : month.estimate().value() > verdict.boundValue()).count();
        String often = months.isEmpty() ? "" : " (in " + beyond + " of " + months.size() + " months)";
        return study.names().of(place.scope()) + " " + ValueText.of(verdict.measure()).text(place.estimate()) + often;
    }

    private String beyond() {
        return verdict.atLeast() ? "Below" : "Above";
    }
}
