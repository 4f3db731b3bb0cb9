package mergedesk.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import mergedesk.results.Study.DeskPicture;

/** What charts of a made-up desk are drawn from. */
final class DeskFixture {
    private DeskFixture() {}

    static DeskPicture desk(String name, int agents, double target) {
        List<String> labels = IntStream.range(0, 48)
                .mapToObj(i -> String.format(Locale.ROOT, "%02d:%02d", i / 2, i % 2 * 30))
                .toList();
        double[] shape = {
            0.42, 0.7, 0.86, 0.92, 0.9, 0.84, 0.78, 0.72, 0.74, 0.79, 0.8, 0.76, 0.7, 0.6, 0.48, 0.36, 0.28
        };
        double[] load = new double[48];
        double[] scheduled = new double[48];
        double[] busy = new double[48];
        for (int i = 0; i < shape.length; i++) {
            load[17 + i] = agents * shape[i] * 0.92;
            scheduled[17 + i] = StrictMath.ceil(agents * Math.min(1, shape[i] * 1.05 + 0.04));
            busy[17 + i] = load[17 + i] * 0.96;
        }
        double[] waits = IntStream.range(0, 301).mapToDouble(i -> i * 2).toArray();
        double[] share = IntStream.range(0, 301)
                .mapToDouble(i -> 1 - 0.42 * StrictMath.exp(-i * 2 / 34.0))
                .toArray();
        double[] days = new double[101];
        double sum = 0;
        for (int i = 50; i <= 100; i++) {
            days[i] = StrictMath.exp(-(i - 86.0) * (i - 86.0) / (i < 86 ? 130 : 40));
            sum += days[i];
        }
        for (int i = 0; i <= 100; i++) {
            days[i] /= sum;
        }
        return new DeskPicture(name, target, labels, load, scheduled, busy, waits, share, days);
    }
}
