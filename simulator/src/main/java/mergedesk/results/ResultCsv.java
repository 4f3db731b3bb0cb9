package mergedesk.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mergedesk.stats.Chance;
import mergedesk.stats.Estimate;

/**
 * The CSV files of a result folder, whole, with rows in the order given.
 *
 * <p>RFC 4180 quoting, UTF-8, line feeds. An empty estimate has empty cells for value and half-width and n = 0. The
 * bytes depend on nothing but the rows.
 */
public final class ResultCsv {
    /** One row for each measure in each scope. */
    public static final String KPIS = "kpis.csv";
    /** One row for each measure and scope that the base and another side have; differences are the other's value minus the base's. */
    public static final String DIFFERENCES = "differences.csv";
    /** One row for each measure of each place on each date. */
    public static final String DAILY = "daily.csv";
    /** One row for each step of a plan, and for each end of one. */
    public static final String PLAN = "plan.csv";
    /** One row for each way in which posts of a group end with a step of a plan. */
    public static final String POSTS = "posts.csv";
    /** One row for each trial of {@code solve}. */
    public static final String TRIALS = "trials.csv";

    /** One row for each end of the range of each number that {@code run --what-matters} tried. */
    public static final String WHAT_MATTERS = "what-matters.csv";

    /** One row for each application that {@code run --outage-cost} looked at. */
    public static final String OUTAGE_COST = "outage-cost.csv";

    private static final List<String> SCOPE = List.of("scope", "council", "service", "channel", "desk", "group", "interval");

    private ResultCsv() {}

    /** kpis.csv. */
    public static byte[] kpis(List<Kpi> kpis) {
        return bytes(
                row(List.of("measure"), SCOPE, List.of("value", "half_width", "n", "method")),
                kpis.stream().map(kpi -> row(List.of(kpi.measure()), scope(kpi.scope()), estimate(kpi.estimate()))));
    }

    /** daily.csv. */
    public static byte[] daily(List<Kpi> days) {
        return bytes(
                List.of("date", "scope", "council", "desk", "measure", "value", "half_width", "n", "method"),
                days.stream().map(kpi -> row(day(kpi.scope()), List.of(kpi.measure()), estimate(kpi.estimate()))));
    }

    /** plan.csv. Dates are local; what is empty does not happen in so many runs, or nobody asked for. */
    public static byte[] plan(List<Study.PlannedStep> steps) {
        return bytes(
                List.of("step", "planned", "by", "early", "middle", "late", "runs", "in_run", "in_run_low", "in_run_high", "in_time", "in_time_low", "in_time_high", "decided", "decided_low", "decided_high", "fte_before", "fte"),
                steps.stream().map(step -> row(
                        List.of(step.name(), step.on().orElse(""), step.by().orElse("")),
                        step.dates().map(ResultCsv::dates).orElse(List.of("", "", "", "", "", "", "", "", "", "", "", "", "")),
                        List.of(CsvNumber.of(step.staffBefore()), CsvNumber.of(step.staff())))));
    }

    /** posts.csv. People are means of draws in which the step happens, and nine in ten of these are between low and high. */
    public static byte[] posts(List<PostsEnd> ends) {
        return bytes(
                List.of("step", "employer", "group", "posts", "ended", "last", "late", "how", "low", "high", "people", "half_width", "n", "method"),
                ends.stream().flatMap(end -> Stream.concat(
                        end.people().entrySet().stream().map(people -> posts(end, people.getKey().id(), people.getValue())),
                        Stream.of(posts(end, "beyond", end.beyond())))));
    }

    private static List<String> posts(PostsEnd end, String how, PostsEnd.People people) {
        boolean isKnown = !people.mean().isEmpty();
        return row(
                List.of(end.step(), end.employer(), end.group(), Integer.toString(end.posts()), Integer.toString(end.ended()), end.last().orElse(""), end.late().orElse(""), how),
                List.of(isKnown ? Integer.toString(people.low()) : "", isKnown ? Integer.toString(people.high()) : ""),
                estimate(people.mean()));
    }

    private static List<String> dates(Study.Dates dates) {
        return row(
                List.of(dates.early().orElse(""), dates.middle().orElse(""), dates.late().orElse(""), Integer.toString(dates.inRun().draws())),
                chance(dates.inRun()),
                dates.inTime().map(ResultCsv::chance).orElse(List.of("", "", "")),
                dates.decided().map(ResultCsv::chance).orElse(List.of("", "", "")));
    }

