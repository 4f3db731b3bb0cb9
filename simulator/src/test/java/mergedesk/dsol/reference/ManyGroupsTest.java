package mergedesk.dsol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import mergedesk.kernel.Script;
import mergedesk.program.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More groups and queues than a word has bits: whoever looks at them 64 at a time must not lose one, nor prefer a word. */
class ManyGroupsTest {
    private static final int COUNCILS = 150;

    @ParameterizedTest
    @ValueSource(strings = {"0 s", "20 s"})
    void homeFirst(String homeFirst) {
        StringBuilder councils = new StringBuilder("councils: {");
        Script script = new Script().time("start: 2025-04-07, length: 3 h").desk("desk", "home_first: " + homeFirst);
        for (int i = 0; i < COUNCILS; i++) {
            councils.append("c").append(i).append(": , ");
            script.volume("f" + i, "council: c" + i + ", volume: 11 / h, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 3 min}, priority: "
                    + (1 + i % 2));
            script.agents("g" + i, "employer: c" + i + ", staffing: 1");
        }
        check(script.with(councils + "}").compile());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void rowsOfAllKinds(long seed) {
        Random random = new Random(seed);
        Script script = new Script().time("start: 2025-04-07, length: 3 h");
        StringBuilder rows = new StringBuilder("routing: [");
        for (int i = 0; i < COUNCILS; i++) {
            script.volume("f" + i, "volume: 11 / h, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 3 min}");
            script.agents("g" + i, "staffing: 1");
        }
        for (int flow = 0; flow < COUNCILS; flow++) {
            for (int group = 0; group < COUNCILS; group++) {
                if (group == flow || random.nextInt(10) == 0) {
                    rows.append("{flow: f%d, group: g%d, after: %d s, rank: %d, preference: %d}, ".formatted(
                            flow, group, 10 * random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(3)));
                }
            }
        }
        check(script.with(rows + "]").compile());
    }

    private static void check(Program program) {
        assertThat(program.groupCount()).isEqualTo(COUNCILS);
        assertThat(program.queueCount()).isEqualTo(COUNCILS);
        assertThat(new SecondOpinion(program, 3, 0).difference(8_000)).isEmpty();
    }
}
