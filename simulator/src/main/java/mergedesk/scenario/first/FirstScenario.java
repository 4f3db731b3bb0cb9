package mergedesk.scenario.first;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import mergedesk.scenario.Rate;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.TreeText;

/**
 * A first scenario from some answers: councils with the same services, their phone desks merged into one or side by side.
 *
 * <p>What the user does not know takes the value of DEFAULTS.md, written with its range and source and marked as an assumption.
 */
public final class FirstScenario {
    /** A value of DEFAULTS.md with its range and the fact that it rests on. */
    record Default(String value, String low, String high, String fact) {}

    static final Default TALK = new Default("290 s", "230 s", "300 s", "talk_time");
    static final Default PATIENCE = new Default("15 min", "7 min", "29 min", "patience");
    private static final Default TALK_SPREAD = new Default("1.4", "1", "1.5", "talk_spread");
    static final Default WRAP_UP = new Default("60 s", "20 s", "120 s", "wrap_up");
    private static final Default BUSYNESS = new Default("7 %", "5 %", "15 %", "busyness");

    private static final String MERGED = "merged";
    private static final String OFFICE_HOURS = "office_hours";

    private static final String SOURCES = """
            sources:
              A: {title: "Answers given to 'mergedesk new'"}
              D:
                title: Default values of Mergedesk
                facts:
                  talk_time: "Calderdale: 4:50 and 3:53 minutes."
                  talk_spread: "Technion, October: mean 180 s, median 105 s, lognormal."
                  wrap_up: "No source: an assumption."
                  patience: >-
                    Mean wait over abandoned share in published figures of English councils: Greenwich 7.6, South Cambridgeshire
                    16 to 20, Bolsover 26 to 29 minutes (approximate).
                  busyness: "US bank: Wednesday's variance over mean 1.87 at a mean of 192 calls in 5 minutes."
                  shape: "No source: the same rate whenever the lines are open."
                  holidays: "No source: nobody calls, and nobody calls the day after instead."
                  volume: "No source: an example."
                  target: "No source: a usual target."
                  agents: "Arithmetic: calls times talk time and wrap-up over opening hours, plus a fifth, plus one."
            """;

    private final Map<String, String> given;
    private final List<String> councils;
    private final List<String> services;
    private final boolean separate;
    /** By council, in their order. */
    private final List<Rate> calls;

    private final List<OpeningWeek> weeks;
    private final StringBuilder yaml = new StringBuilder();

    private FirstScenario(Map<String, String> given) {
        this.given = given;
        this.councils = FirstQuestions.names(answer("councils"));
        this.services = FirstQuestions.names(answer("services"));
        this.separate = answer("desks").equals(FirstQuestions.SEPARATE);
        this.calls = byCouncil("calls").stream().map(Times.RATE.reader()).toList();
        List<String> opening = byCouncil("opening");
        List<String> saturday = byCouncil("saturday");
        this.weeks = IntStream.range(0, councils.size()).mapToObj(i -> OpeningWeek.of(opening.get(i), saturday.get(i))).toList();
    }

    private List<String> byCouncil(String key) {
        List<String> parts = FirstQuestions.parts(answer(key));
        return parts.size() == 1 ? Collections.nCopies(councils.size(), parts.get(0)) : parts;
    }

    /** The questions, in the order in which they are asked. */
    public static List<Question> questions() {
        return FirstQuestions.ALL;
    }

    /**
     * The YAML text of the scenario.
     *
     * @param answers by key of the question; an absent or empty answer takes the default
     * @throws IllegalArgumentException when an answer does not pass its question's check
     */
    public static String yaml(Map<String, String> answers) {
        Map<String, String> given = new LinkedHashMap<>();
        for (Question question : questions()) {
            String answer = answers.getOrDefault(question.key(), "").strip();
            Optional<String> reason =
                    answer.isEmpty() ? Optional.empty() : question.check().apply(answer);
            if (reason.isPresent()) {
                throw new IllegalArgumentException(
                        question.key() + ": found " + Tree.quote(answer) + ": " + reason.get());
            }
            given.put(question.key(), answer);
        }
        mismatch(given).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return new FirstScenario(given).write();
    }

    /** Why answers cannot be together that can be by themselves; absent and empty ones take the default. */
    static Optional<String> mismatch(Map<String, String> answers) {
        return FirstQuestions.together(key -> answer(key, answers));
    }

    private String answer(String key) {
        return answer(key, given);
    }

    private static String answer(String key, Map<String, String> given) {
        String answer = given.getOrDefault(key, "");
        return answer.isEmpty()
                ? questions().stream()
                        .filter(q -> q.key().equals(key))
                        .findFirst()
                        .orElseThrow()
                        .byDefault()
                : answer;
    }

    private String write() {
        line("# yaml-language-server: $schema=../schema.json");
        line("# A first scenario. Check it with 'mergedesk check', run it with 'mergedesk run'.");
        line("# Every number marked as an assumption is a guess until you replace it by your own.");
        line("name: " + TreeText.quoted(answer("name")));
        line("question: Does the desk answer as many calls in time as it should?");
        line("time: {start: " + answer("start") + ", length: 28 days, interval: 15 min}");
        line("");
        yaml.append(SOURCES);
        line("");
        writeNames("councils", councils);
        writeNames("services", services);
        line("");
        writeFlows();
        writeDesks();
        writeDemand();
        return yaml.toString();
    }

    private void writeNames(String section, List<String> names) {
        line(section + ":");
        names.forEach(name -> line("  " + word(name) + ": {name: " + TreeText.quoted(name) + "}"));
    }

