package mergedesk.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes results and traces without a pause is killed at moments that nobody chose; see {@link CrashTest} for chosen ones. */
class KilledRunTest {
    private static final Origin ORIGIN = new Origin("mergedesk-study", List.of("/desk.yaml"), List.of());
    private static final List<String> FILES = List.of("a.csv", "b.csv", "c.csv");
    private static final String HEADING = "tick,class";

    @TempDir
    private Path folder;

    @Test
    void whateverTheMomentAllIsWholeOrAbsent() throws IOException, InterruptedException {
        kill(8);
    }

    @Test
    @Tag("nightly")
    void whateverTheMomentAllIsWholeOrAbsentNightLong() throws IOException, InterruptedException {
        kill(600);
    }

    private void kill(int kills) throws IOException, InterruptedException {
        long seed = Long.getLong("seed", 20140401);
        System.out.println("KilledRunTest: -Dseed=" + seed);
        Random random = new Random(seed);
        for (int kill = 0; kill < kills; kill++) {
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // The first byte says that it is at work.
            assertThat(writer.getInputStream().read()).isEqualTo('.');
            Thread.sleep(random.nextInt(120));
            writer.destroyForcibly().waitFor();
            requireWhole(false);
            ResultFolder.ask(folder.resolve("results"), ORIGIN, List.of());
            OutputFile.replacing(folder.resolve("trace.csv"), HEADING);
            requireWhole(true);
            try (Stream<Path> siblings = Files.list(folder)) {
                assertThat(siblings.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("results", "results-incomplete", "trace.csv");
            }
        }
    }

    /** {@code settled}: nothing may be absent either. */
    private void requireWhole(boolean settled) throws IOException {
        for (String name : List.of("results", "results-incomplete")) {
            Path result = folder.resolve(name);
            if (settled || Files.exists(result)) {
                requireWhole(result);
            }
        }
        List<String> trace = Files.readAllLines(folder.resolve("trace.csv"));
        assertThat(trace).hasSize(20_001).startsWith(HEADING);
        assertThat(Set.copyOf(trace)).hasSize(2);
    }

    private static void requireWhole(Path result) throws IOException {
        String manifest = Files.readString(result.resolve("manifest.json"));
        Map<String, byte[]> found = new LinkedHashMap<>();
        for (String name : FILES) {
            found.put(name, Files.readAllBytes(result.resolve(name)));
        }
        ResultManifest.of(ORIGIN, "", Map.of(), List.of(), found)
                .files()
                .values()
                .forEach(content -> assertThat(manifest).contains(content.sha256()));
    }

    /** Writes results, incomplete ones and traces in turn until it is killed. */
    static final class Writer {
        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            for (int round = 0; ; round++) {
                Map<String, byte[]> files = new LinkedHashMap<>();
                for (String name : FILES) {
                    files.put(name, (name + round + "\n").repeat(20_000).getBytes(StandardCharsets.UTF_8));
                }
                ResultFolder results = ResultFolder.ask(folder.resolve("results"), ORIGIN, List.of());
                results.write(true, files, "round " + round, Map.of(), List.of());
                results.write(false, files, "round " + round, Map.of(), List.of());
                byte[] trace =
                        (HEADING + "\n" + ("event " + round + "\n").repeat(20_000)).getBytes(StandardCharsets.UTF_8);
                OutputFile.replacing(folder.resolve("trace.csv"), HEADING).write(out -> out.write(trace));
                System.out.print('.');
                System.out.flush();
            }
        }
    }
}
