package mergedesk.experiment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.program.Program;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Scenario;
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
        for (Part part : parts.subList(0, Math.min(parts.size(), MOST_PHASES))) {
            for (Finding finding : PlanFindings.ofDays(part.scenario, ScenarioCompiler.compile(part.scenario), part.firstDay, part.endDay)) {
                first.putIfAbsent(finding.kind() + " " + finding.path(), new Finding(finding.kind(), finding.path(), when(part, parts) + ": " + finding.rule(), finding.advice()));
            }
        }
        return List.copyOf(first.values());
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
            int next = (int) day0.until(wholeDay(turn.at()), ChronoUnit.DAYS);
            if (next > from) {
                parts.add(new Part(from, next, day0.plusDays(from), now));
                from = next;
            }
            now = turn.then();
        }
        int days = (int) day0.until(end(scenario), ChronoUnit.DAYS);
        if (days > from) {
            parts.add(new Part(from, days, day0.plusDays(from), now));
        }
        return parts;
    }

    /** The first day that is all after the moment. */
    private static LocalDate wholeDay(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate() : moment.toLocalDate().plusDays(1);
    }

    private static LocalDate end(Scenario scenario) {
        return wholeDay(scenario.time().ends());
    }
}
