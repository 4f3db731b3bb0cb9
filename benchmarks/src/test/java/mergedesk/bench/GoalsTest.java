package mergedesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** From samples to ratios and verdicts. */
class GoalsTest {
    private static final double START = 0.2e9;

    private static Supplier<Sample> nanos(double... rounds) {
        Iterator<Double> next = DoubleStream.of(rounds).iterator();
        return () -> {
            double nanos = next.next();
            return new Sample(nanos, nanos, 0);
        };
    }

    private static Results desk(double kernel, double commandLine, double year) {
        Race race = new Race("desk", 1)
                .with("c", nanos(10))
                .with("kernel", nanos(kernel))
                .with("priority_queue", nanos(20))
                .with("ssj", nanos(40))
                .with("dsol", nanos(200))
                .with("command_line", nanos(commandLine))
                .with("year", nanos(year))
                .with("calls_year", nanos(year))
                .with("desk_warmed", nanos(9))
                .with("year_warmed", nanos(10))
                .with("calls_year_warmed", nanos(10));
        Results results = new Results();
        results.add(race.run(line -> {}));
        return results;
    }

    private static Map<String, Goals.Verdict> verdicts(Results results) {
        return Goals.of(results).stream().collect(Collectors.toMap(Goals.Row::id, Goals.Row::verdict));
    }

    @Test
    void ratioIsTheMedianOfRounds() {
        Race.Outcome outcome = new Race("any", 3)
                .with("a", nanos(10, 20, 40))
                .with("b", nanos(20, 60, 40))
                .run(line -> {});
        assertThat(outcome.speedOver("a", "b")).isEqualTo(2);
        assertThat(outcome.spread("a", "b")).containsExactly(1, 3);
        assertThat(outcome.cpuNanos("b")).isEqualTo(40);
        assertThat(Median.of(DoubleStream.of(4, 1, 3, 2))).isEqualTo(2.5);
    }

