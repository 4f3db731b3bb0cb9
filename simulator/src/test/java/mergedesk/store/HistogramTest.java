package mergedesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.observe.WaitBins;
import org.junit.jupiter.api.Test;

class HistogramTest {
    /** Distances and counts on both sides of a byte's seven bits. */
    @Test
    void isReadAsItWasWritten() {
        short[] bins = {0, 1, 128, 256, WaitBins.BINS - 1};
        int[] counts = {1, 127, 128, Integer.MAX_VALUE, 16_384};

        Histogram read = Histogram.read(Histogram.of(bins, counts).bytes());

        assertThat(read.bins()).containsExactly(0, 1, 128, 256, WaitBins.BINS - 1);
        assertThat(read.counts()).containsExactly(1, 127, 128, Integer.MAX_VALUE, 16_384);
    }

    /** As sweeps.md says: 1 bin from 0 with 3, then 200 = 72 + 128 × 1 bins on with 5. */
    @Test
    void bytesAreThoseOfTheDocument() {
        assertThat(Histogram.of(new short[] {0, 1, 201}, new int[] {0, 3, 5}).bytes()).containsExactly(1, 3, 0x80 | 72, 1, 5);
        assertThat(Histogram.read(new byte[0]).bins()).isEmpty();
    }
}
