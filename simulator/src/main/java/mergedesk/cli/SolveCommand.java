package mergedesk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Solving;
import mergedesk.api.Until;
import mergedesk.api.WrongInput;
import mergedesk.report.AnswerSummary;
import mergedesk.report.HtmlReport;
import mergedesk.results.Answer;
import mergedesk.results.AnswerFolder;
import mergedesk.results.Origin;
import mergedesk.results.Parts;
import mergedesk.results.ResultFolder;
import mergedesk.results.Study;
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
            "Varies one number of the scenario, a whole number (agents, lines) in steps of 1 or a volume in steps of 1 %%, to",
            "where the target is only just met: the fewest agents for a service level, the most for an occupancy; which of both",
            "is sought shows from the trials. All trials meet the same people; the two neighbours in the end are run again until",
            "each is decided with 95 %% confidence. Writes trials.csv, and report.html, kpis.csv and manifest.json of the answer.",
            "Ctrl-C ends early and prints what is known by then.",
            "",
            "Examples:",
            "  mergedesk solve desk.yaml --vary groups.agents.staffing --until 'sl_answered_of_offered >= 80 %%'",
            "  mergedesk solve desk.yaml --vary groups.agents.staffing --until 'sl_answered_of_offered >= 80 %% in every month'",
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

    @Option(names = "--until", paramLabel = "TARGET", required = true, description = "A measure of kpis.csv, >= or <=, and a value; also: in every month, week, weekday or interval.")
    private String until;

    @Mixin
    private RunFlags flags;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the results. Default: mergedesk-out/<way to the file>--solve=<PATH>,<TARGET>.")
    private Path out;

    SolveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ScenarioFile scenario = flags.read(file);
        Solving solving = solving(scenario, flags.options());
        Outputs outputs = new Outputs(console, scenario.inputs());
        Path name = out != null ? out : FolderName.of(file, flags.sets(), path, until);
        Optional<ResultFolder> folder = outputs.folder("--out", name, Origin.answer(file, flags.sets(), path, until));
        outputs.requireAll();
        try (ProgressWatcher watcher = flags.watcher(console)) {
            Answer answer = solving.solve(watcher);
            if (answer.trials().isEmpty()) {
                watcher.finishBar();
                return Ending.of(answer).withNothing(console, "trial");
            }
            Solved solved = solved(solving, answer, watcher);
            watcher.finishBar();
            console.out().print(AnswerSummary.of(solved.answer));
            solving.notes(answer).forEach(note -> console.out().println("Note: " + note));
            console.out().flush(); // whatever becomes of the folder
            ResultFolder.Written written = write(folder.orElseThrow(), solved.answer, scenario.title(), solved.study);
            console.out().println("Results: " + written.folder());
            Ending ending = solved.ending();
            ending.tellFailure(console);
            return ending.exitCode();
        }
    }

    /** An answer, and what a run of it gives: empty where there is none to run, or nothing of it was finished. */
    private record Solved(Answer answer, Optional<Study> study) {
        Ending ending() {
            boolean isRun = study.map(found -> found.manifest().complete()).orElse(answer.found().isEmpty());
            return new Ending(answer.complete() && isRun, answer.failure());
        }
    }

    private static Solved solved(Solving solving, Answer answer, ProgressWatcher watcher) {
        if (!answer.complete() || answer.found().isEmpty()) {
            return new Solved(answer, Optional.empty());
        }
        try {
            Study study = solving.run(answer.found().get(), watcher);
            Optional<Study> finished = Optional.of(study).filter(found -> found.manifest().replications() > 0);
            return new Solved(answer.failed(study.manifest().failure()), finished);
        } catch (RuntimeException | Error e) { // memory that is full, too: the search must not be lost
            watcher.failed(e);
            return new Solved(answer.failed("the answer was found, but could not be run: " + Reason.of(e)), Optional.empty());
        }
    }

    /** Both options are judged before any of their faults is told. */
    private Solving solving(ScenarioFile scenario, RunOptions options) {
        List<String> faults = new ArrayList<>();
        Optional<Until> goal = asked("--until", () -> Until.parse(until).in(scenario), faults);
        Until any = goal.orElseGet(() -> Until.parse("offered >= 0"));
        Optional<Solving> solving = asked("--vary", () -> new Solving(scenario, path, any, options), faults);
        Faults.refuse(faults);
        return solving.orElseThrow();
    }

    private static <T> Optional<T> asked(String option, Supplier<T> reading, List<String> faults) {
        try {
            return Optional.of(reading.get());
        } catch (WrongInput e) {
            faults.add(e.getMessage().startsWith(option) ? e.getMessage() : option + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private ResultFolder.Written write(ResultFolder folder, Answer answer, String title, Optional<Study> study) throws IOException {
        Parts parts = new Parts();
        Optional<Study> introduced = study.map(found -> found.introducedBy(AnswerSummary.sentences(answer)));
        Map<String, String> pages =
                introduced.map(found -> Map.of(HtmlReport.FILE_NAME, HtmlReport.render(found, parts))).orElse(Map.of());
        Optional<Study> complete = introduced.map(found -> found.warnedOf(parts.failures()));
        ResultFolder.Written written = AnswerFolder.write(folder, answer, title, complete, pages);
        written.kept().forEach(kept -> console.err().println(RunCommand.KEPT + kept));
        return written;
    }
}
