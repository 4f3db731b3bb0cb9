package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mergedesk.observe.Count;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;

/** Desks that reach applications by links. Scripts last from 09:00 to 10:00; work stands still while what it needs is down or out of reach. */
class LinkScriptTest {
    private static Script script(String links) {
        return script(links, "");
    }

    private static Script script(String links, String services) {
        return new Script()
                .with("services: {housing: {needs: {crm: {when_down: pauses}}}" + services + "}\ndatacentres: {one: , two: , far: }\nrooms: {a: {datacentre: one}, b: {datacentre: two}, c: {datacentre: far}}\n"
                        + "supplies: {carrier: {failures: {every: " + seconds(3_000) + ", repair: " + seconds(100) + "}}}\n"
                        + "hosts: {a: {room: a}, b: {room: b}}\napplications: {crm: {hosts: [a], standby: [b], failover: {takes: " + seconds(60) + "}}}\nlinks: {" + links + "}")
                .desk("other", "")
                .calls("f", "work: " + seconds(1_000), 0)
                .calls("g", "desk: other, work: " + seconds(1_000), 0)
                .agents("team", "staffing: 1")
                .agents("others", "desk: other, staffing: 1");
    }

    private static String link(String name, String desk, String datacentre, int every, int repair) {
        return name + ": {desk: " + desk + ", datacentre: " + datacentre + ", failures: {every: " + seconds(every) + ", repair: " + seconds(repair) + "}}";
    }

    /** The desk is cut off from 400 to 700 and from 1100 to 1400; the other, without links, reaches everything. */
    @Test
    void aDeskIsCutOffByItself() {
        assertThat(script(link("line", "desk", "one", 400, 300)).run()).contains("1000 2 talk_ended g0 1", "1600 2 talk_ended f0 0", "400 0 application_down crm at desk", "700 0 application_up crm at desk");
    }

    /** Two links, to where the application runs and where its standby does: the desk is cut off while both are down, from 500 to 700 and from 1100 to 1400. One to elsewhere does not help. */
    @Test
    void linksStandInForEachOther() {
        String two = link("line", "desk", "one", 400, 300) + ", " + link("second", "desk", "two", 500, 900) + ", third: {desk: desk, datacentre: far}";
        assertThat(script(two).run()).contains("500 0 application_down crm at desk", "700 0 application_up crm at desk", "1500 2 talk_ended f0 0");
    }

    /** From 450 on the calls come to a desk from which a link leads to where the application runs then, and no link led before; the link is down until 700. */
    @Test
    void callsAndTheirApplicationMoveToWhereALinkLeads() {
        Script moves = script(link("line", "desk", "far", 400, 300), ", tax: ")
                .calls("h", "service: tax, work: " + seconds(10), 3_000)
                .calls("f", "desk: other, work: " + seconds(10), 0, 500)
                .with("plan: {move: {on: 2011-01-03T09:07:30, change: {flows: {f: {desk: desk}}, hosts: {a: {room: c}, b: {room: c}}}}}");
        assertThat(moves.run()).filteredOn(line -> line.contains("application")).startsWith("450 0 application_down crm at desk", "700 0 application_up crm at desk", "1100 0 application_down crm at desk");
        assertThat(moves.run()).anyMatch(line -> line.startsWith("710 2 talk_ended"));
    }

    /** The carrier, without which both are down, fails at 3000. */
    @Test
    void linksHaveACommonCause() {
        Script script = script("line: {desk: desk, datacentre: one, needs: [carrier]}, second: {desk: desk, datacentre: two, needs: [carrier]}, theirs: {desk: other, datacentre: one}");
        assertThat(script.run()).filteredOn(line -> line.contains("application")).containsExactly("3000 0 application_down crm at desk", "3100 0 application_up crm at desk");
        Script.Result result = script.summarise();
        assertThat(result.of(Kind.DESK, 0, Count.SUPPLIED) / (double) result.of(Kind.DESK, 0, Count.TO_SUPPLY)).isEqualTo(3_500 / 3_600.0);
        assertThat(result.of(Kind.DESK, 1, Count.SUPPLIED) / (double) result.of(Kind.DESK, 1, Count.TO_SUPPLY)).isEqualTo(1);
    }

    /** Whoever needs the application needs the connection, and it costs availability once: the outage up to 700, in which the link fails first, and its failures at 1100, 1800, 2500 and 3200 of 300 s each. */
    @Test
    void theSameContactsNeedBoth() {
        Script script = script(link("line", "desk", "one", 400, 300)).with("flow_defaults: {needs: {crm: {share: 40 %}}}").with("outages: {crm: {applications: [crm], from: 2011-01-03T09:00:00, lasts: 700 s}}");
        Program program = script.compile();
        assertThat(program.needs().applicationKey()[1]).isEqualTo(program.needs().applicationKey()[0]);
        Script.Result result = Script.summarise(program, 1, 0);
        double lacks = 1 - result.of(Kind.FLOW, 0, Count.SUPPLIED) / (double) result.of(Kind.FLOW, 0, Count.TO_SUPPLY);
        assertThat(lacks).isEqualTo(0.4 * (700 + 4 * 300) / 3_600, within(1e-9));
    }
}
