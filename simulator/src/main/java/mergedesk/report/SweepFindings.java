package mergedesk.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.results.SweepStudy;
import mergedesk.results.SweepStudy.Factor;
import mergedesk.results.SweepStudy.Index;
import mergedesk.results.SweepStudy.Level;
import mergedesk.results.SweepStudy.Mean;
import mergedesk.results.SweepStudy.OfFactor;
import mergedesk.results.SweepStudy.Point;
import mergedesk.results.SweepStudy.Ran;
import mergedesk.results.SweepStudy.Response;
import mergedesk.results.SweepStudy.Spot;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;

/** What a sweep shows, in plain sentences. */
public final class SweepFindings {
    private static final int FACTORS_NAMED = 6;
    private static final int PAIRS_NAMED = 3;
    private static final String FILE = ".yaml";
    private static final double NEAR = 0.01;
    private static final Pattern DIGITS = Pattern.compile("\\d+\\.\\d{3,}");

    private final SweepStudy study;

    /** Of a sweep. */
    public SweepFindings(SweepStudy study) {
        this.study = study;
    }

    /** What a measure is called, and where. */
    static String title(Response response) {
        return Measures.title(response.measure().id()) + (response.place().isOverall() ? "" : ", " + response.place());
    }

    static ValueText text(Response response) {
        return ValueText.of(response.measure().id());
    }

    /** What was run, and whether it is all. */
    public List<String> ran() {
        Ran ran = study.ran();
        List<String> sentences = new ArrayList<>();
        String replications = ran.reached() == 0 ? "" : ran.least() == ran.most() ? ", each " + times(ran.least()) : ", each run from " + NumberText.count(ran.least()) + " to " + NumberText.count(ran.most()) + " times";
        sentences.add(NumberText.count(ran.points(), "point") + " of " + NumberText.count(study.factors().size(), "factor") + ", " + design(ran.kind(), study.factors().size()) + replications + ": " + NumberText.count(ran.done(), "run") + ", seed "
                + ran.seed() + ".");
        if (!ran.complete()) {
            sentences.add("Stopped early: " + NumberText.count(ran.done()) + " of " + NumberText.count(ran.asked(), "run") + " are done, and " + NumberText.count(ran.reached()) + " of " + NumberText.count(ran.points(), "point")
                    + " have any. What is shown rests on these; the same command goes on from there.");
        } else if (ran.reached() < ran.points()) {
            sentences.add(NumberText.count(ran.points() - ran.reached(), "point") + " of these " + (ran.points() - ran.reached() == 1 ? "has" : "have") + " no run, and " + (ran.points() - ran.reached() == 1 ? "is" : "are") + " left out of what follows.");
        }
        if (ran.points() > 1) {
            sentences.add(ran.sameCallers()
                    ? "All points met the same people at the same moments, so differences between points are surer than the intervals of each say."
                    : "Each point met people of its own, so differences between points have the chance of both in them.");
        }
        study.together().stream().limit(PAIRS_NAMED).forEach(pair -> sentences.add("The table moves " + study.factors().get(pair.first()).name() + " and " + study.factors().get(pair.second()).name() + " together (correlation "
                + new BigDecimal(pair.correlation()).setScale(2, RoundingMode.HALF_EVEN).toPlainString().replace('-', '−') + "): what is shown of the one by itself is partly due to the other."));
        if (ran.most() == 1) {
            sentences.add("Values have no interval, as no point was run more than once.");
        }
        return sentences;
    }

    private static String times(int replications) {
        return replications == 1 ? "run once" : replications == 2 ? "run twice" : "run " + NumberText.count(replications) + " times";
    }

    private static String design(SweepStudy.Kind kind, int factors) {
        return switch (kind) {
            case FULL -> factors == 1 ? "every value of it" : "every combination of their values";
            case FRACTION -> "a fraction of the combinations of two values each";
            case TABLE -> "as a table lists them";
            case LATIN_HYPERCUBE -> "spread over their ranges (Latin hypercube)";
            case SOBOL -> "spread over their ranges (Sobol sequence)";
            case MORRIS -> "moved one at a time (Morris)";
            case SALTELLI -> "for shares of the variance (Saltelli)";
        };
    }

