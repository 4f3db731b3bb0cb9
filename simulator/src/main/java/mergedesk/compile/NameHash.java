package mergedesk.compile;

import java.nio.charset.StandardCharsets;
import mergedesk.random.Streams;

/**
 * A stable 64-bit hash of names: what random draws hang on, so it must never change.
 *
 * <p>FNV-1a over the UTF-8 bytes of the names, joined by a zero byte [1], then mixed as draws are ({@link Streams#mix}), because FNV
 * leaves the high bits of short names alike. Two different names meet with a chance of 2^-64.
 *
 * <p>[1] Fowler, Noll, Vo, Eastlake: The FNV Non-Cryptographic Hash Algorithm (draft-eastlake-fnv).
 */
final class NameHash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final String SEPARATOR = "\0";

    private NameHash() {}

    static long of(String... names) {
        long hash = FNV_OFFSET;
        for (byte b : String.join(SEPARATOR, names).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return Streams.mix(hash);
    }
}
