package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import mergedesk.program.Plan;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;

/** What follows from contacts, desks, groups and routing. */
class EpochTest {
    private static final String WORK = "work: " + Script.seconds(60);

    private static Epoch epoch(Script script) {
        return new Epoch(script.compile());
    }

    private static Script calls(String keys) {
        return new Script()
                .with("councils: {north: , south: }\nservices: {housing: }\n")
                .volume("a", "volume: 60 / hour, " + WORK + keys);
    }

    @Test
    void oneLengthForAllTimesIsKnownBeforehand() {
        Epoch epoch = epoch(new Script()
                .volume("a", "volume: 60 / hour, " + WORK)
                .volume(
                        "b",
                        "volume: 60 / hour, work: {by_time: {\"09:00\": " + Script.seconds(10) + ", \"09:10\": "
                                + Script.seconds(20) + "}}, patience: " + Script.seconds(30))
                .agents("team", "staffing: 1"));
        long ten = 10 * 60 * 1_000_000L + 9 * 3_600 * 1_000_000L;
        assertThat(epoch.onlyWork[0])
                .isNotEqualTo(State.NONE)
                .isEqualTo(epoch.work(0, 0))
                .isEqualTo(epoch.work(0, ten));
        assertThat(epoch.onlyWork[1]).isEqualTo(State.NONE);
        assertThat(epoch.work(1, ten - 1)).isNotEqualTo(epoch.work(1, ten));
        assertThat(epoch.onlyPatience[1]).isNotEqualTo(State.NONE).isEqualTo(epoch.patience(1, ten));
    }

    @Test
    void linesAreEndlessUnlessOneDeskCountsThem() {
        assertThat(epoch(calls("").agents("team", "staffing: 1")).endlessLines).isTrue();
        assertThat(epoch(calls("").desk("other", "lines: 3").agents("team", "staffing: 1")).endlessLines)
                .isFalse();
    }

    @Test
    void speedsAreTheSameUnlessOneIsNotOne() {
        assertThat(epoch(calls("").agents("team", "staffing: 1")).sameSpeed).isTrue();
        assertThat(epoch(calls("").agents("team", "staffing: 1")).speed(0, 0)).isEqualTo(1);
        Epoch slow =
                epoch(calls("").agents("team", "staffing: 1").agents("slow", "staffing: 1, speed: {housing: 0.5}"));
        assertThat(slow.sameSpeed).isFalse();
        assertThat(slow.speed(0, 0)).isEqualTo(1);
        assertThat(slow.speed(1, 0)).isEqualTo(0.5);
    }

    @Test
    void oneQueueAndOneGroupLeaveNoChoice() {
        Epoch one = epoch(calls("").agents("team", "staffing: 1"));
        assertThat(one.onlyGroup).containsExactly(0);
        assertThat(one.onlyQueue).containsExactly(0);
        Epoch two = epoch(calls("").agents("team", "staffing: 1").agents("others", "staffing: 1"));
        assertThat(two.onlyGroup).containsExactly(State.NONE);
        assertThat(two.onlyQueue).containsExactly(0, 0);
        Epoch later =
                epoch(calls("").desk("desk", "home_first: 10 s").agents("others", "staffing: 1, employer: south"));
        assertThat(later.onlyGroup).as("not before ten seconds").containsExactly(State.NONE);
    }

    @Test
    void nobodyNoticesAnAbandonmentWithoutRetriesLinesAndOverflow() {
        String leaves = ", patience: " + Script.seconds(30);
        assertThat(epoch(calls(leaves).agents("team", "staffing: 1")).settlesLater)
                .containsExactly(true);
        assertThat(epoch(calls(leaves + ", retry: {probability: 10 %, limit: 1, delay: " + Script.seconds(60) + "}")
                                .agents("team", "staffing: 1"))
                        .settlesLater)
                .containsExactly(false);
        assertThat(epoch(calls(leaves + ", retry: {probability: 10 %, limit: 1, after: [blocked], delay: "
                                        + Script.seconds(60) + "}")
                                .agents("team", "staffing: 1"))
                        .settlesLater)
                .containsExactly(true);
        assertThat(epoch(calls(leaves).desk("desk", "lines: 3").agents("team", "staffing: 1")).settlesLater)
                .containsExactly(false);
        assertThat(epoch(calls(leaves)
                                .desk("desk", "home_first: 10 s")
                                .agents("team", "staffing: 1")
                                .agents("others", "staffing: 1, employer: south"))
                        .settlesLater)
                .containsExactly(false);
    }

    @Test
    void whoMayTakeDeferredWorkIsKnownBeforehand() {
        Epoch epoch = epoch(new Script()
                .with("channels: {phone: , post: {kind: deferred}}")
                .desk("other", "")
                .volume("letters", "channel: post, volume: 60 / hour, " + WORK)
                .volume("calls", "channel: phone, desk: other, volume: 60 / hour, " + WORK)
                .agents("clerks", "staffing: 1, desk: other")
                .agents("team", "staffing: 1")
                .agents("careful", "staffing: 3, blend: {reserve: 2}"));
        assertThat(IntStream.range(0, 3).filter(epoch.deferringGroups::has)).containsExactly(1, 2);
        assertThat(IntStream.range(0, 3).filter(epoch.blendingGroups::has)).containsExactly(2);
    }

    @Test
    void aStepOfAPlanIsOneCall() {
        Program before = calls(", patience: " + Script.seconds(30)).agents("team", "staffing: 1").compile();
        Program after = calls(", patience: " + Script.seconds(90) + ", balk: 20 %")
                .desk("desk", "lines: 3")
                .agents("team", "staffing: 1, speed: {housing: 0.5}")
                .compile();
        Epoch epoch = new Epoch(before);
        epoch.begin(new Plan.Rules(new int[] {0}, after.contacts(), after.desks(), after.groups(), after.routing()));
        assertThat(epoch).usingRecursiveComparison().ignoringFields("flowNow", "anyMoved").isEqualTo(new Epoch(after)).isNotEqualTo(new Epoch(before));
        assertThat(epoch.endlessLines).isFalse();
        assertThat(epoch.sameSpeed).isFalse();
        assertThat(epoch.settlesLater).containsExactly(false);
    }
}
