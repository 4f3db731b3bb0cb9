package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Failures hang on what fails alone, and people on themselves: neither moves when the other does. */
class EstateDrawsTest {
    private static final String ROOM = "datacentres: {site: }\nrooms: {room: {datacentre: site}}\nrepair_crews: {ict: {crews: 9}}\n";
    private static final String HOSTS = "a: {room: room, failures: {every: {distribution: weibull, mean: 3 h, shape: 0.7}, repair: {mean: 20 min}, crew: ict}}, b: {room: room, failures: {every: {mean: 2 h}, repair: {mean: 30 min}, crew: ict}}";
    private static final String CRM = "crm: {hosts: [a], standby: [b], failover: {takes: {mean: 2 min}, works: 80 %, otherwise: {mean: 20 min}}}";

    private static Script desk(int staff, String estate) {
        return new Script()
                .time("start: 2011-01-03, length: 2 days")
                .volume("calls", "volume: 30 / h, work: {distribution: exponential, mean: 6 min}, patience: {distribution: exponential, mean: 4 min}")
                .agents("team", "staffing: " + staff)
                .with(estate);
    }

    private static List<String> lines(Script script, Predicate<String> wanted) {
        return script.run().stream().filter(wanted).toList();
    }

    private static boolean isOfApplication(String line) {
        return line.contains(" application_");
    }

    private static boolean isOfCrm(String line) {
        return isOfApplication(line) && line.endsWith(" crm");
    }

    @Test
    void failuresDoNotMoveWhenDesksDo() {
        String estate = ROOM + "hosts: {" + HOSTS + "}\napplications: {" + CRM + "}";
        List<String> failures = lines(desk(3, estate), EstateDrawsTest::isOfApplication);
        assertThat(failures).hasSizeGreaterThan(20).isEqualTo(lines(desk(5, estate), EstateDrawsTest::isOfApplication));
        assertThat(lines(desk(3, estate), line -> line.contains("answered"))).isNotEqualTo(lines(desk(5, estate), line -> line.contains("answered")));
    }

    @Test
    void peopleDoNotMoveWhenThingsFail() {
        List<String> people = lines(desk(3, ""), line -> true);
        assertThat(people).hasSizeGreaterThan(1_000)
                .isEqualTo(lines(desk(3, ROOM + "hosts: {" + HOSTS + "}\napplications: {" + CRM + "}"), line -> !isOfApplication(line)));
    }

    /** Another component in front of all, another order, another application: the host and its standby fail when they did. */
    @Test
    void failuresDoNotMoveWhenOtherComponentsDo() {
        List<String> alone = lines(desk(3, ROOM + "hosts: {" + HOSTS + "}\napplications: {" + CRM + "}"), EstateDrawsTest::isOfCrm);
        String more = "supplies: {feed: {failures: {every: {mean: 1 h}, repair: {mean: 1 h}}}}\n" + ROOM
                + "hosts: {c: {room: room, failures: {every: {mean: 1 h}, repair: {mean: 1 h}, crew: ict}}, " + HOSTS.replaceFirst("^(a: .*), (b: .*)$", "$2, $1") + "}\n"
                + "applications: {other: {hosts: [c], needs: [feed]}, " + CRM + "}";
        assertThat(lines(desk(3, more), EstateDrawsTest::isOfCrm)).isEqualTo(alone);
    }
}