    @Test
    void deskReachesGoalsFirstStepsOrNeither() {
        assertThat(verdicts(desk(8, 10, 11)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("P2", Goals.Verdict.GOAL, "P3", Goals.Verdict.GOAL, "P4", Goals.Verdict.GOAL));
        assertThat(verdicts(desk(13, 19, 26)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "P2",
                        Goals.Verdict.FIRST_STEP,
                        "P3",
                        Goals.Verdict.FIRST_STEP,
                        "P4",
                        Goals.Verdict.FIRST_STEP));
        assertThat(verdicts(desk(14, 21, 31)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("P2", Goals.Verdict.MISSED, "P3", Goals.Verdict.MISSED, "P4", Goals.Verdict.MISSED));
    }

    @Test
    void commandLineMustBeAheadOfSsjToo() {
        Results results = new Results();
        results.add(new Race("desk", 1)
                .with("c", nanos(10))
                .with("command_line", nanos(15))
                .with("ssj", nanos(14))
                .run(line -> {}));
        assertThat(verdicts(results)).containsEntry("P3", Goals.Verdict.MISSED);
    }

    @Test
    void queueIsJudgedBySizesThatAreReached() {
        Results results = new Results();
        results.add(new Race("hold-10", 1)
                .with("c_ladder", nanos(10))
                .with("event_queue", nanos(11))
                .run(line -> {}));
        results.add(new Race("hold-10000", 1)
                .with("c_ladder", nanos(10))
                .with("event_queue", nanos(14))
                .run(line -> {}));
        results.add(new Race("hold-1000000", 1)
                .with("c_ladder", nanos(10))
                .with("event_queue", nanos(99))
                .run(line -> {}));
        assertThat(verdicts(results)).containsExactly(Map.entry("P1", Goals.Verdict.FIRST_STEP));
    }

    @Test
    void memoryMustBeFlat() {
        Results flat = new Results();
        flat.liveBytes().putAll(Map.of(36, 10_000_000L));
        flat.liveBytes().put(3_600, 10_500_000L);
        assertThat(verdicts(flat)).containsEntry("P7", Goals.Verdict.GOAL);
        flat.liveBytes().put(3_600, 11_500_000L);
        assertThat(verdicts(flat)).containsEntry("P7", Goals.Verdict.MISSED);
    }

    @Test
    void countryIsComparedWithTheCommandLine() {
        CountryRun country = CountryRun.measured(new CommandLine.Run(1_000_000, 3_000_000, 0.051, 1), """
                [0.5s][info][gc] GC(0) Pause Young (Allocation Failure) 130M->20M(500M) 5.1ms
                [0.9s][info][gc] GC(1) Pause Full (Ergonomics) 90M->31M(500M) 5.1ms
                """);
        assertThat(country.peakBytes()).isEqualTo(130 << 20);
        assertThat(country.liveBytes()).isEqualTo(31 << 20);
        assertThat(verdicts(desk(8, 10, 11).with(country))).containsEntry("P8", Goals.Verdict.GOAL);
        assertThat(verdicts(desk(8, 8, 9).with(country))).containsEntry("P8", Goals.Verdict.FIRST_STEP);
    }

    @Test
    void waitsAreJudgedByTheWallsClock() {
        assertThat(verdicts(waits(0.3, 0.7, 0.9))).containsExactly(Map.entry("P10", Goals.Verdict.GOAL));
        assertThat(verdicts(waits(0.3, 0.9, 0.9))).containsEntry("P10", Goals.Verdict.FIRST_STEP);
        assertThat(verdicts(waits(0.5, 0.7, 0.9))).containsEntry("P10", Goals.Verdict.FIRST_STEP);
        assertThat(verdicts(waits(0.3, 0.7, 1.5))).containsEntry("P10", Goals.Verdict.FIRST_STEP);
        assertThat(verdicts(waits(0.7, 0.7, 0.9))).containsEntry("P10", Goals.Verdict.MISSED);
        assertThat(verdicts(waits(0.3, 1.5, 0.9))).containsEntry("P10", Goals.Verdict.MISSED);
        assertThat(verdicts(waits(0.3, 0.7, 2.1))).containsEntry("P10", Goals.Verdict.MISSED);
    }

    /** {@code result}: beyond a start of Java. */
    private static Results waits(double line, double day, double result) {
        Results results = new Results();
        results.add(new Race("wait", 1)
                .with("first_line", () -> new Sample(Double.NaN, line * 1e9, Double.NaN))
                .with("day_report", () -> new Sample(Double.NaN, day * 1e9, Double.NaN))
                .with("start", () -> new Sample(Double.NaN, START, Double.NaN))
                .with("first_result", () -> new Sample(Double.NaN, START + result * 1e9, Double.NaN))
                .run(text -> {}));
        return results;
    }

    @Test
    void sweepsAreJudgedByTheShareOfTheLoop() {
        assertThat(verdicts(sweeps(96))).containsExactly(Map.entry("P9", Goals.Verdict.GOAL));
        assertThat(verdicts(sweeps(92))).containsEntry("P9", Goals.Verdict.FIRST_STEP);
        assertThat(verdicts(sweeps(80))).containsEntry("P9", Goals.Verdict.MISSED);
    }

    private static Results sweeps(double loop) {
        Results results = new Results();
        results.add(new Race("sweep-long", 1).with("loop", nanos(loop)).with("runs", nanos(loop + 1)).with("sweep", nanos(100)).run(text -> {}));
        return results;
    }

    @Test
    void growthMustBeLinear() {
        assertThat(verdicts(growth(Growth.AGENTS, 1.4, 17))).containsExactly(Map.entry("P11", Goals.Verdict.GOAL));
        assertThat(verdicts(growth(Growth.AGENTS, 1.6, 10))).containsEntry("P11", Goals.Verdict.MISSED);
        assertThat(verdicts(growth(Growth.AGENTS, 1.0, 18))).containsEntry("P11", Goals.Verdict.MISSED);
        // What is past lives no longer.
        assertThat(verdicts(growth(Growth.HORIZON, 1.0, 1.05))).containsEntry("P11", Goals.Verdict.GOAL);
        assertThat(verdicts(growth(Growth.HORIZON, 1.0, 1.2))).containsEntry("P11", Goals.Verdict.MISSED);
    }

    private static Results growth(Growth axis, double slower, double larger) {
        Results results = new Results();
        results.add(axis, new GrowthRun.Point(1, 1_000, 100, 1_000_000));
        results.add(axis, new GrowthRun.Point(4, 4_000, 900, 90_000_000));
        results.add(axis, new GrowthRun.Point(16, 16_000, slower * 100, (long) (larger * 1_000_000)));
        return results;
    }

    @Test
    void tableShowsRatiosAndVerdicts() {
        Machine machine = new Machine("2026-01-01", "2core-any", Map.of("cores", "2"));
        String table = Report.markdown(machine, new Settings(false, List.of(), List.of()), desk(8, 10, 11));
        assertThat(table)
                .contains("# Benchmarks, 2026-01-01, 2core-any")
                .contains(
                        "| P2 | kernel, Erlang-A desk, statistics of the table, warmed | 1.25 (1.25 to 1.25) × C | ≥ 1.2 × C |")
                .contains(
                        "| **Mergedesk's kernel**, statistics of the table (P2) | 42.6 | 1.25 | 5.00 | 25.0 | 2.50 |");
        assertThat(new Results().race("desk", "a", "b")).isEqualTo(Optional.empty());
    }
}
