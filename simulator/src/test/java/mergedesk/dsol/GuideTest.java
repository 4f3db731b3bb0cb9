package mergedesk.dsol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program in docs/dsol.md compiles, runs and prints what the guide says. */
class GuideTest {
    @Test
    @Timeout(120)
    void theProgramOfTheGuideRuns(@TempDir Path folder) throws Exception {
        String guide = Files.readString(Path.of("docs", "dsol.md")).replace("\r\n", "\n");
        String program = between(guide, "```java\n", "```");
        Path source = Files.writeString(folder.resolve("DsolGuide.java"), program);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), source.toString());
        assertThat(compiled).isZero();

        String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
        String scenario = Path.of("..", "scenarios", "oracles", "01_mmc_day.yaml").toString();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.language=en", "-cp", classPath, "DsolGuide", scenario)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(printed.replace("\r\n", "\n")).isEqualTo(between(guide, "prints\n\n```\n", "```"));
        assertThat(process.waitFor()).isZero();
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }
}
