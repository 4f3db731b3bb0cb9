package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import mergedesk.experiment.SimulationFault;
import mergedesk.scenario.sweep.Sweep;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs are refused where they say it, and in words of the API. */
class RefusedInCodeTest {
    private static final ScenarioFile DESK = ScenarioFile.of(SweepInCodeTest.DESK, Path.of("desk in code"));
    private static final ScenarioFile FAULTY = ScenarioFile.of(SweepInCodeTest.DESK.replace("6}", "six}"), Path.of("faulty desk"));

    @TempDir
    private Path folder;

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(WrongInput.class).hasMessageContaining(message).hasMessageNotContainingAny("--out", "--update", "--daily", "--threads", "--replications", "--engine");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3})
    void fewerThanOneReplicationOrThread(int number) {
        refused(() -> RunOptions.defaults().replications(number), "replications: found " + number + ": must be at least 1");
        refused(() -> RunOptions.defaults().threads(number), "threads: found " + number + ": must be at least 1");
        refused(() -> new RunOptions(number, 1L, 1, ""), "replications: found " + number);
        refused(() -> Engine.threads(number), "threads: found " + number + ": must be at least 1");
        refused(() -> Mergedesk.trace(DESK, 1L, Math.min(-1, number), line -> {}, Watcher.NONE), "replication: found ");
    }

    @Test
    void whatHasFaultsIsNotRun() {
        assertThat(FAULTY.faults()).singleElement().satisfies(fault -> {
            refused(() -> Mergedesk.run(FAULTY), fault);
            refused(() -> Mergedesk.compare(List.of(DESK, FAULTY), RunOptions.defaults(), Watcher.NONE), fault);
            refused(() -> Mergedesk.trace(FAULTY, 1L, 0, line -> {}, Watcher.NONE), fault);
            refused(() -> new Solving(FAULTY, "groups.agents.staffing", Until.parse("sl_answered_of_offered >= 80 %"), RunOptions.defaults()), fault);
            refused(() -> new WhatMatters(FAULTY, RunOptions.defaults()), fault);
            refused(() -> new OutageCosts(FAULTY, RunOptions.defaults()), fault);
        });
    }

    @Test
    void whatIsKeptByDateIsNotCompared() {
        refused(() -> Mergedesk.compare(List.of(DESK, DESK), RunOptions.defaults().replications(2).andDaily(), Watcher.NONE), "leave andDaily() out");
        ScenarioFile batches = DESK.with("time.end=cut", "time.batches=4");
        refused(() -> Mergedesk.run(batches, RunOptions.defaults().andDaily()), "a run that is divided into batches is not kept by date; leave results by date out");
    }

    @Test
    void foldersOfOthers() throws Exception {
        Path out = folder.resolve("out");
        SweepFile sweep = SweepFile.of(Sweep.named("Agents").vary("agents", "groups.agents.staffing", 5, 7).keep("offered").replicate(1), DESK);
        Mergedesk.sweep(sweep, out);

        refused(() -> Mergedesk.sweep(SweepFile.of(Sweep.named("Agents").vary("agents", "groups.agents.staffing", 5, 8).keep("offered").replicate(1), DESK), out), "use another folder");
        try (FileChannel other = FileChannel.open(out.resolve("running.lock"), StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();
            refused(() -> Mergedesk.sweep(sweep, out), "another sweep is running in this folder; wait for its end, or use another folder");
        }
        refused(() -> SweepResults.read(Files.createDirectory(folder.resolve("empty"))), "name the folder of a sweep");
    }

    /** A command cannot run what stands in no file; also not one that another machine tells of. */
    @Test
    void whatFailedRepeatsByALineOfJava() throws Exception {
        SweepFile sweep = SweepFile.of(Sweep.named("Volume").vary("length", "time.length", "2 h", "1 h").vary("warm", "time.warm_up", "0 min", "90 min").with(Sweep::set, List.of("time.end=cut")).keep("offered").replicate(1), DESK);

        SweepResults results = Mergedesk.sweep(sweep, folder.resolve("out"));

        assertThat(results.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.command()).isEqualTo("Mergedesk.run(sweep.scenario(3))");
            refused(() -> Mergedesk.run(sweep.scenario(3)), "warm_up");
        });
        SimulationFault fault = SimulationFault.ofEvaluation(7, 2, new IllegalStateException("x"));
        assertThat(fault.command(command(sweep))).isEqualTo("Mergedesk.run(sweep.scenario(1), RunOptions.defaults().seed(7L).replications(2))");
        assertThat(fault.command(DESK.command())).isEqualTo("Mergedesk.run(file, RunOptions.defaults().seed(7L).replications(2))");
        assertThat(command(SweepFile.of(sweep.frozen()))).isEqualTo(command(sweep));
        ScenarioFile file = ScenarioFile.read(Files.writeString(folder.resolve("desk.yaml"), SweepInCodeTest.DESK));
        SweepFile ofFile = SweepFile.of(Sweep.named("Agents").vary("agents", "groups.agents.staffing", 5, 7), file);
        assertThat(fault.command(command(ofFile))).startsWith("mergedesk run ").endsWith("desk.yaml --set groups.agents.staffing=7 --seed 7 --replications 2");
        assertThat(command(SweepFile.of(ofFile.frozen()))).isEqualTo(command(ofFile));
    }

    private static String command(SweepFile sweep) {
        return new SweepPoints(sweep).command(1);
    }
}
