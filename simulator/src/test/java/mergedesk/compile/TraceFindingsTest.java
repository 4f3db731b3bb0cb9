package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.DAILY;
import static mergedesk.compile.ScenarioFixture.WEEKDAYS;
import static mergedesk.compile.ScenarioFixture.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.scenario.Busyness;
import mergedesk.scenario.DatedEvent;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Retry;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.Trace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said about recorded arrivals, with its numbers. The run is the week from Monday 3 January 2011; the desk opens 08:45 to 17:00 on weekdays. */
class TraceFindingsTest {
    private final ScenarioFixture fixture = new ScenarioFixture().from("2011-01-04T00:00", 7, ChronoUnit.DAYS).flow("calls");

    @BeforeEach
    void week() {
        fixture.desks.put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "08:45", "17:00")));
        fixture.flow("calls", Flow::volume, null);
        fixture.flow("calls", Flow::trace, counts(everyHalfHour("2011-01-04T08:45", "2011-01-11T00:00")));
    }

    private List<String> findings() {
        return ScenarioCompiler.findings(fixture.scenario()).stream()
                .map(finding -> (finding.kind().isEmpty() ? "fault " : "") + finding.path() + ": " + finding.rule()
                        + (finding.advice().isEmpty() ? "" : "; " + finding.advice()))
                .toList();
    }

    /** Two contacts in each half-hour from 08:30 to 17:00 of the weekdays between two times. */
    private static List<Trace.Count> everyHalfHour(String from, String to) {
        return Stream.iterate(
                        LocalDateTime.parse(from).toLocalDate().atStartOfDay(),
                        at -> at.isBefore(LocalDateTime.parse(to)),
                        at -> at.plusMinutes(30))
                .filter(at -> WEEKDAYS.contains(at.getDayOfWeek())
                        && at.getHour() < 17
                        && !at.toLocalTime().isBefore(java.time.LocalTime.of(8, 30)))
                .map(at -> new Trace.Count(at, 2))
                .toList();
    }

    private static Trace counts(List<Trace.Count> rows) {
        return new Trace(null, "counts.csv", Duration.ofMinutes(30), List.of(), rows);
    }

    private static Trace times(String... times) {
        return new Trace(
                "times.csv",
                null,
                null,
                Stream.of(times).map(LocalDateTime::parse).toList(),
                List.of());
    }

    @Test
    void rowsThatReachOverTheOpeningAreSaidToMove() {
        assertThat(findings())
                .containsExactly(
                        "flows.calls.trace: 10 contacts were counted in 5 intervals for part of which desk desk is closed: they come in the open part");
        fixture.flow("calls", Flow::trace, counts(everyHalfHour("2011-01-04T08:45", "2011-01-11T00:00").stream()
                .filter(row -> row.start().getMinute() != 30 || row.start().getHour() > 8)
                .toList()));
        assertThat(findings())
                .containsExactly(
                        "flows.calls.trace: the file says nothing about 1.25 of 41.25 hours in which desk desk is open: nobody comes then");
    }

    @Test
    void contactsWhileTheDeskIsClosedAreSaidToBeTurnedAway() {
        fixture.desks.put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "09:00", "16:30")));
        assertThat(findings())
                .containsExactly(
                        "flows.calls.trace: 20 of 170 recorded contacts come while desk desk is closed, and are turned away");
        fixture.desks.put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "08:30", "17:00")));
        fixture.bankHolidays = ScenarioFixture.english(0, null, List.of(), LocalDate.parse("2011-01-06"));
        assertThat(findings())
                .containsExactly(
                        "flows.calls.trace: 34 of 170 recorded contacts come while desk desk is closed, and are turned away",
                        "flows.calls.trace: 170 contacts come as they were recorded, whatever the scenario says of bank_holidays");
        fixture.bankHolidays = null;
        fixture.flow("calls", Flow::trace, times(
                "2011-01-04T08:29:59",
                "2011-01-04T08:30",
                "2011-01-05T16:59:59",
                "2011-01-06T17:00",
                "2011-01-07T12:00",
                "2011-01-08T12:00",
                "2011-01-10T12:00"));
        assertThat(findings())
                .containsExactly(
                        "flows.calls.trace: 3 of 7 recorded contacts come while desk desk is closed, and are turned away");
    }

    @Test
    void missingDaysAndHoursAreSaid() {
        fixture.desks.put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "08:30", "17:00")));
        fixture.flow("calls", Flow::trace, counts(everyHalfHour("2011-01-04T08:45", "2011-01-11T00:00").stream()
                .filter(row -> row.start().getDayOfMonth() != 6
                        && row.start().getDayOfMonth() != 7
                        && (row.start().getDayOfMonth() != 5 || row.start().getHour() < 16))
                .toList()));
        assertThat(findings())
                .containsExactly(
                        "flows.calls.trace: the file says nothing about 18 of 42.5 hours in which desk desk is open, 2 whole days among them, the first on 2011-01-06: nobody comes then");
        fixture.flow("calls", Flow::trace, times("2011-01-04T09:00", "2011-01-10T09:00"));
        assertThat(findings())
                .containsExactly(
                        "flows.calls.trace: nobody comes on 3 of 5 days on which desk desk is open, the first on 2011-01-05");
    }

    @Test
    void contactsOutsideTheRunAreSaidOrRefused() {
        fixture.desks.put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "08:30", "17:00")));
        fixture.flow("calls", Flow::trace, counts(everyHalfHour("2011-01-03T00:00", "2011-01-13T00:00")));
        assertThat(findings())
                .containsExactly(
                        "flows.calls.trace: 102 of 272 recorded contacts do not come in the run from 2011-01-04T00:00 to 2011-01-11T00:00, and are left out");
        fixture.flow("calls", Flow::trace, counts(everyHalfHour("2012-01-03T00:00", "2012-01-13T00:00")));
        assertThat(findings())
                .containsExactly(
                        "fault flows.calls.trace: none of the 272 recorded contacts comes in the run from 2011-01-04T00:00 to 2011-01-11T00:00; "
                                + "the file goes from 2012-01-03T08:30 to 2012-01-12T16:30; move time.start, or name the file of this time");
        fixture.flow("calls", Flow::trace, times("2011-01-11T00:00", "2011-01-03T23:59"));
        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("fault flows.calls.trace: none of the 2 recorded contacts");
    }

    @Test
    void contactsLeftOutAreNeitherTurnedAwayNorUnchanged() {
        fixture.from("2011-01-03T07:30", 1, ChronoUnit.DAYS)
                .desks
                .put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "08:00", "17:00")));
        fixture.busyness = new Busyness(new Busyness.Level(0.07, 0), null, null);
        fixture.flow("calls", Flow::trace, new Trace(
                null,
                "counts.csv",
                Duration.ofHours(1),
                List.of(),
                List.of(
                        new Trace.Count(LocalDateTime.parse("2011-01-03T06:00"), 7),
                        new Trace.Count(LocalDateTime.parse("2011-01-03T07:00"), 8))));
        assertThat(findings())
                .startsWith(
                        "flows.calls.trace: 11 of 15 recorded contacts do not come in the run from 2011-01-03T07:30 to 2011-01-04T07:30, and are left out",
                        "flows.calls.trace: 4 of 15 recorded contacts come while desk desk is closed, and are turned away")
                .endsWith(
                        "flows.calls.trace: 4 contacts come as they were recorded, whatever the scenario says of busyness");
    }

    @Test
    void whatDoesNotChangeRecordedContactsIsSaid() {
        fixture.desks.put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "08:30", "17:00")));
        fixture.busyness = new Busyness(new Busyness.Level(0.07, 0), null, null);
        fixture.events.put(
                "bills",
                new DatedEvent(
                        LocalDate.parse("2011-01-01"), List.of(2.0, 2.0, 2.0, 2.0), List.of(), List.of("housing")));
        fixture.events.put(
                "storm", new DatedEvent(LocalDate.parse("2011-01-10"), List.of(2.0), List.of("north"), List.of()));
        fixture.events.put(
                "over", DatedEvent.of(LocalDate.parse("2011-01-01"), List.of(2.0, 2.0, 2.0)));
        fixture.events.put(
                "others", new DatedEvent(LocalDate.parse("2011-01-04"), List.of(2.0), List.of("south"), List.of()));
        fixture.bankHolidays = ScenarioFixture.english(0, null, List.of());
        fixture.flow("calls", Flow::retry, new Retry(0.5, ScenarioFixture.exponential(600), 3, List.of(Retry.Failure.ABANDONED)));
        assertThat(findings())
                .containsExactly(
                        "flows.calls.trace: 170 contacts come as they were recorded, whatever the scenario says of busyness, events (bills, storm)",
                        "flows.calls.trace: 170 recorded contacts are taken for first attempts, and people who are not served try again besides; "
                                + "leave redials out of the file, or remove retry");
    }

    @Test
    void theHourThatComesTwiceIsSaid() {
        fixture.from("2011-10-30T00:00", 1, ChronoUnit.DAYS)
                .desks
                .put("desk", ScenarioFixture.desk(hours(DAILY, "00:00", "00:00")));
        fixture.flow("calls", Flow::trace, times("2011-10-30T00:59", "2011-10-30T01:00", "2011-10-30T01:59", "2011-10-30T02:00"));
        assertThat(findings())
                .containsExactly(
                        "flows.calls.trace: 2 recorded times, the first 2011-10-30T01:00, come twice as the clocks go back: they are taken for the first");
    }

    @Test
    void aCutRunTakesWhatComesAfterItsEnd() {
        fixture.desks.put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "08:30", "17:00")));
        fixture.end = TimeFrame.End.CUT;
        fixture.flow("calls", Flow::trace, counts(everyHalfHour("2011-01-04T00:00", "2011-01-18T00:00")));
        assertThat(findings()).isEmpty();
    }

    @Test
    void otherFlowsHaveNothingToSay() {
        fixture.flow("calls", Flow::trace, null);
        fixture.flow("calls", Flow::volume, new mergedesk.scenario.Rate(1, mergedesk.scenario.Rate.Per.MINUTE));
        fixture.busyness = new Busyness(new Busyness.Level(0.07, 0), null, null);
        assertThat(new ArrayList<Finding>(ScenarioCompiler.findings(fixture.scenario())))
                .isEmpty();
    }
}
