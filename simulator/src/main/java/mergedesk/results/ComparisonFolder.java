package mergedesk.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes the folder of one {@code compare}: differences.csv, the report's pages, manifest.json; all of it or nothing. */
public final class ComparisonFolder {
    private ComparisonFolder() {}

    /** Writes a comparison; parameters, result and errors as in {@link StudyFolder#write}. */
    public static Optional<Path> write(Path target, Comparison comparison, Map<String, String> pages)
            throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(DifferenceCsv.FILE_NAME, DifferenceCsv.bytes(comparison.differences()));
        pages.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        Map<String, Study.Manifest> runs = new LinkedHashMap<>();
        runs.put("a", comparison.a().manifest());
        runs.put("b", comparison.b().manifest());
        String name = comparison.a().name() + " / " + comparison.b().name();
        ResultManifest manifest =
                ResultManifest.of(ResultManifest.COMPARISON, name, runs, comparison.warnings(), files);
        return ResultFolder.at(target).replace(files, manifest);
    }
}
