package mergedesk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import mergedesk.api.SoFar;
import mergedesk.api.SweepFile;
import mergedesk.api.SweepTrial;
import mergedesk.api.Sweeps;
import mergedesk.api.Swept;
import mergedesk.store.StoreFault;
import mergedesk.sweep.RunExecutor;
import mergedesk.sweep.Sweeping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mergedesk sweep}. */
@Command(
        name = "sweep",
        header = "Run a scenario at many points, and keep every run.",
        description = {
            "",
            "A sweep file (YAML) names a scenario, the numbers that move, the points to look at, how often",
            "each is run and what is kept. All runs go into DIR/results.duckdb, charts and what they show into",
            "DIR/report.html, and the numbers of charts into CSV files beside it. However it is ended (Ctrl-C,",
            "kill, a full disk, a power cut), the same command goes on where it was.",
            "",
            "Examples:",
            "  mergedesk sweep scenarios/sweeps/cheshire-volumes.yaml --dry-run",
            "  mergedesk sweep scenarios/sweeps/cheshire-volumes.yaml --out volumes",
            "  mergedesk sweep scenarios/sweeps/cheshire-volumes.yaml --engine spark --master spark://host:7077",
            "  mergedesk export volumes --parquet                       for pandas, polars, R",
            "  mergedesk query volumes \"SELECT * FROM estimates LIMIT 5\"",
            ""
        },
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
    private static final int SHOWN = 5;
    private static final String LOCAL = "local";
    private static final String SPARK = "spark";

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "Sweep file (YAML).")
    private Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the runs. Default: mergedesk-out/<way to the file>.")
    private Path out;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of this machine; changes no number. Default: all processors.")
    private Integer threads;

    @Option(names = "--engine", paramLabel = "NAME", description = "Where runs are run: local, or spark for a cluster of Apache Spark, see simulator/docs/cluster.md; changes no number. Default: local.")
    private String engine = LOCAL;

    @Option(names = "--master", paramLabel = "URL", description = "Of the engine spark: local[4], spark://host:7077. Default: what Spark's own settings say.")
    private String master;

    @Option(names = "--dry-run", description = "Only say which points there are, and about how long they take and how much room.")
    private boolean dryRun;

    @Option(names = "--update", description = "The sweep was changed: keep the runs that DIR has of points that are still the same, and drop the others.")
    private boolean update;

    @Option(names = "--quiet", description = "No progress, only results.")
    private boolean quiet;

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Faults.refuse(Faults.belowOne("--threads", threads));
        if (!engine.equals(LOCAL) && !engine.equals(SPARK)) {
            throw new Faults(List.of("--engine: found \"" + engine + "\": must be local or spark"));
        }
        if (threads != null && !engine.equals(LOCAL)) {
            throw new Faults(List.of("--threads: is for the engine local; with spark, --master says it: local[4] for four on this machine"));
        }
        if (master != null && engine.equals(LOCAL)) {
            throw new Faults(List.of("--master: is for --engine spark"));
        }
        SweepFile sweep = SweepFile.read(file);
        Faults.refuse(sweep.faults());
        int used = threads != null ? threads : Runtime.getRuntime().availableProcessors();
        return dryRun ? tell(sweep, used) : runOrSay(sweep, used);
    }

    private int runOrSay(SweepFile sweep, int used) {
        try {
            return run(sweep, used);
        } catch (StoreFault fault) {
            throw fault.isOfAnotherSweep() ? fault.and(", or --update to keep the runs of points that are the same") : fault;
        }
    }

    private int tell(SweepFile sweep, int used) {
        console.out().print(SweepSummary.plan(sweep, SweepTrial.of(sweep), used));
        return ExitCode.DONE;
    }

    private Function<SweepFile, RunExecutor> engine(int used) {
        return engine.equals(LOCAL)
                ? Sweeps.threads(used)
                : Sweeps.engine(engine, master == null ? "" : master, line -> console.err().println("mergedesk: " + line));
    }

    private int run(SweepFile sweep, int used) {
        Path folder = out != null ? out : FolderName.of(file, List.of());
        if (update) {
            Sweeps.update(sweep, folder).ifPresent(kept -> console.out().printf(Locale.ROOT, "%,d of %,d points are the same: their %,d runs are kept.%n", kept.points(), sweep.points(), kept.runs()));
        }
        boolean drawn = !quiet && ProgressWatcher.hasTerminal();
        try (ProgressWatcher watcher = new ProgressWatcher(console, !quiet && !drawn)) {
            Swept swept = drawn ? drawn(sweep, folder, used, watcher) : Sweeps.sweep(sweep, folder, engine(used), watcher);
            Sweeping.Outcome outcome = swept.outcome();
            outcome.failures().stream().limit(SHOWN).forEach(failure -> console.err().println("mergedesk: " + SweepSummary.failure(failure)));
            if (outcome.failed() > SHOWN) {
                console.err().printf(Locale.ROOT, "mergedesk: %,d failures in all; mergedesk query %s \"SELECT * FROM failures\" lists them%n", outcome.failed(), folder);
            }
            swept.warnings().forEach(warning -> console.err().println("mergedesk: " + warning));
            console.out().print(SweepSummary.of(sweep, swept, folder));
            if (!outcome.complete()) {
                return ExitCode.INTERRUPTED;
            }
            return outcome.failed() == 0 && swept.report().isPresent() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private Swept drawn(SweepFile sweep, Path folder, int used, ProgressWatcher watcher) {
        SoFar soFar = SoFar.of(sweep);
        try (SweepScreen screen = new SweepScreen(console, watcher, sweep.title(), soFar)) {
            return Sweeps.sweep(sweep, folder, engine(used), screen, soFar);
        }
    }
}
