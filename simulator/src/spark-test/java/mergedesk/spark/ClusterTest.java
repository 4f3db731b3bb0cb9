package mergedesk.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import mergedesk.api.SmallSweep;
import mergedesk.api.SweepFile;
import mergedesk.api.Sweeps;
import mergedesk.api.Watcher;
import mergedesk.sweep.Sweeping;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real Master with two Workers, each with an executor, of which one comes to grief in mid-sweep. */
@Tag("nightly")
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClusterTest {
    private static final int WHEN = 200; // runs are done

    @TempDir
    Path folder;

    private final List<String> news = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> onNews = line -> {};
    private SweepFile sweep;
    private Map<String, String> byThreads;

    /** Something that happens when a part of the runs is done. */
    private interface Event {
        void happen() throws Exception;
    }

    private record At(Event event, double[] done) implements Watcher {
        @Override
        public void planned(double more) {}

        @Override
        public void advanced(double replications) {
            boolean before = done[0] < WHEN;
            done[0] += replications;
            if (before && done[0] >= WHEN) {
                try {
                    event.happen();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public boolean stopped() {
            return false;
        }
    }

    @BeforeEach
    void sweepByThreads() throws Exception {
        SmallSweep busy = new SmallSweep(folder, "{replications: 150}");
        Path file = folder.resolve("sweep.yaml");
        Files.writeString(file, Files.readString(busy.file()).replace("factors:", "set: [flows.calls.volume=300 / min]\nfactors:"));
        sweep = SweepFile.read(file);
        assertThat(sweep.faults()).isEmpty();
        Sweeps.run(sweep, folder.resolve("local"), Sweeps.threads(2), Watcher.NONE);
        byThreads = SmallSweep.tables(folder.resolve("local"));
    }

    private Sweeping.Outcome run(Cluster cluster, Event event) {
        return Sweeps.run(sweep, folder.resolve("spark"), file -> new SparkExecutor(file, cluster.driver(), this::tell), new At(event, new double[1]));
    }

    private void tell(String line) {
        news.add(line);
        onNews.accept(line);
    }

    private void assertAllIsThere(Sweeping.Outcome outcome, Cluster cluster) throws Exception {
        assertThat(outcome.complete()).isTrue();
        assertThat(SmallSweep.tables(folder.resolve("spark"))).isEqualTo(byThreads); // so every run is there, and once
        assertThat(news).noneMatch(line -> line.contains(cluster.secret()));
    }

    @Test
    void aKilledWorkerIsNamedAndItsRunsAreMadeAgain() throws Exception {
        try (Cluster cluster = new Cluster(folder.resolve("cluster"), 2)) {
            Sweeping.Outcome outcome = run(cluster, () -> cluster.signal("KILL", 0));

            assertAllIsThere(outcome, cluster);
            assertThat(news).anyMatch(line -> line.matches("worker \\d+ on 127.0.0.1 is lost \\(.*\\); what it had not finished is made again elsewhere"));
        }
    }

    @Test
    void aWorkerThatHangsIsNamedWithinSeconds() throws Exception {
        AtomicLong stopped = new AtomicLong();
        AtomicLong named = new AtomicLong();
        try (Cluster cluster = new Cluster(folder.resolve("cluster"), 2)) {
            onNews = line -> named.compareAndSet(0, line.contains("silent") ? System.nanoTime() : 0);
            Sweeping.Outcome outcome = run(cluster, () -> {
                cluster.signal("STOP", 0);
                stopped.set(System.nanoTime());
            });

            assertAllIsThere(outcome, cluster);
            assertThat(news).anyMatch(line -> line.matches("worker \\d+ on 127.0.0.1 has been silent for \\d+ s; if that goes on, its runs are made elsewhere"));
            assertThat(news).anyMatch(line -> line.matches("worker \\d+ on 127.0.0.1 is lost \\(.*\\); what it had not finished is made again elsewhere"));
            assertThat(TimeUnit.NANOSECONDS.toMillis(named.get() - stopped.get())).isBetween(1L, 10_000L);
        }
    }
}
