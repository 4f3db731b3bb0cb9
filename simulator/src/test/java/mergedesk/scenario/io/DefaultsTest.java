package mergedesk.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mergedesk.scenario.Figure;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Problem;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.bind.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all flows, desks and groups have that do not say otherwise. */
class DefaultsTest {
    private static final String SHORT = """
            name: t
            time: {start: 2026-04-01, length: 1 week}
            councils: {east: , west: {population: 9000}}
            services: {tax: , bins: }
            flow_defaults:
              desk: main
              service: tax
              volume: 100 / day
              work: {distribution: lognormal, mean: {value: 290 s, range: [230 s, 300 s]}, cv: 1.4}
              patience: {distribution: exponential, mean: 15 min}
            desk_defaults: {answer_within: 45 s, opening: {mon-fri: 09:00-17:00}}
            group_defaults: {desk: main, staffing: 4}
            flows:
              east: {council: east}
              west: {council: west, volume_per_head: 1.2 / year, work: {mean: 200 s}, patience: }
              bins: {council: west, service: bins, desk: other, work: {distribution: exponential, cv: }}
            desks: {main: , other: {answer_within: 20 s}}
            groups:
              team: {}
              late: {shifts: [{agents: 2, start: "12:00", end: "17:00"}]}
              others: {desk: other}
            """;

    private static final String LONG = """
            name: t
            time: {start: 2026-04-01, length: 1 week}
            councils: {east: , west: {population: 9000}}
            services: {tax: , bins: }
            flows:
              east: {council: east, desk: main, service: tax, volume: 100 / day, work: {distribution: lognormal, mean: {value: 290 s, range: [230 s, 300 s]}, cv: 1.4}, patience: {distribution: exponential, mean: 15 min}}
              west: {council: west, desk: main, service: tax, volume_per_head: 1.2 / year, work: {distribution: lognormal, mean: 200 s, cv: 1.4}}
              bins: {council: west, desk: other, service: bins, volume: 100 / day, work: {distribution: exponential, mean: {value: 290 s, range: [230 s, 300 s]}}, patience: {distribution: exponential, mean: 15 min}}
            desks:
              main: {answer_within: 45 s, opening: {mon-fri: 09:00-17:00}}
              other: {answer_within: 20 s, opening: {mon-fri: 09:00-17:00}}
            groups:
              team: {desk: main, staffing: 4}
              late: {desk: main, shifts: [{agents: 2, start: "12:00", end: "17:00"}]}
              others: {desk: other, staffing: 4}
            """;

    private static final ScenarioReader READER = new ScenarioReader(Map.of());

    @TempDir
    private Path folder;

    private static HeldScenario held(String yaml) {
        return READER.hold(yaml, Path.of("desk.yaml"));
    }

    private static List<String> faults(Reading reading) {
        return reading.problems().stream().map(Problem::format).toList();
    }

    private static Scenario sound(Reading reading) {
        assertThat(faults(reading)).isEmpty();
        return reading.scenario();
    }

    @Test
    void isTheSameAsWrittenOut() {
        Scenario brief = sound(held(SHORT).reading());
        assertThat(brief.with(Scenario::figures, List.of())).isEqualTo(sound(held(LONG).reading()).with(Scenario::figures, List.of()));
        assertThat(brief.figures()).filteredOn(figure -> figure.path().endsWith("work.mean")).extracting(Figure::path, Figure::value, Figure::line).containsExactly(
                tuple("flows.east.work.mean", "290 s", 9),
                tuple("flows.west.work.mean", "200 s", 15),
                tuple("flows.bins.work.mean", "290 s", 9));
    }

    @Test
    void filesThatExtendChangeThemForAll() throws IOException {
        Files.writeString(folder.resolve("desk.yaml"), SHORT);
        Files.writeString(folder.resolve("variant.yaml"), "extends: desk.yaml\nflow_defaults: {patience: {mean: 9 min}}\ndesk_defaults: {home_first: 30 s}\nflows: {east: {desk: other}}\n");
        Scenario variant = sound(READER.read(folder.resolve("variant.yaml"), List.of("group_defaults.staffing=7", "flow_defaults.service=bins")));
        assertThat(variant.flows().get("east").patience().mean()).isEqualTo(Duration.ofMinutes(9));
        assertThat(variant.flows().get("west").patience()).isNull();
        assertThat(variant.flows().get("east").desk()).isEqualTo("other");
        assertThat(variant.flows().get("east").service()).isEqualTo("bins");
        assertThat(variant.desks().values()).allMatch(desk -> desk.homeFirst().equals(Duration.ofSeconds(30)));
        assertThat(variant.groups().get("others").staffing().constant()).isEqualTo(7);
    }

