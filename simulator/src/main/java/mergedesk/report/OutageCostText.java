package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.results.OutageCost;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Measure;

/** What an hour of outage of each application costs, in sentences and a table. */
final class OutageCostText {
    private static final ValueText NUMBER = new ValueText(Measure.Unit.NUMBER);

    private final Study study;

    OutageCostText(Study study) {
        this.study = study;
    }

    /** The table; none where nobody asked, or nothing was down. */
    Optional<Grid> grid() {
        return study.outageCost().filter(found -> !found.rows().isEmpty()).map(found -> new Grid(
                "outage-cost",
                "What an hour of outage costs",
                note(found),
                List.of(Grid.words("Application"), Grid.number("Hours down a run, desks open"), Grid.number("Contacts"), Grid.number("Give up or are blocked"),
                        Grid.number("Not answered in time"), Grid.number("Agent-hours")),
                found.rows().stream().map(this::row).toList()).folding());
    }

    private String note(OutageCost found) {
        List<String> sentences = new ArrayList<>();
        sentences.add(found.rows().stream()
                .filter(row -> row.late().value() > row.late().halfWidth())
                .findFirst()
                .map(row -> "An hour without " + name(row) + " costs most, as far as these runs can tell: " + NUMBER.size(row.late()) + " more people are not answered in time.")
                .orElse("None costs so much that these runs can tell it from chance."));
        sentences.add("All but the first column is more than if that application never failed, for each hour for which it is down while a desk is open; what follows the outage is in it. Pairs of "
                + NumberText.count(found.replications(), "replication") + " that meet the same people and otherwise the same failures; each ± holds by itself, and there is none where an application was down in one of them only.");
        if (!found.complete()) {
            sentences.add("Stopped before all were looked at.");
        }
        return String.join(" ", sentences);
    }

    private List<String> row(OutageCost.Row row) {
        return List.of(name(row), NUMBER.text(row.hours()), NUMBER.difference(row.contacts()), NUMBER.difference(row.abandoned()), NUMBER.difference(row.late()), NUMBER.difference(row.agentHours()));
    }

    private String name(OutageCost.Row row) {
        return study.names().of(Scope.application(row.application()));
    }
}
