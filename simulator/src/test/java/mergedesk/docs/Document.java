package mergedesk.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown document: its fenced blocks, and the text without them.
 *
 * <p>A comment on the line above a block says what the reader need not see: {@code <!-- file: NAME -->} the block is the content of a file that
 * later commands use; {@code <!-- takes long: OPTIONS -->} the test adds these options to run, compare and solve, and compares what
 * they print with what is shown at night only, without them; {@code <!-- exit 2 -->} the commands end with that
 * code; {@code <!-- not run -->} they are only shown.
 *
 * @param text everything outside blocks and comments
 */
record Document(Path file, String whole, String text, List<Block> blocks) {
    /** The top of the checkout. */
    static final Path TOP = Path.of("").toAbsolutePath().getParent();

    private static final Pattern FENCE =
            Pattern.compile("(?m)^(?:<!-- ([^\n]*?) -->\n)?```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    /** A fenced block; {@code note} is the comment above it, empty without one. */
    record Block(String note, String language, String content) {
        /** Options that make a long command short enough for a test; empty without any. */
        String shortened() {
            return note.startsWith("takes long: ") ? note.substring(12) : "";
        }

        /** Whether it shows what commands print that take long. */
        boolean isForTheNight() {
            return !shortened().isEmpty() && language.equals("console");
        }

        boolean isRun() {
            return !note.equals("not run") && (language.equals("sh") || language.equals("console"));
        }

        int exitCode() {
            return note.startsWith("exit ") ? Integer.parseInt(note.substring(5)) : 0;
        }

        /** Name of the file whose content this is, or null. */
        String fileName() {
            return note.startsWith("file: ") ? note.substring(6) : null;
        }
    }

    /** README.md, everything in simulator/docs, and the README of each folder of scenarios. */
    static List<Document> all() throws IOException {
        List<Document> documents = new ArrayList<>();
        documents.add(read(TOP.resolve("README.md")));
        try (Stream<Path> files = Files.walk(TOP.resolve("scenarios"))) {
            for (Path file : files.filter(f -> f.endsWith("README.md")).sorted().toList()) {
                documents.add(read(file));
            }
        }
        try (Stream<Path> files = Files.list(TOP.resolve("simulator/docs"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                documents.add(read(file));
            }
        }
        return documents;
    }

    static Document read(Path file) throws IOException {
        String whole = Files.readString(file).replace("\r\n", "\n");
        List<Block> blocks = new ArrayList<>();
        Matcher fences = FENCE.matcher(whole);
        String text = fences.replaceAll(found -> {
            blocks.add(new Block(found.group(1) == null ? "" : found.group(1), found.group(2), found.group(3)));
            return "";
        });
        return new Document(file, whole, text.replaceAll("(?s)<!--.*?-->", ""), blocks);
    }

    /** The anchors of the headings, as GitHub makes them. */
    List<String> anchors() {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1).toLowerCase().replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    @Override
    public String toString() {
        return TOP.relativize(file).toString();
    }
}
