package mergedesk.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1234567.891, 1, '1,234,567.9'",
        "-1234.5, 0, '-1,234'",
        "999, 0, 999",
        "1000, 0, '1,000'",
        "-0.04, 1, 0.0",
        "0.25, 1, 0.2",
        "0.35, 1, 0.3",
        "Infinity, 1, infinite",
        "-Infinity, 0, -infinite",
        "NaN, 2, –"
    })
    void fixedRoundsHalfToEvenOfTheExactValue(double number, int decimals, String text) {
        assertThat(NumberText.fixed(number, decimals)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.1234, 0.123", "1.234, 1.23", "12.34, 12.3", "123.4, 123", "1234.5, '1,234'", "4, 4", "Infinity, infinite", "NaN, –"})
    void briefHasAboutThreeDigits(double number, String text) {
        assertThat(NumberText.brief(number)).isEqualTo(text);
    }
}
