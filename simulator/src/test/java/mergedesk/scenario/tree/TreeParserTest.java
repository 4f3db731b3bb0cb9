package mergedesk.scenario.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeParserTest {
    private static final String LETTERS = "0159 aEnx./%#:,-_'\"[]{}&*!|>?@~\t";

    private static Tree parsed(String text) {
        return new TreeParser("file", Path.of("folder"), new Faults()).parse(text);
    }

    /** A single line is no number with a unit to the parser when a line ends behind it, so that both ways are compared. */
    @Test
    void aNumberWithItsUnitIsWhatYamlReads() {
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder().append(random.nextInt(10));
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(random.nextBoolean() ? 12 : LETTERS.length())));
            }
            assertThat(parsed(text.toString())).as(text.toString()).isEqualTo(parsed(text + "\n"));
        }
        assertThat(parsed("4101.5 / week")).isEqualTo(new Tree.Leaf(new Place("file", Path.of("folder"), 1, 1), "4101.5 / week"));
    }
}
