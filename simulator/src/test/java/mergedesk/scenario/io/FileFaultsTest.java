package mergedesk.scenario.io;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mergedesk.scenario.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no scenario, or would be one that never ends. None may hang, fill the memory or throw. */
@Timeout(value = 600, unit = SECONDS) // of a loaded machine: what hangs, hangs longer
class FileFaultsTest {
    @TempDir
    Path temporary;

    @Test
    void emptyFile() {
        assertThat(faults("")).isEqualTo("merged.yaml: the file is empty; 'mergedesk new' writes a first scenario");
        assertThat(faults("# only a comment"))
                .isEqualTo("merged.yaml: the file is empty; 'mergedesk new' writes a first scenario");
        assertThat(faults("---")).isEqualTo("merged.yaml: the file is empty; 'mergedesk new' writes a first scenario");
    }

    @Test
    void missingFile() {
        Folder folder = new Folder(temporary).with("merged.yaml", "name: x");

        assertThat(folder.faultsOf(folder.readFile("mergd.yaml")))
                .isEqualTo("mergd.yaml: there is no such file; did you mean 'merged.yaml'?");
        assertThat(folder.faultsOf(folder.readFile("nowhere/at/all.yaml")))
                .isEqualTo("nowhere/at/all.yaml: there is no such file; check the folder's name");
    }

    @Test
    void folder() throws Exception {
        Files.createDirectory(temporary.resolve("merged.yaml"));

        assertThat(new Folder(temporary).faults()).isEqualTo("merged.yaml: this is a folder; name a file in it");
    }

    @Test
    void pipeAndDevice() throws Exception {
        Path pipe = temporary.resolve("merged.yaml");
        assumeTrue(Files.exists(Path.of("/dev/zero")));
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        String why = ": this is not a regular file but a pipe or a device; name a file";
        assertThat(new Folder(temporary).faults()).isEqualTo("merged.yaml" + why);
        assertThat(new ScenarioReader(Folder.MEASURES)
                        .read(Path.of("/dev/zero"), List.of())
                        .problems())
                .extracting(Problem::format)
                .containsExactly("/dev/zero" + why);
        assertThat(new Folder(temporary)
                        .with("sound.yaml", "extends: merged.yaml")
                        .readFile("sound.yaml")
                        .problems())
                .extracting(Problem::rule)
                .containsExactly("this is not a regular file but a pipe or a device");
    }

    @Test
    void binaryFile() throws Exception {
        String why = "merged.yaml: this is a binary file, not text in UTF-8; save it as UTF-8 text";

        assertThat(faults("name: x\u0000")).isEqualTo(why);
        Files.write(temporary.resolve("merged.yaml"), "name: x".getBytes(StandardCharsets.UTF_16));
        assertThat(new Folder(temporary).faults()).isEqualTo(why);
    }

    @Test
    void otherCharacterSets() throws Exception {
        for (byte[] bytes : List.of(
                new byte[] {'a', '\n', (byte) 0xC3, 'b'},
                "name: x\ncost: \u00a331".getBytes(StandardCharsets.ISO_8859_1))) {
            Files.write(temporary.resolve("merged.yaml"), bytes);
            assertThat(new Folder(temporary).faults())
                    .isEqualTo(
                            "merged.yaml: line 2 has a character that is not UTF-8, such as the £ of Windows-1252; save the file as UTF-8 text");
        }
    }

    @Test
    void mistypedNamesInAVariant() {
        Folder folder = new Folder(temporary).sound(1, "name: A desk");
        folder.with("nine.yaml", "extends: merged.yaml", "groups: {taem: {staffing: 9}}", "flows: {cals: {volume: 9 / min}}");

        assertThat(folder.faultsOf(folder.readFile("nine.yaml")))
                .isEqualTo("""
                nine.yaml:2:10: groups.taem: found "taem": the file that this one extends has no such entry, and a new one needs desk; did you mean 'team'?
                nine.yaml:3:9: flows.cals: found "cals": the file that this one extends has no such entry, and a new one needs council, service, desk, work; did you mean 'calls'?""");
        folder.with("more.yaml", "extends: merged.yaml", "groups: {night: {staffing: 9}}");
        assertThat(folder.faultsOf(folder.readFile("more.yaml")))
                .isEqualTo("more.yaml:2:17: groups.night.desk: the key desk is missing; add it: Desk at which they work.");
    }

