package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mergedesk.compile.Fingerprint;
import mergedesk.store.Kept;
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
            return Fingerprint.of(sweep.rules(point).programs().planned()) + " " + new SweepPoints(sweep).command(point);
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

    @Test
    void onlySoundOnesGo() throws Exception {
        Path file = Files.writeString(folder.resolve("faulty.yaml"), "name: x\n");

        assertThatThrownBy(() -> SweepFile.read(file).frozen()).isInstanceOf(WrongInput.class).hasMessageContaining("faulty.yaml");
    }
}
