package mergedesk.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault that a scenario can have, with its whole message. The cases are in fault-messages.txt:
 *
 * <pre>
 * # name of the case
 * 7: line that replaces line 7 of the sound scenario (0: added at its end; several such lines are one case)
 * --set option
 * > expected message
 * </pre>
 */
class FaultMessagesTest {
    private static final Path CASES = Path.of("src/test/resources/mergedesk/scenario/io/fault-messages.txt");

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> saysWhereWhatWhyAndWhatInstead() throws Exception {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(CASES)) {
            if (line.startsWith("# ")) {
                cases.add(new Case(line.substring(2), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            } else if (line.startsWith("--set ")) {
                cases.get(cases.size() - 1).sets.add(line.substring("--set ".length()));
            } else if (line.startsWith("> ")) {
                cases.get(cases.size() - 1).expected.add(line.substring(2));
            } else if (!line.isBlank()) {
                cases.get(cases.size() - 1).changes.add(line);
            }
        }
        assertThat(cases).isNotEmpty();
        return cases.stream().map(one -> DynamicTest.dynamicTest(one.name, () -> check(one)));
    }

    private record Case(String name, List<String> changes, List<String> sets, List<String> expected) {}

    private void check(Case one) {
        List<List<String>> lines = new ArrayList<>();
        Folder.SOUND.forEach(line -> lines.add(new ArrayList<>(List.of(line))));
        boolean[] replaced = new boolean[lines.size()];
        for (String change : one.changes) {
            int colon = change.indexOf(": ");
            int number = Integer.parseInt(change.substring(0, colon));
            if (number == 0) {
                lines.add(List.of(change.substring(colon + 2)));
                continue;
            }
            List<String> line = lines.get(number - 1);
            if (!replaced[number - 1]) {
                line.clear();
                replaced[number - 1] = true;
            }
            line.add(change.substring(colon + 2));
        }
        Folder folder = new Folder(temporary)
                .with("merged.yaml", lines.stream().flatMap(List::stream).toArray(String[]::new));

        String faults = folder.faults(one.sets.toArray(String[]::new));

        assertThat(faults).isEqualTo(String.join("\n", one.expected));
    }
}
