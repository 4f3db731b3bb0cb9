package mergedesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Kernel;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each axis has as much more as it says, and of nothing else. */
class GrowthTest {
    @TempDir
    Path folder;

    private Program program(Growth axis, int times) throws IOException {
        Path file = folder.resolve("growth.yaml");
        Files.writeString(file, axis.yaml(times));
        ScenarioFile read = ScenarioFile.read(file, List.of());
        assertThat(read.faults()).isEmpty();
        return ScenarioCompiler.compile(read.scenario());
    }

    @Test
    void horizonAgentsAndCouncilsGrowAlone() throws IOException {
        assertThat(program(Growth.HORIZON, 4).horizon().endTick())
                .isEqualTo(4 * program(Growth.HORIZON, 1).horizon().endTick());
        assertThat(program(Growth.HORIZON, 4).agentCount()).isEqualTo(50);
        assertThat(program(Growth.AGENTS, 16).agentCount()).isEqualTo(800);
        assertThat(16 * program(Growth.AGENTS, 16).horizon().endTick())
                .isEqualTo(program(Growth.AGENTS, 1).horizon().endTick());
        assertThat(program(Growth.COUNCILS, 4).names().councils()).hasSize(32);
        assertThat(program(Growth.COUNCILS, 4).deskCount()).isEqualTo(4);
    }

    @Test
    void backlogIsOfPeopleWhoWait() throws IOException {
        Program program = program(Growth.BACKLOG, 4);
        Totals[] totals = new Totals[1];
        Kernel kernel = new Kernel(program, state -> totals[0] = new Totals(state));
        kernel.reset(1, 0);
        kernel.runUntil(Ticks.NEVER);
        RunSummary summary = RunSummary.sum(totals[0].finish());
        // Those who give up had to wait; most of them for longer than the two hours in which all came.
        assertThat(summary.total(0, Count.ABANDONED)).isBetween(7_400L, 8_300L);
        assertThat(summary.total(0, Count.WAIT_ABANDONED) / summary.total(0, Count.ABANDONED)).isGreaterThan(Ticks.of(Duration.ofHours(18)));
    }

    @Test
    void pointsComeFromAProcess() {
        GrowthRun.Point point = GrowthRun.of(Growth.HORIZON, 1, 0.01);
        assertThat(point.times()).isEqualTo(1);
        assertThat(point.events()).isBetween(415_000L, 430_000L); // 144,000 calls, 2.94 events each
        assertThat(point.nanos()).isBetween(10.0, 10_000.0);
        assertThat(point.liveBytes()).isBetween(1L << 20, 64L << 20);
    }
}