    /** The best and the worst point of a measure, then what moves it. */
    List<String> of(Response response) {
        if (response.lowest().isEmpty()) {
            return List.of("No point has a value of it.");
        }
        List<String> sentences = new ArrayList<>(ends(response, response.lowest().get(), response.highest().orElseThrow()));
        if (response.valued() > 1 && response.valued() < study.ran().reached()) {
            sentences.add("It has a value at " + NumberText.count(response.valued()) + " of " + NumberText.count(study.ran().points(), "point") + ".");
        }
        boolean isSame = response.lowest().get().estimate().value() == response.highest().orElseThrow().estimate().value();
        int strongest = response.byStrength().get(0);
        if (study.factors().size() > 1 && !isSame && study.together().stream().noneMatch(pair -> pair.first() == strongest || pair.second() == strongest)) {
            sentences.add(moved(response));
        }
        return sentences;
    }

    private List<String> ends(Response response, Spot lowest, Spot highest) {
        ValueText text = text(response);
        if (lowest.estimate().value() == highest.estimate().value()) {
            return List.of((response.valued() == 1 ? "The one point with a value has " : "The same at every point: ") + text.text(lowest.estimate()) + ".");
        }
        String id = response.measure().id();
        boolean isJudged = response.measure().subject() != Measure.Subject.AGENTS && (Measures.highIsWorse(id) || Measures.lowIsWorse(id)); // idle agents are not what a sweep looks for
        Spot first = isJudged && Measures.highIsWorse(id) ? lowest : highest;
        Spot last = first == lowest ? highest : lowest;
        String sentence = (isJudged ? "Best" : "Highest") + " at " + at(first.point()) + alike(response, first) + ": " + text.text(first.estimate()) + ". " + (isJudged ? "Worst" : "Lowest") + " at " + at(last.point()) + alike(response, last) + ": " + text.text(last.estimate()) + ".";
        boolean overlap = highest.estimate().value() - lowest.estimate().value() <= half(highest.estimate()) + half(lowest.estimate());
        return overlap ? List.of(sentence, "The intervals of the two meet: they may not differ at all.") : List.of(sentence);
    }

    private static String alike(Response response, Spot spot) {
        long others = response.estimates().stream().filter(estimate -> estimate.value() == spot.estimate().value()).count() - 1;
        return others <= 0 ? "" : " and " + NumberText.count(others, "other point");
    }

    private static double half(Estimate estimate) {
        return Double.isNaN(estimate.halfWidth()) ? 0 : estimate.halfWidth();
    }

    /** The value of each factor at a point; of very many, of some. */
    String at(Point point) {
        String values = IntStream.range(0, Math.min(FACTORS_NAMED, study.factors().size()))
                .mapToObj(i -> study.factors().get(i).name() + " " + brief(study.factors().get(i), point.values().get(i).text()))
                .collect(Collectors.joining(", "));
        boolean isCut = study.factors().size() > FACTORS_NAMED;
        return isCut || study.ran().kind().isSpread() ? values + (isCut ? " …" : "") + " (point " + point.number() + ")" : values;
    }

    /** A value of a factor to a hundredth of its range or so, as nobody reads more: 0.83 / min. Exact ones stand in responses.csv. */
    static String brief(Factor factor, String text) {
        if (!factor.isNumber()) {
            return withoutWay(factor, text);
        }
        double range = factor.levels().get(factor.levels().size() - 1).high() - factor.levels().get(0).low();
        return DIGITS.matcher(text).replaceAll(number -> brief(new BigDecimal(number.group()), range));
    }

