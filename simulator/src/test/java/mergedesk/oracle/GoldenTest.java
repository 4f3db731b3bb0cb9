package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Has any number moved? SHA-256 of kpis.csv for three scenarios, checked in. CI runs the same test on a second JDK, so this is also the promise that
 * the Java version changes no bit. A golden knows yesterday, not the truth: the truth is in {@link SteadyStateTest} and {@link DayTest}.
 *
 * <p>When numbers are meant to move: {@code ./mvnw -pl simulator test -Dtest=GoldenTest -Dgolden.update=true}, look at the difference between the
 * kpis.csv files that the test leaves in simulator/target/golden and those of the commit before, check in golden.txt, and say in the CHANGELOG
 * "Results change: ..., because ...".
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "mergedesk", "oracle", "golden.txt");
    private static final Path LEFT = Path.of("target", "golden");

    @Test
    void noNumberHasMoved() throws IOException {
        TreeMap<String, String> now = new TreeMap<>();
        now.put("everything", hash("everything", Bytes.kpis(Bytes.EVERYTHING, 6, 20090401L, 2)));
        now.put("case 04, gamma days and balking", hash("04", oracle("04_ssj_callcentre_alpha400", 40)));
        now.put("case 16, lognormal patience, batches", hash("16", oracle("16_general_patience_exact-14-agents", 4)));
        StringBuilder text = new StringBuilder();
        now.forEach((name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, text);
        }
        assertThat(text.toString())
                .as("SHA-256 of kpis.csv on Java %s; the files are in %s, how to update is in GoldenTest", Runtime.version(), LEFT.toAbsolutePath())
                .isEqualTo(Files.readString(GOLDEN));
    }

    private static byte[] oracle(String name, int replications) {
        return Bytes.kpis(Bytes.ORACLES.resolve(name + ".yaml"), replications, null, 2);
    }

    private static String hash(String name, byte[] kpis) {
        try {
            Files.createDirectories(LEFT);
            Files.write(LEFT.resolve(name + "-kpis.csv"), kpis);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(kpis));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
