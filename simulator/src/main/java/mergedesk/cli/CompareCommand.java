package mergedesk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.report.CompareReport;
import mergedesk.report.ConsoleSummary;
import mergedesk.report.HtmlReport;
import mergedesk.results.Comparison;
import mergedesk.results.ComparisonFolder;
import mergedesk.results.Origin;
import mergedesk.results.Parts;
import mergedesk.results.ResultFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mergedesk compare}. */
@Command(
        name = "compare",
        header = "Run two scenarios on the same people and report the differences.",
        description = {
            "",
            "Both scenarios meet the same callers at the same moments with the same patience and work (common random",
            "numbers), so a difference is known far better than either number. Differences are B minus A, each with",
            "its half-width (95 %%). Flows are the same people when council, service and channel have the same names.",
            "Writes report.html, differences.csv and manifest.json. Ctrl-C reports the finished pairs, in DIR-incomplete.",
            "",
            "Examples:",
            "  mergedesk compare scenarios/councils/cheshire/unmerged.yaml scenarios/councils/cheshire/merged.yaml",
            "  mergedesk compare before.yaml after.yaml --replications 50 --out results/before-to-after",
            ""
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "A", description = "Scenario file: before.")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "Scenario file: after.")
    private Path b;

    @Mixin
    private RunFlags flags;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the results. Default: mergedesk-out/<a>-to-<b>.")
    private Path out;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<ScenarioFile> both = flags.read(List.of(a, b));
        ScenarioFile first = both.get(0);
        ScenarioFile second = both.get(1);
        RunOptions options = flags.options();
        Outputs outputs = new Outputs(console, both.stream().flatMap(file -> file.inputs().stream()).toList());
        Path name = out != null ? out : FolderName.of(a, b, flags.sets());
        Optional<ResultFolder> folder = outputs.folder("--out", name, Origin.comparison(a, b, flags.sets()));
        outputs.requireAll();
        try (ProgressWatcher watcher = flags.watcher(console)) {
            Comparison comparison = Mergedesk.compare(first, second, options, watcher);
            watcher.finishBar();
            Ending ending = Ending.of(comparison.a().manifest(), comparison.b().manifest());
            if (comparison.a().manifest().replications() == 0 || comparison.b().manifest().replications() == 0) {
                return ending.withNothing(console, "pair");
            }
            Parts parts = new Parts();
            String report = CompareReport.render(comparison, parts);
            Comparison complete = comparison.warnedOf(parts.failures());
            console.out().print(ConsoleSummary.of(complete, console.charset()));
            console.out().flush(); // whatever becomes of the folder
            ResultFolder.Written written =
                    ComparisonFolder.write(folder.orElseThrow(), complete, Map.of(HtmlReport.FILE_NAME, report));
            written.kept().forEach(kept -> console.err().println(RunCommand.KEPT + kept));
            console.out().println("Report: " + written.folder().resolve(HtmlReport.FILE_NAME));
            ending.tellFailure(console);
            return ending.exitCode();
        }
    }
}
