package mergedesk.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.report.text.ValueText;
import mergedesk.results.Answer;
import mergedesk.results.Answer.Trial;
import mergedesk.stats.Estimate;

/** What {@code solve} says: a table of its trials, and the answer in sentences that search tools find in one line. */
public final class AnswerSummary {
    private static final double PERCENT = 100;
    private static final double LEAST = 0.0005; // that is not rounded to certainty
    private static final double EVEN = 0.5;

    private final Answer answer;
    private final ValueText values;

    private AnswerSummary(Answer answer) {
        this.answer = answer;
        values = new ValueText(answer.measure().unit());
    }

    /** Table and answer, for the console. */
    public static String of(Answer answer) {
        String text = new AnswerSummary(answer).table() + "\n" + String.join("\n", sentences(answer)) + "\n";
        return text.replace('\u00a0', ' ');
    }

    /** The answer, then what is beyond it, then what contradicts it. */
    public static List<String> sentences(Answer answer) {
        AnswerSummary summary = new AnswerSummary(answer);
        return Stream.of(Stream.of(summary.found()), summary.answer.beyond().stream().map(summary::beyond), summary.exceptions())
                .flatMap(sentences -> sentences)
                .toList();
    }

    private String table() {
        TextTable table = new TextTable(answer.path(), "runs", answer.every().map(period -> "worst " + period.id()).orElse(answer.measure().id()), "±", "confidence");
        for (Trial trial : answer.trials()) {
            String[] value = text(trial).split(ValueText.PLUS_MINUS);
            table.add(
                    trial.value(),
                    trial.replications() == 0 ? "" : Integer.toString(trial.replications()),
                    value[0],
                    value.length > 1 ? value[1] : "",
                    percent(trial, trial.confidence()));
        }
        return table.toString();
    }

    private String text(Trial trial) {
        if (!trial.possible()) {
            return "not possible";
        }
        return trial.estimate().isEmpty() ? "no value" : values.text(trial.estimate());
    }

    /** Runs make nothing certain; what follows from the scenario is. */
    private static String percent(Trial trial, double confidence) {
        if (!trial.possible() || trial.estimate().method() == Estimate.Method.EXACT) {
            return String.format(Locale.ROOT, "%.0f %%", PERCENT * confidence);
        }
        if (confidence >= 1 - LEAST) {
            return "> 99.9 %";
        }
        return confidence < LEAST ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", PERCENT * confidence);
    }

    private String found() {
        String early = answer.failure().isEmpty() ? "Stopped; so far: " : "A trial failed; so far: ";
        if (answer.found().isEmpty()) {
            return (answer.complete() ? "" : early) + "No value that was tried meets " + answer.goal() + ".";
        }
        Trial found = answer.found().get();
        return (answer.complete() ? "Answer: " : early) + answer.path() + " " + found.value() + " is the "
                + (answer.smallest() ? "smallest" : "largest") + " that meets " + answer.goal() + " (confidence " + percent(found, found.confidence()) + ").";
    }

    private String beyond(Trial beyond) {
        if (!beyond.possible()) {
            return beyond.value() + " is not possible.";
        }
        return beyond.missed() < EVEN
                ? "With " + beyond.value() + " these runs do not tell whether it is met (" + text(beyond) + ")."
                : "With " + beyond.value() + " it is missed (confidence " + percent(beyond, beyond.missed()) + ").";
    }

    private Stream<String> exceptions() {
        if (answer.exceptions().isEmpty()) {
            return Stream.empty();
        }
        String where = answer.exceptions().stream()
                .map(trial -> "with " + trial.value() + " it is " + (trial.meets() ? "met" : "missed") + " (" + text(trial) + ")")
                .collect(Collectors.joining(", "));
        return Stream.of("But further away it is otherwise: " + where + ". " + answer.measure().id() + " both rises and falls with " + answer.path()
                + ", so the answer holds in its neighbourhood only.");
    }
}
