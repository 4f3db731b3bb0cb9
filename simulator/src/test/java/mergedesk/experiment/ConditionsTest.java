package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.results.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** "Exact" is said where it is, and nowhere else. */
class ConditionsTest {
    private static final String YAML = """
            name: t
            time: {start: 2025-03-03, length: 70 days, end: cut, warm_up: 2 days, batches: 30}
            councils: {a: {}, b: {}}
            services: {tax: {}, rent: {}}
            flows:
              f: {council: a, service: tax, desk: d, volume: 30 / hour, work: &w {distribution: exponential, mean: 5 min}, patience: &p {distribution: exponential, mean: 4 min}}
              h: {council: b, service: rent, desk: d, volume: 30 / hour, work: *w, patience: *p}
              other: {council: b, service: rent, desk: e, volume: 1 / hour, work: *w}
            desks: {d: {}, e: {}}
            groups: {g: {desk: d, staffing: 4}, k: {desk: d, staffing: 2}, x: {desk: e, staffing: 3}}
            profiles: {hump: {daily: {"00:00": 1, "09:00": 1.1, "09:15": 0.9, "09:30": 1}}, even: {daily: {"00:00": 3, "10:00": 3}}, weekday: {mon-fri: {"00:00": 1}}}
            seasons: {dip: {may: 0.999}}
            """;

    @TempDir
    private Path folder;

    /** Settings of the scenario above, and what is said of them. */
    private record Row(String says, List<String> sets) {}

    private static Row row(String says, String... sets) {
        return new Row(says, List.of(sets));
    }

    /** The conditions of desk d after these settings. */
    private String why(List<String> sets) throws IOException {
        return lines(sets).get(0).why();
    }

    private List<Study.Theory> lines(List<String> sets) throws IOException {
        Path file = Files.writeString(folder.resolve("t.yaml"), YAML);
        Program program = ScenarioCompiler.compile(ScenarioFile.read(file, sets).scenario());
        List<Study.Theory> lines = new Theories(program, new KpiTable(program).noObservations(), new Scopes(program)).lines(Progress.NONE);
        lines = lines.stream().filter(line -> line.desk().equals("d")).toList();
        assertThat(lines).isNotEmpty().allMatch(line -> line.holds() == line.why().equals("exact"));
        assertThat(lines.stream().map(Study.Theory::why).distinct()).hasSize(1);
        return lines;
    }

    static Stream<Row> exact() {
        return Stream.of(
                row("as it is"),
                row("endless patience", "flows.f.patience=null", "flows.h.patience=null"),
                row("each flow with its own patience", "flows.h.patience.mean=1 min"),
                row("one flow without end", "flows.h.patience=null"),
                row("some have no patience", "flows.f.patience.at_zero=20 %"),
                row("some leave at once", "flows.f.balk=10 %"),
                row("branches of patience", "flows.f.patience={distribution: hyperexponential, branches: [{share: 30 %, mean: 1 min}, {share: 70 %, mean: 9 min}]}"),
                row("one speed", "groups.g.speed={tax: 1.25, rent: 1.25}", "groups.k.speed={tax: 1.25, rent: 1.25}"),
                row("ranks among equals", "routing=[{flow: f, group: g, rank: 1}, {flow: f, group: k, rank: 2}, {flow: h, group: g, rank: 1}, {flow: h, group: k, rank: 2}]"),
                row("retries that never come", "flows.f.retry={probability: 50 %, delay: {distribution: constant, mean: 5 min}, after: [blocked, turned_away]}"),
                row("nobody who could try again", "flows.f.patience=null", "flows.f.retry={probability: 50 %, delay: {distribution: constant, mean: 5 min}, after: [abandoned]}"),
                row("a flat profile with two entries", "flows.f.profile=even"),
                row("an event that changes nothing", "events={e: {start: 2025-04-01, shape: [1, 1]}}"),
                row("an event of others", "events={e: {start: 2025-04-01, shape: [5], services: [tax]}}", "flows.f.desk=e"),
                row("loss", "desks.d.lines=6"),
                row("loss with constant talk", "desks.d.lines=5", "flows.f.work.distribution=constant", "flows.h.work.distribution=constant"),
                row("loss, whatever comes first", "desks.d.lines=6", "flows.h.priority=2", "time.warm_up=3 days"),
                row("after-call work of no length", "flows.f.after_call={distribution: exponential, mean: 1 min, at_zero: 100 %}"),
                row("loss, whatever patience is", "desks.d.lines=6", "flows.f.patience.distribution=constant", "flows.f.retry={probability: 50 %, delay: {distribution: constant, mean: 5 min}, after: [abandoned]}"));
    }

