package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mergedesk.results.Study;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.CalendarSpan;
import mergedesk.scenario.Change;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Downtime;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.Turn;
import org.junit.jupiter.api.Test;

class PlanWordsTest {
    @Test
    void namesTogetherWhatGetsTheSame() {
        Map<String, Object> flows = new LinkedHashMap<>();
        List<String> ids = IntStream.range(0, 13).mapToObj(n -> "f" + n).toList();
        for (String id : ids) {
            flows.put(id, Map.of("desk", "one"));
        }
        Map<String, Object> groups = new LinkedHashMap<>();
        groups.put("east", Map.of("staffing", Map.of("mon-fri", "3")));
        groups.put("west", Map.of("staffing", "4"));
        groups.put("north", Map.of("staffing", Map.of("mon-fri", "9")));
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("flows", flows);
        keys.put("groups", groups);
        keys.put("routing", List.of(Map.of("flow", "a"), Map.of("flow", "b")));

        keys.put("rooms", Map.of("cellar", Map.of("closed", "true")));
        Scenario scenario = Scenario.named("A desk", TimeFrame.of(LocalDateTime.of(2009, 1, 1, 0, 0), CalendarSpan.ofDays(365)))
                .plus(Scenario::desks, "one", Desk.named("One desk"))
                .plus(Scenario::groups, "east", AgentGroup.named("East team", "one"));
        Downtime down = new Downtime(List.of(), List.of(), List.of(), List.of("crm", "mail"), Duration.ofHours(8));

        Study.PlannedStep step = new PlanWords(scenario).of(new Turn("merge", PlanStep.on(LocalDateTime.of(2009, 4, 1, 0, 0), "Merge", new Change(keys)).with(PlanStep::down, down), Turn.Kind.BEGIN, LocalDateTime.of(2009, 4, 1, 0, 0), null), 3, 4);

        assertThat(step.on()).contains("2009-04-01T00:00");
        assertThat(step.changes()).containsExactly("off for 8 h: applications crm, mail", "at One desk: flows " + String.join(", ", ids.subList(0, 11)) + " and 2 more", "staffing as stated: groups East team, north", "staffing 4: groups west", "routing: 2 rows", "closed: rooms cellar");
    }

    /** What waited for what, until when a step holds, and how long after another it comes: dates are those of the report, with a time where there is one. */
    @Test
    void saysWhenAndWhy() {
        CalendarSpan week = CalendarSpan.ofDays(7);
        Scenario scenario = Scenario.named("A desk", TimeFrame.of(LocalDateTime.of(2009, 1, 1, 0, 0), CalendarSpan.ofDays(365)))
                .plus(Scenario::plan, "systems", step("2009-03-01T18:00", "Systems move"))
                .plus(Scenario::plan, "desks", step("2009-02-01T00:00", "Desks merge").with(PlanStep::after, List.of("systems")).with(PlanStep::lasts, week))
                .plus(Scenario::plan, "rooms", step(null, "Rooms close").with(PlanStep::after, List.of("systems", "desks")).with(PlanStep::delay, week))
                .plus(Scenario::plan, "back", step("2009-05-01T00:00", "Back").with(PlanStep::after, List.of("rooms")).with(PlanStep::ends, List.of("rooms", "systems")));
        PlanWords words = new PlanWords(scenario);
        assertThat(scenario.turns().stream().map(turn -> words.of(turn, 3, 4)).map(step -> step.name() + ": " + String.join("; ", step.changes()).replace('\u00a0', ' '))).containsExactly(
                "Systems move: until 1 May 2009",
                "Desks merge: planned for 1 Feb 2009, waited for Systems move; until 8 Mar 2009, 18:00",
                "Desks merge, end: as if it had not been",
                "Rooms close: until 1 May 2009; 7 days after Systems move, Desks merge at the earliest",
                "Systems move, end: as if it had not been",
                "Rooms close, end: as if it had not been",
                "Back: ends Rooms close, Systems move: as if it had not been");
    }

    private static PlanStep step(String on, String name) {
        return PlanStep.on(on == null ? null : LocalDateTime.parse(on), name, new Change(Map.of()));
    }
}
