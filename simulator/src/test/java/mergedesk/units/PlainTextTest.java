package mergedesk.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void nothingIsLeftThatIsObeyed() {
        assertThat(PlainText.line("a\u001b[31mb\u0007\u009b1mc\u0000d")).isEqualTo("a?[31mb??1mc?d");
        assertThat(PlainText.line("north\u202ehtuos\u2066\u200f\u061c")).isEqualTo("north?htuos???");
        assertThat(PlainText.line("a\ufeffb\ud800c\uffffd\udb40\udc41e\u00adf\u200bg")).isEqualTo("a?b?c?d?e?f?g");
    }

    @Test
    void breaksOfLinesAreSpaces() {
        assertThat(PlainText.line("a\nb\rc\td\u2028e\u2029f\u0085g\u000bh\fi")).isEqualTo("a b c d e f g h i");
        assertThat(PlainText.lines("a\nb\rc\td\u2028e")).isEqualTo("a\nb c d e");
    }

    @Test
    void whatPeopleWriteStays() {
        String text = "Wrexham \u2013 Llangefni, B\u00fcro, \u05e2\u05d9\u05e8, \u0645\u0631\u0643\u0632, "
                + "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645, "
                + "\ud83d\udc69\u200d\ud83d\udcbb, a\u00a0b, \ud83e\udee0";

        assertThat(PlainText.line(text)).isSameAs(text);
    }

    @Test
    void jsonKeepsThemEscaped() {
        assertThat(PlainText.escaped("{\n  \"name\" : \"a\u009bb\u202ec\u2028d\ud83d\udc69\"\n}"))
                .isEqualTo("{\n  \"name\" : \"a\\u009bb\\u202ec\\u2028d\ud83d\udc69\"\n}");
    }
}