    /** Nobody waits for an email or tries again, so that what all who phone have is no fault of it; and a call has no due time. */
    @Test
    void aFlowTakesOnlyWhatItsChannelCanHave() {
        String mixed = SHORT.replace("services:", "channels: {phone: , email: {kind: deferred}}\nservices:")
                .replace("  service: tax\n", "  service: tax\n  basis: attempts\n  redials: 10 %\n  retry: {probability: 50 %, delay: {distribution: exponential, mean: 10 min}}\n  balk: 5 %\n  resolve_within: 2 working days\n")
                .replace("  east: {council: east}", "  east: {council: east}\n  mail: {council: east, channel: email}");
        HeldScenario held = held(mixed);
        Scenario scenario = sound(held.reading());
        Flow mail = scenario.flows().get("mail");
        assertThat(mail.patience()).isNull();
        assertThat(mail.retry()).isNull();
        assertThat(mail.balk()).isZero();
        assertThat(mail.redials()).isZero();
        assertThat(mail.resolveWithin()).isNotNull();
        assertThat(mail.work()).isEqualTo(scenario.flows().get("east").work());
        assertThat(scenario.flows().get("east").resolveWithin()).isNull();
        assertThat(scenario.flows().get("east").retry()).isNotNull();
        Scenario called = sound(held.with(List.of("channels.email.kind=live")));
        assertThat(called.flows().get("mail").patience()).isEqualTo(scenario.flows().get("east").patience());
        assertThat(faults(held.with(List.of("flows.mail.balk=5 %")))).singleElement().asString().contains("flows.mail.balk").contains("nobody leaves at once");
    }

    /** As a flow of a path that is not written out can be set, moved and given another family. */
    @Test
    void valuesOfOneEntryGoOverThem() {
        HeldScenario held = held(SHORT);
        Scenario one = sound(held.with(List.of("flows.east.patience.mean=3 min", "groups.team.staffing=9")));
        assertThat(one.flows().get("east").patience().mean()).isEqualTo(Duration.ofMinutes(3));
        assertThat(one.flows().get("bins").patience().mean()).isEqualTo(Duration.ofMinutes(15));
        assertThat(one.groups().get("team").staffing().constant()).isEqualTo(9);
        assertThat(one.groups().get("others").staffing().constant()).isEqualTo(4);
        Lever lever = held.lever("groups.team.staffing", List.of()).lever();
        assertThat(lever.value()).isEqualTo(4);
        assertThat(sound(held.with(List.of(lever.set(6)))).groups().get("team").staffing().constant()).isEqualTo(6);
        Lever all = held.lever("flow_defaults.volume", List.of()).lever();
        assertThat(sound(held.with(List.of(all.set(50)))).flows().values()).filteredOn(flow -> flow.volume() != null).hasSize(2).allMatch(flow -> flow.volume().count() == 50);
    }

    /** A further reading is that of a file with these values. */
    @Test
    void furtherReadingsAreAsTheFirst() throws IOException {
        Path file = Files.writeString(folder.resolve("desk.yaml"), SHORT);
        HeldScenario held = READER.hold(file, List.of("name=other"));
        for (String set : List.of(
                "flow_defaults.work.mean=3 min", "flow_defaults.work=", "flow_defaults=", "flows.east.work.mean=1 min", "flows.east=", "group_defaults={desk: main}", "desk_defaults.opening=always", "runs.seed=4")) {
            Reading again = held.with(List.of(set));
            Reading anew = READER.read(file, List.of("name=other", set));
            assertThat(faults(again)).as(set).isEqualTo(faults(anew));
            assertThat(again.hash()).as(set).isEqualTo(anew.hash());
            assertThat(again.scenario()).as(set).isEqualTo(anew.scenario());
        }
    }

