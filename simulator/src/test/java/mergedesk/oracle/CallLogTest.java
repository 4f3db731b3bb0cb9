package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replays the February 1999 log of AnonymousBank by the rules of scenarios/traces/README.md, and reports what comes out beside what was recorded. The
 * rules are not tuned to make it fit, so no distance from the log fails this test; wrong conversion or an impossible run does.
 *
 * <p>Runs where the log is: ../shared beside the repository, or {@code -Dcall.log=FILE}.
 */
class CallLogTest {
    private static final int WEEKS = 4;
    private static final int HOURS = 24;
    private static final int WEEK_SECONDS = 7 * 86_400;
    private static final int REPLICATIONS = 50;
    private static final double MEAN_PATIENCE = 345.0;

    @TempDir
    Path folder;

    private static CallLog february() throws IOException {
        String given = System.getProperty("call.log");
        Path beside = Path.of("..", "..", "shared", "data", "technion_anonymousbank", "february1999.txt.gz");
        Path file = given != null ? Path.of(given) : beside;
        assumeTrue(Files.isReadable(file), () -> "there is no log " + file);
        return CallLog.read(file);
    }

    /** The counts that scenarios/traces/README.md states. */
    @Test
    void conversionCounts() throws IOException {
        CallLog log = february();
        assertThat(log.firstDay()).isEqualTo("1999-02-01");
        assertThat(log.calls()).hasSize(31_125);
        assertThat(log.calls().stream().filter(CallLog.Call::answered)).hasSize(27_162);
        assertThat(log.calls().stream().filter(call -> !call.answered())).hasSize(3_963);
        assertThat(log.calls().stream().filter(CallLog.Call::queued)).hasSize(18_059);
        assertThat(log.calls().stream().filter(call -> call.answered() && !call.hasAgent())).hasSize(491);
        assertThat(log.inMonth()).hasSize(31_124);
        assertThat(log.meanPatience()).isCloseTo(MEAN_PATIENCE, within(0.05));
        assertThat(log.calls().stream().filter(CallLog.Call::answered).mapToLong(CallLog.Call::talk).average().orElseThrow())
                .isCloseTo(176.35, within(0.005));
    }

    /** Sums over weeks: calls, seconds waited, calls abandoned, by hour of the day, and half-widths of the sums over all hours. */
    private static final class Sums {
        private final double[] calls = new double[HOURS];
        private final double[] waits = new double[HOURS];
        private final double[] abandoned = new double[HOURS];
        private double waitsHalfWidth;
        private double abandonedHalfWidth;
        private long agentHours;

        private static double total(double[] byHour) {
            return java.util.Arrays.stream(byHour).sum();
        }

        double meanWait() {
            return total(waits) / total(calls);
        }

        double abandonment() {
            return total(abandoned) / total(calls);
        }
    }

    private static Sums recorded(CallLog log) {
        Sums sums = new Sums();
        for (CallLog.Call call : log.inMonth()) {
            int hour = (int) (call.arrival() / 3600 % HOURS);
            sums.calls[hour]++;
            sums.waits[hour] += call.waited();
            sums.abandoned[hour] += call.answered() ? 0 : 1;
        }
        return sums;
    }

    /** With the rules' own inference of agents. */
    @Test
    void replaysFebruary() throws IOException {
        replay(AgentsByHour.PRESENCE_15);
    }

    /**
     * With the other inferences beside it. Distinct servers are more agents than there were and busy time is fewer, so the log lies between the two, and
     * so does presence, of which a longer gap sees more agents.
     */
    @Tag("nightly")
    @Test
    void replaysFebruaryWithOtherAgents() throws IOException {
        Map<AgentsByHour, Sums> simulated = replay(AgentsByHour.values());
        assertThat(List.of(
                        simulated.get(AgentsByHour.DISTINCT).meanWait(),
                        simulated.get(AgentsByHour.PRESENCE_30).meanWait(),
                        simulated.get(AgentsByHour.PRESENCE_15).meanWait(),
                        simulated.get(AgentsByHour.PRESENCE_10).meanWait(),
                        simulated.get(AgentsByHour.BUSY).meanWait()))
                .isSorted();
        Sums recorded = recorded(february());
        assertThat(recorded.meanWait())
                .isBetween(simulated.get(AgentsByHour.DISTINCT).meanWait(), simulated.get(AgentsByHour.BUSY).meanWait());
        assertThat(recorded.abandonment())
                .isBetween(simulated.get(AgentsByHour.DISTINCT).abandonment(), simulated.get(AgentsByHour.BUSY).abandonment());
    }

