package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Tracing;
import mergedesk.kernel.Happening;
import mergedesk.kernel.Kernel;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.Script;
import mergedesk.observe.Count;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;

/** scenarios/oracles/business-hours: every moment and every measure was found by hand. */
class BusinessHoursTest {
    private static final ZonedDateTime START = LocalDateTime.parse("2026-03-28T00:00").atZone(ZoneId.of("Europe/London"));
    private static final long MINUTE = 60_000_000;

    private final Program program = ScenarioCompiler.compile(OracleRun.file("business-hours").scenario());
    private final Script.Result result = Script.summarise(program, 1, 0);

    @Test
    void everythingHappensAtItsMoment() {
        List<String> happened = new ArrayList<>();
        Tracing.trace(program, 1, 0, line -> {
            String[] columns = line.toString().split(",");
            String[] contact = columns[3].split(":");
            String name = program.names().flows().get(Integer.parseInt(contact[0]));
            String what = columns[2].equals("received") ? "" : columns[2];
            LocalDateTime at = START.plus(Long.parseLong(columns[0]), ChronoUnit.MICROS).toLocalDateTime();
            if (!what.isEmpty()) {
                happened.add(at + " " + what + " " + name + (name.equals("letters") ? " of day " + contact[1] : ""));
            }
        });
        assertThat(happened).containsExactly(
                "2026-03-28T22:00 started t7",
                "2026-03-29T04:00 finished t7",
                "2026-04-01T16:00 started t1",
                "2026-04-01T17:00 parked t1",
                "2026-04-02T08:30 resumed t1",
                "2026-04-02T10:30 finished t1",
                "2026-04-02T16:30 started t2",
                "2026-04-02T17:00 parked t2",
                "2026-04-07T08:30 resumed t2",
                "2026-04-07T08:30 started t3",
                "2026-04-07T16:30 finished t3",
                "2026-04-07T17:00 parked t2",
                "2026-04-08T08:30 resumed t2",
                "2026-04-08T09:30 finished t2",
                "2026-04-13T09:00 started t4",
                "2026-04-13T10:00 held t4",
                "2026-04-15T08:30 started t9",
                "2026-04-15T11:30 hold_ended t4",
                "2026-04-15T11:30 resumed t4",
                "2026-04-15T17:00 parked t4",
                "2026-04-15T17:00 finished t9",
                "2026-04-16T08:30 resumed t4",
                "2026-04-16T09:00 finished t4",
                "2026-04-17T16:59 started t5",
                "2026-04-17T18:00 held t5",
                "2026-04-20T07:00 hold_ended t5",
                "2026-04-20T07:00 resumed t5",
                "2026-04-20T17:00 finished t5",
                "2026-04-30T15:30 started letters of day 33",
                "2026-04-30T17:00 parked letters of day 33",
                "2026-05-01T08:30 resumed letters of day 33",
                "2026-05-01T08:30 started t6",
                "2026-05-01T10:00 finished letters of day 33",
                "2026-05-01T10:00 started letters of day 34",
                "2026-05-01T12:00 held t6",
                "2026-05-01T13:00 finished letters of day 34",
                "2026-05-01T16:30 started letters of day 34",
                "2026-05-01T17:00 parked letters of day 34",
                "2026-05-05T08:30 resumed letters of day 34",
                "2026-05-05T09:30 hold_ended t6",
                "2026-05-05T09:30 resumed t6",
                "2026-05-05T11:00 finished letters of day 34",
                "2026-05-05T11:00 started letters of day 36",
                "2026-05-05T11:00 held t6",
                "2026-05-05T13:00 hold_ended t6",
                "2026-05-05T13:00 resumed t6",
                "2026-05-05T14:00 finished letters of day 36",
                "2026-05-05T14:00 started letters of day 38",
                "2026-05-05T17:00 parked t6",
                "2026-05-05T17:00 finished letters of day 38",
                "2026-05-06T08:30 resumed t6",
                "2026-05-06T10:00 finished t6",
                "2026-10-24T23:30 started t8",
                "2026-10-25T03:00 held t8",
                "2026-10-25T05:00 hold_ended t8",
                "2026-10-25T05:00 resumed t8",
                "2026-10-25T06:30 finished t8");
    }

