package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.exponential;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.program.Program;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Council;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Retry;
import mergedesk.scenario.Service;
import org.junit.jupiter.api.Test;

/** What contacts are like, and the doors they meet. */
class ContactTableTest {
    private final ScenarioFixture fixture = new ScenarioFixture().flow("calls");

    @Test
    void workAndPatienceFollowTheTimeOfArrival() {
        fixture.flow("calls", Flow::work, byTime(Map.of(LocalTime.of(8, 0), exponential(100), LocalTime.of(12, 17), exponential(200))));
        fixture.flow("calls", Flow::patience, byTime(Map.of(LocalTime.MIDNIGHT, exponential(100))));
        Program program = fixture.compile();
        Program.ByTime work = program.contacts().work();
        double[] mean = program.lengths().a();
        assertThat(work.fromTicks()).containsExactly(0, ticks(8, 0), ticks(12, 17));
        assertThat(mean[work.at(0, 0)]).describedAs("before the first time, yesterday's last").isEqualTo(200e6);
        assertThat(mean[work.at(0, ticks(8, 0) - 1)]).isEqualTo(200e6);
        assertThat(mean[work.at(0, ticks(8, 0))]).isEqualTo(100e6);
        assertThat(mean[work.at(0, ticks(12, 17) - 1)]).isEqualTo(100e6);
        assertThat(mean[work.at(0, ticks(12, 17))]).isEqualTo(200e6);
        assertThat(mean[work.at(0, ticks(24, 0) - 1)]).isEqualTo(200e6);
        assertThat(work.isConstant(0)).isFalse();
        assertThat(program.contacts().patience().length()).containsExactly(work.at(0, ticks(9, 0)));
        assertThat(program.contacts().patience().isConstant(0)).isTrue();
    }

    @Test
    void timesThatChangeNothingAreNoRows() {
        fixture.flow("calls", Flow::work, byTime(Map.of(
                LocalTime.of(7, 0), exponential(100), LocalTime.of(8, 0), exponential(100), LocalTime.of(9, 0), exponential(200), LocalTime.of(23, 0), exponential(100))));
        assertThat(fixture.compile().contacts().work().fromTicks()).containsExactly(0, ticks(9, 0), ticks(23, 0));
        fixture.flow("calls", Flow::work, byTime(Map.of(LocalTime.of(7, 0), exponential(100), LocalTime.of(8, 0), exponential(100))));
        assertThat(fixture.compile().contacts().work().fromTicks()).containsExactly(0);
    }

    @Test
    void eachFlowHasItsOwnRows() {
        fixture.flow("second", Flow::work, byTime(Map.of(LocalTime.of(8, 0), exponential(7), LocalTime.of(9, 0), exponential(8))));
        fixture.flow("second", Flow::patience, exponential(7));
        Program program = fixture.compile();
        Program.ByTime work = program.contacts().work();
        assertThat(work.offset()).containsExactly(0, 1, 4);
        assertThat(program.lengths().a()[work.at(0, ticks(24, 0) - 1)]).isEqualTo(300e6);
        assertThat(program.lengths().a()[work.at(1, 0)]).isEqualTo(8e6);
        assertThat(program.lengths().a()[work.at(1, ticks(8, 0))]).isEqualTo(7e6);
        Program.ByTime patience = program.contacts().patience();
        assertThat(program.lengths().kind()[patience.at(0, 0)]).isEqualTo(Program.Lengths.NEVER);
        assertThat(program.lengths().a()[patience.at(1, 0)]).isEqualTo(7e6);
    }

    @Test
    void retriesHaveChanceDelayLimitAndReasons() {
        fixture.flow("calls", Flow::retry, new Retry(0.6, exponential(900), 3, List.of(Retry.Failure.ABANDONED, Retry.Failure.TURNED_AWAY)));
        fixture.flow("endless", Flow::retry, new Retry(0.5, exponential(900), null, List.of(Retry.Failure.BLOCKED)));
        fixture.flow("never");
        Program program = fixture.compile();
        Program.Contacts contacts = program.contacts();
        assertThat(contacts.retryProbability()).containsExactly(0.6, 0.5, 0);
        assertThat(contacts.retryDelay()[0]).isEqualTo(contacts.retryDelay()[1]);
        assertThat(program.lengths().a()[contacts.retryDelay()[0]]).isEqualTo(900e6);
        assertThat(contacts.retryDelay()[2]).isEqualTo(-1);
        assertThat(contacts.retryLimit()).containsExactly(3, Integer.MAX_VALUE, 0);
        assertThat(contacts.retryAfter()).containsExactly(5, 2, 0);
    }

    @Test
    void contactsAreOfTheKindOfTheirChannel() {
        Channel.Kind[] kinds = {Channel.Kind.DEFERRED, Channel.Kind.LIVE, Channel.Kind.CHAT, Channel.Kind.COUNTER};
        for (Channel.Kind kind : kinds) {
            fixture.channels.put(kind.name(), Channel.named(null).with(Channel::kind, kind));
            fixture.flow(kind.name(), Flow::channel, kind.name());
        }
        assertThat(fixture.compile().contacts().kind())
                .containsExactly(Program.Contacts.LIVE, Program.Contacts.DEFERRED, Program.Contacts.LIVE, Program.Contacts.CHAT, Program.Contacts.COUNTER);
    }

    @Test
    void flowsKnowTheirDeskServiceCouncilBalkingAndWrapUp() {
        fixture.councils.put("south", Council.named("A council"));
        fixture.services.put("waste", Service.named("A service"));
        fixture.desks.put("second", ScenarioFixture.desk(ScenarioFixture.always()));
        fixture.flow("second", Flow::council, "south");
        fixture.flow("second", Flow::service, "waste");
        fixture.flow("second", Flow::desk, "second");
        fixture.flow("second", Flow::balk, 0.1);
        fixture.flow("second", Flow::afterCall, exponential(60));
        Program program = fixture.compile();
        assertThat(program.contacts().flowDesk()).containsExactly(0, 1);
        assertThat(program.contacts().flowService()).containsExactly(0, 1);
        assertThat(program.names().flowCouncil()).containsExactly(0, 1);
        assertThat(program.names().flowChannel()).containsExactly(0, 0);
        assertThat(program.contacts().balk()).containsExactly(0, 0.1);
        assertThat(program.contacts().afterCall()[0]).isEqualTo(-1);
        assertThat(program.lengths().a()[program.contacts().afterCall()[1]]).isEqualTo(60e6);
    }

    @Test
    void desksHaveLinesTargetsAndAWayToClose() {
        fixture.desks.put(
                "small",
                Desk.named("Second")
                        .with(Desk::lines, 30)
                        .with(Desk::queueCapacity, 7)
                        .with(Desk::answerWithin, Duration.ofSeconds(45))
                        .with(Desk::shortAbandon, Duration.ofMillis(2_500))
                        .with(Desk::atClose, Desk.AtClose.KEEP));
        Program.Desks desks = fixture.compile().desks();
        assertThat(desks.lines()).containsExactly(Integer.MAX_VALUE, 30);
        assertThat(desks.queueCapacity()).containsExactly(Integer.MAX_VALUE, 7);
        assertThat(desks.shortAbandonTicks()).containsExactly(5_000_000, 2_500_000);
        assertThat(desks.atClose()).containsExactly(Program.Desks.SERVE, Program.Desks.KEEP);
    }

    private static long ticks(int hour, int minute) {
        return (hour * 60L + minute) * 60_000_000;
    }

    private static Distribution byTime(Map<LocalTime, Distribution> parts) {
        return Distribution.byTime(new LinkedHashMap<>(parts));
    }
}
