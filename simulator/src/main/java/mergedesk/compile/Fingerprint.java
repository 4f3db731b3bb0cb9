package mergedesk.compile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.units.Components;

/**
 * A name for the exact content of a Program: SHA-256 over all its tables, names included, as 64 hexadecimal digits.
 *
 * <p>Of a Program, over the SHA-256 of each of its components, so that tables that several Programs share need to be looked at but once; of a component, over all that it holds:
 * components of records in the order in which they are declared. Single numbers big-endian; arrays and lists as their length (4 bytes) and their
 * elements; doubles by their IEEE 754 bits, booleans as one byte, texts as UTF-8 with their length. A component of another kind is refused, so that nothing can be left out.
 *
 * <p>An instance remembers the tables of the Program that it saw last. Of one thread.
 */
public final class Fingerprint {
    private static final int FEW_BYTES = 4096;

    private final MessageDigest digest;
    private ByteBuffer buffer = ByteBuffer.allocate(FEW_BYTES);
    private Object[] tables = {}; // of the last Program
    private byte[][] digests = {}; // the same

    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have", e);
        }
    }

    /** The fingerprint of a Program. Cost: one pass over its tables. */
    public static String of(Program program) {
        return new Fingerprint().next(program);
    }

    /** That of the Program of all runs; empty where they have Programs of their own. */
    public String next(Programs programs) {
        return programs.differ() ? "" : next(programs.planned());
    }

    /** What the Programs of all runs follow from; where they differ, all that the scenario says, {@code said}, is part of it: laws of slips, rules, what any steps together make. */
    public String next(Programs programs, Supplier<String> said) {
        String planned = next(programs.planned());
        return programs.differ() ? HexFormat.of().formatHex(digest.digest((planned + said.get()).getBytes(StandardCharsets.UTF_8))) : planned;
    }

    /** The same of one Program. Cost: one pass over those tables that are not those of the Program before. */
    public String next(Program program) {
        Object[] now = Components.of(Program.class).values(program);
        byte[][] of = new byte[now.length][];
        for (int i = 0; i < now.length; i++) {
            of[i] = i < tables.length && tables[i] == now[i] ? digests[i] : digest(now[i]);
        }
        tables = now;
        digests = of;
        digest.reset();
        for (byte[] one : of) {
            digest.update(one);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The same of a part of a Program. */
    static String of(Record part) {
        return HexFormat.of().formatHex(new Fingerprint().digest(part));
    }

    private byte[] digest(Object table) {
        digest.reset(); // of what an earlier one left that failed
        buffer.clear();
        add(table);
        digest.update(buffer.array(), 0, buffer.position());
        return digest.digest();
    }

    private void add(Object value) {
        if (value instanceof Record record) {
            addComponents(record);
        } else if (value instanceof List<?> list) {
            room(Integer.BYTES).putInt(list.size());
            list.forEach(this::add);
        } else if (value instanceof String text) {
            add(text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof int[] values) {
            room(Integer.BYTES * (1L + values.length)).putInt(values.length);
            for (int number : values) {
                buffer.putInt(number);
            }
        } else if (value instanceof long[] values) {
            room(Integer.BYTES + (long) Long.BYTES * values.length).putInt(values.length);
            for (long number : values) {
                buffer.putLong(number);
            }
        } else if (value instanceof double[] values) {
            room(Integer.BYTES + (long) Double.BYTES * values.length).putInt(values.length);
            for (double number : values) {
                buffer.putDouble(number);
            }
        } else if (value instanceof boolean[] values) {
            room(Integer.BYTES + values.length).putInt(values.length);
            for (boolean is : values) {
                buffer.put((byte) (is ? 1 : 0));
            }
        } else if (value instanceof byte[] values) {
            room(Integer.BYTES + values.length).putInt(values.length).put(values);
        } else if (value instanceof Integer number) {
            room(Integer.BYTES).putInt(number);
        } else if (value instanceof Long number) {
            room(Long.BYTES).putLong(number);
        } else if (value instanceof Boolean is) {
            room(1).put((byte) (is ? 1 : 0));
        } else {
            throw new IllegalArgumentException("no bytes are defined for " + value);
        }
    }

    private void addComponents(Record record) {
        for (Object value : Components.of(record.getClass()).values(record)) {
            add(value);
        }
    }

    /** The buffer with room for so many bytes; what does not fit with them goes to the digest first. */
    private ByteBuffer room(long bytes) {
        if (bytes > buffer.remaining()) {
            digest.update(buffer.array(), 0, buffer.position());
            buffer = bytes > buffer.capacity() ? ByteBuffer.allocate(Math.toIntExact(bytes)) : buffer.clear();
        }
        return buffer;
    }
}
