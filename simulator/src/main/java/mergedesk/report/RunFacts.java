package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Comparison;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;

/** How a run was made: what repeats it, and how its intervals came about. */
final class RunFacts {
    private static final double DAY = 86_400;

    private RunFacts() {}

    /** What repeats the run. Nothing here differs between two identical runs. */
    static List<Fact> of(Study.Manifest run) {
        List<Fact> facts = new ArrayList<>();
        facts.add(code("Command", run.command()));
        facts.add(code("Scenario", run.scenarioFile()));
        facts.add(code("Scenario hash", run.scenarioHash()));
        facts.add(code("Program fingerprint", run.programFingerprint()));
        facts.add(plain("Simulated time", horizon(run)));
        facts.add(plain("Replications", replications(run)));
        facts.add(plain("Observations", NumberText.count(run.observations()) + " " + run.observationKind()));
        facts.add(plain("Seed", Long.toString(run.seed())));
        facts.add(plain(
                "Size", NumberText.count(run.contacts()) + " contacts, " + NumberText.count(run.events()) + " events"));
        facts.add(plain("Version", "Mergedesk " + run.version()));
        return facts;
    }

    /** The length of a replication: 364 days from 2014-04-01, Europe/London. */
    static String horizon(Study.Manifest run) {
        return length(run) + " from " + run.start() + ", " + run.zone();
    }

    /** 364 days, 8 h. */
    static String length(Study.Manifest run) {
        double days = run.horizonSeconds() / DAY;
        if (days < 2) {
            return VerdictText.duration(run.horizonSeconds());
        }
        boolean whole = days == StrictMath.rint(days);
        return NumberText.fixed(days, whole ? 0 : 1) + " days";
    }

    /** What readers should be warned of before they read on. */
    static Stream<String> warnings(Study.Manifest run) {
        if (run.complete()) {
            return Stream.empty();
        }
        String ended = run.failure().isEmpty() ? "was interrupted" : "failed";
        String why = run.failure().isEmpty() ? "" : " What failed: " + run.failure();
        return Stream.of("The run " + ended + " after " + replications(run) + " replications. What is shown here rests on those that were finished." + why);
    }

    /** The same for every side of a comparison. */
    static Stream<String> warnings(Comparison comparison) {
        return comparison.sides().stream().flatMap(side -> warnings(side.study().manifest()).map(warning -> side.letter() + ": " + warning));
    }

    /** One paragraph for each kind of interval that occurs. */
    static List<String> methods(Stream<Estimate> estimates) {
        List<Estimate.Method> used =
                estimates.map(Estimate::method).distinct().sorted().toList();
        return used.stream()
                .map(RunFacts::explanation)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String replications(Study.Manifest run) {
        return run.replications() == run.replicationsAsked() || run.replicationsAsked() <= 0
                ? NumberText.count(run.replications())
                : NumberText.count(run.replications()) + " of " + NumberText.count(run.replicationsAsked());
    }

    private static String explanation(Estimate.Method method) {
        return switch (method) {
            case NONE -> "";
            case EXACT -> "Contracted hours, full-time equivalents and money: from the scenario, not from the simulation, so they are exact; of staff that a plan changes they are the mean over the time of the run.";
            case MEAN -> "Means and counts: the average over replications; ± is half of Student’s 95 % interval.";
            case RATIO ->
                "Shares and mean times: the ratio of totals over all replications, not the average of their"
                        + " ratios; ± by linearising the ratio, with Student’s 95 % quantile.";
            case QUANTILE ->
                "Percentiles: of all contacts of all replications together; ± by inverting the share of"
                        + " contacts below a value.";
            case BATCH_MEAN ->
                "Means and counts: warm-up removed, the average over batches of one long run; ± is half"
                        + " of Student’s 95 % interval.";
            case BATCH_RATIO ->
                "Shares and mean times: warm-up removed, the ratio of totals over batches; ± by"
                        + " linearising the ratio, with Student’s 95 % quantile.";
            case BATCH_QUANTILE ->
                "Percentiles: warm-up removed, of all contacts of all batches together; ± by"
                        + " inverting the share of contacts below a value.";
            case PAIRED ->
                "Differences: both sides met the same callers, so each replication gives a pair; ± is half"
                        + " of Student’s 95 % interval over the differences of the pairs.";
        };
    }

    private static Fact code(String label, String value) {
        return new Fact(label, value, true);
    }

    private static Fact plain(String label, String value) {
        return new Fact(label, value, false);
    }
}