    private Map<AgentsByHour, Sums> replay(AgentsByHour... inferences) throws IOException {
        CallLog log = february();
        Sums recorded = recorded(log);
        assertThat(recorded.meanWait()).isCloseTo(43.9, within(0.05));
        assertThat(recorded.abandonment()).isCloseTo(0.127, within(0.0005));
        writeTalk(log);
        Map<AgentsByHour, Sums> simulated = new EnumMap<>(AgentsByHour.class);
        for (AgentsByHour inference : inferences) {
            simulated.put(inference, simulate(log, inference));
        }
        report(recorded, simulated);
        simulated.values().forEach(CallLogTest::checkIsPossible);
        return simulated;
    }

    /**
     * Impossible whatever the rules: calls that do not arrive; waits beyond the patience with which everybody would wait to the end; and, as patience is
     * exponential and drawn apart from all else, another mean wait than abandonment × mean patience. That identity is exact in expectation; with
     * some 150,000 abandonments the ratio's standard error is about 0.3 %.
     */
    private static void checkIsPossible(Sums sums) {
        assertThat(Sums.total(sums.calls)).as("every call of the log arrives").isEqualTo(31_124);
        assertThat(sums.abandonment()).isBetween(0.0, 1.0);
        assertThat(sums.meanWait()).isBetween(0.0, MEAN_PATIENCE);
        assertThat(sums.meanWait()).isCloseTo(sums.abandonment() * MEAN_PATIENCE, withinPercentage(1.5));
    }

    private Sums simulate(CallLog log, AgentsByHour inference) throws IOException {
        int[] agents = inference.of(log);
        Sums sums = new Sums();
        double waitsVariance = 0;
        double abandonedVariance = 0;
        for (int week = 0; week < WEEKS; week++) {
            List<CallLog.Call> calls = callsOf(log, week);
            for (int hour = week * 7 * HOURS; hour < (week + 1) * 7 * HOURS; hour++) {
                sums.agentHours += agents[hour];
            }
            Study study = Mergedesk.run(scenario(log, week, calls, agents), new RunOptions(REPLICATIONS, null, OracleRun.THREADS, ""), Watcher.NONE);
            Estimate offered = overall(study, "offered");
            assertThat(offered.value()).isEqualTo(calls.size());
            assertThat(offered.halfWidth()).as("the same calls in every replication").isZero();
            assertThat(overall(study, "answered").value() + overall(study, "abandoned").value()).isCloseTo(calls.size(), within(1e-6));
            waitsVariance += Math.pow(overall(study, "wait_mean_all").halfWidth() * calls.size(), 2);
            abandonedVariance += Math.pow(overall(study, "abandoned").halfWidth(), 2);
            addByHour(study, sums);
        }
        sums.waitsHalfWidth = Math.sqrt(waitsVariance);
        sums.abandonedHalfWidth = Math.sqrt(abandonedVariance);
        return sums;
    }

    private static List<CallLog.Call> callsOf(CallLog log, int week) {
        return log.calls().stream().filter(call -> call.arrival() / WEEK_SECONDS == week).toList();
    }

    private static Estimate overall(Study study, String measure) {
        return study.estimate(measure, Scope.OVERALL);
    }

    private static void addByHour(Study study, Sums sums) {
        double[] offered = new double[HOURS]; // of the interval that the rows are at
        for (Kpi kpi : study.kpis()) {
            if (kpi.scope().kind() != Scope.Kind.INTERVAL || !kpi.scope().place().isOverall() || kpi.estimate().isEmpty()) {
                continue;
            }
            int hour = Integer.parseInt(kpi.scope().interval().substring(4, 6));
            switch (kpi.measure()) {
                case "offered" -> {
                    offered[hour] = kpi.estimate().value();
                    sums.calls[hour] += offered[hour];
                }
                case "abandoned" -> sums.abandoned[hour] += kpi.estimate().value();
                case "wait_mean_all" -> sums.waits[hour] += kpi.estimate().value() * offered[hour];
                default -> {}
            }
        }
    }

