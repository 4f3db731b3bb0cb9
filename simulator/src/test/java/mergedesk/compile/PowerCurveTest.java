package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.failures.SharedData;
import mergedesk.scenario.PowerDraw;
import mergedesk.scenario.Watts;
import org.junit.jupiter.api.Test;

/** What machines draw at each load. */
class PowerCurveTest {
    private static final int RESULTS = 515;

    /** Watts of a result at loads of 0 %, 10 % to 100 %. */
    private static double[] watts(NamedCsvRow row) {
        return IntStream.rangeClosed(0, PowerCurve.STEPS)
                .mapToObj(step -> switch (step) {
                    case 0 -> "Average watts @ active idle";
                    case 1 -> "Average watts@10% of target load";
                    default -> "Average watts @ " + 10 * step + "% of target load";
                })
                .mapToDouble(column -> Double.parseDouble(row.getField(column).replace(",", "")))
                .toArray();
    }

    /** The shape is the median of published results, and idle over full has the median that DEFAULTS.md states. */
    @Test
    void usualShapeIsTheMedianOfPublishedResults() throws IOException {
        List<double[]> results = new ArrayList<>();
        try (BufferedReader text = SharedData.open("specpower/ssj2008-results-20160613.csv.xz");
                NamedCsvReader rows = NamedCsvReader.builder().build(text)) {
            rows.forEach(row -> results.add(watts(row)));
        }
        assertThat(results).hasSize(RESULTS);
        assertThat(median(results.stream().mapToDouble(watts -> watts[0] / watts[PowerCurve.STEPS]).toArray())).isCloseTo(0.295, within(0.0005));
        for (int step = 0; step <= PowerCurve.STEPS; step++) {
            int at = step;
            double shape = median(results.stream().mapToDouble(watts -> (watts[at] - watts[0]) / (watts[PowerCurve.STEPS] - watts[0])).toArray());
            assertThat(PowerCurve.USUAL_SHAPE.get(step)).as("at %d %%", 10 * step).isCloseTo(shape, within(0.0005));
        }
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    @Test
    void usualCurveIsALineThroughItsPoints() {
        PowerDraw draw = PowerDraw.of(400);
        assertThat(PowerCurve.watts(draw, 0)).isEqualTo(180);
        assertThat(PowerCurve.watts(draw, 1)).isEqualTo(400);
        assertThat(PowerCurve.watts(draw, 0.3)).isCloseTo(400 * (0.45 + 0.55 * 0.321), within(1e-9));
        assertThat(PowerCurve.watts(draw, 0.25)).isCloseTo(400 * (0.45 + 0.55 * (0.237 + 0.321) / 2), within(1e-9));
        assertThat(PowerCurve.watts(draw.with(PowerDraw::idle, 0.2), 0.3)).isCloseTo(400 * (0.2 + 0.8 * 0.321), within(1e-9));
    }

    @Test
    void curveOfOnesOwnHoldsInstead() {
        PowerDraw draw = new PowerDraw(new Watts(1000), null, List.of(0.5, 0.6, 0.7, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.9, 1.0));
        assertThat(PowerCurve.watts(draw, 0.05)).isCloseTo(550, within(1e-9));
        assertThat(PowerCurve.watts(draw, 0.5)).isCloseTo(800, within(1e-9));
        assertThat(PowerCurve.watts(draw, 1)).isEqualTo(1000);
    }
}
