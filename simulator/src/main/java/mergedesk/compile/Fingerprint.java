package mergedesk.compile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import mergedesk.program.Program;
import mergedesk.units.Components;

/**
 * A name for the exact content of a Program: SHA-256 over all its tables, names included, as 64 hexadecimal digits.
 *
 * <p>Components of records in the order in which they are declared. Single numbers big-endian; arrays and lists as their length (4 bytes) and their
 * elements; doubles by their IEEE 754 bits, booleans as one byte, texts as UTF-8 with their length. A component of another kind is refused, so that nothing can be left out.
 */
public final class Fingerprint {
    private static final int FEW_BYTES = 4096;

    private final MessageDigest digest;
    private ByteBuffer buffer = ByteBuffer.allocate(FEW_BYTES);

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have", e);
        }
    }

    /** The fingerprint of a Program. Cost: one pass over its tables. */
    public static String of(Program program) {
        return of((Record) program);
    }

    /** The same of a part of a Program. */
    static String of(Record part) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(part);
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(Object value) {
        if (value instanceof Record record) {
            addComponents(record);
        } else if (value instanceof List<?> list) {
            start(list.size(), 0);
            list.forEach(this::add);
        } else if (value instanceof String text) {
            add(text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof int[] values) {
            start(values.length, Integer.BYTES).asIntBuffer().put(values);
            digest.update(buffer.array(), 0, values.length * Integer.BYTES);
        } else if (value instanceof long[] values) {
            start(values.length, Long.BYTES).asLongBuffer().put(values);
            digest.update(buffer.array(), 0, values.length * Long.BYTES);
        } else if (value instanceof double[] values) {
            start(values.length, Double.BYTES).asDoubleBuffer().put(values);
            digest.update(buffer.array(), 0, values.length * Double.BYTES);
        } else if (value instanceof boolean[] values) {
            add(bytes(values));
        } else if (value instanceof byte[] values) {
            start(values.length, 0);
            digest.update(values);
        } else if (value instanceof Integer number) {
            buffer.putInt(0, number);
            digest.update(buffer.array(), 0, Integer.BYTES);
        } else if (value instanceof Long number) {
            buffer.putLong(0, number);
            digest.update(buffer.array(), 0, Long.BYTES);
        } else if (value instanceof Boolean is) {
            digest.update((byte) (is ? 1 : 0));
        } else {
            throw new IllegalArgumentException("no bytes are defined for " + value);
        }
    }

    private void addComponents(Record record) {
        for (Object value : Components.of(record.getClass()).values(record)) {
            add(value);
        }
    }

    private static byte[] bytes(boolean[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) (values[i] ? 1 : 0);
        }
        return bytes;
    }

    /** Room for the elements, from the start of the buffer. */
    private ByteBuffer start(int length, int elementBytes) {
        buffer.putInt(0, length);
        digest.update(buffer.array(), 0, Integer.BYTES);
        if (length * elementBytes > buffer.capacity()) {
            buffer = ByteBuffer.allocate(length * elementBytes);
        }
        return buffer;
    }
}
