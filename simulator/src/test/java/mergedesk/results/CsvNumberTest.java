package mergedesk.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvNumberTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "0.1, 0.1",
                "0.30000000000000004, 0.3",
                "1203344, 1203344",
                "1e15, 1000000000000000",
                "123456789.0123456, 123456789.012",
                "-2.5e-7, -0.00000025",
                "2e-3, 0.002",
                // Double.toString says 2.0E23 here since JDK 19; before, it said something longer.
                "2e23, 200000000000000000000000",
                "-0.0, 0",
                "NaN, ''",
                "Infinity, inf",
                "-Infinity, -inf"
            })
    void hasTwelveDigitsAndNoExponent(double number, String text) {
        assertThat(CsvNumber.of(number)).isEqualTo(text);
    }
}
