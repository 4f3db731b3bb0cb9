package mergedesk.scenario.tree;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.Suggestion;

/**
 * Opens the files of one reading and remembers each with its checksum.
 *
 * <p>Only regular files are opened, and of each only the bytes that it has when it is opened, so that neither a pipe, nor a device, nor a file that
 * grows, nor one that the system makes up while it is read ({@code /proc}) can hang the reader. One file has a limit, and so have all of them together. Every
 * refusal is a {@link Misread}.
 */
public final class SourceFiles {
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final long MOST_BYTES = 1L << 30;
    private static final int LONGEST_LINE = 1_000_000;
    private static final int MOST_FOLDERS_LISTED = 100;

    private final Map<String, FileRead> read = new LinkedHashMap<>();
    /** What files held when they were first opened, for further readings of the same; null when there will be none. */
    private final HeldFiles held;

    private long bytes;
    private int foldersListed;

    /** For one reading. */
    public SourceFiles() {
        held = null;
    }

    /**
     * For one of several readings that shall find the same.
     *
     * @param held files as they were found; those that are opened for the first time are put there
     * @param read files that need not be opened again
     */
    public SourceFiles(HeldFiles held, List<FileRead> read) {
        this.held = held;
        read.forEach(file -> this.read.put(file.file(), file));
    }

    /** The files read to their end, in order of first reading. */
    public List<FileRead> all() {
        return List.copyOf(read.values());
    }

    /** Their names, as the user would write them. */
    public List<Path> names() {
        return read.keySet().stream().map(Path::of).toList();
    }

    /** The whole of a small text file. */
    String text(Path file, long mostBytes) {
        byte[] bytes;
        try (InputStream in = open(file, mostBytes)) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw unreadable(e);
        }
        for (byte b : bytes) {
            if (b == 0) {
                throw binary();
            }
        }
        String text = decoded(bytes);
        refuseLongLines(text);
        return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            long line = 1 + IntStream.range(0, in.position()).filter(i -> bytes[i] == '\n').count();
            throw new Misread(
                    "line " + line + " has a character that is not UTF-8, such as the £ of Windows-1252", "save the file as UTF-8 text");
        }
        return out.flip().toString();
    }

    /** A stream over the file; its checksum is noted when it is closed after having been read to its end. */
    public InputStream open(Path file, long mostBytes) throws IOException {
        byte[] known = held == null ? null : held.get(file);
        if (known == null && held != null && held.isComplete()) {
            throw new Misread("there is no such file", "check the name");
        }
        if (known == null) {
            refuseUnlessRegular(file);
        }
        long size = known == null ? Files.size(file) : known.length;
        if (size > mostBytes) {
            throw tooLarge(size, mostBytes);
        }
        count(size);
        if (held != null && known == null) {
            known = held.hold(file, firstBytes(file, size));
        }
        return known == null
                ? new Checked(file.toString(), Files.newInputStream(file), size)
                : new Checked(file.toString(), new ByteArrayInputStream(known), known.length);
    }

    private static byte[] firstBytes(Path file, long size) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes((int) size);
        }
    }

    /** Counts a file as read, which an earlier reading of the same files, or a part of this one, read to its end; there is no need to open it again. */
    public void again(Path file, SourceFiles earlier) {
        if (earlier != this) {
            count(held.get(file).length);
            read.putIfAbsent(file.toString(), earlier.read.get(file.toString()));
        }
    }

    private void count(long size) {
        bytes += size;
        if (bytes > MOST_BYTES) {
            throw new Misread(
                    "with this file the scenario would read more than " + (MOST_BYTES >> 20) + " MB",
                    "aggregate the tables, such as times into counts per interval");
        }
    }

    /** Some steps of reading take time by the square of a line's length. */
    private static void refuseLongLines(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            length = text.charAt(i) == '\n' || text.charAt(i) == '\r' ? 0 : length + 1;
            refuseLonger(length);
        }
    }

    /** Refuses a line of so many characters. */
    public static void refuseLonger(int length) {
        if (length > LONGEST_LINE) {
            throw new Misread(
                    "a line has more than " + Numbers.grouped(LONGEST_LINE) + " characters",
                    "check that it is the right file");
        }
    }

    public static Misread binary() {
        return new Misread("this is a binary file, not text in UTF-8", "save it as UTF-8 text");
    }

    public static Misread unreadable(IOException cause) {
        return new Misread("the file cannot be read (" + cause.getMessage() + ")", "check its permissions");
    }

    private void refuseUnlessRegular(Path file) {
        if (!Files.exists(file)) {
            throw new Misread("there is no such file", sibling(file));
        }
        if (Files.isDirectory(file)) {
            throw new Misread("this is a folder", "name a file in it");
        }
        if (!Files.isRegularFile(file)) {
            throw new Misread("this is not a regular file but a pipe or a device", "name a file");
        }
        if (!Files.isReadable(file)) {
            throw new Misread("the file may not be read", "check its permissions");
        }
    }

    /** Advice with the most similar name of the same kind of file in the same folder. */
    private String sibling(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || file.getFileName() == null || !Files.isDirectory(folder)) {
            return "check the folder's name";
        }
        if (foldersListed++ >= MOST_FOLDERS_LISTED) {
            return "check the name";
        }
        String kind = extension(file);
        try (Stream<Path> names = Files.list(folder)) {
            List<String> known = names.limit(10_000)
                    .filter(other -> extension(other).equals(kind))
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .toList();
            return Suggestion.of(file.getFileName().toString(), known, "check the name");
        } catch (IOException e) {
            return "check the name";
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Misread tooLarge(long size, long mostBytes) {
        long megabyte = 1L << 20;
        return new Misread(
                "the file has " + (size + megabyte - 1) / megabyte + " MB, more than the " + mostBytes / megabyte
                        + " MB that are read",
                "check that it is the right file");
    }

    /** Digests, and ends after so many bytes. */
    private final class Checked extends FilterInputStream {
        private final String name;
        private long left;
        private boolean ended;

        Checked(String name, InputStream in, long size) {
            super(new DigestInputStream(in, sha256()));
            this.name = name;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int n = read(one, 0, 1);
            return n < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = left == 0 ? -1 : super.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(0, n);
            ended |= n < 0;
            return n;
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (ended) {
                byte[] digest = ((DigestInputStream) in).getMessageDigest().digest();
                read.putIfAbsent(name, new FileRead(name, HexFormat.of().formatHex(digest)));
            }
        }
    }

    /** A fresh SHA-256; every Java has it. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
