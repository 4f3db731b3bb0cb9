package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A counter with and without a ticket machine: two services, a clerk for each. Lines read: second, event class, event, contact, agent. */
class SingleFileScriptTest {
    private static final String HOUSING = "channel: room, work: " + seconds(60);
    private static final String TAX = "channel: room, service: tax, work: " + seconds(100);

    private static Script counter(String inside) {
        return counter(inside, "channels: {phone: , room: {kind: counter}}");
    }

    private static Script counter(String inside, String channels) {
        return new Script()
                .with("services: {housing: , tax: }")
                .with(channels)
                .desk("desk", inside)
                .agents("housing", "skills: [housing], staffing: 1")
                .agents("tax", "skills: [tax], staffing: 1");
    }

    private static String[] noted(Script script) {
        return script.run().stream().filter(line -> !line.contains("offered") && !line.contains("gave_up")).toArray(String[]::new);
    }

    /** With tickets the clerk for tax takes a visitor for tax at once, whoever waits for housing. */
    @Test
    void withATicketMachineEachWaitsForWhomCanServe() {
        assertThat(noted(counter("").calls("a", HOUSING, 0, 1).calls("b", TAX, 2)))
                .containsExactly("0 3 answered a0 0", "1 3 queued a1", "2 3 answered b0 1", "60 2 talk_ended a0 0", "60 2 answered a1 0", "102 2 talk_ended b0 1", "120 2 talk_ended a1 0");
    }

    /** In one line the visitor for tax stands behind the one for housing, and meets the idle clerk at the moment in which that one is taken. */
    @Test
    void inOneLineNobodyIsServedBeforeTheOneInFront() {
        assertThat(noted(counter("ticket_machine: false").calls("a", HOUSING, 0, 1).calls("b", TAX, 2, 3).calls("c", HOUSING + ", priority: 2", 4)))
                .containsExactly(
                        "0 3 answered a0 0",
                        "1 3 queued a1",
                        "2 3 queued b0",
                        "3 3 queued b1",
                        "4 3 queued c0",
                        "60 2 talk_ended a0 0",
                        "60 2 answered a1 0",
                        "60 2 answered b0 1", // who came to the front; the next one for tax is in front now
                        "120 2 talk_ended a1 0",
                        "160 2 talk_ended b0 1",
                        "160 2 answered b1 1",
                        "160 2 answered c0 0", // whose clerk has been idle since 120
                        "220 2 talk_ended c0 0",
                        "260 2 talk_ended b1 1");
    }

    /** Whoever is in front gives up, or is taken by others whom the wait opens, and the next meets an idle clerk at that tick. */
    @Test
    void whoComesToTheFrontMeetsAnIdleClerk() {
        assertThat(noted(counter("ticket_machine: false")
                        .calls("a", HOUSING + ", patience: " + seconds(30), 0, 1)
                        .calls("b", TAX, 2)))
                .contains("31 4 abandoned a1", "31 4 answered b0 1");
        assertThat(noted(counter("ticket_machine: false")
                        .agents("help", "skills: [housing], staffing: 1")
                        .with("routing: [{flow: a, group: housing}, {flow: a, group: help, after: 40 s}, {flow: b, group: tax}]")
                        .calls("a", HOUSING, 0, 1)
                        .calls("b", TAX, 2)))
                .contains("41 4 answered a1 2", "41 4 answered b0 1");
    }

    /** Whoever is behind meets nobody when the wait opens further groups, but in front those whom it has opened by then. */
    @Test
    void aWaitBehindOthersCounts() {
        assertThat(noted(counter("ticket_machine: false")
                        .agents("help", "skills: [tax], staffing: 1")
                        .with("routing: [{flow: a, group: housing}, {flow: b, group: tax}, {flow: b, group: help, after: 40 s}]")
                        .calls("a", HOUSING, 0, 1)
                        .calls("b", TAX, 2, 3)))
                .contains("60 2 answered a1 0", "60 2 answered b0 1", "60 2 answered b1 2");
    }

    /** Callers stand in no file, and take the clerk whom the second in the file must not have. */
    @Test
    void callersStandInNoFile() {
        assertThat(noted(counter("ticket_machine: false")
                        .calls("a", HOUSING, 0, 1)
                        .calls("b", TAX, 2)
                        .calls("c", "service: tax, work: " + seconds(10), 3)))
                .contains("2 3 queued b0", "3 3 answered c0 1", "60 2 answered a1 0", "60 2 answered b0 1");
    }

    /** A freed clerk takes nobody but the one in front, and a clerk who comes neither. */
    @Test
    void aClerkWhoComesTakesTheOneInFrontOnly() {
        assertThat(noted(counter("ticket_machine: false")
                        .agents("tax", "skills: [tax], staffing: {daily: {\"09:00\": 0, \"09:01\": 1}}")
                        .calls("a", HOUSING, 0, 1, 2)
                        .calls("b", TAX, 3)))
                .contains("60 2 answered a1 0", "120 2 answered a2 0", "120 2 answered b0 1");
    }

    /** A desk that closes cuts off the whole file: nobody moves up. */
    @Test
    void aFileThatIsCutOffMovesNobodyUp() {
        assertThat(noted(counter("ticket_machine: false, opening: {daily: \"09:00-09:00:30\"}, at_close: disconnect".replace("09:00:30", "09:01"))
                        .calls("a", HOUSING.replace("60000", "90000"), 0, 1)
                        .calls("b", TAX, 2)))
                .contains("60 1 disconnected a1", "60 1 disconnected b0")
                .noneMatch(line -> line.contains("answered b0"));
    }

