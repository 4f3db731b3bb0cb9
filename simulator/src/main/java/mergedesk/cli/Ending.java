package mergedesk.cli;

import java.util.stream.Stream;
import mergedesk.results.Answer;
import mergedesk.results.Study;

/**
 * How work came to its end: complete, stopped by Ctrl-C, or by a failure.
 *
 * @param complete whether all was done that was asked for
 * @param failure what failed, and how to repeat it; empty when nothing did
 */
record Ending(boolean complete, String failure) {
    /** Of runs of which each is needed. */
    static Ending of(Study.Manifest... runs) {
        String failure = Stream.of(runs).map(Study.Manifest::failure).filter(text -> !text.isEmpty()).findFirst().orElse("");
        return new Ending(Stream.of(runs).allMatch(Study.Manifest::complete), failure);
    }

    /** Of a search. */
    static Ending of(Answer answer) {
        return new Ending(answer.complete(), answer.failure());
    }

    boolean isFailure() {
        return !failure.isEmpty();
    }

    int exitCode() {
        return isFailure() ? ExitCode.FAILED : complete ? ExitCode.DONE : ExitCode.INTERRUPTED;
    }

    /** Says that nothing was finished; {@code first}: what would have been. */
    int withNothing(Console console, String first) {
        console.err().println(isFailure()
                ? "mergedesk: " + failure + ". The first " + first + " was not finished; nothing was written."
                : "mergedesk: stopped before the first " + first + " was finished; nothing was written.");
        return exitCode();
    }

    /** Says what failed, once what was finished is written. */
    void tellFailure(Console console) {
        if (isFailure()) {
            console.err().println("mergedesk: " + failure);
        }
    }
}
