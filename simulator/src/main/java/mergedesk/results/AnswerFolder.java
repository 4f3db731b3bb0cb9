package mergedesk.results;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the folder of one {@code solve}: trials.csv, the results at the found value as of a {@code run}, manifest.json; all of it or nothing. */
public final class AnswerFolder {
    private AnswerFolder() {}

    /**
     * Writes an answer; parameters, result and errors as in {@link StudyFolder#write}.
     *
     * @param title name of the scenario
     * @param study the results at the found value; empty when none was found, or it was stopped before
     */
    public static ResultFolder.Written write(
            ResultFolder folder, Answer answer, String title, Optional<Study> study, Map<String, String> pages)
            throws FileSystemException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(ResultCsv.TRIALS, ResultCsv.trials(answer));
        study.ifPresent(found -> files.put(ResultCsv.KPIS, ResultCsv.kpis(found.kpis())));
        pages.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        boolean complete = answer.complete() && study.map(found -> found.manifest().complete()).orElse(answer.found().isEmpty());
        Map<String, Study.Manifest> runs = new LinkedHashMap<>();
        study.ifPresent(found -> runs.put("answer", found.manifest()));
        List<String> warnings = Stream.concat(Stream.of(answer.failure()).filter(text -> !text.isEmpty()), study.map(Study::warnings).orElse(List.of()).stream())
                .toList();
        return folder.write(complete, files, title, runs, warnings);
    }
}
