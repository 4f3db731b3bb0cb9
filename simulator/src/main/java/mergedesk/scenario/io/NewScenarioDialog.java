package mergedesk.scenario.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the questions of {@link FirstScenario} one after the other; an empty line accepts the default, a wrong answer is asked again. */
public final class NewScenarioDialog {
    private final BufferedReader in;
    private final PrintWriter out;

    /** Reads answers from {@code in}, one a line, and writes questions to {@code out}. */
    public NewScenarioDialog(Reader in, PrintWriter out) {
        this.in = new BufferedReader(in);
        this.out = out;
    }

    /** The answers by key, or nothing when the input ended before the last answer; then {@code out} says so. */
    public Optional<Map<String, String>> ask() {
        List<Question> questions = FirstScenario.questions();
        out.println(questions.size()
                + " questions; an empty line takes the value in brackets, and the file can be changed afterwards.");
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            Optional<String> answer = ask(questions.get(i), i + 1);
            if (answer.isEmpty()) {
                out.println();
                out.println("The input ended before the last question: no scenario was made.");
                out.flush();
                return Optional.empty();
            }
            answers.put(questions.get(i).key(), answer.get());
        }
        out.flush();
        return Optional.of(answers);
    }

    private Optional<String> ask(Question question, int number) {
        while (true) {
            out.print(number + ". " + question.text() + " [" + question.byDefault() + "] ");
            out.flush();
            String line = readLine();
            if (line == null) {
                return Optional.empty();
            }
            if (line.isBlank()) {
                return Optional.of("");
            }
            Optional<String> reason = question.check().apply(line.strip());
            if (reason.isEmpty()) {
                return Optional.of(line.strip());
            }
            out.println("   " + Tree.quote(line.strip()) + ": " + reason.get());
        }
    }

    private String readLine() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
