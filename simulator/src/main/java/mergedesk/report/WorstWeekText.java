package mergedesk.report;

import java.util.Comparator;
import mergedesk.report.chart.Chart;
import mergedesk.report.chart.WorstWeekChart;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.WorstWeek;

/** The worst week in words, and its chart. */
final class WorstWeekText {
    private final Study study;
    private final WorstWeek week;

    WorstWeekText(Study study, WorstWeek week) {
        this.study = study;
        this.week = week.named(application -> study.names().of(Scope.Kind.APPLICATION, application));
    }

    Chart chart() {
        return WorstWeekChart.of("worst-week-chart", "Hour by hour", finding(), week);
    }

    private String finding() {
        String when = new PeriodText(study.manifest()).name(Scope.Kind.WEEK, week.week());
        String of = week.replications() == 1 ? "Of all weeks of the one run" : "Of all weeks of all " + week.replications() + " runs";
        String share = percent(week.share()) + " answered in time in " + when + ", run " + (week.replication() + 1);
        boolean anyDown = !week.outages().isEmpty();
        String found;
        if (week.usualThen()) {
            found = (anyDown ? " in which something was down while desks were open" : "") + ", the one that fell furthest below what is usual then: " + share + ", where " + percent(week.usual()) + " is usual. ";
        } else {
            found = ", the one in which " + (anyDown ? "outages met most contacts: " : "fewest were answered in time: ") + share + ". "
                    + (anyDown ? "Too few runs had no outage then to say what is usual then; over all weeks it is " : "Over all weeks it is ") + percent(week.usual()) + ". ";
        }
        return of + found + outages() + " An example, not an estimate.";
    }

    private static String percent(double share) {
        return NumberText.whole(100 * share) + "\u00a0%";
    }

    private String outages() {
        return week.outages().stream()
                .max(Comparator.comparingDouble(outage -> outage.toSeconds() - outage.fromSeconds()))
                .map(longest -> number() + " began or went on in it, the longest of " + longest.what() + ", " + VerdictText.duration(StrictMath.rint(longest.toSeconds() - longest.fromSeconds())) + ".")
                .orElse("Nothing was down in it.");
    }

    private String number() {
        return week.outages().size() == 1 ? "One outage" : week.outages().size() + " outages";
    }
}
