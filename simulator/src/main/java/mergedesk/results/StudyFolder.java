package mergedesk.results;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the folder of one {@code run}: kpis.csv, plan.csv of a plan, posts.csv where it ends posts, what-matters.csv and outage-cost.csv if they were asked for, the report's pages, manifest.json; all of it or nothing. */
public final class StudyFolder {
    private StudyFolder() {}

    /**
     * Writes a study.
     *
     * @param pages further files by name, such as report.html, as UTF-8 text
     * @throws FileSystemException when writing fails; the folder is then as before
     */
    public static ResultFolder.Written write(ResultFolder folder, Study study, Map<String, String> pages)
            throws FileSystemException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(ResultCsv.KPIS, ResultCsv.kpis(study.kpis()));
        if (!study.daily().isEmpty()) {
            files.put(ResultCsv.DAILY, ResultCsv.daily(study.daily()));
        }
        if (!study.plan().isEmpty()) {
            files.put(ResultCsv.PLAN, ResultCsv.plan(study.plan()));
        }
        if (!study.postsEnd().isEmpty()) {
            files.put(ResultCsv.POSTS, ResultCsv.posts(study.postsEnd()));
        }
        study.sensitivity().ifPresent(found -> files.put(ResultCsv.WHAT_MATTERS, ResultCsv.whatMatters(found)));
        study.outageCost().ifPresent(found -> files.put(ResultCsv.OUTAGE_COST, ResultCsv.outageCost(found)));
        pages.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return folder.write(
                study.manifest().complete(), files, study.name(), Map.of("run", study.manifest()), study.warnings());
    }
}
