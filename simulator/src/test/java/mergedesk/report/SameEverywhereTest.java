package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mergedesk.results.Origin;
import mergedesk.results.Parts;
import mergedesk.results.ResultCsv;
import mergedesk.results.ResultFolder;
import mergedesk.results.Study;
import mergedesk.results.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Report and numbers are the same bytes on every JDK, in every language, and on a machine without fonts.
 *
 * <p>Uses whatever JDKs stand beside the one that runs the tests.
 */
class SameEverywhereTest {
    private static final int OLDEST = 17;

    @TempDir
    private Path folder;

    @Test
    void bytesDoNotDependOnTheMachine() throws IOException, InterruptedException {
        Path here = folder.resolve("here");
        Writer.main(new String[] {here.toString()});
        Path there = folder.resolve("there");
        for (Path java : javas()) {
            ProcessBuilder builder = new ProcessBuilder(
                    java.toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Duser.language=de",
                    "-Duser.country=DE",
                    "-Djava.awt.headless=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Writer.class.getName(),
                    there.toString());
            builder.environment().put("FONTCONFIG_FILE", noFonts().toString());
            Process process = builder.inheritIO().start();
            assertThat(process.waitFor()).as(java.toString()).isZero();
            for (String file : List.of(ResultCsv.KPIS, HtmlReport.FILE_NAME)) {
                assertThat(there.resolve(file)).as(java.toString()).hasSameBinaryContentAs(here.resolve(file));
            }
        }
    }

    /** This JDK's launcher and those of its neighbours that can run us. */
    private static List<Path> javas() throws IOException {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> found = new ArrayList<>();
        try (Stream<Path> neighbours = Files.list(home.getParent())) {
            for (Path jdk : neighbours.sorted().toList()) {
                Path launcher = jdk.resolve("bin/java");
                boolean other = !Files.isSymbolicLink(jdk) && Files.isExecutable(launcher);
                if (other && (jdk.equals(home) || version(jdk) >= OLDEST)) {
                    found.add(launcher);
                }
            }
        }
        return found;
    }

    /** The feature number in the JDK's file {@code release}; 0 when there is none. */
    private static int version(Path jdk) throws IOException {
        Path release = jdk.resolve("release");
        if (!Files.isReadable(release)) {
            return 0;
        }
        Matcher version = Pattern.compile("JAVA_VERSION=\"(\\d+)").matcher(Files.readString(release));
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    private Path noFonts() throws IOException {
        return Files.writeString(
                folder.resolve("fonts.conf"),
                "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><cachedir>"
                        + folder.resolve("cache") + "</cachedir></fontconfig>");
    }

    /** Writes the folder of a study. */
    static final class Writer {
        public static void main(String[] args) throws IOException {
            Study study = StudyFixture.merged();
            ResultFolder folder = ResultFolder.ask(Path.of(args[0]), Origin.study(Path.of("desk.yaml"), List.of()), List.of());
            StudyFolder.write(
                    folder, study, Map.of(HtmlReport.FILE_NAME, HtmlReport.render(study, new Parts())));
        }
    }
}
