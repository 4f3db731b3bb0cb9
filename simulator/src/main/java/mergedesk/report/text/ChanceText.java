package mergedesk.report.text;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.results.Comparison;
import mergedesk.results.Study;
import mergedesk.stats.Chance;

/** Chances in words, and how likely a plan comes in time. */
public final class ChanceText {
    private ChanceText() {}

    /** 41 % (38 to 44). */
    public static String brief(Chance chance) {
        return percent(chance.share()) + "\u00a0% (" + percent(chance.low()) + " to " + percent(chance.high()) + ")";
    }

    /** 38 to 44 %. */
    public static String interval(Chance chance) {
        return percent(chance.low()) + " to " + percent(chance.high()) + "\u00a0%";
    }

    /** So much is never said of what may be otherwise: 100 is always, 0 never. */
    private static String percent(double share) {
        String rounded = NumberText.whole(100 * share);
        return share < 1 && rounded.equals("100") ? "> 99" : share > 0 && rounded.equals("0") ? "< 1" : rounded;
    }

    /** Whether results decide any step, so that nothing is known of its dates without runs. */
    public static boolean isByResults(Study study) {
        return study.plan().stream().anyMatch(step -> step.on().isEmpty());
    }

    /** How often all steps come in time that have to, and which least often, and how often those happen that results decide; none where no date is drawn or decided. */
    public static List<String> ofPlan(Study study) {
        PeriodText text = new PeriodText(study.manifest());
        return Stream.concat(
                        study.inTime().map(all -> inTime(study, all, text)).stream(),
                        study.plan().stream().filter(step -> step.on().isEmpty() && step.dates().isPresent()).map(step -> decided(step, text)))
                .toList();
    }

    /** The same of sides of a comparison, each by its letter. */
    public static List<String> ofPlans(Comparison comparison) {
        return comparison.sides().stream().flatMap(side -> ofPlan(side.study()).stream().map(sentence -> side.letter() + ": " + sentence)).toList();
    }

    private static String inTime(Study study, Chance all, PeriodText text) {
        List<Study.PlannedStep> due = study.plan().stream().filter(step -> step.on().isPresent() && step.dates().flatMap(Study.Dates::inTime).isPresent()).toList();
        Study.PlannedStep least = due.stream().min(Comparator.comparingDouble(step -> step.dates().flatMap(Study.Dates::inTime).orElseThrow().share())).orElseThrow();
        Chance chance = least.dates().flatMap(Study.Dates::inTime).orElseThrow();
        String by = text.moment(least.by().orElseThrow());
        return due.size() == 1
                ? least.name() + (study.postsEnd().stream().anyMatch(end -> end.step().equals(least.name())) ? ": the last has gone by " : " comes by ") + by + " in " + brief(chance) + of(chance, study) + "."
                : "Every step that has a last date keeps it in " + brief(all) + of(all, study) + ". Least likely: " + least.name() + ", by " + by + ": " + brief(chance) + ".";
    }

    /** Dates alone are drawn more often than runs are made. */
    private static String of(Chance chance, Study study) {
        return " of " + NumberText.count(chance.draws()) + (chance.draws() == study.manifest().replications() ? " simulated runs" : " draws of the plan’s dates");
    }

    private static String decided(Study.PlannedStep step, PeriodText text) {
        Study.Dates dates = step.dates().orElseThrow();
        String by = dates.inTime().map(chance -> ", by " + text.moment(step.by().orElseThrow()) + " in " + brief(chance)).orElse("");
        String decided = dates.decided().map(chance -> "results decide it in " + brief(chance) + " of " + NumberText.count(chance.draws()) + " simulated runs, and it").orElse("it waits for what results decide, and");
        return "“" + step.name() + "”: " + decided + " happens before the run ends in " + brief(dates.inRun()) + by + ". All other results are means over runs with it and without.";
    }
}
