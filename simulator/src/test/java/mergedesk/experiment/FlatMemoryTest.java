package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Solving;
import mergedesk.api.Until;
import mergedesk.api.Watcher;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is alive after many replications is what was after an eighth of them, while they go on: each in a Java of its own. */
class FlatMemoryTest {
    /** From 8,000,000 numbers on all are folded, which is before the first look. Summaries have 150 kB each. */
    @Tag("nightly")
    @Test
    void ofACountry() throws Exception {
        isFlat(Country.class, "-Xmx320m", 4_800, 2_000);
    }

    /** Whether 10 people come on average where 10 are expected, no number of replications tells. What is asked of each is kept, some numbers of 8 bytes; summaries have 450 bytes more. */
    @Test
    void ofASearchThatIsNotDecided() throws Exception {
        isFlat(Search.class, "-Xmx64m", 16_000, 200);
    }

    /** {@code each}: how many bytes each replication may leave. */
    private static void isFlat(Class<?> main, String heap, int replications, long each) throws Exception {
        String said = MemoryTest.run(main, heap, Integer.toString(replications));
        assertThat(said).matches("\\d+ \\d+");
        long[] alive = Stream.of(said.split(" ")).mapToLong(Long::parseLong).toArray();
        assertThat(alive[1]).isLessThan(alive[0] + each * replications * 7 / 8);
    }

    /** Looks at what is alive after an eighth of so many replications, and after all; then it is enough. */
    private static final class Looks implements Watcher {
        private final List<Double> when;
        private final StringBuilder alive = new StringBuilder();
        private double done;
        private int looked;

        Looks(int replications) {
            when = List.of(replications / 8.0, replications * 1.0);
        }

        @Override
        public void planned(double more) {}

        @Override
        public synchronized void advanced(double replications) {
            done += replications;
            if (looked < when.size() && done >= when.get(looked)) {
                looked++;
                System.gc();
                alive.append(looked > 1 ? " " : "").append(afterCollection());
            }
        }

        /** Without what other threads have made since. */
        private static long afterCollection() {
            return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).mapToLong(pool -> pool.getCollectionUsage().getUsed()).sum();
        }

        @Override
        public boolean stopped() {
            return looked == when.size();
        }
    }

    /** Two hundred councils. */
    static final class Country {
        private Country() {}

        public static void main(String[] args) {
            int replications = Integer.parseInt(args[0]);
            Looks looks = new Looks(replications);
            Mergedesk.run(MemoryTest.councils(200, 45), new RunOptions(replications, 1L, 2, ""), looks);
            System.out.println(looks.alive);
        }
    }

    /** Ten councils, and a goal of which agents decide nothing. */
    static final class Search {
        private Search() {}

        public static void main(String[] args) {
            int replications = Integer.parseInt(args[0]);
            Looks looks = new Looks(replications);
            ScenarioFile councils = MemoryTest.councils(10, 10);
            new Solving(councils, "groups.g.staffing", Until.parse("offered <= 10"), new RunOptions(10 * replications, 1L, 2, "")).solve(looks);
            System.out.println(looks.alive);
        }
    }
}
