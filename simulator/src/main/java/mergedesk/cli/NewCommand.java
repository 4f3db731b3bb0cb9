package mergedesk.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mergedesk.api.Beginning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mergedesk new}. */
@Command(
        name = "new",
        header = "Write a first scenario: about ten questions, an empty answer takes the default.",
        description = {
            "",
            "Everything that is not asked gets a default value with its range and source, marked as an assumption:",
            "replace them one by one by what you know. An existing file is never overwritten.",
            ""
        },
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "FILE", description = "File to write. Default: ${DEFAULT-VALUE}", defaultValue = "scenario.yaml")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out)) {
            throw new Faults(List.of("--out: found " + out + ": the file exists; choose another name"));
        }
        PrintWriter questions = new PrintWriter(System.err, true);
        Optional<String> yaml = Beginning.ask(new InputStreamReader(System.in, StandardCharsets.UTF_8), questions);
        if (yaml.isEmpty()) {
            return ExitCode.INTERRUPTED;
        }
        Files.writeString(out, yaml.get(), StandardOpenOption.CREATE_NEW);
        System.out.println("Written: " + out);
        System.out.println("Next:    mergedesk run " + out);
        return ExitCode.DONE;
    }
}