    private static List<String> chance(Chance chance) {
        return List.of(CsvNumber.of(chance.share()), CsvNumber.of(chance.low()), CsvNumber.of(chance.high()));
    }

    private static List<String> day(Scope scope) {
        return List.of(scope.interval(), scope.place().kind().id(), scope.council(), scope.desk());
    }

    /** differences.csv. */
    static byte[] differences(List<Comparison.Side> others) {
        return bytes(
                row(List.of("measure"), SCOPE, List.of("side", "value_a", "value", "difference", "half_width", "n", "method")),
                others.stream().flatMap(side -> side.all()
                        .map(row -> row(
                                List.of(row.measure()),
                                scope(row.scope()),
                                List.of(side.letter().toLowerCase(Locale.ROOT), CsvNumber.of(row.base()), CsvNumber.of(row.value())),
                                estimate(row.difference())))));
    }

    /** trials.csv. The estimate is empty where the value is not possible, or nothing was observed. */
    static byte[] trials(Answer answer) {
        return bytes(
                List.of("path", "value", "possible", "replications", "measure", "estimate", "half_width", "confidence", "meets", "every"),
                answer.trials().stream()
                        .map(trial -> List.of(
                                answer.path(),
                                trial.value(),
                                Boolean.toString(trial.possible()),
                                Integer.toString(trial.replications()),
                                answer.measure().id(),
                                CsvNumber.of(trial.estimate().value()),
                                CsvNumber.of(trial.estimate().halfWidth()),
                                CsvNumber.of(trial.confidence()),
                                Boolean.toString(trial.meets()),
                                answer.every().map(Scope.Kind::id).orElse(""))));
    }

    /** what-matters.csv. Estimates are empty where the scenario is not possible; changes are from the scenario as it is. */
    static byte[] whatMatters(Sensitivity found) {
        return bytes(
                row(List.of("path", "numbers", "end", "set_to", "measure"), SCOPE, List.of("level", "level_half_width", "change", "half_width", "n", "method")),
                found.swings().stream().flatMap(swing -> Stream.of(whatMatters(found, swing, "low", swing.low()), whatMatters(found, swing, "high", swing.high()))));
    }

    private static List<String> whatMatters(Sensitivity found, Sensitivity.Swing swing, String which, Sensitivity.End end) {
        return row(
                List.of(swing.path(), Integer.toString(swing.numbers()), which, end.value(), found.measure()),
                scope(found.scope()),
                List.of(CsvNumber.of(end.level().value()), end.level().isEmpty() ? "" : CsvNumber.of(end.level().halfWidth())),
                estimate(end.change()));
    }

    /** outage-cost.csv. What is more, with its half-width, is for each hour of outage while a desk is open. */
    static byte[] outageCost(OutageCost found) {
        return bytes(
                List.of("application", "hours_down_open", "hours_half_width", "contacts", "contacts_half_width", "abandoned", "abandoned_half_width", "late", "late_half_width", "agent_hours",
                        "agent_hours_half_width", "n"),
                found.rows().stream().map(row -> row(
                        List.of(row.application()),
                        Stream.of(row.hours(), row.contacts(), row.abandoned(), row.late(), row.agentHours())
                                .flatMap(cost -> Stream.of(CsvNumber.of(cost.value()), cost.isEmpty() ? "" : CsvNumber.of(cost.halfWidth())))
                                .toList(),
                        List.of(Integer.toString(found.replications())))));
    }

    private static List<String> scope(Scope scope) {
        return List.of(scope.kind().id(), scope.council(), scope.service(), scope.channel(), scope.desk(), scope.group(), scope.interval());
    }

    private static List<String> estimate(Estimate estimate) {
        boolean empty = estimate.isEmpty();
        return List.of(
                CsvNumber.of(estimate.value()),
                empty ? "" : CsvNumber.of(estimate.halfWidth()),
                empty ? "0" : Long.toString(estimate.n()),
                estimate.method().id());
    }

    @SafeVarargs
    static List<String> row(List<String>... parts) {
        List<String> row = new ArrayList<>();
        for (List<String> part : parts) {
            row.addAll(part);
        }
        return row;
    }

    static byte[] bytes(List<String> header, Stream<List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            csv.writeRow(header);
            rows.forEach(csv::writeRow);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no disk that could be full
        }
        return bytes.toByteArray();
    }
}
