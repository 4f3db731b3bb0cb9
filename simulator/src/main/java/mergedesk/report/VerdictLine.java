package mergedesk.report;

import java.util.List;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Study.Verdict;

/** A target's verdict; {@code mark} repeats the word as a sign, so that colour is never alone; {@code worst}: sentences on the worst periods. */
public record VerdictLine(String css, String mark, String word, String sentence, List<String> worst) {
    static VerdictLine of(Verdict verdict, VerdictText text) {
        boolean missedInAMonth = text.isMissedInAMonth(verdict);
        return new VerdictLine(
                missedInAMonth ? "unsure" : css(verdict.state()),
                missedInAMonth ? "!" : mark(verdict.state()),
                text.word(verdict),
                text.sentence(verdict),
                text.worst(verdict));
    }

    private static String css(Verdict.State state) {
        return switch (state) {
            case MET -> "met";
            case MISSED -> "missed";
            case UNSURE -> "unsure";
        };
    }

    private static String mark(Verdict.State state) {
        return switch (state) {
            case MET -> "✓";
            case MISSED -> "✗";
            case UNSURE -> "?";
        };
    }
}
