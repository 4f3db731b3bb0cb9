package mergedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables in documents that the program makes. They stand between {@code <!-- table: NAME -->} and {@code <!-- end -->}; {@code -DwriteDocs=true} writes them anew. */
public final class GeneratedTable {
    private static final Path DOCS = Path.of("docs");
    private static final Pattern TABLE = Pattern.compile("<!-- table: (\\w+) -->\n(.*?)<!-- end -->", Pattern.DOTALL);

    private GeneratedTable() {}

    /** Compares one table of a document with what it should be. */
    public static void check(String document, String name, String table) throws IOException {
        assertThat(check(document, other -> other.equals(name) ? table : null)).contains(name);
    }

    /** Compares tables of a document with what they should be, by name, null for any; returns the names of all. */
    static List<String> check(String document, Function<String, String> table) throws IOException {
        Path file = DOCS.resolve(document);
        String text = Files.readString(file).replace("\r\n", "\n");
        List<String> names = new ArrayList<>();
        Matcher tables = TABLE.matcher(text);
        String fresh = tables.replaceAll(found -> {
            names.add(found.group(1));
            String content = table.apply(found.group(1));
            return Matcher.quoteReplacement("<!-- table: " + found.group(1) + " -->\n" + (content == null ? found.group(2) : content) + "<!-- end -->");
        });
        if (Boolean.getBoolean("writeDocs")) {
            Files.writeString(file, fresh);
        }
        assertThat(Files.readString(file).replace("\r\n", "\n")).as("%s; run again with -DwriteDocs=true", document).isEqualTo(fresh);
        return names;
    }
}
