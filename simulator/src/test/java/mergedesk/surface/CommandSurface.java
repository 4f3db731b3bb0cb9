package mergedesk.surface;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import mergedesk.api.Mergedesk;
import mergedesk.api.SweepInCodeTest;
import mergedesk.cli.Console;
import mergedesk.cli.Main;
import mergedesk.results.ResultCsv;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.store.Exports;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What scripts rely on: commands with their options, exit codes, measures, columns of files and of the tables of a sweep. */
final class CommandSurface {
    private final SortedSet<String> lines = new TreeSet<>();

    private CommandSurface() {}

    /** @param folder an empty one, for a sweep */
    static SortedSet<String> lines(Path folder) throws ReflectiveOperationException {
        CommandSurface surface = new CommandSurface();
        ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
        surface.command("mergedesk", Main.commandLine(new Console(StandardCharsets.UTF_8, new ByteArrayInputStream(new byte[0]), nowhere, nowhere)));
        surface.exitCodes();
        Measure.all().forEach(measure -> surface.lines.add("measure " + measure.id() + ": " + measure.unit().word()));
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
                lines.add(Surface.demand(start, option.longestName()));
            }
        }
        for (PositionalParamSpec file : command.getCommandSpec().positionalParameters()) {
            String argument = "argument " + file.index().min();
            lines.add(start + " " + argument + ", " + file.arity());
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

    /** Those of a sweep with measures of all sorts. */
    private void tables(Path out) {
        Mergedesk.sweep(SweepInCodeTest.made(), out);
        String sql = "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal";
        List<List<String>> columns = new ArrayList<>();
        Exports.query(out, sql, columns::add);
        columns.stream().skip(1).forEach(row -> lines.add("table " + row.get(0) + ": " + row.get(1) + " " + row.get(2))); // after the names of the columns
        Exports.tables().forEach(table -> lines.add("exported " + table));
    }
}
