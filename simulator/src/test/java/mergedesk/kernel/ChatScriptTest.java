package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mergedesk.program.Timetable;
import org.junit.jupiter.api.Test;

/** Several chats of an agent, by hand. Lines read: second, event class, event, contact, agent. */
class ChatScriptTest {
    private static Script chats() {
        return new Script().with("channels: {chat: {kind: chat}, phone: }");
    }

    private static String chat(double seconds) {
        return "channel: chat, work: " + seconds(seconds);
    }

    @Test
    void goesOnSlowerOrFasterInWholeTicks() {
        assertThat(chats().calls("a", chat(100), 0, 10.000001).agents("team", "staffing: 1, chats: {most: 3, speed_by_load: [1, 0.7, 0.3]}").run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "10.000001 3 offered a1", // 89,999,999 ticks of a0 are left: at 0.7 they take 128,571,427.1
                        "10.000001 3 answered a1 0",
                        "138.571429 2 talk_ended a0 0", // of a1 ⌊89,999,999.6⌋ are done
                        "148.57143 2 talk_ended a1 0");
    }

    @Test
    void twoEndAtOneTickAndAThirdBeginsThere() {
        assertThat(chats().calls("a", chat(70), 0, 0, 100).agents("team", "staffing: 1, chats: {most: 2, speed_by_load: [1, 0.7]}").run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "0 3 offered a1",
                        "0 3 answered a1 0",
                        "100 2 talk_ended a0 0",
                        "100 2 talk_ended a1 0",
                        "100 3 offered a2",
                        "100 3 answered a2 0",
                        "170 2 talk_ended a2 0");
    }

    /** What follows on the heels of another leaves the rest as it was: a1 keeps its speed at 100, and nothing is rounded. */
    @Test
    void takesWhoWaitsWithoutHurryingTheOthers() {
        assertThat(chats().calls("a", chat(50), 0, 10, 20).agents("team", "staffing: 1, chats: {most: 2, speed_by_load: [1, 0.5]}").run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "10 3 offered a1", // 40 of a0 are left
                        "10 3 answered a1 0",
                        "20 3 offered a2",
                        "20 3 queued a2",
                        "90 2 talk_ended a0 0",
                        "90 2 answered a2 0",
                        "110 2 talk_ended a1 0", // 40 of a2 are left
                        "150 2 talk_ended a2 0");
    }

    @Test
    void goesToTheFewestThenToWhomHasHadThemLongest() {
        assertThat(chats().calls("a", chat(100), 0, 1, 2, 3, 4, 5, 6).agents("team", "staffing: 2, chats: {most: 3, speed_by_load: [1, 1, 1]}").run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "1 3 offered a1",
                        "1 3 answered a1 1",
                        "2 3 offered a2",
                        "2 3 answered a2 0",
                        "3 3 offered a3",
                        "3 3 answered a3 1",
                        "4 3 offered a4",
                        "4 3 answered a4 0",
                        "5 3 offered a5",
                        "5 3 answered a5 1",
                        "6 3 offered a6",
                        "6 3 queued a6",
                        "100 2 talk_ended a0 0",
                        "100 2 answered a6 0",
                        "101 2 talk_ended a1 1",
                        "102 2 talk_ended a2 0",
                        "103 2 talk_ended a3 1",
                        "104 2 talk_ended a4 0",
                        "105 2 talk_ended a5 1",
                        "200 2 talk_ended a6 0");
    }

    /** At 50 the agents have one chat each, agent 1 since 5 and agent 0 since 40; at 60 both have one, and agent 1 goes first. */
    @Test
    void whoHasHadAsManyLongestGoesFirst() {
        assertThat(chats()
                        .calls("a", chat(200), 0, 5, 50)
                        .calls("b", chat(30), 10)
                        .agents("team", "staffing: 2, chats: {most: 2, speed_by_load: [1, 1]}")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "5 3 offered a1",
                        "5 3 answered a1 1",
                        "10 3 offered b0",
                        "10 3 answered b0 0",
                        "40 2 talk_ended b0 0",
                        "50 3 offered a2",
                        "50 3 answered a2 1",
                        "200 2 talk_ended a0 0",
                        "205 2 talk_ended a1 1",
                        "250 2 talk_ended a2 1");
    }

    /** The fewest of all groups of a rank: group "one" has an agent with a chat, group "two" one with none. After a while it has two, and "one" is asked before "none" of a later rank. */
    @Test
    void goesToTheFewestOfAllGroupsOfARank() {
        assertThat(chats()
                        .calls("a", chat(500), 0, 10, 20, 30, 40)
                        .agents("one", "staffing: 1, chats: {most: 3, speed_by_load: [1, 1, 1]}")
                        .agents("two", "staffing: 1, chats: {most: 2, speed_by_load: [1, 1]}")
                        .agents("none", "staffing: 1")
                        .with("routing: [{flow: a, group: one}, {flow: a, group: two}, {flow: a, group: none, rank: 2}]")
                        .run())
                .contains("0 3 answered a0 0", "10 3 answered a1 1", "20 3 answered a2 0", "30 3 answered a3 1", "40 3 answered a4 0");
    }

