package mergedesk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mergedesk.store.Exports;
import mergedesk.units.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mergedesk query}. */
@Command(
        name = "query",
        header = "Ask the runs of a sweep in SQL.",
        description = {
            "",
            "Tables: results, runs, long, points, estimates, measures, factors, failures, times, manifest; their",
            "columns stand in simulator/docs/sweeps.md, or: SELECT table_name, column_name FROM duckdb_columns().",
            "Nothing can be changed, and no other file be read.",
            "",
            "Examples:",
            "  mergedesk query volumes \"SELECT * FROM estimates WHERE value < 0.8\"",
            "  mergedesk query volumes \"SELECT agents, avg(offered) FROM results GROUP BY agents\" --csv",
            ""
        },
        mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
    private static final int WIDEST = 40;

    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of a sweep.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "SQL", description = "A query as DuckDB understands it.")
    private String sql;

    @Option(names = "--csv", description = "The answer as CSV, all of it.")
    private boolean csv;

    @Option(names = "--rows", paramLabel = "N", description = "Most rows that are shown. Default: 100.")
    private int rows = 100;

    QueryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Faults.refuse(Faults.belowOne("--rows", rows));
        if (csv) {
            Exports.query(folder, sql, row -> {
                console.out().println(line(row));
                return console.lost().isEmpty(); // nobody reads any more
            });
            return ExitCode.DONE;
        }
        long most = 1L + rows; // with the names of columns
        List<List<String>> shown = new ArrayList<>();
        Exports.query(folder, sql, row -> {
            shown.add(shown.isEmpty() ? row : row.stream().map(QueryCommand::shown).toList());
            return shown.size() <= most;
        });
        boolean complete = shown.size() <= most;
        console.out().print(Columns.of(complete ? shown : shown.subList(0, (int) most)));
        if (!complete) {
            console.out().println("... and more; --rows N shows N of them, --csv all");
        }
        return ExitCode.DONE;
    }

    private static String shown(String text) {
        String line = PlainText.line(text);
        return line.length() > WIDEST ? line.substring(0, WIDEST) + "..." : line;
    }

    private static String line(List<String> cells) {
        return String.join(",", cells.stream().map(cell -> cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell).toList());
    }
}
