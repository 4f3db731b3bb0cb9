package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.results.OutageCost;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
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
        List<String> sentences = new ArrayList<>(List.of(dearest(found)));
        sentences.add("All but the first column is more than if that application never failed, for each hour for which it is down while a desk is open; what follows the outage is in it. Pairs of "
                + NumberText.count(found.replications(), "replication") + " that meet the same people, with the same working times and lengths of repair; each ± holds by itself, and there is none where an application was down in one of them only.");
        if (found.left() > 0) {
            sentences.add(NumberText.count(found.left(), "application") + " down for less " + (found.left() == 1 ? "was" : "were") + " not looked at.");
        }
        if (!found.complete()) {
            sentences.add("Stopped before all were looked at.");
        }
        return String.join(" ", sentences);
    }

    /** The first in the order of the table that chance does not explain. Picked out of all, so its interval holds for all together; and the dearest only where that is above those of all others. */
    private String dearest(OutageCost found) {
        int many = found.rows().size();
        Optional<OutageCost.Row> dearest = found.rows().stream().filter(row -> low(row, many) > 0).findFirst();
        if (dearest.isEmpty()) {
            return "None keeps so many people from being answered in time that these runs can tell it from chance.";
        }
        OutageCost.Row first = dearest.get();
        boolean isAlone = found.rows().stream().filter(row -> row != first).map(row -> row.late().amongst(many)).allMatch(other -> other.value() + other.halfWidth() < low(first, many));
        return "An hour without " + name(first) + (isAlone ? " is the dearest: " : " is among the dearest: ") + NUMBER.size(first.late()) + " more people are not answered in time.";
    }

    /** Below the cost of an hour, for as many at once. */
    private static double low(OutageCost.Row row, int many) {
        Estimate late = row.late().amongst(many);
        return late.value() - late.halfWidth();
    }

    private List<String> row(OutageCost.Row row) {
        return List.of(name(row), NUMBER.text(row.hours()), NUMBER.difference(row.contacts()), NUMBER.difference(row.abandoned()), NUMBER.difference(row.late()), NUMBER.difference(row.agentHours()));
    }

    private String name(OutageCost.Row row) {
        return study.names().of(Scope.application(row.application()));
    }
}