    @ParameterizedTest
    @MethodSource("exact")
    void holdsWhereItDoes(Row row) throws IOException {
        assertThat(why(row.sets)).as(row.says).isEqualTo("exact");
    }

    private static final String RATE = "calls come at a changing rate";
    private static final String STAFF = "staff or opening hours change";
    private static final String WARM_UP = "the warm-up may be too short";
    private static final String POOL = "not one queue of equal agents";
    private static final String TALK = "talk time is not the same exponential for all";
    private static final String PATIENCE = "patience is not exponential, or changes";

    static Stream<Row> inexact() {
        return Stream.of(
                row("the run starts and ends empty", "time.end=drain", "time.warm_up=0 s", "time.batches=1"),
                // the two of the issue
                row(WARM_UP, "time.warm_up=0 s"),
                row(RATE, "time.start=2025-04-07", "time.length=28 days", "time.warm_up=7 days", "events={storm: {start: 2025-04-21, shape: [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5]}}"),
                // demand
                row(RATE, "events={quiet: {start: 2025-05-11, shape: [0.999]}}"),
                row(RATE, "events={before: {start: 2025-03-04, shape: [2]}}"),
                row(RATE, "flows.f.growth=0.1 %"),
                row(RATE, "flows.f.season=dip"),
                row(RATE, "flows.f.profile=weekday"),
                row(RATE, "flows.f.profile=hump"), // the same in every half-hour, not in every quarter
                row(RATE, "bank_holidays={region: england_and_wales, volume: 50 %}", "desks.d.opens_on_bank_holidays=true"),
                row(RATE, "bank_holidays={region: england_and_wales, volume: 100 %, catch_up: [1.1]}", "desks.d.opens_on_bank_holidays=true"),
                row("some days are busier than planned", "busyness={service: {cv: 1 %}}"),
                // staff and doors
                row(STAFF, "bank_holidays={region: england_and_wales, volume: 100 %}"),
                row(STAFF, "desks.d.opening={mon-sat: 00:00-24:00, sun: 00:00-23:30}"),
                row(STAFF, "groups.k.staffing={daily: {\"00:00\": 2, \"12:00\": 3}}"),
                row(STAFF, "groups.k.staffing={mon-sat: {\"00:00\": 2}, sun: {\"00:00\": 3}}"),
                row(STAFF, "groups.k={desk: d, shifts: [{agents: 2, days: daily, start: \"00:00\", end: \"12:00\"}, {agents: 2, days: daily, start: \"12:00\", end: \"24:00\"}]}"),
                // the start
                row(WARM_UP, "time.warm_up=30 min"),
                row(WARM_UP, "flows.f.patience=null", "flows.h.patience=null", "groups.g.staffing=3", "flows.f.volume=29.4 / hour", "flows.h.volume=29.4 / hour", "time.warm_up=1 day"),
                row(WARM_UP, "flows.f.patience.mean=1 week", "flows.h.patience.mean=1 week", "groups.g.staffing=3", "groups.k.staffing=1"),
                row(WARM_UP, "desks.d.lines=6", "time.warm_up=20 min"),
                // times
                row(TALK, "flows.f.work.mean=6 min"),
                row(TALK, "flows.f.work.distribution=constant"),
                row(TALK, "flows.f.work.at_zero=1 %", "flows.h.work.at_zero=1 %"),
                row(TALK, "flows.f.work={by_time: {\"00:00\": {distribution: exponential, mean: 5 min}, \"12:00\": {distribution: exponential, mean: 5.5 min}}}"),
                row(TALK, "flows.f.work={by_time: {\"00:00\": {distribution: exponential, mean: 5 min}, \"23:30\": {distribution: exponential, mean: 6 min}}}", "flows.h.work={by_time: {\"00:00\": {distribution: exponential, mean: 5 min}, \"23:30\": {distribution: exponential, mean: 6 min}}}"),
                row(WARM_UP, "desks.d.lines=6", "flows.f.work={distribution: lognormal, mean: 5 min, cv: 3}", "flows.h.work={distribution: lognormal, mean: 5 min, cv: 3}"),
                row(WARM_UP, "desks.d.lines=6", "flows.f.work.mean=6 min"),
                row("talk time changes", "desks.d.lines=6", "flows.f.work={by_time: {\"00:00\": {distribution: exponential, mean: 5 min}, \"12:00\": {distribution: exponential, mean: 5.5 min}}}"),
                row("after-call work keeps agents when their line is free again", "desks.d.lines=6", "flows.f.after_call={distribution: exponential, mean: 1 min}"),
                row(PATIENCE, "flows.f.patience={distribution: lognormal, mean: 4 min, cv: 1}"),
                row(PATIENCE, "flows.f.patience={by_time: {\"00:00\": {distribution: exponential, mean: 4 min}, \"12:00\": {distribution: exponential, mean: 5 min}}}"),
                row("after-call work", "flows.f.after_call={distribution: exponential, mean: 1 min}"),
                row("people try again", "flows.f.retry={probability: 50 %, delay: {distribution: constant, mean: 5 min}}"),
                row("people try again", "flows.f.patience=null", "flows.f.balk=1 %", "flows.f.retry={probability: 1 %, delay: {distribution: constant, mean: 5 min}, after: [abandoned]}"),
                row("people try again", "desks.d.lines=6", "flows.f.retry={probability: 50 %, delay: {distribution: constant, mean: 5 min}, after: [blocked]}"),
                // the queue
                row("lines are limited", "desks.d.lines=20"),
                row("people may leave a message", "flows.f.message={after: 1 min, share: 10 %}"),
                row("people look how many wait", "flows.f.balk_at={4: 10 %}"),
                row("the queue is limited", "desks.d.queue_capacity=20"),
                row(POOL, "flows.h.priority=2"),
                row(POOL, "groups.k.speed={tax: 1.1, rent: 1.1}"),
                row("agents have several chats at once", "channels={phone: , web: {kind: chat}}", "flows.f.channel=web", "flows.h.channel=web", "groups.g.chats={most: 2, speed_by_load: [1, 0.6]}"),
                row(POOL, "groups.k.speed={tax: 2}", "groups.g.speed={tax: 2}"),
                row(POOL, "groups.k.skills=[tax]"),
                row(POOL, "groups.k.employer=a", "desks.d.home_first=10 s"),
                row(POOL, "routing=[{flow: f, group: g}, {flow: f, group: k, after: 5 s}, {flow: h, group: g}, {flow: h, group: k, after: 5 s}]"),
                row(POOL, "routing=[{flow: f, group: g}, {flow: f, group: k}, {flow: f, group: x}, {flow: h, group: g}, {flow: h, group: k}, {flow: h, group: x}]"),
                row(POOL, "routing=[{flow: other, group: x}, {flow: other, group: k}]"),
                row("not every caller may have every agent", "desks.d.lines=6", "groups.k.skills=[tax]"),
                row("not every caller may have every agent", "desks.d.lines=6", "groups.k.speed={tax: 1.1, rent: 1.1}"));
    }

