package mergedesk.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every sampler that is measured has the mean and the variance that it should have. */
class SamplerTest {
    private static final int DRAWS = 300_000;
    private static final double STANDARD_ERRORS = 4.5;

    @ParameterizedTest
    @EnumSource
    void hasItsMoments(Sampler sampler) {
        DoubleSupplier draw = sampler.create(11);
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = draw.getAsDouble() - sampler.mean();
            sum += x;
            squares += x * x;
            fourths += x * x * x * x;
        }
        double variance = squares / DRAWS;
        assertThat(Math.abs(sum / DRAWS)).isLessThanOrEqualTo(STANDARD_ERRORS * Math.sqrt(variance / DRAWS));
        double errorOfVariance = Math.sqrt((fourths / DRAWS - variance * variance) / DRAWS);
        assertThat(Math.abs(variance - sampler.variance())).isLessThanOrEqualTo(STANDARD_ERRORS * errorOfVariance);
        assertThat(errorOfVariance).isLessThanOrEqualTo(0.02 * sampler.variance());
    }
}
