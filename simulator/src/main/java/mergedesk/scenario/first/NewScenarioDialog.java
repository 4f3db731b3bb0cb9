package mergedesk.scenario.first;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mergedesk.scenario.io.ScenarioReader;
import mergedesk.scenario.tree.Tree;

/**
 * Asks the questions of {@link FirstScenario} one after the other; an empty line accepts the default, a wrong answer is asked again.
 *
 * <p>Wrong is also an answer with which the scenario would have a fault, the open questions answered by their defaults. So the reader is the judge,
 * and whatever was answered, the file can be read.
 */
public final class NewScenarioDialog {
    private final BufferedReader in;
    private final PrintWriter out;
    private final ScenarioReader reader;
    private final Map<String, String> answers = new LinkedHashMap<>();

    /** Reads answers from {@code in}, one a line, and writes questions to {@code out}; {@code reader} judges the scenario. */
    public NewScenarioDialog(Reader in, PrintWriter out, ScenarioReader reader) {
        this.in = new BufferedReader(in);
        this.out = out;
        this.reader = reader;
    }

    /** The answers by key, or nothing when the input ended before the last answer; then {@code out} says so. */
    public Optional<Map<String, String>> ask() {
        List<Question> questions = FirstScenario.questions();
        out.println(questions.size()
                + " questions; an empty line takes the value in brackets, and the file can be changed afterwards.");
        for (int i = 0; i < questions.size(); i++) {
            if (!ask(questions.get(i), i + 1)) {
                out.println();
                out.println("The input ended before the last question: no scenario was made.");
                out.flush();
                return Optional.empty();
            }
        }
        out.flush();
        return Optional.of(answers);
    }

    /** Asks until the answer can be; false when the input ended. */
    private boolean ask(Question question, int number) {
        while (true) {
            out.print(number + ". " + question.text() + " [" + question.byDefault() + "] ");
            out.flush();
            String line = readLine();
            if (line == null) {
                return false;
            }
            Optional<String> reason = reasonAgainst(question, line.strip());
            if (reason.isEmpty()) {
                return true;
            }
            out.println("   " + Tree.quote(line.strip()) + ": " + reason.get());
        }
    }

    /** Why the answer cannot be; when it can, it is noted. */
    private Optional<String> reasonAgainst(Question question, String answer) {
        Optional<String> reason = answer.isEmpty() ? Optional.empty() : question.check().apply(answer);
        if (reason.isPresent()) {
            return reason;
        }
        answers.put(question.key(), answer);
        Optional<String> together = FirstScenario.mismatch(answers);
        if (together.isPresent()) {
            answers.remove(question.key());
            return together;
        }
        return reader.problems(FirstScenario.yaml(answers)).stream()
                .map(problem -> problem.rule() + "; " + problem.advice())
                .findFirst();
    }

    private String readLine() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
