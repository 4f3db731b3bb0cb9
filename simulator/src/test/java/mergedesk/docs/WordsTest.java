package mergedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mergedesk.results.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that planners do not bring along are explained where they first stand, and the guide calls parts of the report as the report does. */
class WordsTest {
    private static final Path DOCS = Document.TOP.resolve("simulator/docs");
    private static final Pattern HEADING = Pattern.compile("<h2[^>]*>(.*?)</h2>");

    private static int first(Pattern word, String text) {
        Matcher matcher = word.matcher(text);
        return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
    }

    /** Blocks of code are not read as sentences. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "guide.md             | flows?           | A *flow* is what one council's residents call about",
        "guide.md             | cv               | `cv` is standard deviation over mean",
        "guide.md             | balk             | `balk`, the share of those who hang up as soon as they are told that they must wait",
        "guide.md             | drain            | `drain`: calls stop, and all who still wait are served or give up",
        "guide.md             | T                | **T** is the desk's `answer_within`",
        "scenario-language.md | flows?           | A *flow* is what people of one council call about",
        "scenario-language.md | cv               | *cv* is the standard deviation divided by the mean",
        "scenario-language.md | balk             | To *balk* is to leave at once when told to wait",
        "scenario-language.md | drain            | To *drain* is",
        "scenario-language.md | T                | *T* is a desk's target wait",
        "measures.md          | flows?           | A flow is what people of one council call about",
        "measures.md          | balk(ed)?        | those who balked (left at once when told to wait)",
    })
    void wordsAreExplainedWhereTheyFirstStand(String file, String word, String explanation) throws IOException {
        String text = Document.read(DOCS.resolve(file)).text();
        int explained = text.indexOf(explanation);
        assertThat(explained).as(explanation).isNotNegative();
        int first = first(Pattern.compile("\\b" + word + "\\b"), text);
        assertThat(first).as(text.substring(Math.max(0, first - 60), first + 60)).isBetween(explained, explained + explanation.length());
    }

    /** What a word means is said once. */
    @Test
    void theGlossaryHasEachWordOnce() throws IOException {
        List<String> words = Files.readAllLines(DOCS.resolve("GLOSSARY.md")).stream().filter(line -> line.startsWith("| ")).map(line -> line.split("\\|")[1].strip()).toList();
        assertThat(words).hasSizeGreaterThan(100).doesNotHaveDuplicates().doesNotContain("part");
    }

    /** All but dates, which are in a file of their own. */
    @Test
    void thePageOfMeasuresNamesAllScopes() throws IOException {
        String text = Files.readString(DOCS.resolve("measures.md"));
        String columns = text.substring(text.indexOf("## Columns of kpis.csv"));
        assertThat(Stream.of(Scope.Kind.values()).filter(kind -> kind != Scope.Kind.DATE).map(Scope.Kind::id)).allMatch(scope -> columns.contains("`" + scope + "`"));
    }

    @Test
    void theGuideNamesTheSectionsOfTheReport() throws IOException {
        List<String> headings;
        try (Stream<Path> templates = Files.list(Document.TOP.resolve("simulator/src/main/jte"))) {
            headings = templates.filter(template -> !template.getFileName().toString().matches("(compare|sweep)-.*")).flatMap(WordsTest::headings).toList();
        }
        String guide = Document.read(DOCS.resolve("guide.md")).text();
        String list = guide.substring(guide.indexOf("From the top:"), guide.indexOf("`kpis.csv` holds everything"));
        List<String> named = Pattern.compile("(?m)^(?:\\d+\\. |   )\\*(.*?)\\*(?: and \\*(.*?)\\*|, and \\*(.*?)\\*)?").matcher(list).results()
                .flatMap(match -> Stream.of(match.group(1), match.group(2), match.group(3)).filter(name -> name != null))
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(headings);
    }

    private static Stream<String> headings(Path template) {
        try {
            return HEADING.matcher(Files.readString(template)).results().map(match -> match.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
