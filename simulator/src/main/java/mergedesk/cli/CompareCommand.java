package mergedesk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.report.CompareReport;
import mergedesk.report.CompareSummary;
import mergedesk.report.HtmlReport;
import mergedesk.results.Comparison;
import mergedesk.results.ComparisonFolder;
import mergedesk.results.Origin;
import mergedesk.results.Parts;
import mergedesk.results.ResultFolder;
import mergedesk.results.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mergedesk compare}. */
@Command(
        name = "compare",
        header = "Run scenarios on the same people and report the differences.",
        description = {
            "",
            "All scenarios meet the same callers at the same moments with the same patience and work",
            "(common random numbers), so a difference is known far better than either number. Each of",
            "the others is compared with BASE: differences are its values minus those of BASE, each with",
            "its half-width (95 %%). Flows are the same people when council, service and channel have the",
            "same names. Writes report.html, differences.csv and manifest.json. Ctrl-C reports the",
            "finished pairs, in DIR-incomplete.",
            "",
            "Examples:",
            "  mergedesk compare scenarios/councils/cheshire/unmerged.yaml scenarios/councils/cheshire/merged.yaml",
            "  mergedesk compare before.yaml after.yaml --replications 50 --out results/before-to-after",
            "  mergedesk compare nine-agents.yaml ten-agents.yaml eleven-agents.yaml",
            "  mergedesk compare year.yaml --also plan.west.on=2009-12-01 --also plan.west.on=2010-03-01",
            ""
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "BASE", description = "Scenario file: what the others are compared with, such as today.")
    private Path base;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "OTHER", description = "Scenario files.")
    private List<Path> others = List.of();

    @Option(
            names = "--also",
            paramLabel = "PATH=VALUE",
            description = "One more side: BASE with this number changed, or several: 'PATH=VALUE; PATH=VALUE'. May be repeated.")
    private List<String> also = List.of();

    @Mixin
    private RunFlags flags;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the results. Default: mergedesk-out/<first>-to-<second>.")
    private Path out;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (others.isEmpty() && also.isEmpty()) {
            throw new Faults(List.of("there is nothing to compare it with: name another scenario, or write --also PATH=VALUE"));
        }
        List<Path> files = Stream.concat(Stream.of(base), others.stream()).toList();
        List<ScenarioFile> scenarios = Stream.concat(flags.read(files).stream(), also.stream().map(changes -> flags.read(base, changes(changes)))).toList();
        RunOptions options = flags.options();
        Outputs outputs = new Outputs(console, scenarios.stream().flatMap(file -> file.inputs().stream()).toList());
        Path name = out != null ? out : FolderName.ofAll(files, flags.sets(), also);
        Optional<ResultFolder> folder = outputs.folder("--out", name, Origin.comparison(files, flags.sets(), also));
        outputs.requireAll();
        try (ProgressWatcher watcher = flags.watcher(console)) {
            Comparison comparison = named(Mergedesk.compare(scenarios, options, watcher));
            watcher.finishBar();
            Ending ending = Ending.of(comparison.sides().stream().map(side -> side.study().manifest()).toArray(Study.Manifest[]::new));
            if (comparison.others().stream().allMatch(side -> side.differences().isEmpty())) {
                return ending.withNothing(console, "pair");
            }
            Parts parts = new Parts();
            String report = CompareReport.render(comparison, parts);
            Comparison complete = comparison.warnedOf(parts.failures());
            console.out().print(CompareSummary.of(complete, console.charset()));
            console.out().flush(); // whatever becomes of the folder
            ResultFolder.Written written =
                    ComparisonFolder.write(folder.orElseThrow(), complete, Map.of(HtmlReport.FILE_NAME, report));
            written.kept().forEach(kept -> console.err().println(RunCommand.KEPT + kept));
            console.out().println("Report: " + written.folder().resolve(HtmlReport.FILE_NAME));
            ending.tellFailure(console);
            return ending.exitCode();
        }
    }

    private static List<String> changes(String also) {
        return Stream.of(also.split(";")).map(String::strip).filter(change -> !change.isEmpty()).toList();
    }

    /** Sides of {@code --also} by what they change, as they all bear the name of the first. */
    private Comparison named(Comparison comparison) {
        List<Comparison.Side> sides = new ArrayList<>(comparison.sides());
        for (int i = 0; i < also.size(); i++) {
            int place = 1 + others.size() + i;
            if (place < sides.size()) {
                Comparison.Side side = sides.get(place);
                Study study = side.study().with(Study::name, String.join(", ", changes(also.get(i))));
                sides.set(place, side.with(Comparison.Side::study, study));
            }
        }
        return comparison.with(Comparison::sides, sides);
    }
}
