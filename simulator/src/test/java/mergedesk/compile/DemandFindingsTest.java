package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.DAILY;
import static mergedesk.compile.ScenarioFixture.profile;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import mergedesk.scenario.Council;
import mergedesk.scenario.DatedEvent;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Season;
import mergedesk.scenario.Trace;
import org.junit.jupiter.api.Test;

/** Days with more contacts than can be meant are refused. */
class DemandFindingsTest {
    private static final String ADVICE = "check the unit of the volume, growth, season and events that fall together";

    private final ScenarioFixture fixture = new ScenarioFixture().from("2011-01-03T00:00", 3, ChronoUnit.DAYS).flow("calls");

    private List<Finding> findings() {
        return ScenarioCompiler.findings(fixture.scenario());
    }

    private static Finding tooMany(String path, String date, String count, String advice) {
        return Finding.fault(path, "on " + date + " " + count + " contacts are expected, and a day has 10,000,000 at most, all flows together", advice);
    }

    @Test
    void tenMillionADayAreTheMost() {
        fixture.flow("calls", Flow::volume, new Rate(10_000_000, Rate.Per.DAY));
        assertThat(findings()).isEmpty();
        fixture.flow("one", Flow::volume, new Rate(1, Rate.Per.DAY));
        assertThat(findings()).containsExactly(tooMany("flows.calls.volume", "2011-01-03", "10,000,001", ADVICE));
    }

    @Test
    void eventsThatMultiplyEachOther() {
        fixture.flow("calls", Flow::volume, new Rate(480_000, Rate.Per.DAY));
        for (int i = 0; i < 3; i++) {
            fixture.events.put("e" + i, DatedEvent.of(LocalDate.parse("2011-01-04"), List.of(1000.0)));
        }
        assertThat(findings()).containsExactly(tooMany("flows.calls.volume", "2011-01-04", "4.8e+14", ADVICE));
        for (int i = 0; i < 200; i++) {
            fixture.events.put("more" + i, DatedEvent.of(LocalDate.parse("2011-01-04"), List.of(1000.0)));
        }
        assertThat(findings()).containsExactly(tooMany("flows.calls.volume", "2011-01-04", "endlessly many", ADVICE));
        fixture.events.put("never", DatedEvent.of(LocalDate.parse("2011-01-04"), List.of(0.0)));
        assertThat(findings()).containsExactly(tooMany("flows.calls.volume", "2011-01-04", "endlessly many", ADVICE));
    }

    @Test
    void growthOverDecades() {
        fixture.from("2011-01-01T00:00", 100, ChronoUnit.YEARS);
        fixture.councils.put("north", new Council(null, 1_000.0));
        fixture.flow("calls", Flow::volume, null);
        fixture.flow("calls", Flow::volumePerHead, new Rate(365, Rate.Per.YEAR));
        fixture.flow("calls", Flow::growth, 10);
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("flows.calls.volume_per_head");
            assertThat(finding.rule()).startsWith("on 2014-11-04 10,0").describedAs("1,000 × 11^3.84");
        });
    }

    @Test
    void aYearInADay() {
        fixture.from("2011-01-01T00:00", 12, ChronoUnit.MONTHS);
        fixture.profiles.put("mondays", profile(DAILY, "09:00", 1.0, "17:00", 0.0));
        fixture.seasons.put("march", new Season(Map.of(Month.MARCH, 1e9)));
        fixture.flow("calls", Flow::profile, "mondays");
        fixture.flow("calls", Flow::season, "march");
        fixture.flow("calls", Flow::volume, new Rate(400_000_000, Rate.Per.YEAR));
        assertThat(findings()).containsExactly(tooMany("flows.calls.volume", "2011-03-01", "12,903,226", ADVICE));
    }

    @Test
    void recordedCountsOfAllRowsOfADay() {
        fixture.flow("calls", Flow::volume, null);
        fixture.flow("calls", Flow::trace, new Trace(null, "counts.csv", Duration.ofHours(1), List.of(), List.of(
                new Trace.Count(LocalDateTime.parse("2011-01-04T09:00"), 10_000_000), new Trace.Count(LocalDateTime.parse("2011-01-04T10:00"), 7))));
        assertThat(findings()).contains(tooMany("flows.calls.trace", "2011-01-04", "10,000,007", "check the counts of the file"));
        fixture.flow("calls", Flow::trace, new Trace("times.csv", null, null, Collections.nCopies(5, LocalDateTime.parse("2011-01-04T09:00")), List.of()));
        assertThat(findings()).allMatch(finding -> finding.kind().isPresent());
    }
}
