package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

/** The search on functions whose answer is known. */
class SolverTest {
    private static final int LEAST = 1;
    private static final int MOST = 1_000;

    private static Solver.Finding finding(double value, double halfWidth, long n, Estimate.Method method) {
        return Solver.Finding.of(new Estimate(value, halfWidth, n, method));
    }

    private static Solver.Trial exact(IntToDoubleFunction value) {
        return (k, replications) -> Optional.of(finding(value.applyAsDouble(k), 1e-9, replications, Estimate.Method.RATIO));
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
            return Optional.of(finding(mean, student * error, replications, Estimate.Method.RATIO));
        };
    }

    private static Solver.Solution solve(Solver.Trial trial, boolean atLeast, boolean smallest, int start) {
        return new Solver(trial, new Solver.Goal(0.8, atLeast, smallest, LEAST, MOST, k -> k), 10, 320).solve(start, Progress.NONE);
    }

    @Test
    void findsEveryStepInFewTrialsFromAnywhere() {
        for (int answer = LEAST; answer <= MOST; answer += answer < 20 || answer > 980 ? 1 : 37) {
            for (int start : new int[] {LEAST, 37, 500, MOST}) {
                int at = answer;
                Solver.Solution rising = solve(exact(k -> k >= at ? 0.9 : 0.1), true, true, start);
                assertThat(rising.found().orElseThrow().k()).isEqualTo(answer);
                assertThat(rising.complete()).isTrue();
                assertThat(rising.steps()).hasSizeLessThanOrEqualTo(40); // thrice the logarithm of the range to base 2, as nothing tells the way before the bracket, both ends and a look around
                Solver.Solution waits = solve(exact(k -> k >= at ? 0.1 : 0.9), false, true, start);
                assertThat(waits.found().orElseThrow().k()).isEqualTo(answer);
                Solver.Solution volume = solve(exact(k -> k <= at ? 0.9 : 0.1), true, false, start);
                assertThat(volume.found().orElseThrow().k()).isEqualTo(answer);
                assertThat(volume.steps()).hasSizeLessThanOrEqualTo(40);
                Solver.Solution queue = solve(exact(k -> k <= at ? 0.1 : 0.9), false, false, start);
                assertThat(queue.found().orElseThrow().k()).isEqualTo(answer);
            }
        }
    }

    @Test
    void findsNothingWhereNothingIs() {
        for (int start : new int[] {LEAST, 500, MOST}) {
            Solver.Solution none = solve(exact(k -> 0.1), true, true, start);
            assertThat(none.found()).isEmpty();
            assertThat(none.complete()).isTrue();
            assertThat(none.steps()).hasSizeLessThanOrEqualTo(28);
            assertThat(solve(exact(k -> 0.1), true, false, start).found()).isEmpty();
            assertThat(solve(exact(k -> 0.9), true, true, start).found().orElseThrow().k()).isEqualTo(LEAST);
            assertThat(solve(exact(k -> 0.9), true, false, start).found().orElseThrow().k()).isEqualTo(MOST);
        }
    }

    @Test
    void searchesARangeOfOne() {
        Solver.Goal one = new Solver.Goal(0.8, true, true, 7, 7, k -> k);
        assertThat(new Solver(exact(k -> 0.9), one, 10, 40).solve(3, Progress.NONE).found().orElseThrow().k()).isEqualTo(7);
        assertThat(new Solver(exact(k -> 0.1), one, 10, 40).solve(300, Progress.NONE).found()).isEmpty();
    }

    /** 0.01 a step near the bound, noise of 0.03 a replication: the right neighbour, or where the value is within 0.003 of the bound, the next. */
    @Test
    void findsTheRightNeighbourThroughNoise() {
        IntToDoubleFunction value = k -> Math.min(1, 0.5 + 0.01 * (k - 100)); // 0.8 at 130
        int right = 0;
        int trials = 0;
        for (long seed = 0; seed < 200; seed++) {
            Solver.Solution solution = solve(noisy(k -> value.applyAsDouble(k) + 0.005, 0.03, seed), true, true, 60); // 0.805 at 130, 0.795 at 129
            right += solution.found().orElseThrow().k() == 130 ? 1 : 0;
            assertThat(solution.found().orElseThrow().k()).isBetween(129, 131);
            assertThat(solution.found().orElseThrow().holds()).isTrue();
            trials += solution.steps().size();
        }
        assertThat(right).isGreaterThanOrEqualTo(180); // each of two neighbours is decided with 95 % confidence
        assertThat(trials / 200.0).isLessThan(32);
    }

    @Test
    void decidesBothNeighboursOrUsesUpTheReplications() {
        for (long seed = 0; seed < 100; seed++) {
            Solver.Solution solution = solve(noisy(k -> 0.5 + 0.01 * (k - 100) + 0.005, 0.05, seed), true, true, 90);
            Solver.Step found = solution.found().orElseThrow();
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
                (k, replications) -> Optional.of(finding(k >= 130 ? 0.801 : 0.1, k >= 130 ? 0.5 : 0.001, replications, Estimate.Method.RATIO)), true, true, 130);
        assertThat(solution.found().orElseThrow().k()).isEqualTo(130);
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
            return Optional.of(finding(0.1, 0, replications, Estimate.Method.RATIO));
        };
        Solver.Solution solution = new Solver(trial, new Solver.Goal(0.8, true, true, LEAST, MOST, k -> k), 10, 320).solve(5, impatient);
        assertThat(solution.steps()).as("the third trial may have been cut short").hasSize(2);
        assertThat(solution.complete()).isFalse();
        assertThat(solution.found()).isEmpty();
    }

    @Test
    void takesStepsWithoutAScenarioAsMissed() {
        Solver.Solution solution = solve((k, replications) -> Optional.empty(), true, true, 500);
        assertThat(solution.found()).isEmpty();
        assertThat(solution.steps()).hasSizeLessThan(30);
    }

    /** Occupancy falls as agents are added: the most agents with at least 70 % are sought, not the fewest, and nobody climbs to 100,000. */
    @Test
    void findsWhichWayTheMeasureGoes() {
        for (int start : new int[] {LEAST, 3, 50, 500, MOST}) {
            for (boolean smallest : new boolean[] {true, false}) {
                Solver.Solution occupancy = solve(exact(k -> Math.min(1, 80.0 / k)), true, smallest, start); // at least 80 % up to 100
                assertThat(occupancy.found().orElseThrow().k()).isEqualTo(100);
                assertThat(occupancy.smallest()).isFalse();
                assertThat(occupancy.beyond().orElseThrow().k()).isEqualTo(101);
                assertThat(occupancy.exceptions()).isEmpty();
                Solver.Solution quiet = solve(exact(k -> Math.min(1, 80.0 / k)), false, smallest, start); // at most 80 % from 100 on
                assertThat(quiet.found().orElseThrow().k()).isEqualTo(100);
                assertThat(quiet.smallest()).isTrue();
                assertThat(quiet.beyond().orElseThrow().k()).isEqualTo(99);
                Solver.Solution level = solve(exact(k -> 1 - 10.0 / (k + 1)), true, smallest, start); // at least 80 % from 49 on
                assertThat(level.found().orElseThrow().k()).isEqualTo(49);
                assertThat(level.smallest()).isTrue();
                Solver.Solution cost = solve(exact(k -> k / 100.0), false, smallest, start); // at most 80 up to 80
                assertThat(cost.found().orElseThrow().k()).isEqualTo(80);
                assertThat(cost.smallest()).isFalse();
                for (Solver.Solution solution : new Solver.Solution[] {occupancy, quiet, level, cost}) {
                    assertThat(solution.steps()).hasSizeLessThanOrEqualTo(32);
                }
            }
        }
    }

    /** A step that is not possible misses the target whichever way the measure goes. */
    @Test
    void knowsWhatIsNotPossible() {
        Solver.Trial trial = (k, replications) ->
                k < 3 || k > 700 ? Optional.empty() : Optional.of(finding(Math.min(1, 80.0 / k), 1e-9, replications, Estimate.Method.RATIO));
        for (int start : new int[] {3, 40, 100, 700}) {
            assertThat(solve(trial, true, true, start).found().orElseThrow().k()).isEqualTo(100);
            assertThat(new Solver(trial, new Solver.Goal(0.05, true, true, LEAST, MOST, k -> k), 10, 320).solve(start, Progress.NONE).found().orElseThrow().k())
                    .as("met wherever it is possible").isIn(3, 700);
            assertThat(new Solver(trial, new Solver.Goal(2, true, true, LEAST, MOST, k -> k), 10, 320).solve(start, Progress.NONE).found()).isEmpty();
        }
    }

    /** Over the number of lines a service level rises, as fewer are blocked, and falls again, as more wait: met from 40 to 160. */
    @Test
    void tellsWhereTheMeasureRisesAndFalls() {
        IntToDoubleFunction level = k -> k <= 100 ? 0.5 + k / 133.4 : 1.25 - (k - 100) / 133.4;
        for (int start : new int[] {LEAST, 10, 45, 100, 150, 300, MOST}) {
            for (boolean smallest : new boolean[] {true, false}) {
                Solver.Solution solution = solve(exact(level), true, smallest, start);
                int found = solution.found().orElseThrow().k();
                assertThat(found).as("from %s", start).isIn(41, 160);
                assertThat(solution.smallest()).isEqualTo(found == 41);
                assertThat(solution.exceptions()).as("from %s", start).isNotEmpty().allMatch(step -> step.holds() == (step.k() >= 41 && step.k() <= 160));
            }
        }
    }

    /** The strides pass by a narrow peak; what came nearest to the bound shows where to look. */
    @Test
    void closesInOnAPeak() {
        IntToDoubleFunction narrow = k -> 0.8201 - Math.abs(k - 90) / 200.0; // at least 80 % from 86 to 94
        for (int start : new int[] {LEAST, 10, 60, 90, 130, 400, MOST}) {
            Solver.Solution solution = solve(exact(narrow), true, true, start);
            assertThat(solution.found().orElseThrow().k()).as("from %s", start).isIn(86, 94);
        }
        assertThat(solve(exact(k -> 0.79 - Math.abs(k - 90) / 200.0), true, true, 10).found()).isEmpty();
    }

    /** And where it is met on both sides and missed between. */
    @Test
    void tellsWhereTheMeasureFallsAndRises() {
        IntToDoubleFunction valley = k -> Math.abs(k - 100) / 50.0; // at least 0.8 up to 60 and from 140 on
        for (int start : new int[] {LEAST, 50, 100, 150}) {
            Solver.Solution solution = solve(exact(valley), true, true, start);
            assertThat(solution.found().orElseThrow().k()).isIn(60, 140);
        }
        assertThat(solve(exact(valley), true, true, 100).exceptions()).isNotEmpty();
        assertThat(solve(exact(valley), true, true, 50).exceptions()).isNotEmpty();
    }

    /** Where nothing is observed, the target is missed. */
    @Test
    void takesStepsWithoutAValueAsMissed() {
        Solver.Trial nobodyGivesUp = (k, replications) -> Optional.of(
                k > 200 ? Solver.Finding.of(Estimate.EMPTY) : finding(k / 1000.0, 1e-9, replications, Estimate.Method.RATIO));
        Solver.Solution solution = new Solver(nobodyGivesUp, new Solver.Goal(0.1, true, true, LEAST, MOST, k -> k), 10, 320).solve(300, Progress.NONE);
        assertThat(solution.found().orElseThrow().k()).isEqualTo(100);
        assertThat(solution.exceptions()).as("from 201 on nobody gives up").isNotEmpty().noneMatch(Solver.Step::holds);
        assertThat(solve((k, replications) -> Optional.of(Solver.Finding.of(Estimate.EMPTY)), true, true, 500).found()).isEmpty();
    }

    /** What follows from the scenario alone is sure at the first look. */
    @Test
    void looksOnceAtExactValues() {
        Solver.Solution solution = solve((k, replications) -> Optional.of(Solver.Finding.of(Estimate.exact(k / 37.0, 1))), false, true, 10); // at most 0.8: 29
        assertThat(solution.found().orElseThrow().k()).isEqualTo(29);
        assertThat(solution.steps()).allMatch(step -> step.replications() == 10 && (step.confidence() == 0 || step.confidence() == 1));
    }
}
