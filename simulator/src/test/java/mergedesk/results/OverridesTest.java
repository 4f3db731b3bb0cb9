package mergedesk.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverridesTest {
    @Test
    void blanksMeanNothingInAmounts() {
        assertThat(Overrides.canonical(List.of(" flows.a.volume = 12 / min ", "flows.a.redials=80 %", "groups.g.cost=£ 30,000 / year", "time.length=10 years")))
                .containsExactly("flows.a.redials=80%", "flows.a.volume=12/min", "groups.g.cost=£30,000/year", "time.length=10years");
    }

    /** Where they may mean something, two ways of writing count as two. */
    @Test
    void blanksStayInNamesTablesAndWhatElseIsNoAmount() {
        for (String value : List.of("A B", "{name: A B, low: 1}", "1 2", "1 h 30 min", "[1, 2]", "12 / min or so")) {
            assertThat(Overrides.canonical(List.of("a.b= " + value))).containsExactly("a.b=" + value);
        }
        assertThat(origin("name=A B")).isNotEqualTo(origin("name=AB"));
    }

    @Test
    void theOrderOfUnrelatedPathsMeansNothing() {
        assertThat(origin("b.c=1", "a.x=2", "b.a=3")).isEqualTo(origin("b.a=3", "a.x=2", "b.c=1")).isNotEqualTo(origin("b.a=3", "a.x=2"));
        assertThat(origin("ab.c=1", "a=2")).isEqualTo(origin("a=2", "ab.c=1"));
    }

    @Test
    void theLaterGoesOverTheEarlierOfRelatedPaths() {
        assertThat(origin("a.b=1", "a.b=2")).isNotEqualTo(origin("a.b=2", "a.b=1"));
        assertThat(origin("a={b: 1}", "a.b=2")).isNotEqualTo(origin("a.b=2", "a={b: 1}"));
        assertThat(origin("a.s=[{n: 1}]", "a.s[0].n=2")).isNotEqualTo(origin("a.s[0].n=2", "a.s=[{n: 1}]"));
        assertThat(origin("z=0", "a.b.c=1", "a=2")).isEqualTo(origin("a.b.c=1", "a=2", "z=0")).isNotEqualTo(origin("a=2", "a.b.c=1", "z=0"));
    }

    private static Origin origin(String... sets) {
        return Origin.study(Path.of("desk.yaml"), List.of(sets));
    }
}
