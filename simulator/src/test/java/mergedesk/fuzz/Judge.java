package mergedesk.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mergedesk.FairClock;
import mergedesk.api.ScenarioFile;
import mergedesk.cli.Console;
import mergedesk.cli.Main;
import mergedesk.units.PlainText;

/** Says what is wrong with what the program makes of an input: nothing, whatever the input. */
final class Judge {
    private static final Pattern OF_JAVA = Pattern.compile("Exception|\\bjava\\.|\\bat mergedesk|Error:|[a-z]@[0-9a-f]{6}|Cannot invoke");

    private static final long NOTICEABLE_NANOS = 1_000_000_000;
    private static final double MOST_READING_SECONDS = 2; // of the fair clock

    private final Path folder;
    private Counts counts = new Counts(0, 0, 0, 0);

    /**
     * What inputs have been.
     *
     * @param sound scenarios that could be run, or commands that were carried out
     * @param finished of which all was run
     * @param compared with what the reference model makes of them
     */
    record Counts(int inputs, int sound, int finished, int compared) {
        Counts and(boolean isSound, boolean isFinished, boolean isCompared) {
            return new Counts(inputs + 1, sound + (isSound ? 1 : 0), finished + (isFinished ? 1 : 0), compared + (isCompared ? 1 : 0));
        }
    }

    Judge(Path folder) {
        this.folder = folder;
    }

    /** What the inputs so far have been. */
    Counts counts() {
        return counts;
    }

    /** The complaint, or nothing. Exceptions are complaints as well; whoever calls catches them. */
    Optional<String> judge(Input input) throws IOException {
        input.lay(folder);
        return input.args().isEmpty() ? scenario() : command(input);
    }

    private Optional<String> scenario() {
        long start = System.nanoTime();
        ScenarioFile file = ScenarioFile.read(folder.resolve(Input.SCENARIO), List.of());
        if (System.nanoTime() - start > NOTICEABLE_NANOS) { // it, or the machine at something else
            double seconds = FairClock.secondsOf(() -> ScenarioFile.read(folder.resolve(Input.SCENARIO), List.of()));
            if (seconds > MOST_READING_SECONDS) {
                return Optional.of("reading took " + seconds + " s");
            }
        }
        Optional<String> complaint = lines(file.faults());
        if (complaint.isPresent() || !file.isSound()) {
            counts = counts.and(false, false, false);
            return complaint;
        }
        file.summary();
        RunLaws laws = new RunLaws(file);
        complaint = laws.complaint();
        counts = counts.and(true, laws.finished(), laws.compared());
        return complaint;
    }

    private static Optional<String> lines(List<String> lines) {
        for (String line : lines) {
            if (!PlainText.line(line).equals(line)) {
                return Optional.of("a line that is not plain: " + line);
            }
            if (OF_JAVA.matcher(withoutQuotes(line)).find()) {
                return Optional.of("words of the machine: " + line);
            }
        }
        return Optional.empty();
    }

    /** What the user wrote may say anything. */
    private static String withoutQuotes(String line) {
        return line.replaceAll("\"[^\"]*\"", "\"\"");
    }

    private Optional<String> command(Input input) throws IOException {
        if (!RunLaws.areShort(files(input), sets(input))) {
            counts = counts.and(false, false, false);
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(Input.bytes(input.answers()));
        int code = Main.execute(new Console(StandardCharsets.UTF_8, in, out, err), input.argsIn(folder));
        counts = counts.and(code == 0, code == 0, false);
        String said = err.toString(StandardCharsets.UTF_8);
        if (code != 0 && code != 2) {
            return Optional.of("exit code " + code + ": " + said);
        }
        if (code == 2 && said.isBlank()) {
            return Optional.of("exit code 2 without a word");
        }
        List<String> lines = new ArrayList<>(out.toString(StandardCharsets.UTF_8).lines().toList());
        lines.addAll(said.lines().toList());
        return lines(lines);
    }

    private List<Path> files(Input input) {
        return input.args().stream()
                .filter(arg -> arg.startsWith(Input.FOLDER) && arg.endsWith(".yaml"))
                .map(arg -> Path.of(arg.replace(Input.FOLDER, folder.toString())))
                .toList();
    }

    private static List<String> sets(Input input) {
        List<String> sets = new ArrayList<>();
        for (int i = 0; i + 1 < input.args().size(); i++) {
            if (input.args().get(i).equals("--set")) {
                sets.add(input.args().get(i + 1));
            }
        }
        return sets;
    }
}
