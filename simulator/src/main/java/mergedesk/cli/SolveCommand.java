package mergedesk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Solving;
import mergedesk.api.Until;
import mergedesk.results.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mergedesk solve}. */
@Command(
        name = "solve",
        header = "Find the fewest agents, or the largest volume, that meets a target.",
        description = {
            "",
            "Varies one number of the scenario until the target is met: a whole number (agents, lines) downwards to the",
            "smallest, a volume upwards to the largest, in steps of 1 %%. All trials meet the same people; the two",
            "neighbours in the end are run again until each is decided with 95 %% confidence. Prints; writes no file.",
            "Ctrl-C ends early and prints what is known by then.",
            "",
            "Examples:",
            "  mergedesk solve desk.yaml --vary groups.agents.staffing --until 'sl_answered_of_offered >= 80 %%'",
            "  mergedesk solve desk.yaml --vary flows.tax.volume --until 'wait_mean_all <= 30 s'",
            ""
        },
        mixinStandardHelpOptions = true)
final class SolveCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "Scenario file (YAML).")
    private Path file;

    @Option(names = "--vary", paramLabel = "PATH", required = true, description = "The number to vary, such as groups.north.staffing or flows.tax.volume.")
    private String path;

    @Option(names = "--until", paramLabel = "TARGET", required = true, description = "A measure of kpis.csv, >= or <=, and a value.")
    private String until;

    @Mixin
    private RunFlags flags;

    SolveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ScenarioFile scenario = flags.read(file);
        RunOptions options = flags.options();
        Until goal = parse(() -> Until.parse(until), "--until");
        Solving solving = parse(() -> new Solving(scenario, path, goal, options), "--vary");
        try (ProgressWatcher watcher = flags.watcher(console)) {
            Answer answer = parse(() -> solving.solve(watcher), "--until");
            watcher.finishBar();
            print(answer);
            return answer.complete() ? ExitCode.DONE : ExitCode.INTERRUPTED;
        }
    }

    private static <T> T parse(Callable<T> reading, String option) {
        try {
            return reading.call();
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            throw new Faults(List.of(message.startsWith(option) ? message : option + ": " + message));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void print(Answer answer) {
        if (answer.trials().isEmpty()) {
            console.err().println("mergedesk: stopped before the first trial was finished.");
            return;
        }
        int width = Stream.concat(Stream.of(answer.path()), answer.trials().stream().map(Answer.Trial::value))
                .mapToInt(String::length)
                .max()
                .orElse(1);
        String measure = answer.goal().split(" ")[0];
        console.out().printf(Locale.ROOT, "%-" + width + "s  %4s  %22s  %10s%n", answer.path(), "runs", measure, "confidence");
        for (Answer.Trial trial : answer.trials()) {
            String estimate = trial.estimate().isEmpty()
                    ? "not possible"
                    : String.format(Locale.ROOT, "%.4f ± %7.4f", trial.estimate().value(), trial.estimate().halfWidth());
            console.out().printf(
                    Locale.ROOT, "%-" + width + "s  %4d  %22s  %8.1f %%%n", trial.value(), trial.replications(), estimate, 100 * trial.confidence());
        }
        console.out().println();
        if (answer.found() == null) {
            console.out().println((answer.complete() ? "" : "Stopped; so far: ") + "No value that was tried meets " + answer.goal() + ".");
            return;
        }
        console.out().printf(
                Locale.ROOT, "%s: %s %s is the %s that meets %s (confidence %.1f %%).%n", answer.complete() ? "Answer" : "Stopped; so far",
                answer.path(), answer.found().value(), answer.smallest() ? "smallest" : "largest", answer.goal(),
                100 * answer.found().confidence());
        if (answer.beyond() != null) {
            console.out().printf(
                    Locale.ROOT, "With %s it is missed (confidence %.1f %%).%n", answer.beyond().value(), 100 * (1 - answer.beyond().confidence()));
        }
    }
}
