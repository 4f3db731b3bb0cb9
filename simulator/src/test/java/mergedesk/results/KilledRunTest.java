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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes results without a pause is killed at moments that nobody chose. */
class KilledRunTest {
    private static final int KILLS = 10;
    private static final Origin ORIGIN = new Origin("mergedesk-study", List.of("/desk.yaml"), List.of());

    @TempDir
    private Path folder;

    @Test
    void whateverTheMomentTheResultIsWholeOrAbsent() throws IOException, InterruptedException {
        long seed = Long.getLong("seed", 20140401);
        System.out.println("KilledRunTest: -Dseed=" + seed);
        Random random = new Random(seed);
        Path target = folder.resolve("results");
        for (int kill = 0; kill < KILLS; kill++) {
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            target.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // The first byte says that it is at work.
            assertThat(writer.getInputStream().read()).isEqualTo('.');
            Thread.sleep(random.nextInt(120));
            writer.destroyForcibly().waitFor();
            if (Files.exists(target)) {
                requireWhole(target);
            }
            ask(target);
            requireWhole(target);
            try (Stream<Path> siblings = Files.list(folder)) {
                assertThat(siblings).containsExactly(target);
            }
        }
    }

    private static ResultFolder ask(Path target) throws IOException {
        return ResultFolder.ask(target, ORIGIN, List.of());
    }

    private static void requireWhole(Path target) throws IOException {
        String manifest = Files.readString(target.resolve("manifest.json"));
        Map<String, byte[]> found = new LinkedHashMap<>();
        for (String name : List.of("a.csv", "b.csv", "c.csv")) {
            found.put(name, Files.readAllBytes(target.resolve(name)));
        }
        ResultManifest.of(ORIGIN, "", Map.of(), List.of(), found)
                .files()
                .values()
                .forEach(content -> assertThat(manifest).contains(content.sha256()));
    }

    /** Writes one result after another until it is killed. */
    static final class Writer {
        public static void main(String[] args) throws IOException {
            for (int round = 0; ; round++) {
                Map<String, byte[]> files = new LinkedHashMap<>();
                for (String name : List.of("a.csv", "b.csv", "c.csv")) {
                    files.put(name, (name + round + "\n").repeat(20_000).getBytes(StandardCharsets.UTF_8));
                }
                ask(Path.of(args[0])).write(true, files, "round " + round, Map.of(), List.of());
                System.out.print('.');
                System.out.flush();
            }
        }
    }
}
