package mergedesk.scenario.first;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mergedesk.scenario.Rate;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.TreeText;

/**
 * A first scenario from about ten answers: councils with the same services, their phone desks merged into one or side by side.
 *
 * <p>What the user does not know takes the value of DEFAULTS.md, written with its range and source and marked as an assumption.
 */
public final class FirstScenario {
    /** A value of DEFAULTS.md with its range and the fact that it rests on. */
    record Default(String value, String low, String high, String fact) {}

    static final Default TALK = new Default("290 s", "230 s", "300 s", "talk_time");
    static final Default PATIENCE = new Default("15 min", "7 min", "29 min", "patience");
    private static final Default TALK_SPREAD = new Default("1.4", "1", "1.5", "talk_spread");
    private static final Default WRAP_UP = new Default("60 s", "20 s", "120 s", "wrap_up");
    private static final Default BUSYNESS = new Default("7 %", "5 %", "15 %", "busyness");

    private static final String MERGED = "merged";

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
                  shape: "No source: the same rate all day, Monday to Friday."
                  volume: "No source: an example."
                  target: "No source: a usual target."
                  agents: "Arithmetic: calls times talk time and wrap-up over opening hours, plus a fifth, plus one."
            """;

    private final Map<String, String> given;
    private final List<String> councils;
    private final List<String> services;
    private final boolean separate;
    private final int opens;
    private final int closes;
    private final StringBuilder yaml = new StringBuilder();

    private FirstScenario(Map<String, String> given) {
        this.given = given;
        this.councils = FirstQuestions.names(answer("councils"));
        this.services = FirstQuestions.names(answer("services"));
        this.separate = answer("desks").equals(FirstQuestions.SEPARATE);
        String[] ends = answer("opening").split("-");
        this.opens = FirstQuestions.quarter(ends[0]);
        this.closes = FirstQuestions.quarter(ends[1]);
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
        return new FirstScenario(given).write();
    }

    private String answer(String key) {
        String answer = given.get(key);
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

    private void writeFlows() {
        line("flows:");
        Rate calls = Times.RATE.reader().apply(answer("calls"));
        double perService = Math.round(calls.count() / services.size() * 1_000) / 1_000.0;
        String volume = "{value: " + Times.written(new Rate(perService, calls.per()))
                + (given.get("calls").isEmpty()
                        ? ", source: D.volume, status: assumption}"
                        : ", source: A, status: judged}");
        Set<String> ids = new HashSet<>();
        for (String council : councils) {
            for (String service : services) {
                line("  " + flowId(council, service, ids) + ":");
                line("    council: " + word(council));
                line("    service: " + word(service));
                line("    desk: " + (separate ? word(council) : MERGED));
                line("    volume: " + volume);
                line("    profile: office_hours");
                line("    work: {distribution: lognormal, mean: " + answered("talk", TALK) + ", cv: "
                        + figure(TALK_SPREAD) + "}");
                line("    after_call: {distribution: exponential, mean: " + figure(WRAP_UP) + "}");
                line("    patience: {distribution: exponential, mean: " + answered("patience", PATIENCE) + "}");
            }
        }
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
        for (String desk : desks) {
            line("  " + TreeText.word(desk) + ": {opening: {mon-fri: \"" + clock(opens) + "-" + clock(closes) + "\"}, answer_within: "
                    + within + "}");
        }
        line("groups:");
        String staffing = answer("agents").equals(FirstQuestions.ENOUGH)
                ? "{value: " + enoughAgents() + ", source: D.agents, status: assumption}"
                : "{value: " + answer("agents") + ", source: A, status: judged}";
        desks.forEach(desk -> line("  " + desk + "_team: {desk: " + TreeText.word(desk) + ", staffing: " + staffing + "}"));
        line("targets:");
        line("  - {measure: sl_answered_of_offered, at_least: " + answer("share") + "}");
    }

    private void writeDemand() {
        line("");
        line("# How often people call, by quarter of an hour: weights shape the volume and never change its total.");
        line("profiles:");
        line("  office_hours:");
        line("    value:");
        line("      mon-fri: {");
        for (int minute = opens; minute < closes; minute += 60) {
            StringBuilder row = new StringBuilder("       ");
            for (int quarter = minute; quarter < Math.min(minute + 60, closes); quarter += 15) {
                row.append(" \"").append(clock(quarter)).append("\": 1,");
            }
            line(row.toString());
        }
        line("      }");
        line("    source: D.shape");
        line("    status: assumption");
        line("# Days that are busier or quieter than planned, for all councils together.");
        line("busyness: {all: {cv: " + figure(BUSYNESS) + "}}");
    }

    /** Offered load of one desk in its opening hours, a fifth more, and one agent on top. */
    private long enoughAgents() {
        double callsPerYear =
                Times.RATE.reader().apply(answer("calls")).perMeanYear() * (separate ? 1 : councils.size());
        double openSecondsPerYear = (closes - opens) * 60.0 * 365.25 * 5 / 7;
        double handleSeconds = Times.seconds(Times.DURATION.reader().apply(answer("talk")))
                + Times.seconds(Times.DURATION.reader().apply(WRAP_UP.value()));
        double agents = Math.ceil(1.2 * callsPerYear * handleSeconds / openSecondsPerYear) + 1;
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

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    /** The id of a name, as it is written. */
    private static String word(String name) {
        return TreeText.word(FirstQuestions.id(name));
    }

    private void line(String line) {
        yaml.append(line).append('\n');
    }
}
