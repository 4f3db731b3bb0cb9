package mergedesk.report.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** How often all steps come in time that have to, and which least often; empty where no date is drawn, or none has to be kept. */
    public static Optional<String> inTime(Study study) {
        return study.inTime().map(all -> {
            List<Study.PlannedStep> due = study.plan().stream().filter(step -> step.dates().flatMap(Study.Dates::inTime).isPresent()).toList();
            Study.PlannedStep least = due.stream().min(Comparator.comparingInt(step -> step.dates().flatMap(Study.Dates::inTime).orElseThrow().times())).orElseThrow();
            String of = " of " + NumberText.count(all.draws()) + (isByResults(study) ? " simulated runs" : " draws of the plan’s dates");
            String which = due.size() == 1 ? least.name() + " comes by " : "Every step that has a last date keeps it in " + brief(all) + of + ". Least likely: " + least.name() + ", by ";
            String by = new PeriodText(study.manifest()).moment(least.by().orElseThrow());
            Chance chance = least.dates().flatMap(Study.Dates::inTime).orElseThrow();
            return which + by + (due.size() == 1 ? " in " : ": ") + brief(chance) + (due.size() == 1 ? of : "") + ".";
        });
    }
}