    @ParameterizedTest
    @MethodSource("inexact")
    void namesWhatIsMissing(Row row) throws IOException {
        assertThat(why(row.sets)).as(row.toString()).startsWith(row.says);
    }

    @Test
    void saysEveryReason() throws IOException {
        assertThat(why(List.of("time.end=drain", "time.warm_up=0 s", "time.batches=1", "flows.f.growth=5 %", "desks.d.lines=20", "busyness={all: {cv: 10 %}}")))
                .isEqualTo("the run starts and ends empty; calls come at a changing rate, taken as the mean of each interval of the week;"
                        + " some days are busier than planned; lines are limited");
        assertThat(why(List.of("time.warm_up=0 s", "flows.f.growth=5 %")))
                .as("there is no steady state that a warm-up could reach")
                .isEqualTo("calls come at a changing rate, taken as the mean of each interval of the week");
    }

    /** With too few agents the conditions hold, and there is nothing that they could make exact. */
    @Test
    void noSteadyStateIsNotExact() throws IOException {
        assertThat(lines(List.of("flows.f.patience=null", "flows.h.patience=null", "groups.k.staffing=1")))
                .hasSize(3)
                .allMatch(line -> line.theory().isEmpty() && line.why().contains("more people who never give up come than can be answered"));
    }
}
