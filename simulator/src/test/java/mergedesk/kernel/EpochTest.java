package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.program.Plan;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    private static Script plain() {
        return new Script().with("services: {housing: , tax: }\n").volume("a", "volume: 60 / hour, " + WORK).agents("team", "staffing: 1");
    }

    private static Script counter(String desk) {
        return new Script()
                .with("channels: {phone: , room: {kind: counter}}\n")
                .desk("desk", desk)
                .volume("a", "channel: room, volume: 60 / hour, " + WORK)
                .agents("team", "staffing: 1");
    }

    private static Script letters(String flow, String group) {
        return new Script()
                .with("channels: {phone: , post: {kind: deferred}}\n")
                .volume("a", "channel: post, volume: 60 / hour, " + WORK + flow)
                .agents("team", "staffing: 2" + group);
    }

    private static Script needing(String services) {
        return new Script().with("services: {housing: " + services + "}\napplications: {crm: }\noutages: {o: {applications: [crm], from: 2011-01-03T09:05, lasts: 15 min}}\n").volume("a", "volume: 60 / hour, " + WORK).agents("team", "staffing: 1");
    }

    /** A flag, a scenario in which it is up, and one that is as like it as can be in which it is not. */
    private record Flag(String name, Predicate<Epoch> of, Script up, Script down) {}

    static Stream<Flag> flags() {
        Script file = counter("ticket_machine: false");
        String portal = ", self_service: {channel: portal, tries: 50 %, contained: 50 %, delay: " + Script.seconds(60) + "}";
        Script helped = new Script().with("channels: {phone: , portal: {kind: self_service}}\n").volume("a", "volume: 60 / hour, " + WORK + portal).agents("team", "staffing: 1");
        Script chat = new Script().with("channels: {phone: , chat: {kind: chat}}\n").volume("a", "channel: chat, volume: 60 / hour, " + WORK).agents("team", "staffing: 1");
        Script dialling = plain().with("campaigns: {c: {council: north, service: housing, desk: desk, dialling: " + Script.seconds(20) + ", " + WORK + ", answered: 30 %}}");
        Script byGroup = new Script().volume("a", "volume: 60 / hour, " + WORK + ", work_by_group: {team: " + Script.seconds(9) + "}").agents("team", "staffing: 1");
        Script message = calls(", message: {after: 30 s, share: 100 %}").agents("team", "staffing: 1");
        Script looks = calls(", balk_at: {3: 10 %}").agents("team", "staffing: 1");
        Script limited = plain().desk("desk", "queue_capacity: 3");
        return Stream.of(
                new Flag("singleFiles", epoch -> epoch.singleFiles, file, counter("ticket_machine: true")),
                new Flag("fileOfQueue", epoch -> epoch.fileOfQueue[0] == 0, file, counter("ticket_machine: true")),
                new Flag("anyMessages", epoch -> epoch.anyMessages, message, plain()),
                new Flag("looksAtQueues, to balk", epoch -> epoch.looksAtQueues, looks, plain()),
                new Flag("looksAtQueues, to be let in", epoch -> epoch.looksAtQueues, limited, plain()),
                new Flag("looksAfterEvents for files", epoch -> epoch.looksAfterEvents, file, counter("ticket_machine: true")),
                new Flag("looksAfterEvents for campaigns", epoch -> epoch.looksAfterEvents, dialling, plain()),
                new Flag("looksAfterEvents for applications", epoch -> epoch.looksAfterEvents, needing("{needs: {crm: }}"), needing("")),
                new Flag("sameWork", epoch -> epoch.sameWork, plain(), byGroup),
                new Flag("sameSpeed", epoch -> epoch.sameSpeed, needing(""), needing("{needs: {crm: }}")),
                new Flag("chats", epoch -> epoch.chats, chat, plain()),
                new Flag("defers", epoch -> epoch.defers, letters("", ""), plain()),
                new Flag("blends", epoch -> epoch.blends, letters("", ", blend: {reserve: 1}"), letters("", "")),
                new Flag("parks", epoch -> epoch.parks, letters("", ", blend: {park: true}"), letters("", ", blend: {reserve: 1}")),
                new Flag("tickets", epoch -> epoch.tickets, letters(", ticket: {priority: {1: 50 %, 2: 50 %}}", ""), letters("", "")),
                new Flag("needs", epoch -> epoch.needs, needing("{needs: {crm: }}"), needing("")),
                new Flag("campaigns", epoch -> epoch.campaigns, dialling, plain()),
                new Flag("anySelfService", epoch -> epoch.anySelfService, helped, plain()));
    }

    @ParameterizedTest
    @MethodSource("flags")
    void flagsSayWhatAScenarioUses(Flag flag) {
        assertThat(flag.of().test(epoch(flag.up()))).as(flag.name()).isTrue();
        assertThat(flag.of().test(epoch(flag.down()))).as("not " + flag.name()).isFalse();
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
