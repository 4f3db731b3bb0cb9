package mergedesk.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mergedesk.report.SweepReport;
import mergedesk.results.OutputFile;
import mergedesk.results.Parts;
import mergedesk.results.SweepCsv;
import mergedesk.results.SweepStudy;
import mergedesk.store.ResultStore;
import mergedesk.sweep.Sweeping;

/** Writes the report of a sweep and the numbers of its charts beside its store. What cannot be made or written is told, and takes nothing else with it: the runs are safe. */
final class SweepFiles {
    private final Path folder;
    private final Parts parts = new Parts();
    private final List<String> faults = new ArrayList<>();

    private SweepFiles(Path folder) {
        this.folder = folder;
    }

    /** Everything that there is to be made of what the store has now. */
    static Swept write(SweepFile file, ResultStore store, Sweeping.Outcome outcome, Path folder) {
        SweepFiles files = new SweepFiles(folder);
        Optional<SweepStudy> study = files.parts.make("Report", Optional.empty(), () -> Optional.of(SweepStudies.of(file, store, outcome)));
        Optional<Path> report = study.flatMap(files::write);
        List<String> warnings = new ArrayList<>(files.parts.failures());
        warnings.addAll(files.faults);
        return new Swept(outcome, study, report, List.copyOf(warnings));
    }

    private Optional<Path> write(SweepStudy study) {
        SweepCsv.files(study).forEach((name, content) -> {
            Optional<byte[]> bytes = parts.make(name, Optional.empty(), () -> Optional.of(content.get()));
            bytes.ifPresent(some -> put(name, some));
        });
        return put(SweepReport.FILE_NAME, SweepReport.render(study, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Whole or not at all, and only over an older one: the sweep may have been told to write where other things lie. */
    private Optional<Path> put(String name, byte[] bytes) {
        try {
            return Optional.of(OutputFile.replacing(folder.resolve(name), firstLine(bytes)).write(out -> out.write(bytes)));
        } catch (IOException e) {
            faults.add(name + " was not written: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static String firstLine(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }
}
