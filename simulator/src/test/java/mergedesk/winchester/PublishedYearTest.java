package mergedesk.winchester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import mergedesk.winchester.Centre.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Winchester's published year 2011-12: what is unknown is fitted on May to September, the other months are predicted.
 *
 * <p>No test asks that the model be right. They ask that the published numbers are taken over unchanged, that the fit is one, and that what the
 * README and the scenario files say is what comes out.
 */
class PublishedYearTest {
    /** What the fit found; 2011-05.yaml says the same. */
    private static final double CAPACITY = 8.0;

    private static final double PATIENCE = 11;

    @Test
    void countsGiveTheSharesExceptWhereTheCouncilPrintedOthers() {
        List<Month> months = Month.all();

        assertThat(months).hasSize(11).allSatisfy(month -> {
            assertThat(month.answeredOfOffered()).isCloseTo(month.answeredPercent(), within(0.06));
            assertThat(month.answered()).isLessThan(month.offered());
        });
        assertThat(months.stream().mapToInt(Month::offered).sum()).isEqualTo(206_842);
        assertThat(months.stream().mapToInt(Month::answered).sum()).isEqualTo(176_507);
        assertThat(months.stream().filter(month -> Math.abs(month.publishedPercent() - month.answeredOfOffered()) > 1))
                .extracting(Month::id)
                .containsExactly("2011-05");
        assertThat(Month.ordinary())
                .extracting(Month::id)
                .containsExactly("2011-05", "2011-06", "2011-07", "2011-08", "2011-09");
    }

    @Test
    void everyMonthOffersWhatWasPublished() {
        assertThat(Month.all()).allSatisfy(month -> {
            Outcome outcome = Centre.run(month, List.of(), 3);
            assertThat(outcome.offered()).isCloseTo(month.offered(), within(0.04 * month.offered()));
        });
    }

    @Test
    void theFilesSayWhatTheFitFound() {
        Month may = Month.of(Month.all(), "2011-05");

        Outcome shipped = Centre.run(may, List.of(), 2);

        assertThat(shipped).isEqualTo(Centre.BY_LOAD.run(may, CAPACITY, PATIENCE, 2));
    }

    @Test
    void capacityIsAgentsTimesSpeed() {
        for (double capacity = 4; capacity < 32; capacity *= 1.3) {
            int[] agents = Centre.BY_LOAD.agents(capacity);
            double mean = (3.5 * agents[0] + 2 * agents[1] + 2 * agents[2] + agents[3]) / 8.5;
            assertThat(mean * Centre.BY_LOAD.speed(capacity)).isCloseTo(capacity, within(1e-9));
            assertThat(Centre.BY_LOAD.speed(capacity)).isBetween(0.75, 1.3);
        }
    }

    @Test
    void moreAgentsAndMorePatienceAnswerMore() {
        Month october = Month.of(Month.all(), "2011-10");

        double summer =
                Centre.BY_LOAD.run(october, CAPACITY, PATIENCE, 2).answered().value();

        assertThat(summer).as("with summer's agents October is lost").isLessThan(october.answeredOfOffered() - 10);
        assertThat(Centre.BY_LOAD
                        .run(october, 2 * CAPACITY, PATIENCE, 2)
                        .answered()
                        .value())
                .isGreaterThan(summer);
        assertThat(Centre.BY_LOAD
                        .run(october, CAPACITY, 4 * PATIENCE, 2)
                        .answered()
                        .value())
                .isGreaterThan(summer);
    }

    @Test
    void theReadmeShowsEveryPublishedNumber() throws IOException {
        List<String> rows = Files.readAllLines(Month.FOLDER.resolve("README.md"));

        assertThat(Month.all())
                .allSatisfy(month -> assertThat(rows)
                        .anyMatch(row -> row.startsWith("| " + month.id())
                                && row.contains(String.format(Locale.ROOT, "| %,d |", month.offered()))
                                && row.contains(String.format(Locale.ROOT, "| %.1f %% |", month.answeredOfOffered()))
                                && row.contains("| " + (month.withinPercent() + " %").replace(".0 %", " %") + " |")));
    }

    /** Fits, predicts and writes target/winchester.md, from which the README's tables are taken. Some minutes. */
    @Test
    @Tag("nightly")
    void fitAndPrediction() throws IOException {
        Fit ofAnswered = Fit.find(Centre.BY_LOAD, true);
        Fit ofOffered = Fit.find(Centre.BY_LOAD, false);
        List<Fit> fits = List.of(ofAnswered, ofOffered, Fit.find(Centre.FLAT, true), Fit.find(Centre.FLAT, false));
        YearReport report = new YearReport(ofAnswered, ofOffered);
        report.fits(fits);
        report.months();
        report.multipliers();
        report.together("2011-10", 3, 5, 8, ofAnswered.patience());
        report.together("2011-11", ofAnswered.patience(), 30, 60, 120, 240, 480);
        Files.writeString(Path.of("target", "winchester.md"), report.toString());
        System.out.println(report);

        assertThat(fits).allMatch(Fit::inside);
        assertThat(ofAnswered.capacity()).isCloseTo(CAPACITY, within(0.15));
        assertThat(ofAnswered.patience() / PATIENCE).isBetween(1 / 1.2, 1.2);
    }
}
