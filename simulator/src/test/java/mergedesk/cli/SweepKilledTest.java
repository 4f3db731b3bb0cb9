package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep in a Java of its own that is killed at moments that nobody chose ends with the same tables as one that is left alone. */
class SweepKilledTest {
    private static final int FEW = 3;
    private static final int MANY = 20;

    @TempDir
    Path folder;

    @Test
    void someKillsLoseNothing() throws Exception {
        killed(FEW);
    }

    @Test
    @Tag("nightly")
    void twentyKillsLoseNothing() throws Exception {
        killed(MANY);
    }

    private void killed(int kills) throws Exception {
        Desk desk = new Desk(folder);
        String sweep = "name: A sweep\nscenario: desk.yaml\nset: [time.length=2 days]\nfactors:\n  agents: {path: groups.agents.staffing, values: [9, 10, 11, 12]}\nmeasures: [sl_answered_of_offered, wait_p90]\nruns: {replications: 6, round: 4, half_width: 0.2 %, max_replications: MOST}\n";
        long seed = System.nanoTime();
        Random moments = new Random(seed);
        int most = 100 * kills;
        desk.write("sweep.yaml", sweep.replace("MOST", Integer.toString(most)));
        for (int done = 0; done < kills; ) {
            Process process = desk.start(Map.of(), "sweep", "sweep.yaml", "--out", "killed", "--quiet");
            if (process.waitFor(moments.nextInt(400, 2_500), TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue()).as("seed %d: %s", seed, desk.text("err.txt")).isZero();
                most *= 2; // it was too fast: the same sweep, but longer
                desk.write("sweep.yaml", sweep.replace("MOST", Integer.toString(most)));
            } else {
                process.destroyForcibly().waitFor();
                done++;
            }
        }
        for (String out : List.of("killed", "straight")) {
            assertThat(desk.call("sweep", desk.file("sweep.yaml"), "--out", desk.file(out), "--quiet").code()).isZero();
        }
        for (String table : List.of("results", "runs", "points", "estimates", "times", "failures")) {
            assertThat(csv(desk, "killed", table)).as("seed %d: %s", seed, table).isEqualTo(csv(desk, "straight", table));
        }
    }

    private static String csv(Desk desk, String out, String table) throws IOException {
        assertThat(desk.call("export", desk.file(out), "--csv", "--table", table).code()).isZero();
        return desk.text(out + "/" + table + ".csv");
    }
}
