package mergedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs in the documents compile, run and print what the documents say. */
class ProgramsTest {
    private static final Pattern CLASS = Pattern.compile("public final class (\\w+)");

    @ParameterizedTest
    @CsvSource({"guide.md, ''", "dsol.md, ../scenarios/oracles/01_mmc_day.yaml"})
    @Timeout(600)
    void aProgramPrintsWhatItsDocumentSays(String document, String scenario, @TempDir Path folder) throws Exception {
        String text = Files.readString(Path.of("docs", document)).replace("\r\n", "\n");
        String program = between(text, "```java\n", "```");
        Matcher name = CLASS.matcher(program);
        assertThat(name.find()).isTrue();
        Path source = Files.writeString(folder.resolve(name.group(1) + ".java"), program);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), source.toString());
        assertThat(compiled).isZero();

        String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Duser.language=en", "-cp", classPath, name.group(1), scenario)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(printed.replace("\r\n", "\n")).isEqualTo(between(text, "prints\n\n```\n", "```"));
        assertThat(process.waitFor()).isZero();
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }
}
