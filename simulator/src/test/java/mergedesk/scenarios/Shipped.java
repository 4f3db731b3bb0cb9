package mergedesk.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which of the files that ship is what. */
public final class Shipped {
    private Shipped() {}

    /** Whether a YAML file is a whole scenario: neither a part of one nor a sweep. */
    public static boolean isScenario(Path file) {
        return file.toString().endsWith(".yaml") && !file.toString().endsWith(".part.yaml") && !isSweep(file);
    }

    /** Whether it is a sweep file; beside these lie scenarios that are theirs alone. */
    public static boolean isSweep(Path file) {
        try {
            return file.toString().endsWith(".yaml") && Files.readString(file).contains("\nfactors:");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
