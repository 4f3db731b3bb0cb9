package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import mergedesk.results.Comparison;
import mergedesk.results.OutageCost;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

/** What an hour of outage costs is what comparing with a scenario without these outages gives, divided by the hours. */
class OutageCostsTest {
    private static final RunOptions OPTIONS = new RunOptions(6, 3L, 2, "");
    private static final double WITHIN = 1e-9;
    private static final double HOURS_OF_WEEK = 168; // for all of which the desk is open
    private static final String FAILS = "failures: {every: {mean: 15 h}, repair: {mean: 2 h}}";
    private static final String DESK = """
            name: A desk
            time: {start: 2025-04-07, length: 1 week, zone: UTC}
            councils: {town: {}}
            services: {tax: {needs: {crm: {speed: 40 %}}}, bins: {needs: {map: {share: 50 %, when_down: pauses}}}}
            applications: {idle: {CRM}, map: {MAP}, crm: {CRM}}
            flow_defaults: {council: town, desk: desk, work: {distribution: exponential, mean: 4 min}, patience: {distribution: exponential, mean: 5 min}}
            flows:
              one: {service: tax, volume: 1 / min}
              two: {service: bins, volume: 0.3 / min}
            desks: {desk: {lines: 14}}
            groups: {agents: {desk: desk, staffing: 7}}
            """;

    private static ScenarioFile file(String crm, String map) {
        ScenarioFile file = ScenarioFile.of(DESK.replace("CRM", crm).replace("MAP", map), Path.of("desk.yaml"));
        assertThat(file.faults()).isEmpty();
        return file;
    }

    private static OutageCost found(ScenarioFile file) {
        return new OutageCosts(file, OPTIONS).find(Mergedesk.run(file, OPTIONS, Watcher.NONE), Watcher.NONE);
    }

    @Test
    void itIsWhatComparingWithoutTheOutagesGives() {
        ScenarioFile as = file(FAILS, FAILS);
        OutageCost found = found(as);
        ScenarioFile without = ScenarioFile.of(DESK.replace("crm: {CRM}", "crm: {}").replace("CRM", FAILS).replace("MAP", FAILS), Path.of("desk.yaml"));
        Comparison comparison = Mergedesk.compare(List.of(without, as), OPTIONS, Watcher.NONE);
        Study study = Mergedesk.run(as, OPTIONS, Watcher.NONE);
        double hours = study.estimate("downtime", Scope.application("crm")).value() / 3600;

        OutageCost.Row crm = found.rows().stream().filter(row -> row.application().equals("crm")).findFirst().orElseThrow();
        assertThat(crm.hours().value()).isCloseTo(hours, within(WITHIN));
        assertThat(crm.contacts().value()).isCloseTo(more(comparison, "offered") / hours, within(WITHIN));
        assertThat(crm.abandoned().value()).isCloseTo((more(comparison, "abandoned") + more(comparison, "blocked")) / hours, within(WITHIN)).isGreaterThan(5);
        assertThat(crm.abandoned().halfWidth()).isPositive().isLessThan(crm.abandoned().value());
        assertThat(crm.agentHours().value()).isCloseTo(more(comparison, "agents_busy") * HOURS_OF_WEEK / hours, within(WITHIN)).isGreaterThan(1);
        assertThat(crm.late().value()).isGreaterThan(crm.abandoned().value() * 0.9);
        assertThat(found.replications()).isEqualTo(6);
        assertThat(found.complete()).isTrue();
    }

    private static double more(Comparison comparison, String measure) {
        return comparison.others().get(0).difference(measure, Scope.OVERALL).orElseThrow().difference().value();
    }

    @Test
    void theDearestHourComesFirstAndWhatNobodyNeedsIsNotLookedAt() {
        OutageCost found = found(file(FAILS, FAILS));

        assertThat(found.rows()).extracting(row -> row.late().value()).isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
        assertThat(found.rows()).extracting(OutageCost.Row::application).containsExactlyInAnyOrder("crm", "map");
        assertThat(found.left()).isZero();
    }

