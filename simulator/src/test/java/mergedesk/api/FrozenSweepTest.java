package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.compile.Fingerprint;
import mergedesk.store.Kept;
import mergedesk.store.RunBatch;
import mergedesk.sweep.Chunk;
import mergedesk.sweep.PointFault;
import mergedesk.sweep.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep goes to other machines as the bytes that it was read from. */
class FrozenSweepTest {
    @TempDir
    Path folder;

    private static FrozenSweep sent(FrozenSweep frozen) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(frozen);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (FrozenSweep) in.readObject();
        }
    }

    private static List<String> points(SweepFile sweep) {
        return IntStream.range(0, sweep.design().size()).mapToObj(point -> sweep.design().at(point).stream().map(Setting::text).toList() + " " + sweep.seed(point) + " " + program(sweep, point)).toList();
    }

    private static String program(SweepFile sweep, int point) {
        try {
            return Fingerprint.of(sweep.ready(point).rules().programs().planned()) + " " + new SweepPoints(sweep).command(point);
        } catch (PointFault fault) {
            return fault.getMessage();
        }
    }

    @Test
    void itNeedsNoFiles() throws Exception {
        SmallSweep small = new SmallSweep(folder, "{replications: 3}");
        SweepFile sweep = SweepFile.read(small.file());
        List<String> before = points(sweep);
        for (Path file : small.files()) {
            Files.delete(file);
        }

        SweepFile thawed = SweepFile.of(sent(sweep.frozen()));

        assertThat(thawed.faults()).isEmpty();
        assertThat(thawed.layout().kept()).extracting(Kept::text).isEqualTo(sweep.layout().kept().stream().map(Kept::text).toList());
        assertThat(points(thawed)).hasSize(16).isEqualTo(before).anyMatch(point -> point.contains("warm_up"));
        assertThat(SweepContents.of(thawed).identity()).isEqualTo(SweepContents.of(sweep).identity());
    }

    /** Also where it is read, no file is opened again: what is there later does not count. */
    @Test
    void itIsWhatWasRead() throws Exception {
        SmallSweep small = new SmallSweep(folder, "{replications: 3}");
        SweepFile sweep = SweepFile.read(small.file());
        List<String> before = points(sweep);
        for (Path file : small.files()) {
            Files.writeString(file, "changed: [");
        }

        assertThat(points(SweepFile.of(sent(sweep.frozen())))).isEqualTo(before);
        assertThat(points(sweep)).isEqualTo(before);
        assertThat(SweepFile.read(small.file()).isSound()).isFalse();
    }

    /** A file that was not sent is not there, though it lies on this disk. */
    @Test
    void noOtherFileIsOpened() throws Exception {
        SmallSweep small = new SmallSweep(folder, "{replications: 3}");
        FrozenSweep whole = SweepFile.read(small.file()).frozen();
        Map<String, byte[]> fewer = new TreeMap<>(whole.files());
        fewer.remove(folder.resolve("base.yaml").toString());

        assertThat(whole.files().keySet()).containsExactlyInAnyOrderElementsOf(small.files().stream().map(Path::toString).toList());
        assertThat(SweepFile.of(new FrozenSweep(whole.path(), fewer, whole.inCode())).faults()).anyMatch(fault -> fault.contains("base.yaml") && fault.contains("there is no such file"));
    }

    /** Workers keep nothing: they need no DuckDB, which would unpack its library on each of their machines. */
    @Test
    void itIsRunWithoutDuckDb() throws Exception {
        Path frozen = folder.resolve("frozen");
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(frozen))) {
            out.writeObject(SweepFile.read(new SmallSweep(folder, "{replications: 3}").file()).frozen());
        }
        String rest = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(part -> !part.contains("duckdb")).collect(Collectors.joining(File.pathSeparator));
        assertThat(rest).isNotEqualTo(System.getProperty("java.class.path"));
        Process worker = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", rest, Worker.class.getName(), frozen.toString()).redirectErrorStream(true).start();
        String said = new String(worker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(worker.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEqualTo("3 runs, 0 failures");
    }

    /** Runs the first point of a sweep and sends what came of it. */
    static final class Worker {
        private Worker() {}

        public static void main(String[] args) throws IOException, ClassNotFoundException {
            try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(Path.of(args[0])))) {
                RunBatch batch = Sweeps.runner((FrozenSweep) in.readObject(), () -> false).run(new Chunk(0, 0, 3)).orElseThrow();
                new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(batch);
                System.out.println(batch.rows().size() + " runs, " + batch.failures().size() + " failures");
            }
        }
    }

    @Test
    void onlySoundOnesGo() throws Exception {
        Path file = Files.writeString(folder.resolve("faulty.yaml"), "name: x\n");

        assertThatThrownBy(() -> SweepFile.read(file).frozen()).isInstanceOf(WrongInput.class).hasMessageContaining("faulty.yaml");
    }
}
