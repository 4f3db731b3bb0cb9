package mergedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mergedesk.stats.Measure;
import org.junit.jupiter.api.Test;

/**
 * The tables of the reference documents say what the code says. They stand between {@code <!-- table: NAME -->} and {@code <!-- end -->};
 * {@code -DwriteDocs=true} writes them anew.
 */
class GeneratedTablesTest {
    private static final Path DOCS = Path.of("docs");
    private static final Pattern TABLE = Pattern.compile("<!-- table: (\\w+) -->\n(.*?)<!-- end -->", Pattern.DOTALL);

    @Test
    void everyKeyOfTheLanguageIsDescribed() throws IOException {
        Map<String, Class<?>> records = LanguageTable.records();

        List<String> found = check("scenario-language.md", name -> LanguageTable.of(records.get(name)));

        assertThat(found).containsExactlyInAnyOrderElementsOf(records.keySet());
        String text = Files.readString(DOCS.resolve("scenario-language.md"));
        records.values().forEach(record -> assertThat(text).containsPattern("(?im)^##+ " + LanguageTable.title(record) + "$"));
    }

    @Test
    void everyMeasureHasItsEquation() throws IOException {
        assertThat(check("measures.md", name -> measures())).containsExactly("measures");
    }

    private static String measures() {
        StringBuilder table = new StringBuilder("| Measure | Unit | Equation | Scopes | What tables call it |\n|---|---|---|---|---|\n");
        for (Measure measure : Measure.all()) {
            table.append("| `").append(measure.id()).append("` | ").append(unit(measure))
                    .append(" | ").append(measure.equation())
                    .append(" | ").append(scopes(measure))
                    .append(" | ").append(measure.title()).append(" |\n");
        }
        return table.toString();
    }

    private static String unit(Measure measure) {
        return measure.unit() == Measure.Unit.SECONDS ? "s" : measure.unit().name().toLowerCase(Locale.ROOT);
    }

    private static String scopes(Measure measure) {
        if (measure.isQuantile()) {
            return "Q";
        }
        return switch (measure.subject()) {
            case CONTACTS -> "C";
            case ANSWERS -> "all";
            case AGENTS -> "A";
        };
    }

    /** Compares every table of a document with what it should be; returns the tables' names. */
    private static List<String> check(String document, Function<String, String> table) throws IOException {
        Path file = DOCS.resolve(document);
        String text = Files.readString(file).replace("\r\n", "\n");
        List<String> names = new ArrayList<>();
        Matcher tables = TABLE.matcher(text);
        String fresh = tables.replaceAll(found -> {
            names.add(found.group(1));
            return Matcher.quoteReplacement("<!-- table: " + found.group(1) + " -->\n" + table.apply(found.group(1)) + "<!-- end -->");
        });
        if (Boolean.getBoolean("writeDocs")) {
            Files.writeString(file, fresh);
        }
        assertThat(Files.readString(file).replace("\r\n", "\n")).as("%s; run again with -DwriteDocs=true", document).isEqualTo(fresh);
        return names;
    }
}
