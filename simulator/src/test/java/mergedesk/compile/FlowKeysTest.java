package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.FLOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import mergedesk.scenario.Flow;
import org.junit.jupiter.api.Test;

/** Keys that random draws hang on: their values must never change, and which flows share one is part of the product. */
class FlowKeysTest {
    /** Computed apart from this code (Python): FNV-1a of the bytes, then Stafford's variant 13. */
    @Test
    void hashIsTheDocumentedOne() {
        assertThat(NameHash.of("")).isEqualTo(0xf52a15e9a9b5e89bL);
        assertThat(NameHash.of("north", "housing", "phone")).isEqualTo(0x52d102ecb3b5b181L);
        assertThat(NameHash.of("Rhônes", "ü")).isEqualTo(0xe993da008fe7e69cL);
    }

    @Test
    void keyIsThatOfCouncilServiceAndChannelWhateverElseChanges() {
        assertThat(keys(Map.of("calls", FLOW))).containsExactly(NameHash.of("north", "housing", "phone"));
        assertThat(keys(Map.of("renamed", FLOW.with(Flow::desk, "elsewhere").with(Flow::growth, 0.5))))
                .containsExactly(NameHash.of("north", "housing", "phone"));
    }

    @Test
    void anUnrelatedFlowChangesNoKey() {
        Map<String, Flow> flows = new LinkedHashMap<>();
        flows.put("other", FLOW.with(Flow::council, "south"));
        flows.put("calls", FLOW);
        assertThat(keys(flows)[1]).isEqualTo(keys(Map.of("calls", FLOW))[0]);
        assertThat(keys(flows)[0]).isNotEqualTo(keys(flows)[1]);
    }

    @Test
    void flowsWithTheSameNamesHaveKeysOfTheirOwnWhateverTheirOrder() {
        Map<String, Flow> flows = new LinkedHashMap<>();
        flows.put("a", FLOW);
        flows.put("b", FLOW);
        flows.put("c", FLOW);
        assertThat(keys(flows))
                .containsExactly(
                        NameHash.of("north", "housing", "phone", "a"),
                        NameHash.of("north", "housing", "phone", "b"),
                        NameHash.of("north", "housing", "phone", "c"));
    }

    @Test
    void keyOverridesTheNames() {
        Map<String, Flow> flows = new LinkedHashMap<>();
        flows.put("renamed", FLOW.with(Flow::council, "northern").with(Flow::key, "north/housing/phone"));
        flows.put("free", FLOW.with(Flow::key, "my people"));
        flows.put("plain", FLOW);
        long plain = NameHash.of("north", "housing", "phone");
        assertThat(keys(flows)).containsExactly(plain, NameHash.of("my people"), plain);
    }

    private static long[] keys(Map<String, Flow> flows) {
        return FlowKeys.of(flows);
    }
}