    @Test
    void ticketsUseTheMinutesOfTheCase() {
        String[] names = {"t1", "t2", "t3", "t5", "t7", "t9", "t4", "t6", "t8"};
        long[] used = {180, 600, 480, 511, 300, 510, 420, 630, 360};
        long[] inTime = {1, 0, 1, 0, 0, 1, 1, 0, 0};
        for (int i = 0; i < used.length; i++) {
            int flow = program.names().flows().indexOf(names[i]);
            assertThat(result.of(Kind.FLOW, flow, Count.RESOLUTION_WORKING)).as(names[i]).isEqualTo(used[i] * MINUTE);
            assertThat(result.of(Kind.FLOW, flow, Count.RESOLUTION_DUE)).isEqualTo(1);
            assertThat(result.of(Kind.FLOW, flow, Count.RESOLUTION_WITHIN)).as(names[i]).isEqualTo(inTime[i]);
        }
    }

    /** When each should be done, holds left out, as it stands when it is: by the case, and for letters, each in order, by the description of the scenario. */
    @Test
    void everythingIsDueAtItsMoment() {
        List<String> due = new ArrayList<>();
        Kernel kernel = new Kernel(program, state -> new Recorder() {
            @Override
            public void happened(int what, int contact, int agent, long ticks) {
                if (what == Happening.FINISHED) {
                    String name = program.names().flows().get(state.contacts.flow(contact));
                    due.add(name + " " + START.plus(state.pieces.resolveDueTick(contact), ChronoUnit.MICROS).toLocalDateTime());
                }
            }
        });
        kernel.reset(1, 0);
        kernel.runUntil(Ticks.NEVER);
        assertThat(due).containsExactly(
                "t7 2026-03-29T03:00",
                "t1 2026-04-02T15:30",
                "t3 2026-04-07T16:30",
                "t2 2026-04-07T16:00",
                "t9 2026-04-15T17:00",
                "t4 2026-04-16T10:00",
                "t5 2026-04-20T16:29",
                "letters 2026-05-01T17:00",
                "letters 2026-05-05T17:00",
                "letters 2026-05-05T17:00",
                "letters 2026-05-06T17:00",
                "letters 2026-05-06T17:00",
                "t6 2026-05-05T16:00",
                "t8 2026-10-25T02:30");
    }

    @Test
    void lettersHaveTheirTimesAndAges() {
        int letters = 6;
        assertThat(result.of(Kind.FLOW, letters, Count.RECEIVED)).isEqualTo(5);
        assertThat(result.of(Kind.FLOW, letters, Count.FINISHED)).isEqualTo(5);
        assertThat(result.of(Kind.FLOW, letters, Count.BACKLOG_END)).isZero();
        assertThat(result.of(Kind.FLOW, letters, Count.RESPONSE)).isEqualTo((47 + 5) * 60 * MINUTE);
        assertThat(result.of(Kind.FLOW, letters, Count.RESPONSE_WORKING)).isEqualTo((150 + 300) * MINUTE);
        assertThat(result.of(Kind.FLOW, letters, Count.RESPONSE_WITHIN)).as("the last waits for 5 h").isEqualTo(4);
        assertThat(result.of(Kind.FLOW, letters, Count.RESOLUTION)).isEqualTo((1_110 + 180 + 5_430 + 3_000 + 480) * MINUTE);
        assertThat(result.of(Kind.FLOW, letters, Count.RESOLUTION_WORKING)).isEqualTo((180 + 180 + 180 + 330 + 480) * MINUTE);
        assertThat(result.of(Kind.FLOW, letters, Count.RESOLUTION_WITHIN)).isEqualTo(5);
        assertThat(result.of(Kind.FLOW, letters, Count.BACKLOG_PIECES)).isEqualTo(7);
        assertThat(result.of(Kind.FLOW, letters, Count.BACKLOG_AGE)).isEqualTo(8 * 3_600 + 1_800 + 7 * 3_600 + 1_800 + 31 * 3_600 + 1_800 + (55 + 12) * 3_600 + 1_800 + (79 + 36) * 3_600 + 1_800);
        assertThat(result.of(Kind.FLOW, letters, Count.BACKLOG_OLDEST)).isEqualTo(182 * 3_600 + 1_800);
        assertThat(result.of(Kind.FLOW, letters, Count.DAY_ENDS)).isEqualTo(212);
    }
}
