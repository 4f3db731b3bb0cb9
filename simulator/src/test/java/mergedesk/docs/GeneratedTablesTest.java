package mergedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.stats.KeptPeriods;
import mergedesk.stats.Measure;
import org.junit.jupiter.api.Test;

/** The tables of the reference documents say what the code says. */
class GeneratedTablesTest {
    private static final Path DOCS = Path.of("docs");

    @Test
    void everyKeyOfTheLanguageIsDescribed() throws IOException {
        Map<String, Class<?>> records = LanguageTable.records();

        List<String> found = GeneratedTable.check("scenario-language.md", name -> LanguageTable.of(records.get(name)));

        assertThat(found).containsExactlyInAnyOrderElementsOf(records.keySet());
        String text = Files.readString(DOCS.resolve("scenario-language.md"));
        records.values().forEach(record -> assertThat(text).containsPattern("(?im)^##+ " + LanguageTable.title(record) + "$"));
    }

    @Test
    void everyKeyOfSweepsIsDescribed() throws IOException {
        Map<String, Class<?>> records = LanguageTable.records(Sweep.class);

        List<String> found = GeneratedTable.check("sweeps.md", name -> LanguageTable.of(records.get(name)));

        assertThat(found).containsExactlyInAnyOrderElementsOf(records.keySet());
    }

    @Test
    void everyMeasureHasItsEquation() throws IOException {
        assertThat(GeneratedTable.check("measures.md", name -> name.equals("measures") ? measures() : mainMeasures())).containsExactly("measures", "main");
    }

    private static String mainMeasures() {
        return KeptPeriods.main().stream().map(measure -> "`" + measure.id() + "`").collect(Collectors.joining(", ", "", "\n"));
    }

    private static String measures() {
        StringBuilder table = new StringBuilder("| Measure | Unit | Equation | Scopes | What tables call it |\n|---|---|---|---|---|\n");
        for (Measure measure : Measure.all()) {
            table.append("| `").append(measure.id()).append("` | ").append(measure.unit().word())
                    .append(" | ").append(measure.equation())
                    .append(" | ").append(scopes(measure))
                    .append(" | ").append(measure.title()).append(" |\n");
        }
        return table.toString();
    }

    private static String scopes(Measure measure) {
        if (measure.subject() == Measure.Subject.DEFERRED_WORK) {
            return "D";
        }
        if (measure.isQuantile()) {
            return "Q";
        }
        return switch (measure.subject()) {
            case CONTACTS, DEFERRED_WORK -> "C";
            case ANSWERS -> "all";
            case AGENTS -> "A";
            case APPLICATIONS -> "P";
            case AVAILABILITY -> "V";
            case POWER -> "R";
            case STAFF -> "S";
        };
    }
}
