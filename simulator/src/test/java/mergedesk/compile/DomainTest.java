package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.kernel.Script;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;

/** Who may serve contacts of a security domain. */
class DomainTest {
    private static final String WORK = "work: " + Script.seconds(100);

    private static Script script() {
        return new Script()
                .with("services: {housing: {domain: health}, tax: }\ncouncils: {north: }\ndomains: {health: , police: }")
                .calls("a", WORK, 0, 1)
                .calls("b", "service: tax, " + WORK, 2)
                .agents("everybody", "staffing: 1, domains: [police]")
                .agents("cleared", "staffing: 1, domains: [police, health]");
    }

    /** The second of two waits, though the first group has somebody idle, who takes the next that needs no clearance. */
    @Test
    void whoHasNoClearanceIsNeverEligible() {
        assertThat(script().run()).containsExactly(
                "0 3 offered a0",
                "0 3 answered a0 1",
                "1 3 offered a1",
                "1 3 queued a1",
                "2 3 offered b0",
                "2 3 answered b0 0",
                "100 2 talk_ended a0 1",
                "100 2 answered a1 1",
                "102 2 talk_ended b0 0",
                "200 2 talk_ended a1 1");
    }

    @Test
    void campaignsHaveOnlyTheirs() {
        Program program = script()
                .with("campaigns: {c: {council: north, service: housing, desk: desk, list: 1, dialling: " + Script.seconds(20) + ", answered: 100 %, " + WORK + "}}")
                .compile();
        Program.Rows rows = program.routing().groupsOfQueue();
        int queue = program.routing().queueOfFlow()[program.campaigns().firstFlow()];
        assertThat(rows.partner()[rows.offset()[queue]]).isEqualTo(1);
        assertThat(rows.offset()[queue + 1] - rows.offset()[queue]).isEqualTo(1);
    }
}
