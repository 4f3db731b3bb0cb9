package mergedesk.cli;

import java.nio.file.Path;

/** Where results go when the user does not say. */
final class Outputs {
    private static final Path TOP = Path.of("mergedesk-out");

    private Outputs() {}

    /** mergedesk-out/ and the scenario's name, with the name of its folder in front when that says more. */
    static Path defaultFolder(Path file) {
        return TOP.resolve(stem(file));
    }

    static Path defaultFolder(Path a, Path b) {
        return TOP.resolve(stem(a) + "-to-" + stem(b));
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null || folder.getFileName() == null ? name : folder.getFileName() + "-" + name;
    }
}