    @Test
    void fileOfAHundredMegabytes() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(temporary.resolve("merged.yaml").toFile(), "rw")) {
            file.setLength(100L << 20);
        }

        assertThat(new Folder(temporary).faults())
                .isEqualTo(
                        "merged.yaml: the file has 100 MB, more than the 16 MB that are read; check that it is the right file");
    }

    @Test
    void byteOrderMarkIsNoFault() {
        assertThat(faults("\uFEFF" + String.join("\n", Folder.SOUND))).isEmpty();
    }

    @Test
    void noYaml() {
        assertThat(faults("name: [a, b", "time: x"))
                .isEqualTo(
                        "merged.yaml:2:5: this is not YAML: expected ',' or ']', but got :; check the indentation, quotation marks and brackets before it");
        assertThat(faults("name:", "\tx: 1"))
                .isEqualTo(
                        "merged.yaml:2:1: this is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation); indent with spaces");
        assertThat(faults("just words"))
                .isEqualTo(
                        "merged.yaml:1:1: found \"just words\": a scenario is a table of keys; write key: value lines, or let 'mergedesk new' begin one");
        assertThat(faults("name: \u0007"))
                .startsWith("merged.yaml: this is not YAML: it holds a character that text does not have; ");
    }

    @Test
    void yamlThatScenariosDoNotUse() {
        assertThat(faults("name: x", "---", "name: y"))
                .isEqualTo(
                        "merged.yaml:2:1: a second document begins here; keep one scenario a file: remove the line ---");
        assertThat(faults("name: !!binary aGk="))
                .isEqualTo(
                        "merged.yaml:1:7: name: found \"tag:yaml.org,2002:binary\": tags are not used in scenarios; remove it");
        assertThat(faults("? [a]", ": b"))
                .isEqualTo("merged.yaml:1:3: found a list: a key must be a plain word; write key: value");
        assertThat(faults("? " + "k".repeat(300), ": b"))
                .isEqualTo("merged.yaml:1:3: found \"" + "k".repeat(57)
                        + "...\": a key has at most 200 letters; write key: value");
    }

    @Test
    void anchorsThatExplode() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            String before = "*a" + (i - 1);
            yaml.append("a%d: &a%d [%s, %s, %s, %s, %s, %s, %s, %s, %s]\n"
                    .formatted(i, i, before, before, before, before, before, before, before, before, before));
        }

        assertThat(faults(yaml.toString()))
                .matches(
                        "merged.yaml:7:\\d+: a6\\[\\d]: more than 1,000,000 values when every alias is written out; use fewer anchors, or CSV files for tables");
    }

    @Test
    void anchorsThatDeepenOrLoop() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 100; i++) {
            yaml.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }

        assertThat(faults(yaml.toString()))
                .isEqualTo(
                        "merged.yaml:64:12: a63[0]: found \"*a62\": more than 64 levels inside each other; write less into each other");
        assertThat(faults("a: &a [*a]"))
                .isEqualTo(
                        "merged.yaml:1:8: a[0]: found \"*a\": no finished anchor &a stands before it; write the value itself");
        assertThat(faults("a: *b"))
                .isEqualTo(
                        "merged.yaml:1:4: a: found \"*b\": no finished anchor &b stands before it; write the value itself");
    }

    @Test
    void smallAliasesAreNoFault() {
        Folder folder = new Folder(temporary)
                .sound(11, "    work: &time {distribution: exponential, mean: 5 min}", "    after_call: *time");

        assertThat(folder.faults()).isEmpty();
        assertThat(folder.read().scenario().flows().get("calls").afterCall())
                .isEqualTo(folder.read().scenario().flows().get("calls").work());
    }

    @Test
    void tooDeepAndTooMany() {
        assertThat(faults("a: " + "[".repeat(100_000)))
                .startsWith("merged.yaml:1:67: a[0][0]")
                .endsWith(": more than 64 levels inside each other; check the brackets and the indentation");
        assertThat(faults("a: [" + "1,\n ".repeat(1_000_001) + "]"))
                .startsWith("merged.yaml:999998:2: a[999997]")
                .endsWith(
                        ": more than 1,000,000 values when every alias is written out; use fewer anchors, or CSV files for tables");
    }

    @Test
    void listsNoMoreFaultsThanAnybodyReads() {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            yaml.append("key").append(i).append(": 1\n");
        }

        List<Problem> problems = new Folder(temporary)
                .with("merged.yaml", yaml.toString())
                .read()
                .problems();

        assertThat(problems).hasSize(1_001);
        assertThat(problems.get(1_000).rule()).isEqualTo("4007 further faults are not listed");
    }

    @Test
    void fileThatExtendsItself() {
        assertThat(faults("extends: merged.yaml"))
                .isEqualTo(
                        "merged.yaml:1:10: extends: found \"merged.yaml\": the file extends itself; name another file, or remove the line");
        assertThat(faults("extends: ./x/../merged.yaml"))
                .isEqualTo(
                        "merged.yaml:1:10: extends: found \"./x/../merged.yaml\": the file extends itself; name another file, or remove the line");
        new Folder(temporary).with("base.yaml", "name: Base", "extends: merged.yaml");
        assertThat(faults("extends: base.yaml"))
                .isEqualTo(
                        "base.yaml:2:10: extends: found \"merged.yaml\": the file extends itself through other files; name another file, or remove the line");
    }

    /** The later of several goes over the earlier, whatever either extends; no file is in it twice, as it would go over what lies over it. */
    @Test
    void severalFilesAreExtended() {
        Folder folder = new Folder(temporary)
                .with("desks.yaml", "extends: merged.yaml", "groups: {team: {staffing: 5}}", "name: Desks")
                .with("part.yaml", "groups: {team: {staffing: 6}}")
                .with("both.yaml", "extends: [desks.yaml, part.yaml]", "name: Both")
                .with("twice.yaml", "extends: [desks.yaml, merged.yaml]");
        folder.with("merged.yaml", Folder.SOUND.toArray(String[]::new));
        Reading both = folder.readFile("both.yaml");
        assertThat(folder.faultsOf(both)).isEmpty();
        assertThat(both.scenario().name()).isEqualTo("Both");
        assertThat(both.scenario().groups().get("team").staffing().constant()).isEqualTo(6);
        assertThat(folder.faultsOf(folder.readFile("twice.yaml")))
                .isEqualTo("twice.yaml:1:23: extends: found \"merged.yaml\": the file is in it already, and would go over what lies over it; name it once, before those that go over it");
    }

    @Test
    void longChainOfFiles() {
        Folder folder = new Folder(temporary);
        for (int i = 0; i < 20; i++) {
            folder.with(i + ".yaml", "extends: " + (i + 1) + ".yaml");
        }

        assertThat(folder.faultsOf(folder.readFile("0.yaml")))
                .isEqualTo(
                        "15.yaml:1:10: extends: found \"16.yaml\": more than 16 files extend each other; merge some of them");
    }

    @Test
    void baseThatIsMissingOrNoName() {
        new Folder(temporary).with("base.yaml", "name: Base");

        assertThat(faults("extends: bass.yaml"))
                .isEqualTo(
                        "merged.yaml:1:10: extends: found \"bass.yaml\": there is no such file; did you mean 'base.yaml'?");
        assertThat(faults("extends: {file: base.yaml}"))
                .isEqualTo(
                        "merged.yaml:1:10: extends: found a table: this is not the name of a file; write extends: base.yaml, or extends: [base.yaml, rooms.yaml], of which the later goes over the earlier");
        assertThat(faults("extends: []"))
                .isEqualTo(
                        "merged.yaml:1:10: extends: found a list: there is no file in it; write extends: base.yaml, or extends: [base.yaml, rooms.yaml], of which the later goes over the earlier");
        assertThat(faults("extends: \"a\\0b\""))
                .isEqualTo(
                        "merged.yaml:1:10: extends: found \"a?b\": this is not the name of a file; write extends: base.yaml, or extends: [base.yaml, rooms.yaml], of which the later goes over the earlier");
    }

    @Test
    void faultsStandInTheFileThatHoldsTheValue() throws Exception {
        Files.createDirectory(temporary.resolve("sub"));
        Folder folder = new Folder(temporary).sound(9, "    desk: mian");
        folder.with("sub/winter.yaml", "extends: ../merged.yaml", "groups:", "  team: {staffing: -3}");

        assertThat(folder.faultsOf(folder.readFile("sub/winter.yaml", "runs.seed=x")))
                .isEqualTo("""
                sub/winter.yaml:3:20: groups.team.staffing: found "-3": the value cannot be negative; write 0 or more
                merged.yaml:9:11: flows.calls.desk: found "mian": there is no desk "mian"; did you mean 'main'?
                --set runs.seed=x: runs.seed: found "x": a whole number of at most 64 bits is needed here; write a number such as 1""");
    }

    private String faults(String... lines) {
        Folder folder = new Folder(temporary).with("merged.yaml", lines);
        return folder.faults();
    }
}
