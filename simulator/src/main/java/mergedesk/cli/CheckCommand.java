package mergedesk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mergedesk.api.ScenarioFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mergedesk check}. */
@Command(
        name = "check",
        header = "Check scenario files without running them; lists every fault.",
        description = {
            "",
            "One line a fault: file:line:column, path, what was found, the rule, what to write. Exit code 2 when there is any.",
            "What is no fault but should be known, or is hardly meant so, follows as notes. The name in brackets silences",
            "all notes of its kind, in the scenario: silence: {talk_unusual: the reason}.",
            "",
            "Examples:",
            "  mergedesk check desk.yaml",
            "  mergedesk check desk.yaml --set 'flows.north.volume=12 / min'",
            ""
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files (YAML).")
    private List<Path> files;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "As for run; holds for every file.")
    private List<String> sets = new ArrayList<>();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> faults = new ArrayList<>();
        for (Path file : files) {
            ScenarioFile scenario = ScenarioFile.read(file, sets);
            faults.addAll(scenario.faults());
            if (scenario.isSound()) {
                List<String> notes = scenario.notes();
                console.out().println(file + (notes.isEmpty() ? ": fine. " : ": no fault, but see below. ") + scenario.summary());
                notes.forEach(note -> console.out().println("Note: " + note));
                scenario.silenced().forEach((kind, count) -> console.out().println("Silenced: " + kind + ", " + count + (count == 1 ? " note" : " notes")));
            }
        }
        faults.forEach(console.err()::println);
        return faults.isEmpty() ? ExitCode.DONE : ExitCode.FAULTS;
    }
}