    private void writeTalk(CallLog log) throws IOException {
        StringBuilder csv = new StringBuilder("seconds\n");
        log.calls().stream().filter(CallLog.Call::answered).forEach(call -> csv.append(call.talk()).append('\n'));
        Files.writeString(folder.resolve("talk.csv"), csv);
    }

    /** Rule 8: one scenario a week, read by the product's own reader. */
    private ScenarioFile scenario(CallLog log, int week, List<CallLog.Call> calls, int[] agents) throws IOException {
        StringBuilder arrivals = new StringBuilder("time\n");
        calls.forEach(call -> arrivals.append(log.firstDay().atStartOfDay().plusSeconds(call.arrival())).append('\n'));
        Files.writeString(folder.resolve("arrivals.csv"), arrivals);
        StringBuilder staffing = new StringBuilder("time,mon,tue,wed,thu,fri,sat,sun\n");
        for (int hour = 0; hour < HOURS; hour++) {
            staffing.append(String.format(Locale.ROOT, "%02d:00", hour));
            for (int day = 0; day < 7; day++) {
                staffing.append(',').append(agents[(week * 7 + day) * HOURS + hour]);
            }
            staffing.append('\n');
        }
        Files.writeString(folder.resolve("staffing.csv"), staffing);
        Files.writeString(folder.resolve("week.yaml"), """
                name: AnonymousBank, a week of February 1999
                time: {start: %s, zone: Asia/Jerusalem, length: 1 week, interval: 60 min, end: drain}
                councils: {bank: {name: AnonymousBank}}
                services: {calls: {name: Calls}}
                flows:
                  calls:
                    council: bank
                    service: calls
                    desk: desk
                    trace: {times_file: arrivals.csv}
                    work: {distribution: empirical, file: talk.csv}
                    patience: {distribution: exponential, mean: %.3f s}
                desks: {desk: {opening: always}}
                groups: {agents: {desk: desk, staffing: {file: staffing.csv}}}
                """.formatted(log.firstDay().plusWeeks(week), log.meanPatience()));
        ScenarioFile file = ScenarioFile.read(folder.resolve("week.yaml"), List.of());
        assertThat(file.faults()).isEmpty();
        return file;
    }

    private static void report(Sums recorded, Map<AgentsByHour, Sums> simulated) {
        StringBuilder text = new StringBuilder("AnonymousBank, February 1999: simulated against recorded\n");
        text.append("| agents inferred by | agent-hours | mean wait, log | mean wait, model | abandoned, log | abandoned, model |\n|---|---|---|---|---|---|\n");
        simulated.forEach((inference, sums) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f s | %.1f ± %.1f s | %.1f %% | %.1f ± %.1f %% |%n",
                inference.words,
                sums.agentHours,
                recorded.meanWait(),
                sums.meanWait(),
                sums.waitsHalfWidth / Sums.total(sums.calls),
                100 * recorded.abandonment(),
                100 * sums.abandonment(),
                100 * sums.abandonedHalfWidth / Sums.total(sums.calls))));
        Sums presence = simulated.get(AgentsByHour.PRESENCE_15);
        text.append("| hour | calls | mean wait, log | mean wait, model | abandoned, log | abandoned, model |\n|---|---|---|---|---|---|\n");
        for (int hour = 0; hour < HOURS; hour++) {
            double calls = recorded.calls[hour];
            if (calls > 0) {
                text.append(String.format(
                        Locale.ROOT,
                        "| %02d:00 | %,.0f | %.1f s | %.1f s | %.1f %% | %.1f %% |%n",
                        hour,
                        calls,
                        recorded.waits[hour] / calls,
                        presence.waits[hour] / presence.calls[hour],
                        100 * recorded.abandoned[hour] / calls,
                        100 * presence.abandoned[hour] / presence.calls[hour]));
            }
        }
        System.out.print(text);
    }
}
