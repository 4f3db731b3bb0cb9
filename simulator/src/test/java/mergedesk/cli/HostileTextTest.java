package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.cli.Desk.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names in files, names of files and arguments may hold anything; a terminal, a browser and a spreadsheet must not obey any of it. */
class HostileTextTest {
    /** Colours the terminal, rings, turns the direction of writing, begins lines and pretends to be one of ours. */
    private static final String SIGNS = "\u001b[31m\u0007\u009b1m\u202e\u2066\u2028\u0085\u0000\u0008\r\nmergedesk: fine\t\u200e\ufeff";

    private static final List<Integer> OBEYED = Stream.of(0x202A, 0x202E, 0x2066, 0x2067, 0x2028, 0x2029, 0x200E, 0x061C, 0xFEFF)
            .toList();

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void write() {
        desk = new Desk(folder);
        String name = SIGNS.codePoints()
                .mapToObj(c -> c < 0x20 || c > 0x7E ? String.format(Locale.ROOT, "\\u%04x", c) : Character.toString(c))
                .collect(Collectors.joining("", "\"N", "\""));
        desk.write("hostile.yaml", Desk.YAML
                        .replace("name: A desk", "name: " + name + "\nquestion: " + name + "\ndescription: " + name)
                        .replace("town: {}", "town: {name: " + name + "}")
                        .replace("tax: {}", "tax: {name: " + name + "}")
                        .replace("desk: {}", "desk: {name: " + name + ", answer_within: {value: 20 s, source: \"S,\\u001fS\"}}")
                        .replace("{desk: desk, staffing: 10}", "{name: " + name + ", desk: desk, staffing: 10}")
                + "sources: {S: {title: " + name + ", url: " + name + ", date: " + name + ", facts: {a: " + name + "}}}\n");
    }

    @Test
    void namesInAFile() throws IOException {
        Ended checked = desk.call("check", desk.file("hostile.yaml"));
        assertPlain(checked.out() + checked.err());
        assertThat(checked.code()).isZero();
        assertThat(checked.out().lines()).hasSize(1);

        Ended ran = desk.call("run", desk.file("hostile.yaml"), "--replications", "2", "--out", desk.file("r"));
        assertPlain(ran.out() + ran.err());
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines()).noneMatch(line -> line.startsWith("mergedesk:"));
        Ended compared = desk.call(
                "compare", desk.file("desk.yaml"), desk.file("hostile.yaml"), "--replications", "2", "--out", desk.file("c"));
        assertPlain(compared.out() + compared.err());
        assertThat(compared.code()).isZero();
        for (String written : List.of("r/report.html", "r/kpis.csv", "r/manifest.json", "c/report.html", "c/differences.csv", "c/manifest.json")) {
            assertPlain(desk.text(written));
        }
    }

    @Test
    void faults() {
        desk.write("hostile.yaml", "name: [\"\\u001b[31m\\u202e\"]\n\"\\u001b\\u2028k\": 1\nflows: {\"a\\nb\": {council: \"\\u009b\"}}\n");

        Ended checked = desk.call("check", desk.file("hostile.yaml"), "--set", "flows." + SIGNS + "=" + SIGNS);

        assertPlain(checked.out() + checked.err());
        assertThat(checked.code()).isEqualTo(2);
        assertThat(checked.err().lines()).allMatch(line -> line.startsWith("hostile.yaml:") || line.startsWith("--set "));
    }

    @Test
    void arguments() {
        String hostile = SIGNS.replace("\u0000", "");
        for (List<String> args : List.of(
                List.of("check", hostile),
                List.of("run", desk.file("desk.yaml"), "--seed", hostile),
                List.of("run", desk.file("desk.yaml"), "--" + hostile),
                List.of("run", desk.file("desk.yaml"), hostile),
                List.of("run", desk.file("desk.yaml"), "--out", desk.file("desk.yaml") + "/" + hostile),
                List.of("solve", desk.file("desk.yaml"), "--vary", hostile, "--until", hostile),
                List.of("solve", desk.file("desk.yaml"), "--vary", hostile, "--until", "answer_rate >= 80 %"),
                List.of("compare", hostile, hostile),
                List.of("new", "--out", desk.file("desk.yaml") + "/" + hostile),
                List.of(hostile))) {
            Ended ended = desk.call(args.toArray(String[]::new));

            assertPlain(ended.out() + ended.err());
            assertThat(ended.code()).as(args.toString()).isNotZero();
            assertThat(ended.err().lines()).noneMatch(line -> line.startsWith("mergedesk: fine"));
        }
    }

    @Test
    void namesOfFiles() throws IOException {
        Path file = folder.resolve("d\u001b[31m\u202e\n.yaml");
        Files.writeString(file, Desk.YAML);

        Ended ran = desk.call("run", file.toString(), "--replications", "2", "--out", desk.file("r\u009b"));

        assertThat(ran.code()).isZero();
        assertPlain(ran.out() + ran.err() + desk.text("r\u009b/report.html") + desk.text("r\u009b/manifest.json"));
    }

    @Test
    void answersOfNew() throws IOException {
        Ended written = desk.answering(
                "N\u001b[31m\u202e\u2028\nN\u009b\nS\u0007\u2066\n\n\u001b\n\n\n\n\n\n\n\n\n\n\n", StandardCharsets.UTF_8, "new", "--out", desk.file("n.yaml"));

        assertPlain(written.out() + written.err() + desk.text("n.yaml"));
        assertThat(written.code()).isZero();
        assertThat(desk.call("check", desk.file("n.yaml")).code()).isZero();
    }

    /** A spreadsheet takes a cell for a formula when it begins with one of = + - @, a tab or a carriage return. */
    @Test
    void cellsAreNoFormulas() throws IOException {
        desk.call("run", desk.file("hostile.yaml"), "--replications", "2", "--out", desk.file("r"));

        assertThat(desk.text("r/kpis.csv").lines().flatMap(line -> Arrays.stream(line.split(","))))
                .isNotEmpty()
                .allMatch(cell -> cell.isEmpty() || Character.isLetterOrDigit(cell.codePointAt(0)) || cell.matches("-[0-9.]+(E-?[0-9]+)?"));
    }

    private static void assertPlain(String text) {
        assertThat(text.codePoints().filter(c -> Character.isISOControl(c) && c != '\n' || OBEYED.contains(c)).boxed())
                .as(text)
                .isEmpty();
    }
}