    /** Both have one chat: agent 0 since 0, though it is written up since 50. */
    @Test
    void whatChangesNoLoadChangesNoTurn() {
        assertThat(chats()
                        .calls("a", chat(50) + ", after_call: " + seconds(100), 0)
                        .calls("b", chat(200), 10, 60)
                        .agents("team", "staffing: 2, chats: {most: 2, speed_by_load: [1, 1]}")
                        .run())
                .contains("0 3 answered a0 0", "10 3 answered b0 1", "50 2 talk_ended a0 0", "60 3 answered b1 0");
    }

    @Test
    void afterCallWorkKeepsItsPlace() {
        assertThat(chats()
                        .calls("a", chat(100) + ", after_call: " + seconds(10), 0, 0, 5)
                        .agents("team", "staffing: 1, chats: {most: 2, speed_by_load: [1, 0.5]}")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "0 3 offered a1",
                        "0 3 answered a1 0",
                        "5 3 offered a2",
                        "5 3 queued a2",
                        "200 2 talk_ended a0 0",
                        "200 2 talk_ended a1 0",
                        "220 2 wrap_ended a0 0",
                        "220 2 answered a2 0",
                        "220 2 wrap_ended a1 0", // the same tick; a2 is alone from the start
                        "320 2 talk_ended a2 0",
                        "330 2 wrap_ended a2 0");
    }

    @Test
    void leavesAChatThatTakesTooLongAndItsPlaceIsFree() {
        assertThat(chats()
                        .calls("a", chat(100) + ", after_call: " + seconds(10) + ", patience_in_chat: " + seconds(50), 0)
                        .calls("b", chat(100) + ", patience_in_chat: " + seconds(100), 20)
                        .agents("team", "staffing: 1, chats: {most: 1}")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "20 3 offered b0",
                        "20 3 queued b0",
                        "50 4 talk_ended a0 0",
                        "50 4 left_in_chat a0 0",
                        "50 4 answered b0 0",
                        "150 2 talk_ended b0 0"); // at the very tick
    }

    @Test
    void aCallIsForAnAgentWithoutChats() {
        assertThat(chats()
                        .calls("a", chat(100), 0, 30)
                        .calls("call", "work: " + seconds(60), 20)
                        .agents("team", "staffing: 1, chats: {most: 3, speed_by_load: [1, 1, 1]}")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "20 3 offered call0",
                        "20 3 queued call0",
                        "30 3 offered a1",
                        "30 3 answered a1 0",
                        "100 2 talk_ended a0 0",
                        "130 2 talk_ended a1 0",
                        "130 2 answered call0 0",
                        "190 2 talk_ended call0 0");
    }

    @Test
    void chatsGoOnBesideACallAndNoneBeginsDuringIt() {
        assertThat(chats()
                        .calls("a", chat(100), 0, 30)
                        .calls("call", "work: " + seconds(60), 20)
                        .agents("team", "staffing: 1, chats: {most: 2, speed_by_load: [1, 0.5], calls_with: 1}")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "20 3 offered call0", // 80 of a0 are left
                        "20 3 answered call0 0",
                        "30 3 offered a1",
                        "30 3 queued a1",
                        "80 2 talk_ended call0 0", // 50 are left
                        "80 2 answered a1 0",
                        "180 2 talk_ended a0 0",
                        "230 2 talk_ended a1 0");
    }

    /** When the call is over the agent takes a1, a2 and a3, which fill all places, though a call came before a2: it is not for an agent with two. */
    @Test
    void takesAsManyAsThereIsRoomForByLevel() {
        assertThat(chats()
                        .calls("a", chat(100), 10, 30, 40)
                        .calls("call", "work: " + seconds(60), 0, 20)
                        .agents("team", "staffing: 1, chats: {most: 3, speed_by_load: [1, 1, 1]}")
                        .run())
                .containsExactly(
                        "0 3 offered call0",
                        "0 3 answered call0 0",
                        "10 3 offered a0",
                        "10 3 queued a0",
                        "20 3 offered call1",
                        "20 3 queued call1",
                        "30 3 offered a1",
                        "30 3 queued a1",
                        "40 3 offered a2",
                        "40 3 queued a2",
                        "60 2 talk_ended call0 0",
                        "60 2 answered a0 0",
                        "60 2 answered a1 0",
                        "60 2 answered a2 0",
                        "160 2 talk_ended a0 0",
                        "160 2 talk_ended a1 0",
                        "160 2 talk_ended a2 0",
                        "160 2 answered call1 0",
                        "220 2 talk_ended call1 0");
    }

