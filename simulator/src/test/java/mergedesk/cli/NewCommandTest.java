package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import mergedesk.cli.Desk.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
    private static final String ANSWERS = "Bürgertelefon\nEast, West\nTax\nseparate\n9000 / year\n\n\n3\n\n\n\n30 s\n\n\n";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void write() {
        desk = new Desk(folder);
    }

    @Test
    void writesAScenarioThatPassesCheckAndRuns() throws IOException {
        Ended written = ask(ANSWERS, "mine/first.yaml");

        assertThat(written.code()).isZero();
        assertThat(written.err()).startsWith("14 questions;");
        assertThat(written.out()).startsWith("Written: mine").contains("\nNext:    mergedesk run mine");
        assertThat(desk.text("mine/first.yaml")).contains("name: \"Bürgertelefon\"", "9000 / year", "answer_within: {value: 30 s");
        assertThat(desk.call("check", desk.file("mine/first.yaml")).out())
                .endsWith("first.yaml: fine. Bürgertelefon: 2 councils, 2 flows, 2 desks, 2 groups\n");
        assertThat(desk.call("run", desk.file("mine/first.yaml"), "--replications", "2", "--out", desk.file("r")).code())
                .isZero();
    }

    @Test
    void namesTheSchemaOfTheCheckoutAsSeenFromTheFile() throws IOException {
        System.setProperty("mergedesk.home", folder.resolve("checkout").toString());
        try {
            ask("\n".repeat(14), "mine/first.yaml");
        } finally {
            System.clearProperty("mergedesk.home");
        }

        assertThat(desk.text("mine/first.yaml"))
                .startsWith("# yaml-language-server: $schema=../checkout/scenarios/schema.json\n");
    }

    @Test
    void writesNothingWhenTheAnswersEnd() throws IOException {
        Map<String, Long> before = desk.content();

        Ended ended = ask("A name\nEast\n", "first.yaml");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).endsWith("\nThe input ended before the last question: no scenario was made.\n");
        assertThat(desk.content()).isEqualTo(before);
    }

    @Test
    void asksNothingWhenTheFileCannotBeWritten() throws IOException {
        Map<String, Long> before = desk.content();

        assertThat(ask(ANSWERS, "desk.yaml"))
                .isEqualTo(new Ended(2, "", "--out: desk.yaml: is there already; choose another name\n"));
        assertThat(ask(ANSWERS, "."))
                .isEqualTo(new Ended(2, "", "--out: .: is a folder; name a file\n"));
        assertThat(ask(ANSWERS, "desk.yaml/x.yaml").err())
                .isEqualTo("--out: desk.yaml/x.yaml: desk.yaml is a file, not a folder; choose another place or name\n");
        assertThat(desk.content()).isEqualTo(before);
    }

    private Ended ask(String answers, String file) {
        return desk.answering(answers, StandardCharsets.UTF_8, "new", "--out", file.equals(".") ? folder.toString() : desk.file(file));
    }
}