    /** Scenario files by their names, without the way to the folder in which all of them lie. */
    private static String withoutWay(Factor factor, String text) {
        List<String> files = factor.levels().stream().map(Level::text).toList();
        if (!files.stream().allMatch(file -> file.endsWith(FILE))) {
            return text;
        }
        String folder = files.get(0).substring(0, files.get(0).lastIndexOf('/') + 1);
        for (String file : files) {
            while (!file.startsWith(folder)) {
                folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
            }
        }
        return text.substring(folder.length(), text.length() - FILE.length());
    }

    private static String brief(BigDecimal number, double range) {
        int decimals = 2;
        for (double of = range; of < 1 && decimals < number.scale(); of *= 10) {
            decimals++;
        }
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_EVEN);
        boolean isNear = rounded.subtract(number).abs().doubleValue() <= number.doubleValue() * NEAR;
        return isNear ? rounded.stripTrailingZeros().toPlainString() : number.toPlainString();
    }

    private String moved(Response response) {
        int strongest = response.byStrength().get(0);
        String name = study.factors().get(strongest).name();
        if (Double.isNaN(response.strength(strongest))) {
            return "Too few points have a value to say what moves it.";
        }
        if (response.indices().isPresent()) {
            Index total = response.indices().get().total().get(strongest);
            return "Most of it is due to " + name + ": " + share(total) + " of its variance, what it does together with others included.";
        }
        ValueText text = text(response);
        if (response.elementary().isPresent()) {
            OfFactor of = response.elementary().get().factors().get(strongest);
            return "Moved most by " + name + ": across its whole range by " + text.size(new Estimate(of.muStar(), of.halfWidth(), 1, Estimate.Method.MEAN)) + " on average, whichever way.";
        }
        List<Mean> means = response.effects().byFactor().get(strongest).stream().filter(mean -> !Double.isNaN(mean.value())).toList();
        Mean low = means.stream().min(Comparator.comparingDouble(Mean::value)).orElseThrow();
        Mean high = means.stream().max(Comparator.comparingDouble(Mean::value)).orElseThrow();
        List<Mean> all = response.effects().byFactor().get(strongest);
        Factor factor = study.factors().get(strongest);
        String from = brief(factor, factor.levels().get(all.indexOf(low)).text());
        String to = brief(factor, factor.levels().get(all.indexOf(high)).text());
        double chance = StrictMath.hypot(half(estimate(low)), half(estimate(high)));
        if (high.value() - low.value() <= chance) {
            return study.ran().kind().isSpread() ? "What each factor does by itself is not more than what may be due to which points there are: more points would tell." : "No factor by itself moves it by more than chance might.";
        }
        return "Moved most by " + name + ": on average over " + (study.factors().size() == 2 ? study.factors().get(1 - strongest).name() : "the others") + " " + text.text(estimate(low)) + " at " + from + ", "
                + text.text(estimate(high)) + " at " + to + ".";
    }

    /** With the interval that fits the design: where points are spread over ranges, which points there are is chance too. */
    Estimate estimate(Mean mean) {
        return new Estimate(mean.value(), study.ran().kind().isSpread() ? mean.spread() : mean.noise(), mean.points(), Estimate.Method.MEAN);
    }

    /** 62 % (55 to 70). */
    static String share(Index index) {
        if (Double.isNaN(index.value())) {
            return ValueText.NOTHING;
        }
        return percent(index.value()) + "\u00a0%" + (Double.isNaN(index.low()) ? "" : " (" + percent(index.low()) + " to " + percent(index.high()) + ")");
    }

    private static String percent(double share) {
        String text = NumberText.whole(100 * share);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /** Each measure in a line, for a console. */
    public List<String> measures(int most) {
        return study.responses().stream().limit(most).map(response -> (title(response) + ". " + String.join(" ", of(response))).replace('\u00a0', ' ')).toList();
    }

    /** The title of a measure, for a line of a console. */
    public static String title(Measure measure) {
        return Measures.title(measure.id());
    }

    /** A value of it; nothing where there is none. */
    public static String value(Measure measure, double value) {
        return Double.isNaN(value) ? "" : ValueText.of(measure.id()).text(value).replace('\u00a0', ' ');
    }
}
