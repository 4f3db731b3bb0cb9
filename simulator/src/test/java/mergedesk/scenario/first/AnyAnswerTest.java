package mergedesk.scenario.first;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import mergedesk.scenario.io.Folder;
import mergedesk.scenario.io.ScenarioReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What 'mergedesk new' makes of answers that nobody would give, on machines of other languages. */
@Isolated("the default locale is that of all tests")
class AnyAnswerTest {
    @TempDir
    Path temporary;

    /** Whatever is answered, it is asked again or the file can be read, also under a locale with digits of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "ar-EG-u-nu-arab", "fa-IR-u-nu-arabext", "th-TH-u-nu-thai", "tr-TR"})
    void whateverIsAnswered(String language) {
        long seed = Long.getLong("seed", language.hashCode());
        Random random = new Random(seed);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            for (int i = 0; i < 12; i++) {
                String input = random.ints(60, 0, 1).mapToObj(zero -> answer(random) + "\n").collect(Collectors.joining()) + "\n".repeat(14);
                StringWriter out = new StringWriter();
                Optional<Map<String, String>> answers = dialog(input, out);
                assertThat(answers).as("-Dseed=" + seed + "\n" + input + out).isPresent();
                Folder folder = new Folder(temporary).with("merged.yaml", FirstScenario.yaml(answers.orElseThrow()));
                assertThat(folder.faults()).as("-Dseed=" + seed + " " + answers).isEmpty();
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String answer(Random random) {
        StringBuilder answer = new StringBuilder();
        for (int part = random.nextInt(3); part >= 0; part--) {
            answer.append(PARTS[random.nextInt(PARTS.length)]);
            if (random.nextInt(3) == 0) {
                answer.append(random.nextBoolean() ? ", " : " ");
            }
        }
        if (random.nextInt(4) == 0) {
            answer.appendCodePoint(random.nextInt(0x110000));
        }
        return answer.toString().replaceAll("[\\n\\r]", " ");
    }

    private static final String[] PARTS = {
        "", "North", "North East", "East tax", "Tax", "Null", "~", "yes", "-", "#", "{a}", "\"", "'", "\\", ": ", "merged", "separate", "enough",
        "1", "12", "0", "9999999999999", "1e9", "999999999999999", "0.000000001", " / s", " / year", " / min", " s", " min", " weeks", " %", "100",
        "08:00-18:00", "00:00-24:00", "24:00-24:00", "23:45-24:00", "٠٨:٠٠-18:00", "٣", "2025-04-07", "2199-12-31", "1900-01-01", "2011-12-30",
        "é", "İstanbul", "ß", "\uD835\uDFD8", "\u202e", "\u2028", "\u0085", "&a", "*a", "!!int", "|", ">", "? ", "- ", "x".repeat(300), "null", "NaN"
    };

    private static Optional<Map<String, String>> dialog(String input, StringWriter out) {
        return new NewScenarioDialog(new StringReader(input), new PrintWriter(out), new ScenarioReader(Folder.MEASURES)).ask();
    }
}
