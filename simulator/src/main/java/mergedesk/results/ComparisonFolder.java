package mergedesk.results;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the folder of one {@code compare}: differences.csv, the report's pages, manifest.json; all of it or nothing. */
public final class ComparisonFolder {
    private ComparisonFolder() {}

    /** Writes a comparison; parameters, result and errors as in {@link StudyFolder#write}. */
    public static ResultFolder.Written write(ResultFolder folder, Comparison comparison, Map<String, String> pages)
            throws FileSystemException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(ResultCsv.DIFFERENCES, ResultCsv.differences(comparison.others()));
        pages.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        Map<String, Study.Manifest> runs = new LinkedHashMap<>();
        comparison.sides().forEach(side -> runs.put(side.letter().toLowerCase(Locale.ROOT), side.study().manifest()));
        String name = comparison.sides().stream().map(Comparison.Side::name).collect(Collectors.joining(" / "));
        boolean complete = runs.values().stream().allMatch(Study.Manifest::complete);
        return folder.write(complete, files, name, runs, comparison.warnings());
    }
}
