package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command writes and prints the same in every language, with whatever digits, decimal signs and capitals it has. */
class LanguageTest {
    /** Digits ١٢٣, a decimal comma, an i without a dot. */
    private static final List<String> LANGUAGES =
            List.of("ar-EG-u-nu-arab", "de-DE", "tr-TR");

    private static final String NONE = "und";

    private static final String STEADY = Desk.YAML
            .replace("length: 2 h, zone: UTC", "length: 1 h, zone: UTC, end: cut, batches: 30")
            .replace("mean: 4 min", "mean: 20 min")
            .replace("mean: 5 min", "mean: 1 h")
            .replace("staffing: 10", "staffing: 38, cost: \"£31,000 / year\"");

    @TempDir
    Path folder;

    /** In a Java of its own, because the language is one for all threads. */
    @Test
    void everyCommandSaysTheSame() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Everything.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(java.waitFor()).as(() -> log()).isZero();
        String expected = Files.readString(folder.resolve(NONE));
        assertThat(expected)
                .contains(
                        "first.yaml: fine.",
                        "08:30",
                        "Mon 09:30",
                        "hang together (correlation 0.",
                        "tick,class",
                        "is the smallest that meets");
        for (String language : LANGUAGES) {
            assertThat(Files.readString(folder.resolve(language))).as(language).isEqualTo(expected);
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Runs every command in every language and writes all that it printed and wrote to a file of the language's name. */
    static final class Everything {
        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            for (String language :
                    Stream.concat(Stream.of(NONE), LANGUAGES.stream()).toList()) {
                Locale.setDefault(Locale.forLanguageTag(language));
                Path work = Files.createDirectory(folder.resolve("work"));
                Files.writeString(folder.resolve(language), everything(work));
                Files.move(work, folder.resolve("work-" + language));
            }
        }

        private static String everything(Path work) throws IOException {
            Files.writeString(work.resolve("desk.yaml"), STEADY);
            Files.writeString(
                    work.resolve("wrong.yaml"),
                    STEADY.replace("2 / min", "-2,5 / min").replace("town: {}", "TITLE: {}"));
            StringBuilder text = new StringBuilder();
            String first = work.resolve("first.yaml").toString();
            String desk = work.resolve("desk.yaml").toString();
            text.append(call("new", "--out", first));
            text.append(call("check", first, desk, work.resolve("wrong.yaml").toString()));
            text.append(call(
                    "run",
                    first,
                    "--replications",
                    "2",
                    "--out",
                    work.resolve("r1").toString(),
                    "--trace",
                    work.resolve("t").toString(),
                    "--set",
                    "time.length=2 days"));
            text.append(call("run", desk, "--out", work.resolve("r2").toString(), "--replications", "1"));
            text.append(call(
                    "run", desk, "--out", work.resolve("r3").toString(), "--replications", "0", "--threads", "-1"));
            text.append(call(
                    "compare",
                    desk,
                    desk,
                    "--replications",
                    "2",
                    "--out",
                    work.resolve("r4").toString()));
            text.append(call(
                    "solve",
                    desk,
                    "--vary",
                    "groups.agents.staffing",
                    "--until",
                    "sl_answered_of_offered >= 80 %",
                    "--replications",
                    "5",
                    "--out",
                    work.resolve("r5").toString()));
            for (String file : List.of(
                    "first.yaml",
                    "t",
                    "r1/kpis.csv",
                    "r2/kpis.csv",
                    "r2/report.html",
                    "r4/differences.csv",
                    "r4/report.html")) {
                text.append(Files.readString(work.resolve(file))
                        .replaceAll("[0-9.]+ s of processor|in [0-9.]+ (s|min)\\b", "TIME"));
            }
            return text.toString();
        }

        private static String call(String... arguments) {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            ByteArrayInputStream answers =
                    new ByteArrayInputStream("\n".repeat(20).getBytes(StandardCharsets.UTF_8));
            int code = Main.execute(new Console(StandardCharsets.UTF_8, answers, printed, printed), arguments);
            return "exit " + code + "\n" + printed.toString(StandardCharsets.UTF_8);
        }
    }
}
