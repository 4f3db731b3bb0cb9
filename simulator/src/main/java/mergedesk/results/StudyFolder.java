package mergedesk.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the folder of one {@code run}: kpis.csv, the report's pages, manifest.json; all of it or nothing.
 *
 * <p>See {@link ResultFolder} for what happens to an older result of the same name.
 */
public final class StudyFolder {
    private StudyFolder() {}

    /**
     * Writes a study.
     *
     * @param target the folder; made, or replaced when it holds an older result
     * @param pages further files by name, such as report.html, as UTF-8 text
     * @return the folder that keeps what else lay in the replaced result; empty when there was nothing
     * @throws IOException when the target is not a result folder or cannot be written; the target is then as before
     */
    public static Optional<Path> write(Path target, Study study, Map<String, String> pages) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(KpiCsv.FILE_NAME, KpiCsv.bytes(study.kpis()));
        pages.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        ResultManifest manifest = ResultManifest.of(
                ResultManifest.STUDY, study.name(), Map.of("run", study.manifest()), study.warnings(), files);
        return ResultFolder.at(target).replace(files, manifest);
    }
}
