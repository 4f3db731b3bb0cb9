package mergedesk.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.report.chart.Chart;
import mergedesk.report.text.ChanceText;
import mergedesk.report.text.DifferenceText;
import mergedesk.report.text.OutageDayText;
import mergedesk.report.text.PostsText;
import mergedesk.report.text.TargetWait;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Difference;
import mergedesk.results.Parts;

/** report.html of a comparison as the templates of its sections read it; made when asked for, as {@link StudyPage} is. */
public final class ComparePage {
    private static final int MOST_DRAWN = 4;

    private final Comparison comparison;
    private final Parts parts;

    ComparePage(Comparison comparison, Parts parts) {
        this.comparison = comparison;
        this.parts = parts;
    }

    /** A side: what it is called, and what ran. */
    public record Side(String letter, String name, String description, List<Fact> facts) {}

    /** What a side shows against the base: the sentence to take home, what days with stated outages are like, and what else there is to say. */
    public record Answer(String letter, String name, String headline, Optional<String> confidence, List<String> days, List<String> sentences) {}

    /** The long list of one side. */
    public record Everything(String letter, String name, List<Grid> tables) {}

    /** Two by name; of more the base, as names with commas in a row cannot be told apart: all stand below, one a line. */
    static String title(Comparison comparison) {
        List<String> names = comparison.sides().stream().map(Comparison.Side::name).toList();
        return names.get(0) + " against " + (names.size() == 2 ? names.get(1) : names.size() - 1 + " others");
    }

    public String title() {
        return title(comparison);
    }

    /** Of all sides together: where each asks its own, none is the comparison's. */
    public String question() {
        List<String> asked = comparison.sides().stream().map(side -> side.study().question()).distinct().toList();
        return asked.size() == 1 ? comparison.question() : "";
    }

    public List<Answer> answers() {
        return comparison.others().stream()
                .map(side -> {
                    DifferenceText text = new DifferenceText(comparison, side);
                    return new Answer(side.letter(), side.name(), text.headline(), text.confidence(), new OutageDayText(comparison, side).sentences(), text.further());
                })
                .toList();
    }

    /** Whether several are compared with the base, so that each must be named. */
    public boolean isOfSeveral() {
        return comparison.others().size() > 1;
    }

    /** Whether all sides met the same callers. */
    public boolean isOfSamePeople() {
        return comparison.isOfSamePeople();
    }

    /** Targets and whether they hold on each side. */
    public Optional<Grid> verdicts() {
        return new CompareGrids(comparison).verdicts();
    }

    /** How likely each plan comes in time, and what results decide; none where no date is drawn or decided. */
    public List<String> chances() {
        return Stream.concat(ChanceText.ofPlans(comparison).stream(), PostsText.ofPlans(comparison).stream()).toList();
    }

    /** What T is. */
    public String targetWait() {
        return parts.make("Target wait", "", () -> TargetWait.explained(comparison.sides().stream().flatMap(side -> side.study().desks().stream())));
    }

    /** The steps of each plan that there is. */
    public List<Grid> plans() {
        return comparison.sides().stream().limit(MOST_DRAWN).flatMap(side -> new PlanGrid(side.study()).grid("plan-" + side.letter(), "Steps of the plan of " + side.letter()).stream()).toList();
    }

    /** The main numbers of everything together, side by side. */
    public Grid main() {
        return new CompareGrids(comparison).main();
    }

    /** Every council, side by side; none when there is but one. */
    public Optional<Grid> councils() {
        return new CompareGrids(comparison).councils();
    }

    /** Months in which councils are worse off than on side A; none in a short run. */
    public Optional<Grid> worseMonths() {
        return new CompareGrids(comparison).worseMonths();
    }

    /** How long applications are up; none where none ever fails. */
    public Optional<Grid> applications() {
        return new CompareGrids(comparison).applications();
    }

    /** Where an application is down for much less time, and yet about as often. */
    public List<String> shorterNotFewer() {
        return new CompareApplications(comparison).sentences();
    }

    public List<Chart> charts() {
        return new CompareCharts(comparison, parts).all();
    }

    /** What was understood of each side; none of many sides, which would be a wall. */
    public List<Chart> models() {
        return comparison.sides().size() > MOST_DRAWN
                ? List.of()
                : comparison.sides().stream()
                        .flatMap(side -> new ModelPicture(side.study()).chart("model-" + side.letter(), side.letter() + ": " + side.name()).stream())
                        .toList();
    }

    public List<Everything> everything() {
        return comparison.others().stream()
                .map(side -> new Everything(side.letter(), side.name(), new DifferenceGrids(comparison, side).all()))
                .toList();
    }

    public Optional<Grid> equations() {
        return Equations.grid(comparison.measures());
    }

    public List<Side> sides() {
        return comparison.sides().stream()
                .map(side -> new Side(side.letter(), side.name(), side.study().description(), RunFacts.of(side.study().manifest())))
                .toList();
    }

    /** B minus A, C minus A. */
    public String subtractions() {
        return comparison.others().stream().map(side -> side.letter() + " minus A").collect(Collectors.joining(", "));
    }

    public List<String> methods() {
        return RunFacts.methods(comparison.others().stream().flatMap(Comparison.Side::all).map(Difference::difference));
    }
}