    /** From 09:10 one agent is enough: agent 1 finishes a1 and takes nobody beside it, and goes then. */
    @Test
    void theHighestNumberTakesNobodyBesideWhatIsInHandWhenStaffFalls() {
        assertThat(chats()
                        .calls("a", chat(200), 590, 591, 601, 602, 603)
                        .agents("team", "staffing: {mon: {\"09:00\": 2, \"09:10\": 1}}, chats: {most: 3, speed_by_load: [1, 1, 1]}")
                        .run())
                .containsExactly(
                        "590 3 offered a0",
                        "590 3 answered a0 0",
                        "591 3 offered a1",
                        "591 3 answered a1 1",
                        "601 3 offered a2",
                        "601 3 answered a2 0",
                        "602 3 offered a3",
                        "602 3 answered a3 0",
                        "603 3 offered a4",
                        "603 3 queued a4",
                        "790 2 talk_ended a0 0",
                        "790 2 answered a4 0",
                        "791 2 talk_ended a1 1",
                        "801 2 talk_ended a2 0",
                        "802 2 talk_ended a3 0",
                        "990 2 talk_ended a4 0");
    }

    /** From 09:10 one agent is enough. Agent 1, who is to go, takes nobody beside b0, until the desk closes at 09:15 and those who wait are all who will come. */
    @Test
    void whoIsToGoTakesThoseInFromTheMomentTheDeskCloses() {
        assertThat(chats()
                        .desk("desk", "opening: {mon: 09:00-09:15}")
                        .calls("a", chat(500), 590, 601, 602, 603)
                        .calls("b", chat(800), 591)
                        .agents("team", "staffing: {mon: {\"09:00\": 2, \"09:10\": 1}}, chats: {most: 2, speed_by_load: [1, 1]}")
                        .run())
                .containsExactly(
                        "590 3 offered a0",
                        "590 3 answered a0 0",
                        "591 3 offered b0",
                        "591 3 answered b0 1",
                        "601 3 offered a1",
                        "601 3 answered a1 0",
                        "602 3 offered a2",
                        "602 3 queued a2",
                        "603 3 offered a3",
                        "603 3 queued a3",
                        "900 1 answered a2 1",
                        "1090 2 talk_ended a0 0",
                        "1090 2 answered a3 0",
                        "1101 2 talk_ended a1 0",
                        "1391 2 talk_ended b0 1",
                        "1400 2 talk_ended a2 1",
                        "1590 2 talk_ended a3 0");
    }

    /** A break due at 09:10 stands behind those who wait as the desk closes at 09:15; where it keeps them for another day, the agent goes. */
    @Test
    void whoHasABreakDueTakesThoseInFromTheMomentTheDeskCloses() {
        Script script = chats()
                .calls("a", chat(500), 590, 601)
                .agents("team", "shifts: [{agents: 1, days: mon, start: \"09:00\", end: \"09:15\", breaks: [{at: \"09:10\", length: 5 min}]}], chats: {most: 2, speed_by_load: [1, 1]}");
        assertThat(script.desk("desk", "opening: {mon: 09:00-09:15}").run()).contains("900 1 answered a1 0", "1400 2 talk_ended a1 0");
        assertThat(script.desk("desk", "opening: {mon: 09:00-09:15}, at_close: keep").run()).contains("601 3 queued a1", "1090 2 talk_ended a0 0", "604800 1 answered a1 0");
    }

    /** Somebody whom a group may take only after a while, when the desk has closed: agent 1, who is to go, has a chat and a place. */
    @Test
    void whoIsToGoTakesWhoMayComeLaterAtAClosedDesk() {
        assertThat(chats()
                        .desk("desk", "opening: {mon: 09:00-09:15}")
                        .calls("b", chat(800), 591)
                        .calls("a", chat(100), 880)
                        .agents("team", "staffing: {mon: {\"09:00\": 1, \"09:10\": 0}}, chats: {most: 2, speed_by_load: [1, 1]}")
                        .with("routing: [{flow: b, group: team}, {flow: a, group: team, after: 40 s}]")
                        .run())
                .contains("880 3 queued a0", "920 4 answered a0 0", "1020 2 talk_ended a0 0");
    }

