package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mergedesk.report.text.ValueText;
import mergedesk.results.Comparison;
import mergedesk.results.Scope;

/**
 * Says where a side cuts the time that an application is down, but not the number of its outages, as a standby does: people call at each outage, however short.
 */
final class CompareApplications {
    private static final double MUCH = 0.25; // of the time down on the base
    private static final double OF_THAT = 1.0 / 3; // falls the number of outages, at most

    private final Comparison comparison;

    CompareApplications(Comparison comparison) {
        this.comparison = comparison;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Comparison.Side side : comparison.others()) {
            side.study().kpis().stream()
                    .filter(kpi -> kpi.scope().kind() == Scope.Kind.APPLICATION && kpi.measure().equals("downtime"))
                    .forEach(kpi -> sentence(side, kpi.scope()).ifPresent(sentences::add));
        }
        return sentences;
    }

    private Optional<String> sentence(Comparison.Side side, Scope application) {
        Optional<Comparison.Difference> time = side.difference("downtime", application);
        Optional<Comparison.Difference> number = side.difference("outages", application);
        if (time.isEmpty() || number.isEmpty() || number.get().base() <= 0) {
            return Optional.empty();
        }
        double less = 1 - time.get().value() / time.get().base();
        double fewer = 1 - number.get().value() / number.get().base();
        boolean isShown = time.get().difference().value() + time.get().difference().halfWidth() < 0;
        return less >= MUCH && fewer <= OF_THAT * less && isShown
                ? Optional.of(side.letter() + " cuts the time for which " + comparison.names().of(application) + " is down from " + text("downtime", time.get().base()) + " to " + text("downtime", time.get().value())
                        + ", but hardly the number of outages, " + text("outages", number.get().base()) + " on A and " + text("outages", number.get().value()) + " on " + side.letter() + ": they are shorter, not fewer, and people call at each.")
                : Optional.empty();
    }

    private static String text(String measure, double value) {
        return ValueText.of(measure).text(value);
    }
}
