package mergedesk.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import mergedesk.api.Beginning;
import mergedesk.units.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mergedesk new}. */
@Command(
        name = "new",
        header = "Write a first scenario: a dozen questions, an empty answer takes the default.",
        description = {
            "",
            "Everything that is not asked gets a default value with its range and source, marked as an assumption:",
            "replace them one by one by what you know. An existing file is never overwritten.",
            "",
            "Example:",
            "  mergedesk new --out my-desk.yaml",
            ""
        },
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    private static final String SCHEMA = "schema.json";

    private final Console console;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write. Default: ${DEFAULT-VALUE}", defaultValue = "scenario.yaml")
    private Path out;

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Outputs outputs = new Outputs(console, List.of());
        Optional<Sink> file = outputs.newFile("--out", out);
        outputs.requireAll();
        Optional<String> yaml = Beginning.ask(console.in(), console.err());
        if (yaml.isEmpty()) {
            return ExitCode.FAULTS;
        }
        byte[] text = schemaNamed(yaml.get()).getBytes(StandardCharsets.UTF_8);
        if (file.orElseThrow().write(stream -> stream.write(text)).isPresent()) {
            console.out().println("Written: " + out);
            console.out().println("Next:    " + Console.command() + " run " + out);
        }
        return ExitCode.DONE;
    }

    /** The text with the first line naming the schema of this checkout as seen from the file, so that editors find it. */
    private String schemaNamed(String yaml) {
        String home = System.getProperty("mergedesk.home");
        if (home == null) {
            return yaml;
        }
        Path schema = Path.of(home, "scenarios", SCHEMA).toAbsolutePath().normalize();
        Path folder = out.toAbsolutePath().normalize().getParent();
        boolean sameRoot = schema.getRoot().equals(folder.getRoot());
        Path way = sameRoot ? folder.relativize(schema) : schema;
        return yaml.replaceFirst("\\$schema=\\S+", "\\$schema=" + Matcher.quoteReplacement(PlainText.line(way.toString().replace('\\', '/'))));
    }
}
