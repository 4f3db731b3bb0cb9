package mergedesk.failures;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tukaani.xz.XZInputStream;

/** Published logs in ../shared beside the repository. Where they are not, the tests that read them are skipped. */
public final class SharedData {
    private static final Path DATA = Path.of("..", "..", "shared", "data");

    private SharedData() {}

    /** A compressed text, in the letters of Western Europe. */
    public static BufferedReader open(String name) throws IOException {
        Path file = DATA.resolve(name);
        assumeTrue(Files.isReadable(file), () -> "there is no log " + file);
        return new BufferedReader(new InputStreamReader(new XZInputStream(Files.newInputStream(file)), StandardCharsets.ISO_8859_1));
    }
}
