package mergedesk.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TextWidthsTest {
    private static final Offset<Float> TINY = within(1e-4f);

    @Test
    void areTheWidthsOfArial() {
        // Arial's published advances at 2048 units: digits 1139, space 569, W 1933, l 455.
        assertThat(TextWidths.of("0123", 2048)).isEqualTo(4 * 1139, TINY);
        assertThat(TextWidths.of("W l", 2048)).isEqualTo(1933 + 569 + 455, TINY);
        assertThat(TextWidths.of("\u00a0", 2048)).isEqualTo(569, TINY);
    }

    @Test
    void unknownCharactersCountAsTheWidest() {
        assertThat(TextWidths.of("漢", 14)).isGreaterThanOrEqualTo(TextWidths.of("W", 14));
    }

    @Test
    void longNamesKeepTheirStartAndEnd() {
        String fitted = TextWidths.fit("Borough Council of Number 299", 14, 120);
        assertThat(fitted).startsWith("Boroug").contains("…").endsWith("299");
        assertThat(TextWidths.of(fitted, 14)).isLessThanOrEqualTo(120);
        assertThat(TextWidths.fit("Halton", 14, 120)).isEqualTo("Halton");
    }
}
