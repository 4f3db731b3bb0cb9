package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.results.SweepCsv;
import mergedesk.results.SweepStudy;
import mergedesk.results.SweepStudy.Factor;
import mergedesk.results.SweepStudy.Indices;
import mergedesk.results.SweepStudy.OfFactor;
import mergedesk.results.SweepStudy.Response;
import mergedesk.stats.Estimate;

/** Tables of a sweep's report. */
final class SweepGrids {
    private static final int MOST_ROWS = 30;
    private static final int LEVELS_NAMED = 8;

    private final SweepStudy study;

    SweepGrids(SweepStudy study) {
        this.study = study;
    }

    private static String cut(int all, String what, String where) {
        return all > MOST_ROWS ? "The first " + MOST_ROWS + " of " + NumberText.count(all) + " " + what + "; all are in " + where + "." : "";
    }

    /** What was varied. */
    Grid factors() {
        List<List<String>> rows = study.factors().stream().limit(MOST_ROWS).map(factor -> List.of(factor.name(), factor.moves(), values(factor))).toList();
        return new Grid("factors", "Factors", cut(study.factors().size(), "factors", SweepCsv.EFFECTS), List.of(Grid.words("Factor"), Grid.code("What it moves"), Grid.words("Values")), rows);
    }

    private static String values(Factor factor) {
        List<String> texts = factor.levels().stream().map(level -> SweepFindings.brief(factor, level.text())).toList();
        if (texts.isEmpty()) {
            return ValueText.NOTHING;
        }
        if (factor.isBanded()) {
            return texts.get(0).replaceFirst(" to .*", "") + " to " + texts.get(texts.size() - 1).replaceFirst(".* to ", "");
        }
        int more = texts.size() - LEVELS_NAMED;
        return more <= 0 ? String.join(", ", texts) : String.join(", ", texts.subList(0, LEVELS_NAMED - 1)) + " … " + texts.get(texts.size() - 1) + " (" + texts.size() + " values)";
    }

    /** What cannot be told apart in a fraction; none of other designs. */
    Optional<Grid> aliases() {
        if (study.aliases().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = study.aliases().stream().limit(MOST_ROWS).map(alias -> List.of(alias.effect(), String.join(", ", alias.others()))).toList();
        return Optional.of(new Grid("aliases", "Effects that this fraction cannot tell apart", cut(study.aliases().size(), "effects", SweepCsv.ALIASES), List.of(Grid.words("What shows as"), Grid.words("may as well be")), rows));
    }

    /** Numbers behind the strength of factors, those first that matter most: of a Morris or Saltelli design. */
    List<Grid> strengths(Response response, String id) {
        List<Integer> order = response.byStrength().stream().limit(MOST_ROWS).toList();
        String note = cut(study.factors().size(), "factors", response.elementary().isPresent() ? SweepCsv.ELEMENTARY : SweepCsv.INDICES);
        List<Grid> grids = new ArrayList<>();
        response.elementary().ifPresent(found -> grids.add(new Grid(
                id + "-elementary",
                "Effect of each factor across its range, over " + NumberText.count(found.counted()) + " trajectories" + (found.leftOut() > 0 ? "; " + found.leftOut() + " lack a value and are left out" : ""),
                note,
                List.of(Grid.words("Factor"), Grid.number("Mean size, μ*"), Grid.number("Mean, μ"), Grid.number("Deviation, σ")),
                order.stream().map(i -> elementary(response, i, found.factors().get(i))).toList()).folding()));
        response.indices().ifPresent(found -> grids.addAll(indices(found, order, note, id)));
        return grids;
    }

    private List<String> elementary(Response response, int factor, OfFactor of) {
        ValueText text = SweepFindings.text(response);
        return List.of(
                study.factors().get(factor).name(),
                text.size(new Estimate(of.muStar(), of.halfWidth(), 1, Estimate.Method.MEAN)),
                text.difference(new Estimate(of.mu(), Double.NaN, 1, Estimate.Method.MEAN)),
                text.size(new Estimate(of.sigma(), Double.NaN, 1, Estimate.Method.MEAN)));
    }

    private List<Grid> indices(Indices found, List<Integer> order, String note, String id) {
        String counted = ", over " + NumberText.count(found.counted()) + " base samples" + (found.leftOut() > 0 ? "; " + found.leftOut() + " lack a value and are left out" : "");
        Grid first = new Grid(
                id + "-indices",
                "Share of the variance due to each factor" + counted,
                note,
                List.of(Grid.words("Factor"), Grid.number("By itself, S"), Grid.number("With all that it does with others, T")),
                order.stream().map(i -> List.of(study.factors().get(i).name(), SweepFindings.share(found.first().get(i)), SweepFindings.share(found.total().get(i)))).toList());
        if (found.second().isEmpty()) {
            return List.of(first);
        }
        List<List<String>> pairs = IntStream.range(0, found.second().size())
                .mapToObj(found.second()::get)
                .sorted((a, b) -> Double.compare(Double.isNaN(b.index().value()) ? -1 : b.index().value(), Double.isNaN(a.index().value()) ? -1 : a.index().value()))
                .limit(MOST_ROWS)
                .map(pair -> List.of(study.factors().get(pair.one()).name() + " × " + study.factors().get(pair.other()).name(), SweepFindings.share(pair.index())))
                .toList();
        return List.of(first, new Grid(id + "-second", "What two factors have together beyond each alone", cut(found.second().size(), "pairs", SweepCsv.INDICES), List.of(Grid.words("Factors"), Grid.number("Share of the variance")), pairs));
    }
}
