package mergedesk.surface;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.api.Mergedesk;
import mergedesk.api.ScenarioFile;
import mergedesk.api.SweepFile;
import mergedesk.api.SweepInCodeTest;
import mergedesk.api.Sweeps;
import mergedesk.cli.Console;
import mergedesk.cli.Main;
import mergedesk.results.ResultCsv;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.store.Exports;
import mergedesk.store.Kept;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What scripts rely on: commands with their options, exit codes, measures, columns of files and of the tables of a sweep. */
final class CommandSurface {
    private final SortedSet<String> lines = new TreeSet<>();

    private CommandSurface() {}

    /** @param folder an empty one, for a sweep */
    static SortedSet<String> lines(Path folder) throws ReflectiveOperationException, IOException {
        CommandSurface surface = new CommandSurface();
        ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
        surface.command("mergedesk", Main.commandLine(new Console(StandardCharsets.UTF_8, new ByteArrayInputStream(new byte[0]), nowhere, nowhere)));
        surface.exitCodes();
        Measure.all().forEach(measure -> surface.lines.add("measure " + measure.id() + ": " + measure.unit().word()));
        Measure.all().stream().filter(measure -> !measure.isQuantile() && !measure.isExact()).forEach(measure -> surface.lines.add("measure " + measure.id() + ": " + measure.scale() + " of what is counted"));
        Stream.of(Estimate.Method.values()).forEach(method -> surface.lines.add("method " + method.id()));
        Map.of(ResultCsv.KPIS, ResultCsv.kpis(List.of()), ResultCsv.DAILY, ResultCsv.daily(List.of()), ResultCsv.PLAN, ResultCsv.plan(List.of()), ResultCsv.POSTS, ResultCsv.posts(List.of()))
                .forEach((file, heading) -> Stream.of(new String(heading, StandardCharsets.UTF_8).strip().split(",")).forEach(column -> surface.lines.add("file " + file + ": column " + column)));
        surface.tables(folder.resolve("out"));
        return surface.lines;
    }

    /** Only the command and those below it. */
    static SortedSet<String> of(String name, CommandLine command) {
        CommandSurface surface = new CommandSurface();
        surface.command(name, command);
        return surface.lines;
    }

    private void command(String name, CommandLine command) {
        String start = "command " + name + ":";
        lines.add(start + " is there");
        for (OptionSpec option : command.getCommandSpec().options()) {
            for (String word : option.names()) {
                lines.add(start + " " + word + (option.arity().max() == 0 ? "" : " takes a value"));
            }
            if (option.required()) {
                lines.add(Surface.demand(start, option.names()[0])); // others are aliases
            }
        }
        for (PositionalParamSpec file : command.getCommandSpec().positionalParameters()) {
            String argument = "argument " + file.index().min();
            lines.add(start + " " + argument + Surface.TIMES + file.arity());
            if (file.arity().min() > 0) {
                lines.add(Surface.demand(start, argument));
            }
        }
        command.getSubcommands().forEach((word, below) -> command(name + " " + word, below));
    }

    private void exitCodes() throws ReflectiveOperationException {
        for (Field code : Class.forName("mergedesk.cli.ExitCode").getDeclaredFields()) {
            if (Modifier.isStatic(code.getModifiers()) && code.getType() == int.class) {
                code.setAccessible(true);
                lines.add("exit code " + code.getInt(null) + ": " + code.getName().toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    /** Those of a sweep with measures of all sorts, in the store and as they are exported; the units of the measures in them; and what a sweep does when it does not say. */
    private void tables(Path out) throws IOException {
        Mergedesk.sweep(SweepInCodeTest.made(), out);
        String sql = "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal";
        List<List<String>> columns = new ArrayList<>();
        Exports.query(out, sql, columns::add);
        columns.stream().skip(1).forEach(row -> lines.add("table " + row.get(0) + ": " + row.get(1) + " " + row.get(2))); // after the names of the columns
        for (String table : Exports.tables()) {
            Path file = out.resolve(table + ".csv");
            Exports.write(out, table, Exports.Form.CSV, file);
            try (Stream<String> rows = Files.lines(file)) {
                Stream.of(rows.findFirst().orElseThrow().split(",")).forEach(column -> lines.add("exported " + table + ": column " + column));
            }
        }
        List<List<String>> units = new ArrayList<>();
        Exports.query(out, "SELECT \"column\", unit FROM measures", units::add);
        units.stream().skip(1).forEach(row -> lines.add("column " + row.get(0) + ": in " + row.get(1)));
        Sweeps.Shown silent = Sweeps.shown(SweepFile.of(Sweep.named("x").vary("agents", "groups.agents.staffing", 5), ScenarioFile.of(SweepInCodeTest.DESK, Path.of("desk"))));
        lines.add("sweep that does not say: " + silent.rule().first() + " replications");
        lines.add("sweep that does not say: " + silent.layout().kept().stream().map(Kept::text).collect(Collectors.joining(", ")));
    }
}
