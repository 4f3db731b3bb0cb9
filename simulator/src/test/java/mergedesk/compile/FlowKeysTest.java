package mergedesk.compile;

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
        FlowFixture flow = new FlowFixture();
        long key = keys(Map.of("calls", flow))[0];
        assertThat(key).isEqualTo(NameHash.of("north", "housing", "phone"));
        flow.desk = "elsewhere";
        flow.growth = 0.5;
        assertThat(keys(Map.of("renamed", flow))).containsExactly(key);
    }

    @Test
    void anUnrelatedFlowChangesNoKey() {
        Map<String, FlowFixture> flows = new LinkedHashMap<>();
        FlowFixture other = new FlowFixture();
        other.council = "south";
        flows.put("other", other);
        flows.put("calls", new FlowFixture());
        assertThat(keys(flows)[1]).isEqualTo(keys(Map.of("calls", new FlowFixture()))[0]);
        assertThat(keys(flows)[0]).isNotEqualTo(keys(flows)[1]);
    }

    @Test
    void flowsWithTheSameNamesHaveKeysOfTheirOwnWhateverTheirOrder() {
        Map<String, FlowFixture> flows = new LinkedHashMap<>();
        flows.put("a", new FlowFixture());
        flows.put("b", new FlowFixture());
        flows.put("c", new FlowFixture());
        assertThat(keys(flows))
                .containsExactly(
                        NameHash.of("north", "housing", "phone", "a"),
                        NameHash.of("north", "housing", "phone", "b"),
                        NameHash.of("north", "housing", "phone", "c"));
    }

    @Test
    void keyOverridesTheNames() {
        Map<String, FlowFixture> flows = new LinkedHashMap<>();
        FlowFixture renamed = new FlowFixture();
        renamed.council = "northern";
        renamed.key = "north/housing/phone";
        FlowFixture free = new FlowFixture();
        free.key = "my people";
        flows.put("renamed", renamed);
        flows.put("free", free);
        flows.put("plain", new FlowFixture());
        long plain = NameHash.of("north", "housing", "phone");
        assertThat(keys(flows)).containsExactly(plain, NameHash.of("my people"), plain);
    }

    private static long[] keys(Map<String, FlowFixture> fixtures) {
        Map<String, Flow> flows = new LinkedHashMap<>();
        fixtures.forEach((name, fixture) -> flows.put(name, fixture.flow()));
        return FlowKeys.of(flows);
    }
}
