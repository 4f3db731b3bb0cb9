package mergedesk.dsol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Kernel;
import mergedesk.observe.Trace;
import mergedesk.program.Program;
import mergedesk.scenarios.Shipped;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Has any event moved? SHA-256 of the traces of 200 generated scenarios and of the first days of all that ship, checked in, a line each. Lines are sorted, as an optimisation may tell
 * events of a tick in another order, or later.
 *
 * <p>When events are meant to move: {@code ./mvnw -pl simulator test -Dtest=TraceGoldenTest -DexcludedGroups= -Dgolden.update=true}, check in trace-golden.txt, and say in the CHANGELOG "Results change: ..., because ...".
 */
@Tag("nightly")
class TraceGoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "mergedesk", "dsol", "reference", "trace-golden.txt");
    private static final Path SCENARIOS = Path.of("..", "scenarios");
    private static final int FIRST_SEED = 1_000;
    private static final int GENERATED = 200;
    private static final long GENERATED_DAYS = 3;
    private static final long SHIPPED_DAYS = 2;
    private static final long DAY_TICKS = 86_400L * Ticks.PER_SECOND;
    /** No interval is longer, so that abandonments that the kernel settles at the end of one have been written by then. */
    private static final long LONGEST_INTERVAL = 3_600L * Ticks.PER_SECOND;

    @Test
    void noEventHasMoved(@TempDir Path folder) throws IOException {
        List<String> now = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + GENERATED; seed++) {
            now.add(line(WildScenario.of(seed, folder), seed, GENERATED_DAYS, "generated " + seed));
        }
        try (Stream<Path> shipped = Files.walk(SCENARIOS)) {
            for (Path path : shipped.filter(Shipped::isScenario).sorted().toList()) {
                now.add(line(ScenarioFile.read(path, List.of()), 1, SHIPPED_DAYS, SCENARIOS.relativize(path).toString().replace('\\', '/')));
            }
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.write(GOLDEN, now);
        }
        assertThat(now).as("how to update is in TraceGoldenTest").isEqualTo(Files.readAllLines(GOLDEN));
    }

    private static String line(ScenarioFile file, long seed, long days, String name) {
        return sha256(trace(ScenarioCompiler.compile(file.scenario()), seed, days * DAY_TICKS)) + "  " + name;
    }

    /** What happens before the tick, in an order of its own. */
    private static List<String> trace(Program program, long seed, long endTick) {
        List<String> lines = new ArrayList<>();
        Kernel kernel = new Kernel(program, state -> new Trace(state, line -> lines.add(line.toString())));
        kernel.reset(seed, 0);
        kernel.runUntil(endTick + LONGEST_INTERVAL + 1);
        return lines.stream().filter(line -> tick(line) < endTick).sorted().toList();
    }

    private static long tick(String line) {
        return Long.parseLong(line, 0, line.indexOf(','), 10);
    }

    private static String sha256(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
