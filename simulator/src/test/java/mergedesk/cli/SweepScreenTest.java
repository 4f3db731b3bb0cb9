package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mergedesk.api.ScenarioFile;
import mergedesk.api.SoFar;
import mergedesk.api.SweepFile;
import mergedesk.api.Sweeps;
import mergedesk.api.Watcher;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.store.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal shows of a sweep, by a clock that is put on by hand. */
class SweepScreenTest {
    private static final ScenarioFile DESK = ScenarioFile.of("""
            name: A desk
            time: {start: 2025-04-07T09:00, length: 1 h}
            councils: {town: {}}
            services: {tax: {}}
            flows: {calls: {council: town, service: tax, desk: desk, volume: 60 / h, work: {distribution: exponential, mean: 5 min}}}
            desks: {desk: {answer_within: 20 s}}
            groups: {agents: {desk: desk, staffing: 7}}
            """, Path.of("desk.yaml"));
    private static final SweepFile SWEEP = SweepFile.of(
            Sweep.named("How many agents, and a title that is far too long for a line of a terminal, which has eighty signs")
                    .vary("agents", "groups.agents.staffing", 5, 7, 9)
                    .vary("volume", "flows.calls.volume", "50 / h", "60 / h")
                    .keep("sl_answered_of_offered")
                    .replicate(3),
            DESK);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(StandardCharsets.UTF_8, new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(), err);
    private long seconds;
    private boolean stopped;

    private final Watcher other = new Watcher() {
        @Override
        public void planned(double more) {}

        @Override
        public void advanced(double replications) {}

        @Override
        public boolean stopped() {
            return stopped;
        }
    };

    private String said() {
        String said = err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        err.reset();
        return said;
    }

    private SweepScreen screen(SoFar soFar) {
        return new SweepScreen(console, other, SWEEP.title(), soFar, () -> TimeUnit.SECONDS.toNanos(seconds++));
    }

    /** The last picture has all runs; means are those of the store. */
    @Test
    void showsWhatIsSeenSoFar() {
        assertThat(SWEEP.faults()).isEmpty();
        SoFar soFar = SoFar.of(SWEEP);
        try (SweepScreen screen = screen(soFar)) {
            Sweeps.sweep(SWEEP, folder, Sweeps.threads(2), screen, soFar);
            List<String> lines = screen.lines(6);
            assertThat(lines).allMatch(line -> line.length() <= 79);
            assertThat(lines.get(0)).startsWith("How many agents, and a title").endsWith("...");
            assertThat(lines.get(1)).isEqualTo("[==============================] 18 of 18 runs, 3 a second, 0 s left");
            assertThat(lines.get(3)).startsWith("Answered within T, of offered, mean of the runs so far");
            assertThat(lines.get(4)).isEqualTo("by agents");
            double five = 100 * soFar.factors().get(0).values().get(0);
            assertThat(lines.get(5)).startsWith(String.format("  %-18s %12s  ====", "5", String.format("%.1f %%", five)));
            assertThat(lines.get(7)).matches("  9 +\\S+ %  ={40}");
            assertThat(lines.subList(8, 11)).extracting(line -> line.strip().split(" ")[0]).containsExactly("by", "50", "60");
        }
        double[] all = mergedesk.api.SweepResults.read(folder).estimates("sl_answered_of_offered").values().stream().mapToDouble(estimate -> estimate.value()).toArray();
        double mean = Arrays.stream(all, 0, 2).average().orElseThrow();
        assertThat(soFar.factors().get(0).values().get(0)).isCloseTo(mean, org.assertj.core.api.Assertions.within(0.05)); // of totals, not of means
    }

    /** Each picture goes before the next comes, and the last at the end. */
    @Test
    void drawsOverItself() {
        SoFar soFar = SoFar.of(SWEEP);
        try (SweepScreen screen = screen(soFar)) {
            screen.planned(18);
            assertThat(said()).endsWith("[>                             ] 0 of 18 runs\n").doesNotContain("\u001b");
            screen.advanced(9);
            assertThat(said()).startsWith("\u001b[2A\r\u001b[J").contains("[===============>              ] 9 of 18 runs");
        }
        assertThat(said()).isEqualTo("\u001b[11A\r\u001b[J");
    }

    /** Nor are they in later rounds, in which they are told again. */
    @Test
    void runsThatWereThereAreNoSpeed() {
        SoFar soFar = SoFar.of(SWEEP);
        RunRow row = new RunRow(0, 0, new long[] {3, 4}, new double[2], new byte[0][], 0);
        try (SweepScreen screen = screen(soFar)) {
            screen.planned(18);
            soFar.wasThere(row);
            screen.advanced(9);
            assertThat(screen.lines(10).get(1)).isEqualTo("[===============>              ] 9 of 18 runs");
            assertThat(screen.lines(10).get(5)).matches("  5 +75.0 %  ={40}");
            soFar.found(row);
            soFar.found(row);
            soFar.found(row);
            screen.advanced(3);
            soFar.failed(2);
            assertThat(screen.lines(10).get(1)).isEqualTo("[====================>         ] 12 of 18 runs, 0 a second, 20 s left, 2 failed");
        }
    }

    /** What is said of the end stands below the last picture. */
    @Test
    void leavesThePictureWhenItIsStopped() {
        try (SweepScreen screen = screen(SoFar.of(SWEEP))) {
            screen.planned(18);
            said();
            stopped = true;
            screen.advanced(9);
        }
        assertThat(said()).isEmpty();
    }
}
