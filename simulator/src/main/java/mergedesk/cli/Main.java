package mergedesk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import mergedesk.api.Mergedesk;
import mergedesk.api.WrongInput;
import mergedesk.store.StoreFault;
import mergedesk.units.PlainText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code mergedesk}: reads its arguments and answers with an exit code, see {@link ExitCode}. */
@Command(
        name = "mergedesk",
        header = "Simulates council service desks before and after they merge.",
        description = {
            "",
            "A scenario file (YAML) says which contacts come, who answers them and how. Start with one of",
            "these, from the top of the checkout:",
            "",
            "  mergedesk run scenarios/councils/cheshire/merged.yaml    simulate and report",
            "  mergedesk new --out my-desk.yaml                         a first scenario in a dozen questions",
            "  mergedesk compare unmerged.yaml merged.yaml              the difference, with intervals",
            "  mergedesk solve desk.yaml --vary groups.agents.staffing --until 'sl_answered_of_offered >= 80 %%'",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 failed; 2 faults in the input; 3 not started; 130 interrupted.",
            "Each command explains itself: mergedesk run --help. More: README.md and simulator/docs/guide.md."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Runnable {
    private static final int WIDTH = 100;

    private final Console console;

    @Spec
    private CommandSpec command;

    private Main(Console console) {
        this.console = console;
    }

    /** Without a subcommand there is nothing to do but to say what could be done. */
    @Override
    public void run() {
        command.commandLine().usage(console.out());
    }

    public static void main(String[] args) {
        // For libraries; our own code asks for a language wherever one could matter.
        Locale.setDefault(Locale.ROOT);
        Console console = Console.ofThisProcess();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> tell(console, e));
        System.exit(execute(console, args));
    }

    /** Runs a command line and returns its exit code. Several may run one after another in one process. */
    public static int execute(Console console, String... args) {
        int code;
        try {
            code = new Main(console).commandLine(args.length > 0 ? args[0] : "").execute(args);
        } catch (RuntimeException | Error e) {
            code = tell(console, e);
        }
        Optional<IOException> lost = console.lost();
        lost.ifPresent(e -> console.err().println("mergedesk: not all of the output could be written: " + Reason.of(e)));
        return lost.isPresent() && code == ExitCode.DONE ? ExitCode.FAILED : code;
    }

    /** Says why a command failed, in a line. */
    private static int tell(Console console, Throwable e) {
        if (!console.lost().equals(Optional.of(e))) {
            console.err().println("mergedesk: " + Reason.of(e));
        }
        if (System.getenv("MERGEDESK_DEBUG") != null) {
            e.printStackTrace(console.err());
        }
        return ExitCode.FAILED;
    }

    /** The commands and their options, for whoever wants to parse a command line without running it. */
    public static CommandLine commandLine(Console console) {
        return new Main(console).commandLine("");
    }

    /** Reading what a command says of its options takes time: with the name of a command, only that one is known; with any other word, all are. */
    private CommandLine commandLine(String first) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("run", () -> new RunCommand(console));
        commands.put("compare", () -> new CompareCommand(console));
        commands.put("solve", () -> new SolveCommand(console));
        commands.put("sweep", () -> new SweepCommand(console));
        commands.put("export", () -> new ExportCommand(console));
        commands.put("query", () -> new QueryCommand(console));
        commands.put("check", () -> new CheckCommand(console));
        commands.put("new", () -> new NewCommand(console));
        commands.put("help", HelpCommand::new);
        if (commands.containsKey(first) && !first.equals("help")) {
            commands.keySet().retainAll(Set.of(first));
        }
        CommandLine line = new CommandLine(this);
        commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        return line.setUsageHelpWidth(WIDTH)
                .setExpandAtFiles(false)
                .setOut(console.out())
                .setErr(console.err())
                .registerConverter(Integer.class, text -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .registerConverter(Path.class, Main::path)
                .registerConverter(Long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE))
                .setParameterExceptionHandler(this::wrongUsage)
                .setExecutionExceptionHandler((e, failed, result) -> failed(e));
    }

    private static long whole(String text, long least, long most) {
        // The pattern, because parseLong would take the digits of every script.
        if (text.matches("-?[0-9]{1,19}")) {
            try {
                long value = Long.parseLong(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // More than 64 bits: the message below says it.
            }
        }
        throw new TypeConversionException("found \"" + text + "\": a whole number is needed here, from " + least + " to " + most);
    }

    private static Path path(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // The message below says it.
        }
        throw new TypeConversionException("found " + quoted(text) + ": this cannot be the name of a file or folder here");
    }

    private static String quoted(String text) {
        return '"' + PlainText.line(text) + '"';
    }

    private int wrongUsage(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        boolean top = line.getParent() == null;
        if (e instanceof UnmatchedArgumentException unmatched) {
            console.err().println("mergedesk: " + unmatched(unmatched, top));
        } else {
            console.err().println("mergedesk: " + e.getMessage());
        }
        console.err().println("Try: " + Console.command() + (top ? "" : " " + line.getCommandName()) + " --help");
        return ExitCode.FAULTS;
    }

    private static String unmatched(UnmatchedArgumentException e, boolean top) {
        String first = e.getUnmatched().get(0);
        if (e.isUnknownOption()) {
            List<String> near = e.getSuggestions();
            return "there is no option " + first + (near.isEmpty() ? "" : "; did you mean " + near.get(0) + "?");
        }
        if (!top) {
            return "found \"" + first + "\": one argument too many; put names that hold blanks into quotes";
        }
        return isFile(first)
                ? "say what to do with " + first + ", such as: " + Console.command() + " run " + first
                : "there is no command \"" + first + "\"; the commands are run, compare, solve, sweep, export, query, check and new";
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private int failed(Exception e) {
        if (e instanceof Faults faults) {
            faults.lines().forEach(console.err()::println);
            return ExitCode.FAULTS;
        }
        if (e instanceof WrongInput wrong) {
            wrong.getMessage().lines().forEach(console.err()::println);
            return ExitCode.FAULTS;
        }
        if (e instanceof StoreFault store) {
            store.getMessage().lines().forEach(line -> console.err().println("mergedesk: " + line));
            return ExitCode.FAILED;
        }
        return tell(console, e);
    }

    /** The version that the build wrote into the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"mergedesk " + Mergedesk.version(), "Java " + Runtime.version(), "Licence: Apache-2.0"};
        }
    }
}
