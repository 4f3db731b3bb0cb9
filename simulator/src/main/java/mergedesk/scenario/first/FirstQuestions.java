package mergedesk.scenario.first;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Limits;
import mergedesk.scenario.Rate;
import mergedesk.scenario.bind.Key;
import mergedesk.scenario.bind.Leaves;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.Suggestion;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.text.Times;

/** What 'mergedesk new' asks, and which answers it takes. */
final class FirstQuestions {
    static final String SEPARATE = "separate";
    static final String ENOUGH = "enough";
    static final String CLOSED = "closed";
    private static final List<String> BY_COUNCIL = List.of("calls", "opening", "saturday");
    private static final List<String> BY_DESK = List.of("opening", "saturday");
    private static final List<String> DESKS = List.of("merged", SEPARATE);
    private static final int MOST_NAMES = 50;
    private static final int MOST_AGENTS = 10_000;
    private static final int LONGEST_ID = 40;

    static final List<Question> ALL = List.of(
            new Question("name", "What shall the scenario be called?", "Our service desk", answer -> Optional.empty()),
            new Question(
                    "councils",
                    "Which councils take part, separated by commas?",
                    "North, South",
                    FirstQuestions::checkNames),
            new Question(
                    "services",
                    "What do people call about, separated by commas?",
                    "Council tax, Housing",
                    FirstQuestions::checkNames),
            new Question(
                    "desks",
                    "One merged desk, or a separate desk for each council?",
                    DESKS.get(0),
                    FirstQuestions::checkDesks),
            each(Question.of(
                    "calls",
                    "How many calls does each council get, all services together? (One figure, or one for each council: 60,000 / year; 45,000 / year)",
                    "60,000 / year",
                    volume())),
            each(new Question(
                    "opening",
                    "When are the lines open, Monday to Friday? (One answer, or with separate desks one for each council: 08:30-17:00; 09:00-16:30)",
                    "08:30-17:00",
                    FirstQuestions::checkHours)),
            each(new Question(
                    "saturday",
                    "And on Saturday? (As before, such as 09:00-12:00, or closed)",
                    CLOSED,
                    answer -> answer.equals(CLOSED) ? Optional.empty() : checkHours(answer).map(reason -> reason + ", or closed"))),
            new Question(
                    "agents",
                    "How many agents are present at each desk? 'enough' works it out.",
                    ENOUGH,
                    FirstQuestions::checkAgents),
            Question.of(
                    "talk",
                    "How long is a call on average, without wrap-up?",
                    FirstScenario.TALK.value(),
                    positive(Times.DURATION)),
            Question.of("wrap_up", "How long is the work after a call on average, the wrap-up?", FirstScenario.WRAP_UP.value(), Times.DURATION),
            Question.of(
                    "patience",
                    "How long would a person wait on average before giving up?",
                    FirstScenario.PATIENCE.value(),
                    positive(Times.DURATION)),
            Question.of("within", "Within what time should a call be answered?", "20 s", Times.DURATION),
            new Question(
                    "share",
                    "What share of the calls should be answered in that time?",
                    "80 %",
                    FirstQuestions::checkShare),
            Question.of("start", "On which date does the simulation start?", "2025-04-07", Times.DATE));

    private FirstQuestions() {}

    /** A question that may be answered once for all councils or for each. */
    private static Question each(Question one) {
        return new Question(one.key(), one.text(), one.byDefault(), answer -> parts(answer).stream()
                .map(part -> one.check().apply(part))
                .flatMap(Optional::stream)
                .findFirst());
    }

    /** The answers in an answer, in the order of the councils. */
    static List<String> parts(String answer) {
        return Arrays.stream(answer.split(";", -1)).map(String::strip).toList();
    }

    /** Why answers that can be by themselves cannot be together; by the question to which the last of them belongs. Absent answers are their defaults. */
    static Optional<String> together(Function<String, String> answers) {
        int councils = names(answers.apply("councils")).size();
        boolean separate = answers.apply("desks").equals(SEPARATE);
        for (String key : BY_COUNCIL) {
            int given = parts(answers.apply(key)).size();
            if (given > 1 && !separate && BY_DESK.contains(key)) {
                return Optional.of("one merged desk has the same hours for all; write one answer");
            }
            if (given > 1 && given != councils) {
                return Optional.of("these are " + given + " answers for " + councils + (councils == 1 ? " council" : " councils") + "; write one for each, or one for all");
            }
        }
        return Optional.empty();
    }

