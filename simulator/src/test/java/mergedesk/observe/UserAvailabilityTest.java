package mergedesk.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mergedesk.kernel.Script;
import mergedesk.observe.Scopes.Kind;
import org.junit.jupiter.api.Test;

/** What contacts need and have, by hand. The script lasts an hour from 09:00. */
class UserAvailabilityTest {
    private static final String CRM = "crm: {failures: {every: " + Script.seconds(900) + ", repair: " + Script.seconds(400) + "}}"; // down 900-1300, 2200-2600, 3500-3600
    private static final String PAY = "pay: {failures: {every: " + Script.seconds(1_200) + ", repair: " + Script.seconds(200) + "}}"; // down 1200-1400, 2600-2800

    private final Script.Result result = new Script()
            .with("services: {housing: {needs: {crm: {share: 50 %}, pay: {share: 80 %}}}, tax: }\ncouncils: {north: , south: }\napplications: {" + CRM + ", " + PAY + "}")
            .desk("desk", "opening: {daily: 09:10-09:25}")
            .desk("other", "opening: {daily: 09:40-24:00}")
            .volume("needy", "volume: 3 / h, council: north, work: " + Script.seconds(1))
            .volume("free", "volume: 1 / h, council: south, service: tax, desk: other, work: " + Script.seconds(1))
            .agents("team", "staffing: 1")
            .agents("others", "desk: other, staffing: 1")
            .summarise();

    private double share(Kind kind, int index, int part, int of) {
        return (double) result.of(kind, index, part) / result.of(kind, index, of);
    }

    /** 0.5 is lacking for 800 s, 0.8 for 300 s, 0.9 = 1 − 0.5 × 0.2 for the 100 s from 1200 on in which both are down. */
    private static final double LACKS = (0.5 * 800 + 0.8 * 300 + 0.9 * 100) / 3_600;
    /** While its desk is open, from 600 to 1500: 0.5 for 300 s, 0.9 for 100 s, 0.8 for 100 s. */
    private static final double LACKS_OPEN = (0.5 * 300 + 0.9 * 100 + 0.8 * 100) / 900;

    @Test
    void aFlowHasWhatAllItsApplicationsGive() {
        assertThat(share(Kind.FLOW, 0, Count.SUPPLIED, Count.TO_SUPPLY)).isCloseTo(1 - LACKS, within(1e-12));
        assertThat(share(Kind.FLOW, 0, Count.SUPPLIED_OPEN, Count.TO_SUPPLY_OPEN)).isCloseTo(1 - LACKS_OPEN, within(1e-12));
        assertThat(share(Kind.SERVICE, 1, Count.SUPPLIED, Count.TO_SUPPLY)).isEqualTo(1);
    }

    /** However long their desks are open: 15 and 20 minutes of the hour. */
    @Test
    void flowsWeighTheSameInOpeningHours() {
        assertThat(share(Kind.OVERALL, 0, Count.SUPPLIED_OPEN, Count.TO_SUPPLY_OPEN)).isCloseTo(1 - 0.75 * LACKS_OPEN, within(1e-6));
    }

    @Test
    void flowsWeighWhatIsExpectedOfThem() {
        double needy = (double) result.of(Kind.FLOW, 0, Count.TO_SUPPLY) / result.of(Kind.OVERALL, 0, Count.TO_SUPPLY);
        assertThat(needy).isCloseTo(0.75, within(1e-6));
        assertThat(share(Kind.OVERALL, 0, Count.SUPPLIED, Count.TO_SUPPLY)).isCloseTo(1 - 0.75 * LACKS, within(1e-6));
        assertThat(share(Kind.COUNCIL, 0, Count.SUPPLIED, Count.TO_SUPPLY)).isCloseTo(1 - LACKS, within(1e-12));
        assertThat(share(Kind.COUNCIL, 1, Count.SUPPLIED_OPEN, Count.TO_SUPPLY_OPEN)).isEqualTo(1);
    }

    /** Two channels of one desk and service, of which one has more contacts that need the application: a flow of its own has its own needs by its service. */
    @Test
    void channelsAndDesksHaveTheirOwn() {
        Script.Result both = new Script()
                .with("services: {housing: {needs: {crm: }}, tax: }\nchannels: {phone: , chat: {kind: chat}}\napplications: {" + CRM + "}")
                .desk("desk", "opening: {daily: 09:00-24:00}")
                .desk("other", "opening: {daily: 09:00-24:00}")
                .volume("calls", "volume: 3 / h, channel: phone, work: " + Script.seconds(1))
                .volume("chats", "volume: 1 / h, channel: chat, work: " + Script.seconds(1))
                .volume("free", "volume: 1 / h, channel: chat, service: tax, desk: other, work: " + Script.seconds(1))
                .agents("team", "staffing: 1")
                .agents("others", "desk: other, staffing: 1")
                .summarise();
        assertThat(share(both, Kind.CHANNEL, 0)).isCloseTo(1 - 900 / 3_600.0, within(1e-6));
        assertThat(share(both, Kind.CHANNEL, 1)).as("half of its contacts need it").isCloseTo(1 - 450 / 3_600.0, within(1e-6));
        assertThat(share(both, Kind.DESK, 0)).isCloseTo(1 - 900 / 3_600.0, within(1e-6));
        assertThat(share(both, Kind.DESK, 1)).isEqualTo(1);
    }

    private static double share(Script.Result of, Kind kind, int index) {
        return (double) of.of(kind, index, Count.SUPPLIED_OPEN) / of.of(kind, index, Count.TO_SUPPLY_OPEN);
    }

    @Test
    void anApplicationIsUpOrDown() {
        assertThat(share(Kind.APPLICATION, 0, Count.SUPPLIED, Count.TO_SUPPLY)).isEqualTo(0.75);
        assertThat(share(Kind.APPLICATION, 1, Count.SUPPLIED_OPEN, Count.TO_SUPPLY_OPEN)).isEqualTo(1 - 200 / 900.0);
    }

    @Test
    void overallOutagesAreThoseOfAllApplications() {
        assertThat(result.overall(Count.OUTAGES)).isEqualTo(5);
        assertThat(result.seconds(Kind.OVERALL, 0, Count.DOWN)).isEqualTo(900 + 400);
        assertThat(result.seconds(Kind.OVERALL, 0, Count.LONGEST_OUTAGE)).isEqualTo(400);
    }
}
