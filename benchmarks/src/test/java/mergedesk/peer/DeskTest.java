package mergedesk.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import mergedesk.kernel.KernelDesk;
import mergedesk.observe.AllMeasuresDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everybody simulates the same desk, and rightly. */
class DeskTest {
    private static final int REPLICATIONS = 30;

    private static void assertRight(Desk desk, long calls) {
        Agreement.assertErlangA(
                desk.getClass().getSimpleName(),
                LongStream.rangeClosed(1, REPLICATIONS)
                        .mapToObj(seed -> desk.run(calls, seed))
                        .toList());
    }

    @Test
    void kernelWithTheTableAgreesWithTheory() {
        assertRight(new KernelDesk(), 86_400);
    }

    @Test
    void kernelWithAllMeasuresAgreesWithTheory() {
        assertRight(new AllMeasuresDesk(), 86_400);
    }

    @Test
    void recordersCountTheSame() {
        Desk.Figures table = new KernelDesk().run(28_800, 7);
        assertThat(new AllMeasuresDesk().run(28_800, 7)).isEqualTo(table);
        assertThat(table.calls()).isBetween(28_000L, 29_600L);
    }

    @Test
    void priorityQueueAgreesWithTheory() {
        assertRight(QueueDesk.onPriorityQueue(), 40_000);
    }

    @Test
    void slowQueueDoesTheSameAsThePriorityQueue() {
        assertThat(QueueDesk.onUnsortedList().run(20_000, 3))
                .isEqualTo(QueueDesk.onPriorityQueue().run(20_000, 3));
    }

    @Test
    void ssjAgreesWithTheory() {
        assertRight(new SsjDesk(), 40_000);
    }

    @Test
    void dsolAgreesWithTheory() {
        assertRight(new DsolDesk(), 15_000);
    }

    @Test
    void cAgreesWithTheory(@TempDir Path programs) {
        Optional<CReference> c = CReference.compile(Path.of("reference"), programs);
        assumeTrue(c.isPresent(), "no C compiler");
        Agreement.assertErlangA(
                "C",
                c.get().desk(100_000, REPLICATIONS, 1).stream()
                        .map(CReference.DeskRun::figures)
                        .toList());
        assertThat(c.get().holdNanos("heap", 1_000, 0.01, 1)).isBetween(1.0, 10_000.0);
        assertThat(c.get().holdNanos("ladder", 1_000, 0.01, 1)).isBetween(1.0, 10_000.0);
    }

    @Test
    void eventsAreArrivalsStartsEndsAndAbandonments() {
        assertThat(new Desk.Figures(10, 3, 5, 1, 50, 1).events()).isEqualTo(10 + 7 + 7 + 3);
        assertThat(new Desk.Figures(10, 3, 5, 1, 50, 2).busyAgents()).isEqualTo(25, within(1e-12));
    }
}
