package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

/** The search on functions whose answer is known. */
class SolverTest {
    private static final int LEAST = 1;
    private static final int MOST = 1_000;

    private static Solver.Trial exact(IntToDoubleFunction value) {
        return (k, replications) -> new Estimate(value.applyAsDouble(k), 1e-9, replications, Estimate.Method.RATIO);
    }

    /** Estimates as replications with common random numbers give: the noise of a seed is much the same at every k, and shrinks with n. */
    private static Solver.Trial noisy(IntToDoubleFunction value, double spread, long seed) {
        return (k, replications) -> {
            Random shared = new Random(seed);
            Random own = new Random(seed * 31 + k);
            double sum = 0;
            double squares = 0;
            for (int r = 0; r < replications; r++) {
                double x = value.applyAsDouble(k) + spread * (0.9 * shared.nextGaussian() + 0.3 * own.nextGaussian());
                sum += x;
                squares += x * x;
            }
            double mean = sum / replications;
            double error = Math.sqrt((squares / replications - mean * mean) / (replications - 1));
            double student = new org.apache.commons.math3.distribution.TDistribution(null, replications - 1).inverseCumulativeProbability(0.975);
            return new Estimate(mean, student * error, replications, Estimate.Method.RATIO);
        };
    }

    private static Solver.Solution solve(Solver.Trial trial, boolean atLeast, boolean smallest, int start) {
        return new Solver(trial, new Solver.Goal(0.8, atLeast, smallest, LEAST, MOST), 10, 320).solve(start, Progress.NONE);
    }

    @Test
    void findsEveryStepInFewTrialsFromAnywhere() {
        for (int answer = LEAST; answer <= MOST; answer += answer < 20 || answer > 980 ? 1 : 37) {
            for (int start : new int[] {LEAST, 37, 500, MOST}) {
                int at = answer;
                Solver.Solution rising = solve(exact(k -> k >= at ? 0.9 : 0.1), true, true, start);
                assertThat(rising.found().k()).isEqualTo(answer);
                assertThat(rising.complete()).isTrue();
                assertThat(rising.steps()).hasSizeLessThanOrEqualTo(22); // twice the logarithm of the range to base 2, and both ends
                Solver.Solution waits = solve(exact(k -> k >= at ? 0.1 : 0.9), false, true, start);
                assertThat(waits.found().k()).isEqualTo(answer);
                Solver.Solution volume = solve(exact(k -> k <= at ? 0.9 : 0.1), true, false, start);
                assertThat(volume.found().k()).isEqualTo(answer);
                assertThat(volume.steps()).hasSizeLessThanOrEqualTo(22);
                Solver.Solution queue = solve(exact(k -> k <= at ? 0.1 : 0.9), false, false, start);
                assertThat(queue.found().k()).isEqualTo(answer);
            }
        }
    }

    @Test
    void findsNothingWhereNothingIs() {
        for (int start : new int[] {LEAST, 500, MOST}) {
            Solver.Solution none = solve(exact(k -> 0.1), true, true, start);
            assertThat(none.found()).isNull();
            assertThat(none.complete()).isTrue();
            assertThat(none.steps()).hasSizeLessThanOrEqualTo(12);
            assertThat(solve(exact(k -> 0.1), true, false, start).found()).isNull();
            assertThat(solve(exact(k -> 0.9), true, true, start).found().k()).isEqualTo(LEAST);
            assertThat(solve(exact(k -> 0.9), true, false, start).found().k()).isEqualTo(MOST);
        }
    }

    @Test
    void searchesARangeOfOne() {
        Solver.Goal one = new Solver.Goal(0.8, true, true, 7, 7);
        assertThat(new Solver(exact(k -> 0.9), one, 10, 40).solve(3, Progress.NONE).found().k()).isEqualTo(7);
        assertThat(new Solver(exact(k -> 0.1), one, 10, 40).solve(300, Progress.NONE).found()).isNull();
    }

    /** 0.01 a step near the bound, noise of 0.03 a replication: the right neighbour, or where the value is within 0.003 of the bound, the next. */
    @Test
    void findsTheRightNeighbourThroughNoise() {
        IntToDoubleFunction value = k -> Math.min(1, 0.5 + 0.01 * (k - 100)); // 0.8 at 130
        int right = 0;
        int trials = 0;
        for (long seed = 0; seed < 200; seed++) {
            Solver.Solution solution = solve(noisy(k -> value.applyAsDouble(k) + 0.005, 0.03, seed), true, true, 60); // 0.805 at 130, 0.795 at 129
            right += solution.found().k() == 130 ? 1 : 0;
            assertThat(solution.found().k()).isBetween(129, 131);
            assertThat(solution.found().holds()).isTrue();
            trials += solution.steps().size();
        }
        assertThat(right).isGreaterThanOrEqualTo(180); // each of two neighbours is decided with 95 % confidence
        assertThat(trials / 200.0).isLessThan(25);
    }

    @Test
    void decidesBothNeighboursOrUsesUpTheReplications() {
        for (long seed = 0; seed < 100; seed++) {
            Solver.Solution solution = solve(noisy(k -> 0.5 + 0.01 * (k - 100) + 0.005, 0.05, seed), true, true, 90);
            Solver.Step found = solution.found();
            Solver.Step below = solution.steps().stream().filter(step -> step.k() == found.k() - 1).reduce((a, b) -> b).orElseThrow();
            assertThat(below.holds()).isFalse();
            for (Solver.Step step : new Solver.Step[] {found, below}) {
                assertThat(step.replications() == 320 || Math.max(step.confidence(), 1 - step.confidence()) >= 0.95).isTrue();
            }
            assertThat(solution.steps()).allMatch(step -> step.replications() <= 320);
        }
    }

    @Test
    void doublesReplicationsWhereItCannotTell() {
        Solver.Solution solution = solve(
                (k, replications) -> new Estimate(k >= 130 ? 0.801 : 0.1, k >= 130 ? 0.5 : 0.001, replications, Estimate.Method.RATIO), true, true, 130);
        assertThat(solution.found().k()).isEqualTo(130);
        assertThat(solution.steps().stream().filter(step -> step.k() == 130).map(Solver.Step::replications)).containsExactly(10, 20, 40, 80, 160, 320);
        assertThat(solution.steps().stream().filter(step -> step.k() != 130)).allMatch(step -> step.replications() == 10);
    }

    @Test
    void stopsWhenAskedTo() {
        int[] trials = new int[1];
        Progress impatient = new Progress() {
            @Override
            public void planned(double replications) {}

            @Override
            public void advanced(double replications) {}

            @Override
            public boolean stopped() {
                return trials[0] >= 3;
            }
        };
        Solver.Trial trial = (k, replications) -> {
            trials[0]++;
            return new Estimate(0.1, 0, replications, Estimate.Method.RATIO);
        };
        Solver.Solution solution = new Solver(trial, new Solver.Goal(0.8, true, true, LEAST, MOST), 10, 320).solve(5, impatient);
        assertThat(solution.steps()).as("the third trial may have been cut short").hasSize(2);
        assertThat(solution.complete()).isFalse();
        assertThat(solution.found()).isNull();
    }

    @Test
    void stopsWhereNothingIsObserved() {
        assertThatThrownBy(() -> solve((k, replications) -> Estimate.EMPTY, true, true, 500))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("at 500 nothing was observed");
    }

    @Test
    void takesStepsWithoutAScenarioAsMissed() {
        Solver.Solution solution = solve((k, replications) -> null, true, true, 500);
        assertThat(solution.found()).isNull();
        assertThat(solution.steps()).hasSizeLessThan(30);
    }
}