    /** However many flows have it, a fault of what all have is one, under its own name. */
    @Test
    void aFaultOfAllIsToldOnce() {
        assertThat(faults(held(SHORT.replace("mean: 15 min}\n", "mean: 15}\n  patiense: 4\n").replace("answer_within: 45 s, ", "answer_within: 45 s, lines: 0, ")).reading())).containsExactly(
                "desk.yaml:10:47: flow_defaults.patience.mean: found \"15\": a time needs a unit; write \"15 s\" or \"15 min\"",
                "desk.yaml:11:3: flow_defaults.patiense: this key is not known; remove it; the keys are " + String.join(", ", Key.written(Flow.class).stream().map(Key::name).toList()),
                "desk.yaml:12:45: desk_defaults.lines: found \"0\": the value is too small; write 1 or more");
        assertThat(faults(held(SHORT.replace("  desk: main\n  service", "  desk: maine\n  service")).reading())).containsExactly(
                "desk.yaml:6:9: flow_defaults.desk: found \"maine\": there is no desk \"maine\"; did you mean 'main'?");
        assertThat(faults(held(SHORT.replace("flow_defaults", "flow_default")).reading())).first().asString()
                .isEqualTo("desk.yaml:5:1: flow_default: this key is not known; did you mean 'flow_defaults'?");
        assertThat(faults(held(SHORT.replace("group_defaults: {desk: main, staffing: 4}", "group_defaults: [4]")).reading()))
                .contains("desk.yaml:12:17: group_defaults: found a list: a table of keys is needed here; write the keys that all groups have, one a line");
    }

    @Test
    void whatOneEntryLacksIsItsOwnFault() {
        assertThat(faults(held(SHORT.replace("  east: {council: east}", "  east: {}")).reading()))
                .containsExactly("desk.yaml:14:9: flows.east.council: the key council is missing; add it: Council the contacts belong to.");
        assertThat(faults(held(SHORT.replace("{distribution: exponential, cv: }", "{distribution: exponential}")).reading())).isEmpty();
        assertThat(faults(held(SHORT.replace("{distribution: exponential, cv: }", "{distribution: gamma, mean: 3 min}")).reading()))
                .singleElement().asString().startsWith("desk.yaml:16:").contains("flows.bins.work.cv: the distribution gamma needs cv");
    }

    /** Without this, a mistyped name would be a sound new group with what all groups have. */
    @Test
    void mistypedNamesInAFileThatExtendsAreNotNewEntries() throws IOException {
        Files.writeString(folder.resolve("desk.yaml"), SHORT);
        Path variant = Files.writeString(folder.resolve("variant.yaml"), "extends: desk.yaml\ngroups: {teem: {staffing: 5}}\n");
        assertThat(faults(READER.read(variant, List.of()))).singleElement().asString().endsWith(
                "groups.teem: found \"teem\": the file that this one extends has no such entry, and a new one needs desk; did you mean 'team'? Or write desk of a new one, though it is the default");
        Files.writeString(variant, "extends: desk.yaml\ngroups: {teem: {staffing: 5, desk: main}}\n");
        assertThat(sound(READER.read(variant, List.of())).groups()).containsKey("teem");
        Files.writeString(folder.resolve("teem.yaml"), "extends: desk.yaml\ngroups: {teem: {desk: main}}\n");
        Files.writeString(variant, "extends: teem.yaml\ngroups: {teem: {staffing: 5}, team: {staffing: 7}}\nflows: {east: {work: {mean: 4 min}}}\n");
        assertThat(sound(READER.read(variant, List.of("groups.team.cost=£30000 / year"))).groups().get("team").staffing().constant()).as("names that the file below has").isEqualTo(7);
        Files.writeString(variant, "extends: desk.yaml\ngroups: {weekend: {staffing: 5}}\n");
        assertThat(sound(READER.read(variant, List.of())).groups().get("weekend").desk()).isEqualTo("main");
    }

    /** One row for each flow, from one file. */
    @Test
    void volumesOfAllMayStandInOneFile() throws IOException {
        Files.writeString(folder.resolve("volumes.csv"), "flow,volume\neast,30 / day\nbins,\"40 / day\"\n");
        Path file = Files.writeString(folder.resolve("desk.yaml"), SHORT.replace("volume: 100 / day", "volume: {file: volumes.csv}"));
        Scenario scenario = sound(READER.read(file, List.of()));
        assertThat(scenario.flows().get("east").volume().count()).isEqualTo(30);
        assertThat(scenario.flows().get("bins").volume().count()).isEqualTo(40);
        assertThat(scenario.flows().get("west").volume()).isNull();
    }
}
