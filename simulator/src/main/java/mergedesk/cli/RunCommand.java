package mergedesk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import mergedesk.api.Mergedesk;
import mergedesk.api.OutageCosts;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.WhatMatters;
import mergedesk.report.ConsoleSummary;
import mergedesk.report.HtmlReport;
import mergedesk.results.Origin;
import mergedesk.results.Parts;
import mergedesk.results.ResultFolder;
import mergedesk.results.Study;
import mergedesk.results.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mergedesk run}. */
@Command(
        name = "run",
        header = "Simulate a scenario, print a table and write a folder with report.html.",
        description = {
            "",
            "Reads and checks the scenario, replicates it until the first target is known to one point, and writes",
            "",
            "  report.html     charts, tables, verdicts, assumptions, equations; needs no network",
            "  kpis.csv        every measure in every scope with its half-width (95 %%), n and method",
            "  plan.csv        the steps of a plan, and when they happen; only with a plan",
            "  posts.csv       posts that the plan ends, and who goes; only where it does",
            "  manifest.json   scenario hash, seed, versions: what repeats the run",
            "",
            "Ctrl-C ends early, reports the replications that are finished, and writes them to DIR-incomplete.",
            "",
            "Examples:",
            "  mergedesk run scenarios/councils/cheshire/merged.yaml",
            "  mergedesk run desk.yaml --set groups.agents.staffing=14 --replications 100 --out results/14",
            "  mergedesk run desk.yaml --set 'flows.north.volume=12 / min' --trace events.csv",
            "  mergedesk run desk.yaml --daily",
            "  mergedesk run desk.yaml --what-matters",
            ""
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    static final String KEPT = "mergedesk: other files of the older result were kept in ";

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "Scenario file (YAML).")
    private Path file;

    @Mixin
    private RunFlags flags;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the results. Default: mergedesk-out/<way to the file>. An older result of the same scenario is replaced when the new one is complete.")
    private Path out;

    @Option(names = "--trace", paramLabel = "FILE", description = "Also write every event of the first replication: tick (microseconds), class, event, contact, agent. Replaces an older trace.")
    private Path trace;

    @Option(
            names = "--daily",
            description = "Also write daily.csv: the main measures of everything, of councils and of desks for each date, with half-width, n and method; a place takes about 0.3 MB a year.")
    private boolean daily;

    @Option(
            names = "--what-matters",
            description = "Also puts the ten numbers with the widest ranges to the ends of these, one at a time, for a few replications each, and shows how far each moves the first target's measure.")
    private boolean whatMatters;

    @Option(
            names = "--outage-cost",
            description = "Also runs the scenario once more for each application that fails, as if that one never did, and tells what an hour of its outages costs: contacts, people who give up, agent-hours.")
    private boolean outageCost;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ScenarioFile scenario = flags.read(file);
        RunOptions options = daily ? flags.options().andDaily() : flags.options();
        Optional<WhatMatters> matters = whatMatters ? Optional.of(new WhatMatters(scenario, options)) : Optional.empty();
        Optional<OutageCosts> outages = outageCost ? Optional.of(new OutageCosts(scenario, options)) : Optional.empty();
        Outputs outputs = new Outputs(console, scenario.inputs());
        Path name = out != null ? out : FolderName.of(file, flags.sets());
        Optional<ResultFolder> folder = outputs.folder("--out", name, Origin.study(file, flags.sets()));
        Optional<Sink> traces = Optional.ofNullable(trace).flatMap(to -> outputs.file("--trace", to, Mergedesk.TRACE_HEADING));
        outputs.requireAll();
        try (ProgressWatcher watcher = flags.watcher(console)) {
            Study run = Mergedesk.run(scenario, options, watcher);
            Study known = explained(run, "What matters", matters.map(look -> of -> of.with(Study::sensitivity, Optional.of(look.find(of, watcher)))), watcher);
            Study study = explained(known, "What outages cost", outages.map(look -> of -> of.with(Study::outageCost, Optional.of(look.find(of, watcher)))), watcher);
            watcher.finishBar();
            Ending ending = Ending.of(study.manifest());
            if (study.manifest().replications() == 0) {
                return ending.withNothing(console, "replication");
            }
            Parts parts = new Parts();
            String report = HtmlReport.render(study, parts);
            Study complete = study.warnedOf(parts.failures());
            console.out().print(ConsoleSummary.of(complete, console.charset()));
            console.out().flush(); // whatever becomes of the folder
            ResultFolder.Written written =
                    StudyFolder.write(folder.orElseThrow(), complete, Map.of(HtmlReport.FILE_NAME, report));
            written.kept().forEach(kept -> console.err().println(KEPT + kept));
            console.out().println("Report: " + written.folder().resolve(HtmlReport.FILE_NAME));
            if (ending.complete() && matters.isEmpty()) {
                offerWhatMatters(WhatMatters.count(scenario));
            }
            boolean traced = ending.complete()
                    && (traces.isEmpty() || isWritten(traces.get(), new TraceContent(scenario, options.seed(), watcher), watcher));
            ending.tellFailure(console);
            return exitCode(study, ending, traced);
        }
    }

    /** Says what is missing because somebody stopped it. */
    private int exitCode(Study study, Ending ending, boolean traced) {
        if (!ending.complete()) {
            if (!ending.isFailure()) {
                console.err().println("mergedesk: stopped early" + (trace == null ? "" : ", so there is no trace") + ". The same command with --replications "
                        + study.manifest().replications() + " repeats these numbers; without it, it starts again from the first replication.");
            }
            return ending.exitCode();
        }
        List<String> missing = new ArrayList<>();
        if (study.sensitivity().filter(found -> !found.complete()).isPresent()) {
            missing.add("not all numbers were tried");
        }
        if (study.outageCost().filter(found -> !found.complete()).isPresent()) {
            missing.add("not all applications were looked at");
        }
        if (!traced) {
            missing.add("there is no trace");
        }
        if (missing.isEmpty()) {
            return ExitCode.DONE;
        }
        console.err().println("mergedesk: stopped early: the results are complete, but " + String.join(", and ", missing) + ".");
        return ExitCode.INTERRUPTED;
    }

    private void offerWhatMatters(int ranges) {
        if (ranges > 0) {
            console.out().println("Next:   --what-matters shows how far " + (ranges == 1 ? "its number with a range moves" : "its " + ranges + " numbers with ranges move") + " the result");
        }
    }

    /** With what a further look found, if that was asked and all replications of the run itself are there; whatever that fails of, the run is not lost. */
    private static Study explained(Study study, String what, Optional<UnaryOperator<Study>> look, ProgressWatcher watcher) {
        if (look.isEmpty() || !study.manifest().complete()) {
            return study;
        }
        try {
            return look.get().apply(study);
        } catch (RuntimeException | Error e) { // memory that is full, too
            watcher.failed(e);
            return study.warnedOf(List.of(what + " could not be found out: " + Reason.of(e) + "."));
        }
    }

    /** Whether it was not stopped. */
    private boolean isWritten(Sink to, TraceContent content, ProgressWatcher watcher) throws IOException {
        if (watcher.stopped()) {
            return false;
        }
        if (to.isPassedOn()) {
            watcher.mayEnd();
        }
        try {
            to.write(content).ifPresent(file -> console.out().println("Trace:  " + file));
            return true;
        } catch (CancellationException stopped) {
            return false;
        }
    }
}
