package mergedesk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mergedesk.results.ResultFolder;

/** Where results go when the user does not say, and whether they can go there: asked before a long run, not after it. */
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

    /** Refuses a folder that cannot take a result, and a file that cannot be written; {@code file} may be null. */
    static void requireUsable(Path folder, String option, Path file) {
        List<String> faults = new ArrayList<>();
        try {
            ResultFolder.at(folder);
        } catch (IOException e) {
            faults.add("--out: " + Reason.of(e));
        }
        if (file != null) {
            check(option, file, faults);
        }
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
    }

    private static void check(String option, Path file, List<String> faults) {
        if (Files.isDirectory(file)) {
            faults.add(option + ": found " + file + ": this is a folder; name a file");
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        while (folder.getParent() != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            faults.add(option + ": found " + file + ": " + folder + " is no folder that may be written; choose another");
        }
    }

    /** Refuses a file that exists or cannot be written. */
    static void requireNew(String option, Path file) {
        List<String> faults = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            faults.add(option + ": found " + file + ": the file exists; choose another name");
        } else {
            check(option, file, faults);
        }
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
    }

    /** Makes the folders above a file. */
    static void makeFolder(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
    }
}
