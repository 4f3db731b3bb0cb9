package mergedesk.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mergedesk.api.Engine;
import mergedesk.api.Mergedesk;
import mergedesk.api.SmallSweep;
import mergedesk.api.SweepFile;
import mergedesk.api.SweepInCodeTest;
import mergedesk.api.SweepResults;
import mergedesk.api.Sweeps;
import mergedesk.api.Watcher;
import mergedesk.api.WrongInput;
import mergedesk.sweep.RunExecutor;
import mergedesk.sweep.Sweeping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark makes is what threads of this process make. */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SparkExecutorTest {
    private static final Map<String, String> LOCAL = Map.of("spark.master", "local[2]");

    @TempDir
    Path folder;

    private static Function<SweepFile, RunExecutor> spark(List<String> news) {
        return file -> new SparkExecutor(file, LOCAL, news::add);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{replications: 40}", "{replications: 12, half_width: 2 %, round: 7, max_replications: 60}", "{replications: 4, budget: 200, common_random_numbers: false}"})
    void theResultsAreThoseOfLocalThreads(String runs) throws Exception {
        SweepFile sweep = SweepFile.read(new SmallSweep(folder, runs).file());
        List<String> news = new ArrayList<>();

        Sweeping.Outcome bySpark = Sweeps.run(sweep, folder.resolve("spark"), spark(news), Watcher.NONE);
        Sweeping.Outcome byOne = Sweeps.run(sweep, folder.resolve("one"), Sweeps.threads(1), Watcher.NONE);
        Sweeping.Outcome byTwo = Sweeps.run(sweep, folder.resolve("two"), Sweeps.threads(2), Watcher.NONE);

        assertThat(bySpark).isEqualTo(byOne).isEqualTo(byTwo);
        assertThat(bySpark.complete()).isTrue();
        assertThat(bySpark.failures()).isNotEmpty();
        Map<String, String> tables = SmallSweep.tables(folder.resolve("spark"));
        assertThat(tables).isEqualTo(SmallSweep.tables(folder.resolve("one"))).isEqualTo(SmallSweep.tables(folder.resolve("two")));
        assertThat(tables.get("runs").lines().count()).isEqualTo(1 + bySpark.done());
        assertThat(news).isEmpty();
    }

    /** As a program has it: workers get a scenario and a sweep that no file holds. */
    @Test
    void aSweepInCodeIsTheSameThere() throws Exception {
        SweepResults bySpark = Mergedesk.sweep(SweepInCodeTest.made(), folder.resolve("spark"), Engine.spark("local[2]"), Watcher.NONE);
        SweepResults byOne = Mergedesk.sweep(SweepInCodeTest.made(), folder.resolve("one"), Engine.threads(1), Watcher.NONE);

        assertThat(bySpark.failures()).isEmpty();
        assertThat(bySpark.rows("wait_p95")).hasSize(24).isEqualTo(byOne.rows("wait_p95"));
        assertThat(SmallSweep.tables(folder.resolve("spark"))).isEqualTo(SmallSweep.tables(folder.resolve("one")));
    }

    /** Stops as soon as it is told to; what is finished is in the store, and another engine goes on. */
    @Test
    void itStopsWhenProgressSaysSo() throws Exception {
        SweepFile sweep = SweepFile.read(new SmallSweep(folder, "{replications: 200}").file());
        AtomicInteger advanced = new AtomicInteger();
        Watcher stopping = new Watcher() {
            @Override
            public void planned(double more) {}

            @Override
            public void advanced(double replications) {
                advanced.addAndGet((int) replications);
            }

            @Override
            public boolean stopped() {
                return advanced.get() > 100;
            }
        };

        Sweeping.Outcome stopped = Sweeps.run(sweep, folder.resolve("spark"), spark(new ArrayList<>()), stopping);

        assertThat(stopped.complete()).isFalse();
        assertThat(stopped.done()).isPositive().isLessThan(stopped.runs() - 400);
        Sweeping.Outcome whole = Sweeps.run(sweep, folder.resolve("spark"), Sweeps.threads(2), Watcher.NONE);
        Sweeps.run(sweep, folder.resolve("local"), Sweeps.threads(2), Watcher.NONE);
        assertThat(whole.complete()).isTrue();
        assertThat(SmallSweep.tables(folder.resolve("spark"))).isEqualTo(SmallSweep.tables(folder.resolve("local")));
    }

    @Test
    void aSweepNeedsAMaster() {
        SweepFile sweep = SweepFile.read(new SmallSweep(folder, "{}").file());

        assertThatThrownBy(() -> new SparkEngine().start(sweep, "", line -> {})).isInstanceOf(WrongInput.class).hasMessageStartingWith("--master: say where");
        assertThatThrownBy(() -> new SparkEngine().start(sweep, "nowhere", line -> {})).isInstanceOf(WrongInput.class).hasMessageStartingWith("--master: no session of Spark at nowhere");
    }

    @Test
    void theJarForSparkSubmitRunsSweepsOnSpark() {
        assertThat(Submit.arguments("sweep", "a.yaml", "--out", "b")).containsExactly("sweep", "--engine", "spark", "a.yaml", "--out", "b");
        assertThat(Submit.arguments("sweep", "a.yaml", "--engine", "local")).containsExactly("sweep", "a.yaml", "--engine", "local");
        assertThat(Submit.arguments("export", "b")).containsExactly("export", "b");
        assertThat(Submit.arguments()).isEmpty();
    }
}
