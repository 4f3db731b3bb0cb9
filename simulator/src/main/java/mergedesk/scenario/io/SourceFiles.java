package mergedesk.scenario.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
import java.util.stream.Stream;

/**
 * Opens the files of one reading and remembers each with its checksum.
 *
 * <p>Only regular files are opened, so that a pipe or a device cannot hang the reader, and never more bytes are read than the limit
 * that was asked for, even when the file grows meanwhile. Every refusal is a {@link Misread}.
 */
final class SourceFiles {
    private final Map<String, FileRead> read = new LinkedHashMap<>();

    /** The files read to their end, in order of first reading. */
    List<FileRead> all() {
        return List.copyOf(read.values());
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
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw binary();
        }
    }

    /** A stream over the file; its checksum is noted when it is closed after having been read to its end. */
    InputStream open(Path file, long mostBytes) throws IOException {
        refuseUnlessRegular(file);
        long size = Files.size(file);
        if (size > mostBytes) {
            throw tooLarge(size, mostBytes);
        }
        return new Checked(file.toString(), Files.newInputStream(file), mostBytes);
    }

    static Misread binary() {
        return new Misread("this is a binary file, not text in UTF-8", "save it as UTF-8 text");
    }

    static Misread unreadable(IOException cause) {
        return new Misread("the file cannot be read (" + cause.getMessage() + ")", "check its permissions");
    }

    private static void refuseUnlessRegular(Path file) {
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
    private static String sibling(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || file.getFileName() == null || !Files.isDirectory(folder)) {
            return "check the folder's name";
        }
        String kind = extension(file);
        try (Stream<Path> names = Files.list(folder)) {
            List<String> known = names.filter(other -> extension(other).equals(kind))
                    .limit(1_000)
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

    /** Counts, digests, and refuses to go past the limit. */
    private final class Checked extends FilterInputStream {
        private final String name;
        private final long mostBytes;
        private long count;
        private boolean ended;

        Checked(String name, InputStream in, long mostBytes) {
            super(new DigestInputStream(in, sha256()));
            this.name = name;
            this.mostBytes = mostBytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int n = read(one, 0, 1);
            return n < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n < 0) {
                ended = true;
            } else {
                count += n;
            }
            if (count > mostBytes) {
                throw tooLarge(count, mostBytes);
            }
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
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
