package mergedesk.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import mergedesk.stats.Erlang;

/**
 * Whether replications of a desk agree with Erlang A: the mean is within 4.5 standard errors of the exact value, and these are at most 2 % of
 * it. Replications begin empty: about 150 calls meet a quiet desk, which moves the mean wait of 15,000 calls by about 1 %.
 */
public final class Agreement {
    private static final double STANDARD_ERRORS = 4.5;
    private static final double PRECISION = 0.02;

    private static final Erlang.Steady EXACT = Erlang.steady(
                    Desk.CALLS_PER_MINUTE, 1 / Desk.TALK_MINUTES, Desk.AGENTS, 1 / Desk.PATIENCE_MINUTES)
            .orElseThrow();

    private Agreement() {}

    /** Fails where a figure of the table does not agree. */
    public static void assertErlangA(String who, List<Desk.Figures> replications) {
        assertThat(replications).as(who).hasSizeGreaterThanOrEqualTo(30);
        check(who + ": mean wait of all, minutes", replications, Desk.Figures::meanWaitMinutes, EXACT.waitAll());
        check(who + ": abandoned", replications, Desk.Figures::abandonedShare, EXACT.abandoned());
        check(who + ": answered within 20 s", replications, Desk.Figures::answeredWithinShare, EXACT.answeredWithin(Desk.TARGET_MINUTES));
        check(who + ": busy agents", replications, Desk.Figures::busyAgents, EXACT.busy());
    }

    private static void check(
            String what, List<Desk.Figures> replications, ToDoubleFunction<Desk.Figures> figure, double exact) {
        int n = replications.size();
        double mean = replications.stream().mapToDouble(figure).sum() / n;
        double squares = replications.stream()
                .mapToDouble(f -> Math.pow(figure.applyAsDouble(f) - mean, 2))
                .sum();
        double standardError = Math.sqrt(squares / (n - 1) / n);
        assertThat(Math.abs(mean - exact))
                .as("%s: %.6f, exact %.6f, standard error %.6f", what, mean, exact, standardError)
                .isLessThanOrEqualTo(STANDARD_ERRORS * standardError);
        assertThat(standardError).as("%s: precision", what).isLessThanOrEqualTo(PRECISION * exact);
    }
}
