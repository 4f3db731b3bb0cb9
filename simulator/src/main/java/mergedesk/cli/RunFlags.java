package mergedesk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of every command that simulates. */
final class RunFlags {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "Replications, at least 1. Default: runs.replications of the scenario, else as many as the first target needs: until its "
                    + "half-width is at most 1 point, at least 20.")
    private Integer replications;

    @Option(names = "--seed", paramLabel = "SEED", description = "Seed of all random draws. The same seed gives the same numbers. Default: runs.seed, else 1.")
    private Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; changes no number. Default: all processors.")
    private Integer threads;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change one number of the scenario for this call; see the examples. May be repeated.")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--quiet", description = "No progress, only results.")
    private boolean quiet;

    ScenarioFile read(Path file) {
        return read(List.of(file)).get(0);
    }

    /** The files, when all are sound; the overrides hold for each. */
    List<ScenarioFile> read(List<Path> files) {
        List<ScenarioFile> read = files.stream().map(file -> ScenarioFile.read(file, sets)).toList();
        List<String> faults = read.stream().flatMap(file -> file.faults().stream()).distinct().toList();
        Faults.refuse(faults);
        return read;
    }

    /** The file with further overrides behind those for all, when it is sound. */
    ScenarioFile read(Path file, List<String> more) {
        ScenarioFile read = ScenarioFile.read(file, Stream.concat(sets.stream(), more.stream()).toList());
        Faults.refuse(read.faults());
        return read;
    }

    /** The overrides, as given. */
    List<String> sets() {
        return List.copyOf(sets);
    }

    RunOptions options() {
        Faults.refuse(Stream.of(Faults.belowOne("--replications", replications), Faults.belowOne("--threads", threads)).flatMap(List::stream).toList());
        int processors = Runtime.getRuntime().availableProcessors();
        return new RunOptions(replications, seed, threads == null ? processors : threads, commandLine());
    }

    private String commandLine() {
        return "mergedesk " + String.join(" ", command.root().commandLine().getParseResult().originalArgs());
    }

    ProgressWatcher watcher(Console console) {
        return new ProgressWatcher(console, !quiet);
    }
}