    /** What all flows have, and then what each has by itself. */
    private void writeFlows() {
        line("# What holds for all flows; a flow that differs says so itself.");
        line("flow_defaults:");
        if (!separate) {
            line("  desk: " + MERGED);
        }
        line("  profile: " + OFFICE_HOURS);
        line("  work: {distribution: lognormal, mean: " + answered("talk", TALK) + ", cv: " + figure(TALK_SPREAD) + "}");
        if (!Times.DURATION.reader().apply(answer("wrap_up")).isZero()) {
            line("  after_call: {distribution: exponential, mean: " + answered("wrap_up", WRAP_UP) + "}");
        }
        line("  patience: {distribution: exponential, mean: " + answered("patience", PATIENCE) + "}");
        line("flows:");
        String source = given.get("calls").isEmpty() ? ", source: D.volume, status: assumption}" : ", source: A, status: judged}";
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < councils.size(); i++) {
            String council = councils.get(i);
            double perService = Math.round(calls.get(i).count() / services.size() * 1_000) / 1_000.0;
            String volume = "{value: " + Times.written(new Rate(perService, calls.get(i).per())) + source;
            for (String service : services) {
                line("  " + flowId(council, service, ids) + ":");
                line("    council: " + word(council));
                line("    service: " + word(service));
                if (separate) {
                    line("    desk: " + word(council));
                }
                line("    volume: " + volume);
                if (!profile(i).equals(OFFICE_HOURS)) {
                    line("    profile: " + profile(i));
                }
            }
        }
    }

    /** The profile of a council's flows: one for all whose lines are open at the same times. */
    private String profile(int council) {
        int first = weeks.indexOf(weeks.get(council));
        return first == 0 ? OFFICE_HOURS : OFFICE_HOURS + "_" + FirstQuestions.id(councils.get(first));
    }

    /** Council and service joined; "North" and "East tax" otherwise than "North East" and "Tax", as no id has a hyphen by itself. */
    private static String flowId(String council, String service, Set<String> taken) {
        String id = FirstQuestions.id(council) + "_" + FirstQuestions.id(service);
        if (!taken.add(id)) {
            id = FirstQuestions.id(council) + "-" + FirstQuestions.id(service);
        }
        return id;
    }

    private void writeDesks() {
        line("");
        line("desks:");
        List<String> desks =
                separate ? councils.stream().map(FirstQuestions::id).toList() : List.of(MERGED);
        String within = given.get("within").isEmpty()
                ? "{value: " + answer("within") + ", source: D.target, status: assumption}"
                : judged("within");
        for (int i = 0; i < desks.size(); i++) {
            line("  " + TreeText.word(desks.get(i)) + ": {opening: " + weeks.get(i).opening() + ", answer_within: " + within + "}");
        }
        line("groups:");
        for (int i = 0; i < desks.size(); i++) {
            String staffing = answer("agents").equals(FirstQuestions.ENOUGH)
                    ? "{value: " + enoughAgents(i) + ", source: D.agents, status: assumption}"
                    : "{value: " + answer("agents") + ", source: A, status: judged}";
            line("  " + desks.get(i) + "_team: {desk: " + TreeText.word(desks.get(i)) + ", staffing: " + staffing + "}");
        }
        line("targets:");
        line("  - {measure: sl_answered_of_offered, at_least: " + answer("share") + "}");
    }

    private void writeDemand() {
        line("");
        line("# How often people call, by quarter of an hour: weights shape the volume and never change its total.");
        line("profiles:");
        for (int i = 0; i < weeks.size(); i++) {
            if (weeks.indexOf(weeks.get(i)) == i) {
                line("  " + profile(i) + ":");
                line("    value:");
                yaml.append(weeks.get(i).weights());
                line("    source: D.shape");
                line("    status: assumption");
            }
        }
        line("# On bank holidays the lines are closed and nobody calls.");
        line("bank_holidays: {region: england_and_wales, volume: {value: 0 %, source: D.holidays, status: assumption}}");
        line("# Days that are busier or quieter than planned, for all councils together.");
        line("busyness: {all: {cv: " + figure(BUSYNESS) + "}}");
    }

    /** Offered load of one desk in its opening hours, a fifth more, and one agent on top. */
    private long enoughAgents(int desk) {
        double callsPerYear = separate ? calls.get(desk).perMeanYear() : calls.stream().mapToDouble(Rate::perMeanYear).sum();
        double handleSeconds = Times.seconds(Times.DURATION.reader().apply(answer("talk")))
                + Times.seconds(Times.DURATION.reader().apply(answer("wrap_up")));
        double agents = Math.ceil(1.2 * callsPerYear * handleSeconds / weeks.get(desk).openSecondsPerYear()) + 1;
        return (long) Math.min(100_000, agents);
    }

    private String answered(String key, Default byDefault) {
        return given.get(key).isEmpty()
                ? figure(byDefault)
                : judged(key);
    }

    /** What was answered; in braces a comma would end it. */
    private String judged(String key) {
        String answer = given.get(key);
        return "{value: " + (answer.indexOf(',') < 0 ? answer : TreeText.quoted(answer)) + ", source: A, status: judged}";
    }

    private static String figure(Default value) {
        return "{value: " + value.value() + ", range: [" + value.low() + ", " + value.high() + "], source: D."
                + value.fact() + ", status: assumption}";
    }

    /** The id of a name, as it is written. */
    private static String word(String name) {
        return TreeText.word(FirstQuestions.id(name));
    }

    private void line(String line) {
        yaml.append(line).append('\n');
    }
}