    /** What fails for longest is looked at first, and whoever is left out is told of. */
    @Test
    void saysHowManyAreLeftOut() {
        StringBuilder many = new StringBuilder();
        StringBuilder needs = new StringBuilder();
        for (int i = 0; i < OutageCosts.MOST + 2; i++) {
            many.append("a").append(i).append(": {failures: {every: {mean: 10 h}, repair: {mean: ").append(1 + i).append(" h}}}, ");
            needs.append(", a").append(i).append(": {share: 1 %}");
        }
        ScenarioFile file = ScenarioFile.of(DESK.replace("applications: {", "applications: {" + many).replace("crm: {speed: 40 %}", "crm: {speed: 40 %}" + needs).replace("CRM", "").replace("MAP", ""), Path.of("desk.yaml"));
        RunOptions one = new RunOptions(1, 3L, 2, "");
        OutageCost found = new OutageCosts(file, one).find(Mergedesk.run(file, one, Watcher.NONE), Watcher.NONE);
        assertThat(found.rows()).hasSize(OutageCosts.MOST);
        assertThat(found.left()).isBetween(1, 2);
        assertThat(found.complete()).isTrue();
    }

    /** A dated outage of the application costs what the same costs of the only host that it runs on. */
    @Test
    void anOutageWithADateCountsAsOne() {
        String outage = ", from: 2025-04-08T09:30, lasts: 4 h}}\n";
        String of = "outages: {bad: {applications: [crm]" + outage + "maintenance: {m: {applications: [crm], every: {thu: 12:00-13:00}}}\n";
        OutageCost byName = found(ScenarioFile.of(DESK.replace("CRM", "").replace("MAP", "") + of, Path.of("desk.yaml")));
        String host = "datacentres: {d: }\nrooms: {r: {datacentre: d}}\nhosts: {h: {room: r}}\n";
        OutageCost byHost = found(ScenarioFile.of(
                DESK.replace("crm: {CRM}", "crm: {hosts: [h]}").replace("idle: {CRM}", "idle: {failures: " + FAILS.substring(10) + "}").replace("map: {MAP}", "map: {failures: " + FAILS.substring(10) + "}") + host + of.replace("applications:", "hosts:").replace("[crm]", "[h]"), Path.of("desk.yaml")));
        OutageCost.Row crm = byName.rows().get(0);
        assertThat(crm.application()).isEqualTo("crm");
        assertThat(crm.hours().value()).isEqualTo(5);
        assertThat(crm.late().value()).isGreaterThan(crm.late().halfWidth());
        OutageCost.Row ofHost = byHost.rows().stream().filter(row -> row.application().equals("crm")).findFirst().orElseThrow();
        assertThat(ofHost.hours().value()).isEqualTo(5);
    }

    @Test
    void anApplicationOnHostsWithAStandbyNeverFailsEither() {
        String hosts = DESK.replace("applications: {idle: {CRM}, map: {MAP}, crm: {CRM}}", """
                datacentres: {hall: {}}
                rooms: {cellar: {datacentre: hall}}
                hosts: {a: {room: cellar, failures: {every: {mean: 15 h}, repair: {mean: 2 h}}}, b: {room: cellar}}
                applications: {map: {hosts: [b]}, crm: {hosts: [a], standby: [b], failover: {takes: {mean: 1 h}}}}""".indent(0));
        ScenarioFile file = ScenarioFile.of(hosts, Path.of("desk.yaml"));
        assertThat(file.faults()).isEmpty();

        OutageCost found = found(file);

        assertThat(found.rows()).extracting(OutageCost.Row::application).containsExactly("crm");
        assertThat(found.rows().get(0).abandoned().value()).isGreaterThan(5);
    }

    /** What only one replication shows is no more certain for all those in which nothing happened. */
    @Test
    void aSingleOutageHasNoInterval() {
        Estimate one = OutageCosts.perHour(new double[] {0, 12, 0, 0}, new double[] {0, 2, 0, 0});
        assertThat(one.value()).isEqualTo(6);
        assertThat(one.halfWidth()).isNaN();

        double[] more = {12, 0, 9};
        double[] hours = {2, 0, 1};
        assertThat(OutageCosts.perHour(more, hours)).isEqualTo(OutageCosts.perHour(new double[] {12, 9}, new double[] {2, 1}));
        assertThat(OutageCosts.perHour(more, hours).value()).isEqualTo(7);
        assertThat(OutageCosts.perHour(more, hours).halfWidth()).isGreaterThan(10); // 12.7 × (12 − 14) √2 ÷ (1.5 √2), Student with one degree of freedom
        assertThat(OutageCosts.perHour(new double[2], new double[2]).isEmpty()).isTrue();
    }

    @Test
    void withoutFailuresThereIsNothingToLookAt() {
        assertThatThrownBy(() -> new OutageCosts(file("", ""), OPTIONS)).isInstanceOf(WrongInput.class).hasMessageContaining("no application can fail");
    }
}
