package mergedesk.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mergedesk.store.Exports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mergedesk export}. */
@Command(
        name = "export",
        header = "Write tables of a sweep as CSV or Parquet.",
        description = {
            "",
            "Rows are ordered by point and replication, without how long anything took, so that the same",
            "sweep gives the same file. Tables:",
            "  results    a row a run: factors, replication, the value of each measure (this one by default)",
            "  runs       the same as numerators and denominators",
            "  long       a row for each run and measure",
            "  points     a row a point: factors, seed, fingerprint of what was run",
            "  estimates  a row for each point and measure: value, half-width (95 %%), number of runs, method",
            "  measures, factors, failures, times",
            "",
            "Examples:",
            "  mergedesk export volumes --parquet",
            "  mergedesk export volumes --csv --table estimates --to estimates.csv",
            ""
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "Folder of a sweep.")
    private Path folder;

    @Option(names = "--csv", description = "As CSV.")
    private boolean csv;

    @Option(names = "--parquet", description = "As Parquet.")
    private boolean parquet;

    @Option(names = "--table", paramLabel = "TABLE", description = "Which table. May be repeated. Default: results.")
    private List<String> tables = new ArrayList<>();

    @Option(names = "--to", paramLabel = "FILE", description = "Name of the file, of one table. Default: DIR/<table>.csv or .parquet.")
    private Path to;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> asked = tables.isEmpty() ? List.of("results") : tables;
        List<String> faults = new ArrayList<>();
        asked.stream().filter(table -> !Exports.tables().contains(table)).forEach(table -> faults.add("--table: found \"" + table + "\": write one of " + String.join(", ", Exports.tables())));
        if (csv == parquet) {
            faults.add("say in which form: --csv or --parquet");
        }
        if (to != null && asked.size() > 1) {
            faults.add("--to names one file, for one --table");
        }
        if (to != null && Files.isDirectory(to)) {
            faults.add("--to: " + to + " is a folder; name a file in it");
        } else if (to != null && !Files.isDirectory(to.toAbsolutePath().getParent())) {
            faults.add("--to: " + to + " is in no folder that is there; make it first");
        }
        Faults.refuse(faults);
        Exports.Form form = csv ? Exports.Form.CSV : Exports.Form.PARQUET;
        for (String table : asked) {
            Path file = to != null ? to : folder.resolve(table + form.ending());
            Exports.write(folder, table, form, file);
            console.out().println("Written: " + file);
        }
        return ExitCode.DONE;
    }
}
