package mergedesk.cli;

import java.io.PrintWriter;
import mergedesk.api.Mergedesk;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

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
            "  mergedesk new --out my-desk.yaml                         a first scenario in ten questions",
            "  mergedesk compare unmerged.yaml merged.yaml              the difference, with intervals",
            "  mergedesk solve desk.yaml --vary groups.agents.staffing --until 'sl_answered_of_offered >= 80 %%'",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 a run failed; 2 faults in the input; 3 no Java; 130 interrupted.",
            "Each command explains itself: mergedesk run --help"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {RunCommand.class, CompareCommand.class, SolveCommand.class, CheckCommand.class, NewCommand.class})
public final class Main implements Runnable {
    /** Without a subcommand there is nothing to do but to say what could be done. */
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** Runs a command line and returns its exit code. */
    static int execute(String... args) {
        CommandLine command = new CommandLine(new Main());
        command.setUsageHelpWidth(100);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setParameterExceptionHandler(Main::wrongUsage);
        command.setExecutionExceptionHandler((e, line, result) -> failed(e, line.getErr()));
        return command.execute(args);
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("mergedesk: " + e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.FAULTS;
    }

    private static int failed(Exception e, PrintWriter err) {
        if (e instanceof Faults faults) {
            faults.lines().forEach(err::println);
            err.flush();
            return ExitCode.FAULTS;
        }
        err.println("mergedesk: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
        if (System.getenv("MERGEDESK_DEBUG") != null) {
            e.printStackTrace(err);
        }
        err.flush();
        return ExitCode.FAILED;
    }

    /** The version that the build wrote into the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"mergedesk " + Mergedesk.version(), "Java " + Runtime.version(), "Licence: Apache-2.0"};
        }
    }
}
