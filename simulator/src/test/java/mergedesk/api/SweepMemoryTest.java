package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep takes as much memory for a hundred thousand runs as for a thousand, whether they succeed or fail, are made at once or gone on with, and so does whoever asks for all of them. */
class SweepMemoryTest {
    private static final String HEAP = "-Xmx64m";

    @TempDir
    Path folder;

    @Test
    void tenThousandRunsFitIntoASmallHeap() throws Exception {
        sweep(100, 100, "{replications: 100}");
    }

    @Test
    @Tag("nightly")
    void aHundredThousandRunsDoToo() throws Exception {
        sweep(100, 1_000, "{replications: 1000}");
    }

    @Test
    @Tag("nightly")
    void alsoInRoundsThatAreGoneOnWith() throws Exception {
        sweep(50, 1_000, "{replications: 1000}");
        sweep(50, 2_000, "{replications: 10, round: 500, half_width: 0.0001 %, max_replications: 2000}");
    }

    @Test
    void failuresFit() throws Exception {
        write("sweep.yaml", """
                name: Nothing works
                scenario: desk.yaml
                set: [time.length=3 h]
                factors:
                  length: {path: time.length, values: [60 min]}
                  warm-up: {path: time.warm_up, from: 61 min, to: 120 min}
                design: {kind: sobol, points: 5000}
                measures: [offered]
                runs: {replications: 1}
                """);
        assertThat(mergedesk("sweep", "sweep.yaml", "--out", "out", "--quiet")).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("err.txt"))).contains("5,000 failures in all");
    }

    private void sweep(int points, int replications, String runs) throws Exception {
        write("sweep.yaml", """
                name: Many runs
                scenario: desk.yaml
                factors:
                  volume: {path: flows.calls.volume, from: 6 / h, to: 14 / h}
                design: {kind: sobol, points: POINTS}
                measures: [sl_answered_of_offered, offered, wait_p95]
                runs: RUNS
                """.replace("POINTS", Integer.toString(points)).replace("RUNS", runs));
        assertThat(mergedesk("sweep", "sweep.yaml", "--out", "out", "--quiet")).as(Files.readString(folder.resolve("err.txt"))).isZero();
        assertThat(mergedesk("query", "out", "SELECT * FROM results", "--csv")).isZero();
        try (Stream<String> lines = Files.lines(folder.resolve("out.txt"))) {
            assertThat(lines.count()).isEqualTo(1 + (long) points * replications);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        Files.writeString(folder.resolve("desk.yaml"), """
                name: A desk
                time: {start: 2025-04-07T10:00, length: 1 h, zone: UTC, end: cut}
                councils: {town: {}}
                services: {tax: {}}
                flows:
                  calls: {council: town, service: tax, desk: desk, volume: 10 / h, work: {distribution: exponential, mean: 5 min}}
                desks: {desk: {}}
                groups: {agents: {desk: desk, staffing: 2}}
                """);
    }

    /** In a process of its own with a small heap; its exit code. */
    private int mergedesk(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), "mergedesk.cli.Main");
        builder.command().addAll(List.of(arguments));
        Process process = builder.directory(new File(folder.toString())).redirectOutput(folder.resolve("out.txt").toFile()).redirectError(folder.resolve("err.txt").toFile()).start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
