package mergedesk.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChunksTest {
    private static List<Chunk> all(Chunks chunks, double secondsOfRun) {
        List<Chunk> all = new ArrayList<>();
        for (Optional<Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
            all.add(chunk.get());
            chunks.ran(chunk.get().size(), chunk.get().size() * secondsOfRun);
        }
        return all;
    }

    @Test
    void giveOutWhatIsAskedForAndNotThere() {
        BitSet there = BitSet.valueOf(new long[] {0b0110_0101});
        Chunks chunks = new Chunks(3, point -> new int[] {8, 0, 2}[point], point -> point == 0 ? there : null);

        assertThat(all(chunks, 1e-6)).containsExactly(new Chunk(0, 1, 2), new Chunk(0, 3, 5), new Chunk(0, 7, 8), new Chunk(2, 0, 2));
    }

    @Test
    void areAsLongAsTakesAQuarterOfASecond() {
        assertThat(all(new Chunks(1, point -> 301, point -> null), 0.0025)).containsExactly(new Chunk(0, 0, 1), new Chunk(0, 1, 101), new Chunk(0, 101, 201), new Chunk(0, 201, 301));
        assertThat(all(new Chunks(1, point -> 3, point -> null), 10)).hasSize(3);
    }
}
