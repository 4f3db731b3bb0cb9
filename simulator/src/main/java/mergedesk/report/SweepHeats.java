package mergedesk.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mergedesk.report.text.Measures;
import mergedesk.report.text.ValueText;
import mergedesk.results.SweepStudy;
import mergedesk.results.SweepStudy.Factor;
import mergedesk.results.SweepStudy.Mean;
import mergedesk.results.SweepStudy.Pair;
import mergedesk.results.SweepStudy.Response;

/** Heat maps of a sweep. */
final class SweepHeats {
    private static final int SHADES = 9;
    private static final int NUMBERED = 12; // columns at most
    private static final int MOST = 30; // levels

    private SweepHeats() {}

    /** Of the two factors that move a measure most; none where there is but one, or a factor has one value only or very many. */
    static Optional<SweepHeat> of(SweepStudy study, Response response, String id) {
        Optional<Pair> maybe = response.effects().heat();
        if (maybe.isEmpty() || response.lowest().isEmpty()) {
            return Optional.empty();
        }
        Pair pair = maybe.get();
        Factor one = study.factors().get(pair.one());
        Factor other = study.factors().get(pair.other());
        if (Math.min(one.levels().size(), other.levels().size()) < 2 || Math.max(one.levels().size(), other.levels().size()) > MOST) {
            return Optional.empty();
        }
        boolean turned = one.levels().size() < other.levels().size(); // the longer one downwards, as pages are
        Factor down = turned ? other : one;
        Factor right = turned ? one : other;
        double[] values = pair.means().stream().flatMap(List::stream).mapToDouble(Mean::value).filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (values.length == 0 || values[0] == values[values.length - 1]) {
            return Optional.empty();
        }
        ValueText text = SweepFindings.text(response);
        double low = values[0];
        double step = (values[values.length - 1] - low) / SHADES;
        List<SweepHeat.Line> lines = IntStream.range(0, down.levels().size())
                .mapToObj(i -> new SweepHeat.Line(SweepFindings.brief(down, down.levels().get(i).text()), IntStream.range(0, right.levels().size())
                        .mapToObj(j -> cell(turned ? pair.means().get(j).get(i) : pair.means().get(i).get(j), text, low, step))
                        .toList()))
                .toList();
        List<SweepHeat.Cell> legend = IntStream.range(0, SHADES).mapToObj(i -> new SweepHeat.Cell(i == 0 ? text.text(low) : i == SHADES - 1 ? text.text(values[values.length - 1]) : "", "shade" + i)).toList();
        String note = study.factors().size() == 2 && !one.isBanded() && !other.isBanded()
                ? "The darker, the higher."
                : "The two factors that move it most; each cell is the mean over " + (study.factors().size() == 2 ? "the points there" : "all values of the others") + ". The darker, the higher; an empty cell has no point.";
        String caption = Measures.capitalised(SweepFindings.title(response)) + " by " + down.name() + " and " + right.name();
        return Optional.of(new SweepHeat(id, caption, note, down.name() + " ↓  " + right.name() + " →", right.levels().stream().map(level -> SweepFindings.brief(right, level.text())).toList(), lines, legend, right.levels().size() <= NUMBERED));
    }

    private static SweepHeat.Cell cell(Mean mean, ValueText text, double low, double step) {
        if (Double.isNaN(mean.value())) {
            return new SweepHeat.Cell("", "");
        }
        int shade = (int) Math.min(SHADES - 1, Math.max(0, (mean.value() - low) / step));
        return new SweepHeat.Cell(text.text(mean.value()), "shade" + shade);
    }
}