    private static final String SHORT_DAY = "ticket_machine: false, opening: {daily: [\"09:00-09:01\", \"09:05-10:00\"]}";
    private static final String NINETY = HOUSING.replace(seconds(60), seconds(90));

    /** A clerk who should go at closing stays, idle, for a visitor behind others, and is gone when nobody in the file is for tax any more. */
    @Test
    void aClerkStaysForWhomeverIsInTheFileAtClosing() {
        for (String staff : new String[] {
            "staffing: {daily: {\"09:00\": 1, \"09:01\": 0}}",
            "shifts: [{agents: 1, days: daily, start: \"09:00\", end: \"09:01\"}]",
            "shifts: [{agents: 1, days: daily, start: \"09:00\", end: \"09:30\", breaks: [{at: \"09:01\", length: 28 min}]}]"
        }) {
            assertThat(noted(counter(SHORT_DAY)
                            .agents("tax", "skills: [tax], " + staff)
                            .calls("a", NINETY, 0, 1)
                            .calls("b", TAX + ", patience: " + seconds(600), 2, 400)
                            .calls("c", NINETY, 3)))
                    .as(staff)
                    .containsExactly(
                            "0 3 answered a0 0",
                            "1 3 queued a1",
                            "2 3 queued b0",
                            "3 3 queued c0",
                            "90 2 talk_ended a0 0",
                            "90 2 answered a1 0",
                            "90 2 answered b0 1",
                            "180 2 talk_ended a1 0",
                            "180 2 answered c0 0",
                            "190 2 talk_ended b0 1", // and goes
                            "270 2 talk_ended c0 0",
                            "400 3 queued b1",
                            "1000 4 abandoned b1");
        }
    }

    /** Whoever gives up behind others lets the clerk go who stayed for them. */
    @Test
    void aClerkGoesWhenNobodyIsLeftToStayFor() {
        assertThat(noted(counter("ticket_machine: false, opening: {daily: [\"09:00-09:01\", \"09:02-10:00\"]}")
                        .agents("tax", "skills: [tax], staffing: {daily: {\"09:00\": 1, \"09:01\": 0}}")
                        .calls("a", HOUSING.replace(seconds(60), seconds(300)), 0, 1)
                        .calls("b", TAX + ", patience: " + seconds(80), 2)
                        .calls("d", "service: tax, work: " + seconds(10) + ", patience: " + seconds(20), 130)))
                .contains("82 4 abandoned b0", "130 3 queued d0", "150 4 abandoned d0");
    }

    /** The desk opens again while others stand in front: who stayed goes, as nothing but closing kept them. */
    @Test
    void whoStayedGoesWhenTheDeskOpensAgain() {
        assertThat(noted(counter("ticket_machine: false, opening: {daily: [\"09:00-09:01\", \"09:02-10:00\"]}")
                        .agents("tax", "skills: [tax], staffing: {daily: {\"09:00\": 1, \"09:01\": 0}}")
                        .calls("a", HOUSING.replace(seconds(60), seconds(300)), 0, 1)
                        .calls("b", TAX, 2)
                        .calls("d", "service: tax, work: " + seconds(10) + ", patience: " + seconds(20), 130)))
                .contains("130 3 queued d0", "150 4 abandoned d0", "300 2 answered a1 0", "86400 1 answered b0 1"); // the clerk comes back the next morning
    }

    /** A campaign whose hours go on after closing calls with nobody who stays for the file only; when that is over, with those who are at work still. */
    @Test
    void aClerkWhoStaysForTheFileMakesNoCalls() {
        String campaign = "{council: north, service: tax, desk: desk, groups: [tax], answered: 0 %, list: 1, work: " + seconds(10) + ", dialling: " + seconds(500) + ", hours: {daily: \"09:01-10:00\"}, mode: ";
        for (String mode : new String[] {"progressive", "predictive"}) {
            assertThat(noted(counter(SHORT_DAY)
                            .with("campaigns: {z: " + campaign + mode + "}}")
                            .agents("tax", "skills: [tax], staffing: {daily: {\"09:00\": 2, \"09:01\": 1}}")
                            .calls("a", NINETY, 0, 1)
                            .calls("b", TAX, 2)))
                    .as(mode)
                    .contains("90 2 answered b0 1")
                    .filteredOn(line -> line.contains("dialled"))
                    .containsExactly(mode.equals("predictive") ? "190 4 dialled z0" : "190 4 dialled z0 1");
        }
    }

    /** Deferred work waits while a clerk stays for the file only, and whoever put theirs back serves the one in front at once. */
    @Test
    void aClerkWhoStaysForTheFileTakesUpNoDeferredWork() {
        assertThat(noted(counter(SHORT_DAY, "channels: {phone: , room: {kind: counter}, email: {kind: deferred}}")
                        .agents("tax", "skills: [tax], staffing: {daily: {\"09:00\": 1, \"09:01\": 0}}")
                        .calls("a", NINETY, 0, 1)
                        .calls("b", TAX, 2)
                        .calls("e", "channel: email, service: tax, work: " + seconds(400), 70)))
                .contains("90 2 answered b0 1")
                .noneMatch(line -> line.contains("e0 1"));
        assertThat(noted(counter(SHORT_DAY, "channels: {phone: , room: {kind: counter}, email: {kind: deferred}}")
                        .agents("tax", "skills: [tax], staffing: {daily: {\"09:00\": 1, \"09:01\": 0}}")
                        .calls("a", HOUSING, 400)
                        .calls("b", TAX, 2)
                        .calls("e", "channel: email, service: tax, work: " + seconds(400), 1)))
                .contains("1 3 started e0 1", "2 3 queued b0", "60 1 parked e0 1", "60 1 answered b0 1");
    }
}
