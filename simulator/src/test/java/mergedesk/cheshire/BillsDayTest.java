package mergedesk.cheshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.report.text.OutageDayText;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Difference;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What scenarios/councils/cheshire says of the day of the tax bills, for six years: the outage falls on that day, and a second room takes most of it away. */
class BillsDayTest {
    private static final Path FOLDER = Path.of("..", "scenarios", "councils", "cheshire");
    private static final Scope BILLS_DAY = Scope.OVERALL.in(Scope.Kind.DATE, "2009-03-16");
    private static final double HOUR_SECONDS = 3_600;

    private static ScenarioFile file(String name) {
        ScenarioFile file = ScenarioFile.read(FOLDER.resolve(name), List.of());
        assertThat(file.faults()).isEmpty();
        return file;
    }

    /** More calls are given up than without the outage, on that day and so in the year, and fewer of them with a second room: no interval holds zero. */
    @Test
    @Tag("nightly")
    void aSecondRoomTakesMostOfTheOutageAway() {
        Comparison comparison = Mergedesk.compare(List.of(file("bills-day-one.yaml"), file("bills-day-two.yaml"), file("merged.yaml")), new RunOptions(6, null, 2, ""), Watcher.NONE);
        Side two = comparison.others().get(0);
        Side none = comparison.others().get(1);

        for (Scope when : List.of(BILLS_DAY, Scope.OVERALL)) {
            Difference bought = two.difference("abandoned", when).orElseThrow();
            Difference lost = none.difference("abandoned", when).orElseThrow();
            assertThat(bought.isShown(2)).isTrue();
            assertThat(lost.isShown(2)).isTrue();
            assertThat(lost.difference().value()).isBetween(-2_000.0, -1_000.0);
            assertThat(bought.difference().value()).isBetween(lost.difference().value(), lost.difference().value() / 2);
        }
        assertThat(new OutageDayText(comparison, two).sentences()).singleElement().asString().startsWith("On Monday 16\u00a0March\u00a02009, when Chester power was down from 10:00 to 14:00: ").contains(" fewer calls were given up than on A");

        Study study = comparison.base().study();
        assertThat(study.estimate("outages", Scope.application("highways")).value()).isEqualTo(1);
        assertThat(study.estimate("downtime", Scope.application("highways")).value()).isEqualTo(4 * HOUR_SECONDS);
        assertThat(study.estimate("availability_open", Scope.application("highways")).value()).isBetween(0.998, 0.9985);
    }

    /** 3,370 are about to look at their bill, three in ten of whom call, after an hour on average and before the systems are back; who gives up tries again. */
    @Test
    @Tag("nightly")
    void callsAboutTheOutageAreGivenUpToo() {
        Comparison comparison = Mergedesk.compare(List.of(file("bills-day-one.yaml"), file("bills-day-calls.yaml")), new RunOptions(6, null, 2, ""), Watcher.NONE);
        Side calls = comparison.others().get(0);

        Difference more = calls.difference("abandoned", BILLS_DAY).orElseThrow();
        assertThat(more.isShown()).isTrue();
        assertThat(more.difference().value()).isBetween(1_800.0, 2_200.0);
        double callers = 3_370 * 0.3 * (1 - Math.exp(-4));
        assertThat(calls.difference("offered", BILLS_DAY).orElseThrow().difference().value()).isBetween(callers, 2.2 * callers);
        assertThat(calls.difference("sl_answered_of_offered", BILLS_DAY).orElseThrow().difference().value()).isNegative();
    }
}
