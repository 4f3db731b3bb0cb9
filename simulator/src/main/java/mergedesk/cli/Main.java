package mergedesk.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code mergedesk}: reads its arguments and answers with an exit code. */
@Command(
        name = "mergedesk",
        description = "Simulates merged council service desks and their datacentres.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Runnable {

    /** Without a subcommand there is nothing to do but to say what could be done. */
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** Ends the process with picocli's exit code: 0 for success, 2 for wrong usage. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    /** The version that the build wrote into the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"mergedesk " + (version == null ? "(not packaged)" : version)};
        }
    }
}