    /** Agent 0, who has nothing more in hand first, goes; agent 1 stays and takes up to three again, those who wait at once. */
    @Test
    void whoHasFinishedFirstGoesAndTheOtherIsRecalled() {
        assertThat(chats()
                        .calls("a", chat(200), 591, 601)
                        .calls("b", chat(20), 590)
                        .calls("south", chat(40), 605)
                        .agents("team", "staffing: {mon: {\"09:00\": 2, \"09:10\": 1}}, chats: {most: 1}")
                        .run())
                .containsExactly(
                        "590 3 offered b0",
                        "590 3 answered b0 0",
                        "591 3 offered a0",
                        "591 3 answered a0 1",
                        "601 3 offered a1",
                        "601 3 queued a1",
                        "605 3 offered south0",
                        "605 3 queued south0",
                        "610 2 talk_ended b0 0",
                        "791 2 talk_ended a0 1",
                        "791 2 answered a1 1",
                        "991 2 talk_ended a1 1",
                        "991 2 answered south0 1",
                        "1031 2 talk_ended south0 1");
        assertThat(chats()
                        .calls("a", chat(200), 591, 601)
                        .calls("b", chat(20), 590)
                        .calls("call", "work: " + seconds(40), 605)
                        .agents("team", "staffing: {mon: {\"09:00\": 2, \"09:10\": 1}}, chats: {most: 2, speed_by_load: [1, 1], calls_with: 1}")
                        .run())
                .containsExactly(
                        "590 3 offered b0",
                        "590 3 answered b0 0",
                        "591 3 offered a0",
                        "591 3 answered a0 1",
                        "601 3 offered a1",
                        "601 3 answered a1 0",
                        "605 3 offered call0",
                        "605 3 queued call0", // agent 0 has two chats, agent 1 is to go
                        "610 2 talk_ended b0 0",
                        "610 2 answered call0 0",
                        "650 2 talk_ended call0 0",
                        "791 2 talk_ended a0 1",
                        "801 2 talk_ended a1 0");
    }

    @Test
    void aBreakAndTheEndOfAShiftComeAfterTheChatsInHand() {
        assertThat(chats()
                        .calls("a", chat(100), 550, 605)
                        .calls("b", chat(200), 560, 2390)
                        .calls("c", chat(100) + ", patience: " + seconds(60), 2410)
                        .agents("team", "shifts: [{agents: 1, days: daily, start: \"09:00\", end: \"09:40\", breaks: [{at: \"09:10\", length: 5 min}]}], "
                                + "chats: {most: 3, speed_by_load: [1, 1, 1]}")
                        .run())
                .containsExactly(
                        "550 3 offered a0",
                        "550 3 answered a0 0",
                        "560 3 offered b0",
                        "560 3 answered b0 0",
                        "605 3 offered a1",
                        "605 3 queued a1",
                        "650 2 talk_ended a0 0",
                        "760 2 talk_ended b0 0",
                        "1060 1 answered a1 0",
                        "1160 2 talk_ended a1 0",
                        "2390 3 offered b1",
                        "2390 3 answered b1 0",
                        "2410 3 offered c0",
                        "2410 3 queued c0",
                        "2470 4 abandoned c0",
                        "2470 4 gave_up c0",
                        "2590 2 talk_ended b1 0");
    }

    @Test
    void whoIsNotAvailableAnyMoreFinishesWhatIsInHandAndTakesMoreWhenBack() {
        assertThat(chats()
                        .calls("a", chat(100), 0, 20, 30)
                        .agents("team", "staffing: 1, chats: {most: 2, speed_by_load: [1, 1]}")
                        .planned(10, Timetable.AWAY, 0)
                        .planned(50, Timetable.BACK, 0)
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "20 3 offered a1",
                        "20 3 queued a1",
                        "30 3 offered a2",
                        "30 3 queued a2",
                        "50 1 answered a1 0",
                        "100 2 talk_ended a0 0",
                        "100 2 answered a2 0",
                        "150 2 talk_ended a1 0",
                        "200 2 talk_ended a2 0");
    }

    @Test
    void holdsNoTelephoneLine() {
        assertThat(chats()
                        .desk("desk", "lines: 1")
                        .calls("a", chat(100), 0, 10)
                        .calls("call", "work: " + seconds(50), 20, 30)
                        .agents("team", "staffing: 1, chats: {most: 1}")
                        .run())
                .contains("10 3 queued a1", "20 3 queued call0", "30 3 blocked call1");
    }

    /** One contact at a time, the way through {@link Hands}: everything goes as it does without chats. */
    @Test
    void oneAtATimeIsAsWithoutChats() {
        Script without = Script.everything("length: 2 days");
        Script with = Script.everything("length: 2 days")
                .with("channels: {phone: , chat: {kind: chat}}")
                .volume("z", "channel: chat, desk: night, volume: 0 / day, work: {distribution: exponential, mean: 1 min}");
        List<String> expected = new ArrayList<>(without.run());
        assertThat(expected).hasSizeGreaterThan(10_000);
        assertThat(with.run()).containsExactlyElementsOf(expected);
    }
}
