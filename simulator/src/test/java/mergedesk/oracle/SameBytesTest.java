package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Same scenario, seed and replications: the same bytes of kpis.csv, whatever the number of threads and whatever ran before. */
class SameBytesTest {
    static Stream<Path> scenarios() {
        return Stream.of(
                Bytes.EVERYTHING,
                Bytes.ORACLES.resolve("04_ssj_callcentre_alpha400.yaml"),
                Bytes.ORACLES.resolve("07_simplemsk.yaml"),
                Path.of("..", "scenarios", "councils", "cheshire", "unmerged.yaml"));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void threadsChangeNothing(Path scenario) {
        byte[] one = Bytes.kpis(scenario, 9, null, 1, shortened(scenario));
        assertThat(Bytes.kpis(scenario, 9, null, 2, shortened(scenario))).isEqualTo(one);
        assertThat(Bytes.kpis(scenario, 9, null, 7, shortened(scenario))).isEqualTo(one);
        assertThat(Bytes.kpis(scenario, 9, null, 1, shortened(scenario))).isEqualTo(one);
    }

    @Test
    void batchesOfASteadyStateToo() {
        Path scenario = Bytes.ORACLES.resolve("16_general_patience_exact-14-agents.yaml");
        byte[] one = Bytes.kpis(scenario, 5, null, 1);
        assertThat(Bytes.kpis(scenario, 5, null, 2)).isEqualTo(one);
        assertThat(Bytes.kpis(scenario, 5, null, 7)).isEqualTo(one);
    }

    /** The test can fail: another seed, and one replication more, give other bytes. */
    @Test
    void seedAndReplicationsDoChangeThem() {
        byte[] one = Bytes.kpis(Bytes.EVERYTHING, 3, 1L, 1);
        assertThat(Bytes.kpis(Bytes.EVERYTHING, 3, 2L, 1)).isNotEqualTo(one);
        assertThat(Bytes.kpis(Bytes.EVERYTHING, 4, 1L, 1)).isNotEqualTo(one);
    }

    private static String[] shortened(Path scenario) {
        return scenario.endsWith("unmerged.yaml") ? new String[] {"time.length=5 days"} : new String[0];
    }
}
