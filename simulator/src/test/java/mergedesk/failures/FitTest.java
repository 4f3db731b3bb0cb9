package mergedesk.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fits are those that are printed, and those that the lengths were drawn with. */
class FitTest {
    /** Millions of revolutions to failure of 23 ball bearings [Lieblein and Zelen 1956], on which textbooks compare these families. */
    private static final double[] BEARINGS = {
        17.88, 28.92, 33.00, 41.52, 42.12, 45.60, 48.48, 51.84, 51.96, 54.12, 55.56, 67.80, 68.64, 68.64, 68.88, 84.12, 93.12, 98.64, 105.12, 105.84, 127.92, 128.04, 173.40
    };

    /** Meeker and Escobar 1998, and scipy.stats 1.17 with location 0. */
    @ParameterizedTest
    @CsvSource({
        "EXPONENTIAL, 1, 72.2243, -121.4349, 0.3068",
        "WEIBULL, 2.1021, 81.8783, -113.6913, 0.1511",
        "LOGNORMAL, 0.5217, 63.4628, -113.1286, 0.0898",
        "GAMMA, 4.0250, 17.9440, -113.0295, 0.1229"
    })
    void fitsOfBallBearings(Family family, double shape, double scale, double logLikelihood, double distance) {
        Lengths bearings = Lengths.of(BEARINGS);

        Fit fit = Fit.of(family, List.of(bearings));

        assertThat(fit.shape()).isCloseTo(shape, within(1e-3));
        assertThat(family.scale(bearings, fit.shape())).isCloseTo(scale, within(1e-2));
        assertThat(fit.logLikelihood()).isCloseTo(logLikelihood, within(1e-3));
        assertThat(fit.distance()).isCloseTo(distance, within(1e-3));
    }

    /** Two machines of which one fails a hundred times as often: one scale for both would make the shape 0.4. The error of the shape is 0.78 × shape ÷ √n. */
    @Test
    void machinesWithRatesOfTheirOwnShareOneShape() {
        double shape = 0.7;
        int lengths = 10_000;
        JDKRandomGenerator random = new JDKRandomGenerator();
        random.setSeed(20);

        List<Lengths> machines = List.of(
                Lengths.of(new WeibullDistribution(random, shape, 1).sample(lengths)), Lengths.of(new WeibullDistribution(random, shape, 100).sample(lengths)));

        Fit best = Fit.all(machines).get(0);
        assertThat(best.family()).isEqualTo(Family.WEIBULL);
        assertThat(best.shape()).isCloseTo(shape, within(4.5 * 0.78 * shape / Math.sqrt(2 * lengths)));
        assertThat(best.distance()).isLessThan(1.63 / Math.sqrt(2 * lengths));
    }

    /** The likelihood is at its top: less anywhere near. */
    @ParameterizedTest
    @CsvSource({"WEIBULL", "LOGNORMAL", "GAMMA"})
    void noShapeNearbyIsLikelier(Family family) {
        List<Lengths> machines = List.of(Lengths.of(BEARINGS), Lengths.of(new Random(3).doubles(50, 0.1, 9).toArray()));
        double best = family.bestShape(machines);
        for (double other : new double[] {best * 0.99, best * 1.01}) {
            assertThat(family.logLikelihood(machines, other)).isLessThan(family.logLikelihood(machines, best));
        }
    }
}
