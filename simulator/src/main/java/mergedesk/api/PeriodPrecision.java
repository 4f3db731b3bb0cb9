package mergedesk.api;

import java.util.Locale;
import java.util.Optional;
import mergedesk.experiment.Precision;
import mergedesk.results.Study;
import mergedesk.results.Study.Verdict;
import mergedesk.scenario.Scenario;
import mergedesk.stats.Measure;

/**
 * What is to be said when a run has found its own number of replications by all of the time together, and the first target asks for every month: the one that decides is known less well, and by an
 * interval that holds for all of them.
 */
final class PeriodPrecision {
    private PeriodPrecision() {}

    /** How well it is known, and how many replications would do; nothing where the verdict is sure, or somebody has said how many replications there shall be. */
    static Optional<String> warning(Scenario scenario, RunOptions options, Study study) {
        boolean isOwnNumber = options.replications() == null && scenario.runs().replications() == null && study.manifest().complete();
        return study.verdicts().stream()
                .filter(verdict -> !verdict.estimate().isEmpty())
                .limit(isOwnNumber ? 1 : 0)
                .filter(verdict -> verdict.every().isPresent() && verdict.state() == Verdict.State.UNSURE)
                .flatMap(verdict -> warning(verdict).stream())
                .findFirst();
    }

    private static Optional<String> warning(Verdict verdict) {
        Measure measure = Measure.byId(verdict.measure()).orElseThrow();
        Precision precision = new Precision(measure, verdict.estimate());
        if (precision.isReached() || !(precision.ratio() < Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        boolean isShare = measure.unit() == Measure.Unit.SHARE;
        double half = isShare ? 100 * verdict.estimate().halfWidth() : 100 * verdict.estimate().halfWidth() / Math.abs(verdict.estimate().value());
        return Optional.of(String.format(
                Locale.ROOT,
                "The first target asks for every %s, and the one that decides is known to ± %.1f %s only, as the number of replications is found by all of the time together: --replications %d would give about ± %s.",
                verdict.every().orElseThrow().period().id(),
                half,
                isShare ? "points" : "%",
                twoDigits(precision.needed()),
                isShare ? "1 point" : "5 %"));
    }

    /** Upwards. */
    private static long twoDigits(double number) {
        long unit = 1;
        while (number / unit > 100) {
            unit *= 10;
        }
        return (long) Math.ceil(number / unit) * unit;
    }
}
