package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.results.Study;
import mergedesk.scenario.Change;
import mergedesk.scenario.PlanStep;
import org.junit.jupiter.api.Test;

class PlanWordsTest {
    @Test
    void namesTogetherWhatGetsTheSame() {
        Map<String, Object> flows = new LinkedHashMap<>();
        for (String id : List.of("a", "b", "c", "d", "e")) {
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

        Study.PlannedStep step = PlanWords.of(new PlanStep("Merge", LocalDateTime.of(2009, 4, 1, 0, 0), new Change(keys), null, null));

        assertThat(step.on()).isEqualTo("2009-04-01T00:00");
        assertThat(step.changes()).containsExactly("desk one: flows a, b, c and 2 more", "staffing: groups east, north", "staffing 4: groups west", "routing: 2 rows");
    }
}
