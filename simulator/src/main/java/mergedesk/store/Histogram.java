package mergedesk.store;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A histogram of waits as bytes: for each bin of {@link mergedesk.observe.WaitBins} that has any, ascending, its distance from the one before (the first: from 0) and its count, each as a whole number of seven bits a byte, the
 * lowest first, the top bit set in all but the last.
 *
 * @param bins ascending
 * @param counts of each, above 0
 */
public record Histogram(short[] bins, int[] counts) {
    private static final int MOST_BYTES = 5; // of a number of 32 bits
    private static final int LOW = 0x7f;
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    /** From counts of which the first may be 0, if it is that of bin 0. */
    public static Histogram of(short[] bins, int[] counts) {
        boolean isNone = bins.length > 0 && counts[0] == 0;
        return isNone ? new Histogram(Arrays.copyOfRange(bins, 1, bins.length), Arrays.copyOfRange(counts, 1, counts.length)) : new Histogram(bins, counts);
    }

    /** As bytes. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(2 * MOST_BYTES * bins.length);
        int last = 0;
        for (int i = 0; i < bins.length; i++) {
            put(buffer, bins[i] - last);
            put(buffer, counts[i]);
            last = bins[i];
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static void put(ByteBuffer buffer, int number) {
        int rest = number;
        for (; rest >= MORE; rest >>>= BITS) {
            buffer.put((byte) (rest | MORE));
        }
        buffer.put((byte) rest);
    }

    /** From {@link #bytes}. */
    public static Histogram read(byte[] bytes) {
        short[] bins = new short[bytes.length];
        int[] counts = new int[bytes.length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int used = 0;
        int last = 0;
        while (buffer.hasRemaining()) {
            last += get(buffer);
            bins[used] = (short) last;
            counts[used++] = get(buffer);
        }
        return new Histogram(Arrays.copyOf(bins, used), Arrays.copyOf(counts, used));
    }

    private static int get(ByteBuffer buffer) {
        int number = 0;
        for (int shift = 0; ; shift += BITS) {
            byte next = buffer.get();
            number |= (next & LOW) << shift;
            if ((next & MORE) == 0) {
                return number;
            }
        }
    }
}
