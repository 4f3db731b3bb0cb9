package mergedesk.report.text;

import java.util.List;
import java.util.Optional;
import mergedesk.results.EveryPeriod;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.Study.Verdict;
import mergedesk.stats.Measure;

/**
 * The period of a kind in which a target is furthest from being met, or met least.
 *
 * <p>Whoever picks the worst of many finds one that is worse than it is. So its interval is one of as many as there are periods to choose from, which all hold together (Bonferroni), the
 * sentence says how many these are, and periods in which hardly anybody comes are none of them ({@link mergedesk.results.Kpis#busy}).
 */
final class WorstPeriod {
    private final PeriodText text;
    private final Verdict verdict;
    private final Scope.Kind period;
    private final Optional<EveryPeriod> chosenAmong;
    private final int quiet;

    WorstPeriod(Study study, Verdict verdict, Scope.Kind period) {
        text = new PeriodText(study.manifest());
        this.verdict = verdict;
        this.period = period;
        List<Kpi> busy = isTotal(verdict) ? List.of() : study.busy(period, verdict.measure(), verdict.scope().place());
        chosenAmong = Optional.of(busy).filter(some -> !some.isEmpty()).map(EveryPeriod::of);
        quiet = study.quiet(period, verdict.measure(), verdict.scope().place());
    }

    /** Whether a number is asked for that adds up: what a year shall have, or not exceed, says nothing of a month. */
    static boolean isTotal(Verdict verdict) {
        return Measure.byId(verdict.measure()).filter(measure -> measure.numerator() != null && measure.denominator() == null).isPresent();
    }

    /** Nothing where the measure is not kept by such periods, or all of them are alike. */
    Optional<String> sentence() {
        return worstOfSeveral().map(one -> "The worst of " + PeriodText.several(period, chosenAmong.orElseThrow().periods().size(), quiet) + " was " + text.oneOf(period, one.scope().interval()) + ": " + PeriodText.value(one) + missed(one));
    }

    private String missed(Kpi worst) {
        if (!misses()) {
            return ".";
        }
        Kpi surest = chosenAmong.orElseThrow().deciding(verdict.boundValue(), verdict.atLeast());
        return surest.scope().equals(worst.scope()) ? ", which misses it." : "; " + text.oneOf(period, surest.scope().interval()) + ", " + PeriodText.value(surest) + ", misses it most surely.";
    }

    /** For a table: March 2026 48.8 % ± 2.1. */
    Optional<String> brief() {
        return worstOfSeveral().map(one -> text.name(period, one.scope().interval()) + " " + PeriodText.value(one));
    }

    private Optional<Kpi> worstOfSeveral() {
        return chosenAmong.filter(all -> !all.areAlike()).map(all -> all.worst(verdict.atLeast()));
    }

    /** Whether some period clearly misses the target. */
    boolean misses() {
        return chosenAmong.filter(all -> all.state(verdict.boundValue(), verdict.atLeast()) == Verdict.State.MISSED).isPresent();
    }
}
