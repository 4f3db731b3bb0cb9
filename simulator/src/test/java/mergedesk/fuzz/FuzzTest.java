package mergedesk.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import mergedesk.fuzz.Fuzzer.Find;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a file or a command line holds, the program answers with a result or with faults, in a short time, and its numbers add up.
 *
 * <p>By default some hundreds of inputs, always the same, so that a build does not fail by chance, nightly {@value #NIGHTLY} times as many others; with {@code -Dfuzz.minutes=60} an hour with
 * seeds of its own. A find says how to repeat it: {@code -Dtest=FuzzTest
 * -Dseed=... -Dfuzz.cases=1 -Dfuzz.what=TABLES}. It lies, made smaller, in {@code target/fuzz}; once mended, its folder moves to
 * {@code src/test/resources/mergedesk/fuzz}.
 */
class FuzzTest {
    private static final int NIGHTLY = 4;
    private static final int ENOUGH_FOR_SHARES = 200;
    private static final Path KEPT = Path.of("src", "test", "resources", "mergedesk", "fuzz");

    @TempDir
    Path folder;

    private static Corpus corpus;

    @BeforeAll
    static void collect(@TempDir Path made) throws IOException {
        corpus = new Corpus(made, 1);
    }

    /** What is changed: how many inputs there are by default, and of these at least so many per cent that are sound, run to their end and are compared with the reference model. */
    enum What {
        BYTES(400, 3, 3, 3),
        STRUCTURE(200, 20, 20, 20),
        TABLES(200, 25, 25, 25),
        COMMANDS(500, 15, 15, 0);

        private final int cases;
        private final int sound;
        private final int finished;
        private final int compared;

        What(int cases, int sound, int finished, int compared) {
            this.cases = cases;
            this.sound = sound;
            this.finished = finished;
            this.compared = compared;
        }

        /** A harness that no longer tests anything finds nothing either. */
        void requireTested(Judge.Counts counts) {
            assertThat(100 * counts.sound()).as("sound").isGreaterThanOrEqualTo(sound * counts.inputs());
            assertThat(100 * counts.finished()).as("finished").isGreaterThanOrEqualTo(finished * counts.inputs());
            assertThat(100 * counts.compared()).as("compared").isGreaterThanOrEqualTo(compared * counts.inputs());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsFound(What what) throws IOException {
        fuzz(what, 1, what.cases);
    }

    @Tag("nightly")
    @ParameterizedTest
    @EnumSource
    void nothingIsFoundInMany(What what) throws IOException {
        fuzz(what, 1 + what.cases, NIGHTLY * what.cases);
    }

    private void fuzz(What what, long first, long most) throws IOException {
        String only = System.getProperty("fuzz.what", what.name());
        if (!only.equals(what.name())) {
            return;
        }
        boolean isTimed = System.getProperty("fuzz.minutes") != null;
        double seconds = isTimed ? Double.parseDouble(System.getProperty("fuzz.minutes")) * 60 / (System.getProperty("fuzz.what") == null ? 4 : 1) : 1e6;
        long seed = Long.getLong("seed", isTimed ? System.nanoTime() : first);
        long cases = Long.getLong("fuzz.cases", isTimed ? Long.MAX_VALUE : most);
        try (Fuzzer fuzzer = new Fuzzer(folder, inputs(what))) {
            List<Find> finds = fuzzer.run(seed, seconds, cases);
            System.out.println("FuzzTest " + what + ": -Dseed=" + seed + ", " + fuzzer.counts());
            StringBuilder report = new StringBuilder();
            for (Find find : finds) {
                Path kept = Path.of("target", "fuzz", what.name().toLowerCase(Locale.ROOT) + "-" + find.seed());
                find.input().keep(kept);
                report.append("\nrepeat with -Dtest=FuzzTest -Dfuzz.what=" + what + " -Dseed=" + find.seed() + " -Dfuzz.cases=1; made smaller in " + kept + "\n"
                        + find.complaint() + "\n");
            }
            assertThat(report.toString()).isEmpty();
            if (fuzzer.counts().inputs() >= ENOUGH_FOR_SHARES) {
                what.requireTested(fuzzer.counts());
            }
        }
    }

    private static Function<Random, Input> inputs(What what) {
        return switch (what) {
            case BYTES -> random -> {
                Input input = corpus.any(random);
                String file = anyYaml(input, random);
                return input.with(file, Splinters.wounded(input.files().get(file), random));
            };
            case STRUCTURE -> random -> {
                Input input = corpus.any(random);
                String file = anyYaml(input, random);
                return input.with(file, Input.bytes(corpus.structures.changed(input.text(file), random)));
            };
            case TABLES -> random -> {
                Input input = random.nextInt(3) == 0 ? corpus.any(random) : corpus.tables;
                String file = Splinters.pick(input.files().keySet().toArray(String[]::new), random);
                return file.endsWith(".csv") ? input.with(file, Tables.changed(input.files().get(file), random)) : input;
            };
            case COMMANDS -> random -> {
                String other = corpus.structures.changed(corpus.small.text(Input.SCENARIO), random);
                Input both = Input.of(Map.of(
                        Input.SCENARIO, corpus.small.files().get(Input.SCENARIO),
                        "second.yaml", Input.bytes(random.nextBoolean() ? corpus.small.text(Input.SCENARIO).replace("staffing: 5", "staffing: 4") : other),
                        "table.csv", Input.bytes("time,mon\n08:00,3\n")));
                return Commands.of(both, random);
            };
        };
    }

    private static String anyYaml(Input input, Random random) {
        return Splinters.pick(input.files().keySet().stream().filter(name -> name.endsWith(".yaml")).toList(), random);
    }

    static Stream<Path> kept() throws IOException {
        return Files.isDirectory(KEPT) ? Files.list(KEPT).sorted() : Stream.empty();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("kept")
    void findsStayMended(Path find) throws IOException {
        Input input = Input.read(find);
        try (Fuzzer fuzzer = new Fuzzer(folder, random -> input)) {
            assertThat(fuzzer.judge(input)).isEmpty();
        }
    }
}
