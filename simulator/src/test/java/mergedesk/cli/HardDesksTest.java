package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.cli.Desk.Ended;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Desks that have no steady state, or whose formulas have an edge: they run, and the report says what there is to say. */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HardDesksTest {
    private static final String YAML = """
            name: t
            time: {start: 2025-04-07, length: 1 day}
            councils: {a: {}}
            services: {tax: {}}
            flows:
              f: {council: a, service: tax, desk: d, volume: 60 / hour, work: {distribution: exponential, mean: 5 min}}
            desks: {d: {}}
            groups: {g: {desk: d, staffing: 4}}
            """;

    @TempDir
    Path folder;

    /** Column "By formula" of each measure, in order, after a run with these settings. */
    private List<String> byFormula(String... sets) throws IOException {
        Desk desk = new Desk(folder);
        desk.write("t.yaml", YAML);
        String[] args = Stream.concat(
                        Stream.of("run", desk.file("t.yaml"), "--replications", "2", "--out", desk.file("out")),
                        Stream.of(sets).flatMap(set -> Stream.of("--set", set)))
                .toArray(String[]::new);
        Ended ended = desk.call(args);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(desk.text("out/kpis.csv")).contains("\noffered,overall,");
        Element formulas = Jsoup.parse(desk.text("out/report.html"))
                .getElementById("formulas")
                .closest("table");
        return formulas.select("tbody tr").stream()
                .map(row -> row.child(3).text())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groups.g.staffing=4",
                "groups.g.staffing=5",
                "groups.g.staffing={mon: {'00:00': 10, '09:00': 5, '09:30': 10}}"
            })
    void saysWhereThereIsNoSteadyState(String staffing) throws IOException {
        assertThat(byFormula(staffing)).hasSize(3).containsOnly("no steady state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 12 / h", "10 120 / h"})
    void knowsALoadThatEqualsTheAgents(String agentsAndVolume) throws IOException {
        String[] parts = agentsAndVolume.split(" ", 2);
        assertThat(byFormula("groups.g.staffing=" + parts[0], "flows.f.volume=" + parts[1]))
                .containsOnly("no steady state");
    }

    @Test
    void nobodyWithPatienceIsALossSystem() throws IOException {
        assertThat(byFormula(
                        "groups.g.staffing=5",
                        "flows.f.patience={distribution: exponential, mean: 5 min, at_zero: 100 %}"))
                .containsExactly("28.5 %", "71.5 %", "0.0 s", "28.5 %"); // Erlang B of 5 Erlang on 5 agents: 0.284868
    }

    @Test
    void workWithoutDurationKeepsNobodyWaiting() throws IOException {
        assertThat(byFormula("flows.f.work.at_zero=100 %")).containsExactly("0.0 %", "100.0 %", "0.0 s");
    }

    /** 300 Erlang on 100 agents: a third is answered, nobody soon; who gives up, and who is answered, waits 40 min in the mean. */
    @Test
    void heavyLoadWithPatientCallers() throws IOException {
        assertThat(byFormula(
                        "flows.f.volume=6000 / hour",
                        "flows.f.work.mean=3 min",
                        "groups.g.staffing=100",
                        "flows.f.patience={distribution: exponential, mean: 1 h}",
                        "time.end=cut",
                        "time.warm_up=12 h",
                        "time.batches=2"))
                .containsExactly("100.0 %", "0.0 %", "40.0 min", "66.7 %");
    }
}