    /** A volume that a flow may have, and more than none. */
    private static Syntax<Rate> volume() {
        Limits limits = Key.of(Flow.class).stream()
                .filter(key -> key.name().equals("volume"))
                .findFirst()
                .orElseThrow()
                .limits();
        return positive(new Syntax<>(
                Times.RATE.pattern(),
                Times.RATE.example(),
                text -> Leaves.value(Times.RATE, limits, text),
                Rate::perMeanYear));
    }

    private static <T> Syntax<T> positive(Syntax<T> syntax) {
        return Syntax.word(syntax.pattern(), syntax.example(), text -> {
            T value = syntax.reader().apply(text);
            if (syntax.magnitude().applyAsDouble(value) <= 0) {
                throw new Misread(
                        "the value must be more than zero", "write a value such as \"" + syntax.example() + "\"");
            }
            return value;
        });
    }

    private static Optional<String> checkNames(String answer) {
        List<String> names = names(answer);
        if (names.isEmpty() || names.size() > MOST_NAMES) {
            return Optional.of("write 1 to " + MOST_NAMES + " names separated by commas");
        }
        List<String> ids = names.stream().map(FirstQuestions::id).distinct().toList();
        return ids.size() == names.size() && !ids.contains("")
                ? Optional.empty()
                : Optional.of("write names that differ in their first " + LONGEST_ID + " letters and digits");
    }

    /** The names in an answer, in its order. */
    static List<String> names(String answer) {
        return Arrays.stream(answer.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** An id that a name can have: lower-case letters and digits, joined by underscores; empty when there are none. */
    static String id(String name) {
        String id = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
        return id.codePointCount(0, id.length()) > LONGEST_ID
                ? id.substring(0, id.offsetByCodePoints(0, LONGEST_ID))
                : id;
    }

    private static Optional<String> checkDesks(String answer) {
        return DESKS.contains(answer) ? Optional.empty() : Optional.of(Suggestion.of(answer, DESKS, ""));
    }

    private static Optional<String> checkHours(String answer) {
        String[] ends = answer.split("-", -1);
        String advice = "write from-to on quarters of an hour, such as 08:30-17:00";
        if (ends.length != 2) {
            return Optional.of(advice);
        }
        try {
            int from = quarter(ends[0]);
            int to = quarter(ends[1]);
            return from < to ? Optional.empty() : Optional.of("the lines close before they open; " + advice);
        } catch (Misread misread) {
            return Optional.of(misread.rule() + "; " + advice);
        }
    }

    /** Minutes of the day of a time on a quarter of an hour; the end of the day is 24:00. */
    static int quarter(String time) {
        int minutes = Times.END_TIME.reader().apply(time.strip()).toSecondOfDay() / 60;
        if (minutes % 15 != 0) {
            throw new Misread("this is not on a quarter of an hour", "");
        }
        return time.strip().equals("24:00") ? 24 * 60 : minutes;
    }

    private static Optional<String> checkAgents(String answer) {
        if (answer.equals(ENOUGH)) {
            return Optional.empty();
        }
        boolean number =
                answer.matches("[0-9]{1,5}") && Integer.parseInt(answer) > 0 && Integer.parseInt(answer) <= MOST_AGENTS;
        return number ? Optional.empty() : Optional.of("write a whole number from 1 to 10000, or " + ENOUGH);
    }

    private static Optional<String> checkShare(String answer) {
        Optional<String> reason =
                Question.of("share", "", "", Numbers.SHARE).check().apply(answer);
        if (reason.isPresent()) {
            return reason;
        }
        double share = Numbers.SHARE.reader().apply(answer);
        return share >= 0 && share <= 1 ? Optional.empty() : Optional.of("write 0 % to 100 %");
    }
}
