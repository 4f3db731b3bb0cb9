package mergedesk.experiment;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.program.Program;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.Turn;

/** Whether planned agents fit the work that comes, from one step of a plan to the next: the notes of each part of the run, of which those that come again in a later one are named once. */
final class PhaseFindings {
    private static final int MOST_PHASES = 24;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private PhaseFindings() {}

    /** A part of the run, and what holds then. */
    private record Part(int firstDay, int endDay, LocalDate from, Scenario scenario) {}

    /** Of the first parts, where there are very many. */
    static List<Finding> of(Scenario scenario, Program program) {
        Map<String, Finding> first = new LinkedHashMap<>(); // by kind and path
        List<Part> parts = parts(scenario, program);
        Set<String> empty = new LinkedHashSet<>(scenario.groups().keySet());
        for (Part part : parts.subList(0, Math.min(parts.size(), MOST_PHASES))) {
            Program then = ScenarioCompiler.compile(part.scenario);
            PlanTotals totals = new PlanTotals(then, part.firstDay, part.endDay);
            empty.removeIf(group -> totals.seconds(then.names().groups().indexOf(group)) > 0);
            for (Finding finding : PlanFindings.ofDays(part.scenario, then, totals)) {
                first.putIfAbsent(finding.kind() + " " + finding.path(), new Finding(finding.kind(), finding.path(), when(part, parts) + ": " + finding.rule(), finding.advice()));
            }
        }
        return Stream.concat(first.values().stream(), parts.size() > MOST_PHASES ? Stream.empty() : empty.stream().map(PlanFindings::empty)).toList();
    }

    private static String when(Part part, List<Part> parts) {
        boolean isFirst = part == parts.get(0);
        boolean isLast = part == parts.get(parts.size() - 1);
        String from = "from " + DATE.format(part.from);
        return isLast ? from + " on" : (isFirst ? "" : from + " ") + "until " + DATE.format(part.from.plusDays((long) part.endDay - part.firstDay - 1));
    }

    private static List<Part> parts(Scenario scenario, Program program) {
        LocalDate day0 = LocalDate.ofEpochDay(program.calendar().firstCivilDay());
        List<Part> parts = new ArrayList<>();
        Scenario now = scenario.with(Scenario::plan, Map.of());
        int from = 0;
        for (Turn turn : scenario.turns()) {
            int next = (int) day0.until(TimeFrame.firstWholeDay(turn.at()), ChronoUnit.DAYS);
            if (next > from) {
                parts.add(new Part(from, next, day0.plusDays(from), now));
                from = next;
            }
            now = turn.then();
        }
        int days = (int) day0.until(TimeFrame.firstWholeDay(scenario.time().ends()), ChronoUnit.DAYS);
        if (days > from) {
            parts.add(new Part(from, days, day0.plusDays(from), now));
        }
        return parts;
    }
}
