package mergedesk.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mergedesk.docs.LanguageSurface;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.surface.Surface.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/**
 * What others rely on is what was recorded: {@code api.txt}, {@code language.txt} and {@code commands.txt} beside these tests, each with the version that promised it.
 *
 * <p>What is new is recorded with {@code -DwriteApi=true}. What is gone, changed or demanded anew is refused until the project has a version that may break, and from 1.0 on what is new until it has one that may add ({@code simulator/docs/api.md}).
 */
class SurfaceTest {
    private static final Path RECORDED = Path.of("src", "test", "resources", "mergedesk", "surface");

    @TempDir
    Path folder;

    static Collection<Class<?>> api() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("mergedesk.api").stream()
                .filter(type -> type.getPackageName().equals("mergedesk.api"))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    /** As the build has it. */
    static Version version() throws IOException {
        Matcher version = Pattern.compile("<artifactId>mergedesk</artifactId>\\s*<version>([^<]+)</version>").matcher(Files.readString(Path.of("..", "pom.xml")));
        assertThat(version.find()).isTrue();
        return Version.of(version.group(1));
    }

    private static void check(String name, SortedSet<String> lines) throws IOException {
        Path file = RECORDED.resolve(name);
        Surface now = Surface.of(version(), lines);
        if (Files.exists(file)) {
            Surface before = Surface.read(file);
            assertThat(before.mayBecome(now))
                    .as("%s of version %s has a break, or a patch of 1.0 or later something new, and this is %s: keep what was promised, or raise the version in the poms (for a break the major number, below 1.0 the minor one; for what is new the minor one)%n%s", name, before.version(), now.version(), String.join("\n", before.breaksIn(now)))
                    .isTrue();
        }
        if (Boolean.getBoolean("writeApi")) {
            now.write(file);
        }
        assertThat(Surface.read(file)).as("%s is not what was recorded; when it is meant, run again with -DwriteApi=true", name).isEqualTo(now);
    }

    @Test
    void programs() throws IOException {
        check("api.txt", ApiSurface.of(api()).lines());
    }

    @Test
    void nothingPublicNamesWhatIsNot() {
        assertThat(ApiSurface.of(api()).leaks()).isEmpty();
    }

    @Test
    void files() throws IOException {
        SortedSet<String> lines = new TreeSet<>(LanguageSurface.of(Scenario.class));
        lines.addAll(LanguageSurface.of(Sweep.class));
        new ObjectMapper().readTree(Path.of("..", "scenarios", "schema.json")).get("properties").propertyNames().forEach(key -> lines.add("scenario: may have " + key));
        check("language.txt", lines);
    }

    @Test
    void scripts() throws IOException, ReflectiveOperationException {
        check("commands.txt", CommandSurface.lines(folder));
    }

    /** The surfaces have what anybody would look for, so that they are not empty by mistake. */
    @Test
    void theyAreWhole() throws IOException, ReflectiveOperationException {
        assertThat(Surface.read(RECORDED.resolve("api.txt")).lines())
                .contains(
                        "mergedesk.api.Mergedesk: static mergedesk.results.Study run(mergedesk.api.ScenarioFile)",
                        "mergedesk.stats.Estimate: double halfWidth()",
                        "mergedesk.scenario.Rate: new(double, mergedesk.scenario.Rate$Per)",
                        "demands mergedesk.api.Watcher: | stopped()")
                .noneMatch(line -> line.contains("mergedesk.api.Sweeps") || line.contains("mergedesk.store") || line.contains("mergedesk.program"));
        assertThat(Surface.read(RECORDED.resolve("language.txt")).lines())
                .contains(
                        "demands agent group: | desk required",
                        "scenario: flows, table by name: section flow",
                        "flow: work, section distribution",
                        "distribution: mean, time",
                        "desk: answer_within, by default 20 s",
                        "point plan: kind, may be sobol",
                        "demands sweep runs: round, | at least 1",
                        "scenario: may have extends",
                        "scenario: may have flow_defaults");
        assertThat(Surface.read(RECORDED.resolve("commands.txt")).lines())
                .contains("exit code 2: faults", "command mergedesk sweep: --threads takes a value", "measure wait_p95: s", "file kpis.csv: column half_width", "table runs: offered_num BIGINT", "table estimates: method VARCHAR");
        assertThat(List.of(version())).allMatch(version -> version.compareTo(Version.of("0.1.0")) >= 0);
    }
}
