package mergedesk.dsol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Kernel;
import mergedesk.observe.Trace;
import mergedesk.program.Program;
import mergedesk.scenario.Scenario;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the generated scenarios of {@link WildScenarioTest} that are compared by default have in them, in the lines that are compared. Where something is missing another seed is to be found and added there. */
class WildFeaturesTest {
    private static final long DAY_TICKS = 86_400L * Ticks.PER_SECOND;

    @TempDir
    private Path folder;

    private final Set<String> found = new TreeSet<>();
    private final Set<String> rows = new TreeSet<>();
    private long campaignsOfGroups;

    @Test
    void eachFeatureHappensInSomeOfThem() throws IOException {
        for (long seed : WildScenarioTest.defaults().toArray()) {
            Scenario scenario = WildScenario.of(seed, folder).scenario();
            campaignsOfGroups += scenario.campaigns().values().stream().filter(campaign -> !campaign.groups().isEmpty()).count();
            Program program = ScenarioCompiler.compile(scenario);
            rows.addAll(new ProgramFeatures(program).all());
            look(program, seed);
        }
        assertThat(found).as("deferred work").contains("received", "started", "parked", "resumed", "finished", "carried_over");
        assertThat(found).as("tickets").contains("held", "hold_ended", "reassigned", "reopened", "closed", "joined", "stepped_aside");
        assertThat(found).as("chats").contains("answered chat", "left_in_chat");
        assertThat(found).as("campaigns").contains("dialled", "connected", "not_reached", "mismatched");
        assertThat(found).as("self-service").contains("contained", "self_service_failed");
        assertThat(found).as("systems that are down").contains("told", "comes_back", "set_aside", "released");
        assertThat(rows).as("rows").contains("calls beside chats", "preview campaign", "predictive campaign", "progressive campaign", "hand-over");
        assertThat(campaignsOfGroups).as("campaigns that name their groups").isPositive();
        assertThat(found).as("ways out of a queue").contains("left_message", "disconnected", "balked", "blocked");
    }

    private void look(Program program, long seed) {
        long[] lines = new long[1];
        Kernel kernel = new Kernel(program, state -> new Trace(state, line -> {
            String[] columns = line.toString().split(",");
            if (++lines[0] <= WildScenarioTest.LINES) {
                found.add(columns[2]);
                boolean isChat = columns[2].equals("answered") && program.contacts().kind()[Integer.parseInt(columns[3].split(":")[0])] == Program.Contacts.CHAT;
                found.add(isChat ? "answered chat" : columns[2]);
            }
        }));
        kernel.reset(seed, 0);
        for (long tick = DAY_TICKS; lines[0] < WildScenarioTest.LINES && tick < program.horizon().endTick(); tick += DAY_TICKS) {
            kernel.runUntil(tick);
        }
        if (lines[0] < WildScenarioTest.LINES) {
            kernel.runUntil(Ticks.NEVER);
        }
    }
}
