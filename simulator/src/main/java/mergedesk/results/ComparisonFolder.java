package mergedesk.results;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the folder of one {@code compare}: differences.csv, the report's pages, manifest.json; all of it or nothing. */
public final class ComparisonFolder {
    private ComparisonFolder() {}

    /** Writes a comparison; parameters, result and errors as in {@link StudyFolder#write}. */
    public static ResultFolder.Written write(ResultFolder folder, Comparison comparison, Map<String, String> pages)
            throws FileSystemException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(ResultCsv.DIFFERENCES, ResultCsv.differences(comparison.differences()));
        pages.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        Study.Manifest a = comparison.a().manifest();
        Study.Manifest b = comparison.b().manifest();
        Map<String, Study.Manifest> runs = new LinkedHashMap<>();
        runs.put("a", a);
        runs.put("b", b);
        String name = comparison.a().name() + " / " + comparison.b().name();
        return folder.write(a.complete() && b.complete(), files, name, runs, comparison.warnings());
    }
}
