package mergedesk.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.stats.Estimate;
import mergedesk.stats.Estimate.Method;
import mergedesk.stats.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
    @ParameterizedTest
    @CsvSource({
        "SHARE, 0.8312, 0.0091, 83.1 % ± 0.9",
        "SHARE, 0.99987, 0.00012, 99.99 % ± 0.01",
        "SHARE, 0.5, NaN, 50.0 %",
        "SECONDS, 18.44, 1.1, 18.4 s ± 1.1",
        "SECONDS, 312, 6, 5.2 min ± 0.1",
        "SECONDS, 14400, 1800, 4.0 h ± 0.5",
        "SECONDS, 259199, 0, 72.0 h",
        "SECONDS, 259200, 0, 3.0 days",
        "SECONDS, 1036800, 43200, 12.0 days ± 0.5",
        "SHARE, 0.999871234, 0.0000012, 99.99 %",
        "SHARE, 0.0000123, 0.0000012, 0.001 %",
        "POUNDS, 1234567.4, 8100, '£1,234,600 ± 8,100'",
        "POUNDS, 1234567.4, 0.8, '£1,234,567 ± 1'",
        "NUMBER, 1203344.2, 4813.3, '1,203,300 ± 4,800'",
        "NUMBER, 944299, 3835, '944,300 ± 3,800'",
        "NUMBER, 80, 1234, '100 ± 1,200'",
        "NUMBER, 8048, 28, '8,048 ± 28'",
        "NUMBER, 22.1154, 0.0002, 22.12",
        "NUMBER, 22.1154, 0.012, 22.12 ± 0.01",
        "NUMBER, -0.18423, 0.0049, −0.1842 ± 0.0049",
        "POUNDS, -13405.2, 0, '−£13,405'",
        "NUMBER, 41.23, 3.08, 41.2 ± 3.1",
        "NUMBER, 71.4, 0, 71.4",
        "NUMBER, 1203344, 0, '1,203,344'",
        "NUMBER, 1203344.2, 0.31, '1,203,344'",
        "NUMBER, 0, 0, 0",
        "NUMBER, 80, 0, 80",
        "POUNDS, 335135.14, 0, '£335,135'",
        "NUMBER, 12, NaN, 12",
        "NUMBER, NaN, NaN, –"
    })
    void writesValueAndHalfWidthAlike(Measure.Unit unit, double value, double half, String text) {
        assertThat(new ValueText(unit).text(new Estimate(value, half, 60, Method.MEAN)).replace('\u00a0', ' '))
                .isEqualTo(text);
    }

    /** Ten days of opening hours are not ten days. */
    @Test
    void workingTimeIsInHours() {
        assertThat(ValueText.of("resolution_mean_working").text(864_000).replace('\u00a0', ' ')).isEqualTo("240.0 h");
        assertThat(ValueText.of("resolution_mean").text(864_000).replace('\u00a0', ' ')).isEqualTo("10.0 days");
    }

    @Test
    void differencesOfSharesArePoints() {
        Estimate up = new Estimate(0.0312, 0.004, 60, Method.PAIRED);
        assertThat(ValueText.SHARE.difference(up).replace('\u00a0', ' ')).isEqualTo("+3.1 points ± 0.4");
        assertThat(new ValueText(Measure.Unit.NUMBER).difference(new Estimate(0.00001, 0.0001, 60, Method.PAIRED), 22.12, 22.12).replace('\u00a0', ' ')).isEqualTo("0.00");
        assertThat(new ValueText(Measure.Unit.NUMBER).difference(new Estimate(-0.6231, 0.0093, 60, Method.PAIRED), 1.662, 1.039).replace('\u00a0', ' ')).isEqualTo("−0.623 ± 0.009");
        Estimate down = new Estimate(-12, 1.3, 60, Method.PAIRED);
        assertThat(new ValueText(Measure.Unit.SECONDS).difference(down).replace('\u00a0', ' ')).isEqualTo("−12.0 s ± 1.3");
        assertThat(new ValueText(Measure.Unit.SECONDS).size(down).replace('\u00a0', ' ')).isEqualTo("12.0 s ± 1.3");
    }
}
