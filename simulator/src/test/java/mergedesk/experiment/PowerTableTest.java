package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rooms draw, emit and cost, by hand. */
class PowerTableTest {
    /** Two rooms of one site and one of another. */
    private static final String SCENARIO = """
            name: Rooms
            time: {start: 2001-01-01, zone: UTC, length: 1 day}
            councils: {town: {}}
            services: {tax: {}}
            flows: {calls: {council: town, service: tax, desk: desk, volume: 0 / year, work: {distribution: constant, mean: 4 min}}}
            desks: {desk: {}}
            groups: {agents: {desk: desk, staffing: 1}}
            datacentres: {north: {name: North}, south: {}}
            electricity: {carbon: 0.5 kg / kWh}
            rooms:
              a: {datacentre: north, racks: 1, limit: 3 kW, overhead: {fixed: 800 W, share: 40 %}, rent: "£10,000 / year"}
              b: {datacentre: north, overhead: {share: 100 %}, rent: £5000}
              c: {datacentre: south, name: Cellar, rent: £0}
            hosts:
              a1: {room: a, watts: {full: 1000 W, idle: 50 %}, load: 30 %, racks: 0.5}
              a2: {room: a, watts: {full: 2 kW, curve: [40 %, 50 %, 60 %, 65 %, 70 %, 75 %, 80 %, 85 %, 90 %, 95 %, 100 %]}, load: 25 %, racks: 0.5}
              b1: {room: b, watts: {full: 400 W}, load: 0 %}
            applications: {crm: {hosts: [a1, a2, b1]}}
            """;

    @TempDir
    Path folder;

    private ScenarioFile file(String text) throws Exception {
        return ScenarioFile.read(Files.writeString(folder.resolve("rooms.yaml"), text), List.of());
    }

    private static double value(Study study, String measure, Scope scope) {
        return study.estimate(measure, scope).value();
    }

    @Test
    void energyIsThatOfMachinesAtTheirLoadAndOfTheRoom() throws Exception {
        ScenarioFile file = file(SCENARIO);
        assertThat(file.faults()).isEmpty();
        Study study = Mergedesk.run(file, new RunOptions(2, 1L, 1, ""), Watcher.NONE);

        double machinesA = 1000 * (0.5 + 0.5 * 0.321) + 2000 * 0.625;
        double roomA = machinesA + 800 + 0.4 * machinesA;
        assertThat(value(study, "energy_machines", Scope.room("a"))).isCloseTo(machinesA * 8.76, within(1e-6));
        assertThat(value(study, "energy", Scope.room("a"))).isCloseTo(roomA * 8.76, within(1e-6));
        assertThat(value(study, "pue", Scope.room("a"))).isCloseTo(roomA / machinesA, within(1e-9));
        assertThat(value(study, "energy", Scope.room("b"))).isCloseTo(2 * 180 * 8.76, within(1e-6));
        assertThat(value(study, "pue", Scope.room("b"))).isEqualTo(2);
        assertThat(value(study, "pue", Scope.room("c"))).isNaN();
        assertThat(value(study, "energy", Scope.datacentre("north"))).isCloseTo((roomA + 360) * 8.76, within(1e-6));
        assertThat(value(study, "energy", Scope.OVERALL)).isCloseTo((roomA + 360) * 8.76, within(1e-6));
        assertThat(value(study, "pue", Scope.OVERALL)).isCloseTo((roomA + 360) / (machinesA + 180), within(1e-9));
        assertThat(value(study, "carbon", Scope.OVERALL)).isCloseTo((roomA + 360) * 8.76 / 2, within(1e-6));
        assertThat(value(study, "rent", Scope.datacentre("north"))).isEqualTo(15_000);
        assertThat(value(study, "rent", Scope.OVERALL)).isEqualTo(15_000);
        assertThat(study.estimate("energy", Scope.OVERALL).halfWidth()).isZero();
    }

    @Test
    void withoutWattsOrRentThereAreNoRows() throws Exception {
        String none = SCENARIO.replaceAll("watts: \\{full: 2 kW[^}]*}, |watts: \\{[^}]*}, |, rent: [^}]*", "");
        ScenarioFile file = file(none);
        assertThat(file.faults()).isEmpty();
        Study study = Mergedesk.run(file, new RunOptions(2, 1L, 1, ""), Watcher.NONE);
        assertThat(study.kpis().stream().filter(kpi -> List.of("energy", "pue", "rent", "carbon").contains(kpi.measure()) || kpi.scope().kind() == Scope.Kind.ROOM)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsPlace() throws Exception {
        assertThat(String.join("\n", file(SCENARIO.replace("racks: 1, limit: 3 kW", "racks: 0.9, limit: 2.5 kW")).faults()))
                .contains("rooms.a.racks: found \"0.9\": its hosts take 1 racks; move hosts to another room, or write 1 or more")
                .contains("rooms.a.limit: found \"2.5 kW\": its hosts draw 3000 W at full load; move hosts to another room, or write \"3000 W\" or more");
        String wrong = SCENARIO.replace("b1: {room: b, watts: {full: 400 W}, load: 0 %}", "b1: {room: b}")
                .replace("idle: 50 %}", "idle: 50 %, curve: [10 %, 100 %]}");
        assertThat(String.join("\n", file(wrong).faults()))
                .contains("hosts.b1")
                .contains("hosts.a1.watts.curve")
                .contains("hosts.a1.watts.idle");
        assertThat(String.join("\n", file(SCENARIO.replace("full: 400 W", "full: 400").replace("0.5 kg / kWh", "0.5")).faults()))
                .contains("power needs a unit")
                .contains("write \"400 W\" or \"8 kW\"")
                .contains("a carbon factor needs a unit");
    }
}
