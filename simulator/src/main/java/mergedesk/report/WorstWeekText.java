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
        String which = week.outages().isEmpty() ? ", the one" : " in which something was down while desks were open, the one";
        return of + which + " that fell furthest below what is usual then: " + percent(week.share()) + " answered in time in " + when + ", run " + (week.replication() + 1) + ", where "
                + percent(week.usual()) + " is usual. " + outages() + " An example, not an estimate.";
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
