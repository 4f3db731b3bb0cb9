package mergedesk.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file says, the reader answers with a scenario or with problems, never with an exception. */
class RandomScenarioTest {
    private static final int ROUNDS = Integer.getInteger("rounds", 500);
    private static final String[] SPLINTERS = {
        "-1",
        "0",
        "5",
        "1e308",
        "999999999999999",
        "NaN",
        "80 %",
        "101 %",
        "-5 min",
        "0 s",
        "1 week",
        "10 / min",
        "null",
        "~",
        "[]",
        "{}",
        "{value: 1}",
        "{value: 1, range: [2, 1], source: S9.9, status: x}",
        "{file: none.csv}",
        "[[[[",
        "}",
        ": ",
        "- ",
        "&a",
        "*a",
        "!!int",
        "\"",
        "'",
        "|",
        ">",
        "\t",
        "#",
        "%",
        "---",
        "<<: *a",
        "mon-fri",
        "24:00",
        "08:30",
        "2011-04-04",
        "always",
        "flat",
        "north",
        "\u00e9",
        "\uD83D\uDE00",
        "\u0085",
        "extends: merged.yaml"
    };

    @TempDir
    Path temporary;

    @Test
    void neverThrows() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RandomScenarioTest: repeat with -Dseed=" + seed);
        Random random = new Random(seed);
        Folder folder = new Folder(temporary).with("none.csv", "time,mon", "08:00,1");
        for (int round = 0; round < ROUNDS; round++) {
            String yaml = mutated(random);
            String set = "flows.calls." + splinter(random) + "=" + splinter(random);
            folder.with("merged.yaml", yaml);
            Reading reading;
            try {
                reading = random.nextInt(4) == 0 ? folder.read(set) : folder.read();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("round " + round + " of -Dseed=" + seed + ", --set " + set + "\n" + yaml, e);
            }
            assertThat(reading.scenario() == null).isEqualTo(!reading.problems().isEmpty());
            assertThat(reading.problems())
                    .allSatisfy(problem -> assertThat(problem.format()).doesNotContain("\n"));
        }
    }

    /** The full scenario, wounded one to six times: a line lost, doubled or swapped, a token replaced, letters turned. */
    private static String mutated(Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(Folder.FULL.split("\n")));
        int wounds = 1 + random.nextInt(6);
        for (int i = 0; i < wounds && !lines.isEmpty(); i++) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(6)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, line);
                case 2 -> lines.set(at, lines.set(random.nextInt(lines.size()), line));
                case 3 -> lines.set(at, replaced(line, random));
                case 4 -> lines.set(at, line.isEmpty() ? line : line.substring(random.nextInt(line.length())));
                default -> lines.set(at, inserted(line, splinter(random), random));
            }
        }
        return String.join("\n", lines);
    }

    private static String replaced(String line, Random random) {
        String[] tokens = line.split("(?<=[ ,:{}\\[\\]])");
        tokens[random.nextInt(tokens.length)] = splinter(random);
        return String.join("", tokens);
    }

    private static String inserted(String line, String splinter, Random random) {
        int at = random.nextInt(line.length() + 1);
        return line.substring(0, at) + splinter + line.substring(at);
    }

    private static String splinter(Random random) {
        return SPLINTERS[random.nextInt(SPLINTERS.length)];
    }

    @Test
    void findsAReadableValueForEveryKindOfNumber() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            double value = Math.floor(random.nextDouble() * 1e9) / 1e6;
            assertThat(Numbers.NUMBER.reader().apply(Numbers.plain(value))).isEqualTo(value);
            assertThat(Times.DURATION.reader().apply(Numbers.plain(value) + " s"))
                    .isEqualTo(Duration.ofNanos(Math.round(value * 1e6) * 1_000));
        }
    }
}
