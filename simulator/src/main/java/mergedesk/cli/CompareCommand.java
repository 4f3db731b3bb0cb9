package mergedesk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import mergedesk.api.Mergedesk;
import mergedesk.api.ScenarioFile;
import mergedesk.report.CompareReport;
import mergedesk.report.ConsoleSummary;
import mergedesk.report.HtmlReport;
import mergedesk.results.Comparison;
import mergedesk.results.ComparisonFolder;
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
            "",
            "Example:",
            "  mergedesk compare scenarios/councils/cheshire/unmerged.yaml scenarios/councils/cheshire/merged.yaml",
            ""
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "Scenario file: before.")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "Scenario file: after.")
    private Path b;

    @Mixin
    private RunFlags flags;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the results. Default: mergedesk-out/<a>-to-<b>.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        ScenarioFile first = flags.read(a);
        ScenarioFile second = flags.read(b);
        Path target = out != null ? out : Outputs.defaultFolder(a, b);
        try (ProgressWatcher watcher = flags.watcher()) {
            Comparison comparison;
            try {
                comparison = Mergedesk.compare(first, second, flags.options(), watcher);
            } catch (IllegalArgumentException e) {
                throw new Faults(java.util.List.of(b + ": " + e.getMessage()));
            }
            watcher.finishBar();
            if (comparison.a().manifest().replications() == 0 || comparison.b().manifest().replications() == 0) {
                System.err.println("mergedesk: stopped before the first pair was finished; nothing was written.");
                return ExitCode.INTERRUPTED;
            }
            ComparisonFolder.write(target, comparison, Map.of(HtmlReport.FILE_NAME, CompareReport.render(comparison)));
            Console console = new Console();
            console.out().print(ConsoleSummary.of(comparison, console.charset()));
            System.out.println("Report: " + target.resolve(HtmlReport.FILE_NAME));
            return comparison.a().manifest().complete() && comparison.b().manifest().complete() ? ExitCode.DONE : ExitCode.INTERRUPTED;
        }
    }
}
