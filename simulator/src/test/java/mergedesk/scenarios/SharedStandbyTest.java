package mergedesk.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What scenarios/councils/london-recovery says of seven boroughs and one standby, for forty years of next to no calls. */
class SharedStandbyTest {
    private static final Path FOLDER = Path.of("..", "scenarios", "councils", "london-recovery");
    private static final List<String> FEW_CALLS = List.of("flow_defaults.volume_per_head=0.001 / year");
    private static final int BOROUGHS = 7;

    private static Study run(String name) {
        ScenarioFile file = ScenarioFile.read(FOLDER.resolve(name), FEW_CALLS);
        assertThat(file.faults()).isEmpty();
        return Mergedesk.run(file, new RunOptions(8, null, 1, ""), Watcher.NONE);
    }

    private static double ofBoroughs(Study study, String measure) {
        double sum = 0;
        for (int borough = 1; borough <= BOROUGHS; borough++) {
            sum += study.estimate(measure, Scope.application("borough_" + borough)).value();
        }
        return sum / BOROUGHS;
    }

    private static double outages(Study study, String application) {
        return study.estimate("outages", Scope.application(application)).value();
    }

    /** The main sides meet the same failures with a standby and without; the standby takes hours and adds outages. */
    @Test
    @Tag("nightly")
    void standbyCutsHoursAndNotOutages() {
        Study without = run("no-standby.yaml");
        Study with = run("one-standby.yaml");

        assertThat(with.estimate("downtime", Scope.application("one_at_a_time"))).isEqualTo(without.estimate("downtime", Scope.application("one_at_a_time")));
        assertThat(ofBoroughs(with, "downtime")).isLessThan(ofBoroughs(without, "downtime") / 2);
        assertThat(ofBoroughs(with, "outages")).isGreaterThan(ofBoroughs(without, "outages"));
    }

    /** A standby that carries one borough at a time leaves each down for no longer than one that carries all, and the hours in which two or more want it: even so, and at the upper ends of both intervals, a third of the hours is saved. */
    @Test
    @Tag("nightly")
    void aStandbyForOneAtATimeIsEnough() {
        Study without = run("no-standby.yaml");
        Study with = run("one-standby.yaml");
        double high = high(with, "one_at_a_time"); // hours in which two want it
        for (int borough = 1; borough <= BOROUGHS; borough++) {
            high += high(with, "borough_" + borough) / BOROUGHS;
        }

        assertThat(high).isGreaterThan(ofBoroughs(with, "downtime")).isLessThan(0.7 * ofBoroughs(without, "downtime"));
    }

    /** The upper end of the interval. */
    private static double high(Study study, String application) {
        Estimate downtime = study.estimate("downtime", Scope.application(application));
        return downtime.value() + downtime.halfWidth();
    }

    /** A common cause asks for all standbys at once; one on another grid is there when it does. */
    @Test
    @Tag("nightly")
    void commonCauseTakesAllAtOnce() {
        Study near = run("common-causes.yaml");
        Study far = run("far-standby.yaml");

        assertThat(outages(near, "two_at_a_time")).isGreaterThan(1).isGreaterThan(outages(near, "one_at_a_time") / 2);
        assertThat(outages(far, "one_at_a_time")).isEqualTo(outages(near, "one_at_a_time"));
        assertThat(ofBoroughs(far, "downtime")).isLessThan(ofBoroughs(near, "downtime"));
    }
}
