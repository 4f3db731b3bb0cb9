package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acceptance case 15: the same counts give different percentages, each of which has a name here. Published percentages to the digits printed. */
class ServiceLevelDefinitionsTest {
    /** A day's counts of attempts; in flows without retries they are those of people too. */
    private record Day(long answered, long within, long abandoned, long abandonedWithin, long abandonedShort, long blocked) {
        RunSummary summary(boolean people) {
            long[] totals = new long[Count.COLUMNS];
            totals[people ? Count.PERSONS : Count.OFFERED] = answered + abandoned + blocked;
            totals[people ? Count.PERSONS_ANSWERED : Count.ANSWERED] = answered;
            totals[people ? Count.PERSONS_ANSWERED_WITHIN : Count.ANSWERED_WITHIN] = within;
            totals[people ? Count.PERSONS_ABANDONED : Count.ABANDONED] = abandoned;
            totals[people ? Count.PERSONS_ABANDONED_WITHIN : Count.ABANDONED_WITHIN] = abandonedWithin;
            totals[people ? Count.PERSONS_ABANDONED_SHORT : Count.ABANDONED_SHORT] = abandonedShort;
            totals[people ? Count.PERSONS_BLOCKED : Count.BLOCKED] = blocked;
            return new RunSummary(0, totals, new short[0][], new int[0][], new int[0][]);
        }
    }

    /** Of attempts, and the same of people. */
    private static double percent(String measure, Day... days) {
        List<RunSummary> attempts = Arrays.stream(days).map(day -> day.summary(false)).toList();
        List<RunSummary> people = Arrays.stream(days).map(day -> day.summary(true)).toList();
        Estimate ofAttempts = new Sample(attempts, false).estimate(Measure.byId(measure).orElseThrow(), 0);
        Estimate ofPeople = new Sample(people, false).estimate(Measure.byId(measure + "_per_person").orElseThrow(), 0);
        assertThat(ofPeople).isEqualTo(ofAttempts);
        return 100 * ofAttempts.value();
    }

    @ParameterizedTest
    @CsvSource({
        "sl_counting_quick_abandons, 83.02, 83", // F1
        "sl_answered_of_answered, 86.00, 86", // F2
        "sl_answered_of_offered, 81.13, 81", // F3
        "sl_answered_of_answered_and_late_abandons, 82.69, 83", // F4
        "sl_counting_short_abandons, 82.08, 82" // F5
    })
    void fiveFormulasOfIcmi(String measure, double exact, long printed) {
        double percent = percent(measure, new Day(1_000, 860, 60, 20, 10, 0));
        assertThat(percent).isCloseTo(exact, within(0.005));
        assertThat(Math.round(percent)).isEqualTo(printed);
    }

    /** Of the 20 that exceeded T it does not matter how many were answered. */
    @ParameterizedTest
    @CsvSource({"0", "7", "20"})
    void threeWaysOfCisco(long answeredLate) {
        Day day = new Day(70 + answeredLate, 70, 10 + 20 - answeredLate, 10, 0, 0);
        assertThat(percent("sl_excluding_quick_abandons", day)).as("ignore abandoned").isCloseTo(77.8, within(0.05));
        assertThat(percent("sl_answered_of_offered", day)).as("negative").isEqualTo(70);
        assertThat(percent("sl_counting_quick_abandons", day)).as("positive").isEqualTo(80);
    }

    /** ContactCenters: g1, g2, g3 are ratios of expectations; the mean of the days' own ratios (…REP) is another number. */
    @Test
    void ratiosOfExpectationsOfContactCenters() {
        Day quiet = new Day(100, 95, 10, 6, 0, 0);
        Day busy = new Day(300, 120, 100, 20, 0, 40);
        assertThat(percent("sl_excluding_quick_abandons", quiet, busy)).as("g1").isCloseTo(100 * 215 / (550 - 26.0), within(1e-9));
        assertThat(percent("sl_counting_quick_abandons", quiet, busy)).as("g2").isCloseTo(100 * (215 + 26) / 550.0, within(1e-9));
        assertThat(percent("sl_answered_of_answered_late_abandons_and_blocked", quiet, busy)).as("g3").isCloseTo(100 * 215 / (400 + 84 + 40.0), within(1e-9));
        double meanOfRatios = (percent("sl_counting_quick_abandons", quiet) + percent("sl_counting_quick_abandons", busy)) / 2;
        assertThat(meanOfRatios - percent("sl_counting_quick_abandons", quiet, busy)).isGreaterThan(10);
    }

    /** Blocked calls lower the share of offered, not that of answered. 0/0 is no number, where ContactCenters has 1. */
    @Test
    void conventions() {
        Day withBlocked = new Day(1_000, 860, 60, 20, 10, 100);
        assertThat(percent("sl_answered_of_offered", withBlocked)).isCloseTo(100 * 860 / 1160.0, within(1e-9));
        assertThat(percent("sl_answered_of_answered", withBlocked)).isEqualTo(86);
        assertThat(percent("sl_counting_short_abandons", withBlocked)).isCloseTo(82.08, within(0.005));
        for (Measure measure : Measure.all()) {
            if (measure.id().startsWith("sl_")) {
                Day nobody = new Day(0, 0, 0, 0, 0, 0);
                assertThat(new Sample(List.of(nobody.summary(false)), false).estimate(measure, 0)).isEqualTo(Estimate.EMPTY);
            }
        }
    }
}
