package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import mergedesk.report.CompareReport;
import mergedesk.report.CompareSummary;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Difference;
import mergedesk.results.Comparison.Down;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Kpi;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.stats.Estimate;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What {@code compare} says of a day on which something is down at a stated time. */
class OutageDaysTest {
    private static final String YAML = """
            name: Well
            time: {start: 2027-03-15, zone: UTC, length: 7 days}
            councils: {east: {}}
            services: {tax: {needs: {crm: {when_down: slower, speed: 30 %}}}}
            datacentres: {hall: {}}
            rooms: {cellar: {datacentre: hall}}
            hosts: {a: {room: cellar}}
            applications: {crm: {name: Customer records, hosts: [a]}}
            flows: {calls: {council: east, service: tax, desk: one, volume: 400 / day, work: {distribution: exponential, mean: 4 min}, patience: {distribution: exponential, mean: 3 min}}}
            desks: {one: {opening: {mon-fri: 09:00-17:00}}}
            groups: {agents: {desk: one, staffing: 5}}
            """;
    private static final String TUESDAY = "2027-03-16";
    private static final Scope DAY = Scope.OVERALL.in(Scope.Kind.DATE, TUESDAY);
    private static final RunOptions OPTIONS = new RunOptions(8, 3L, 2, "");

    private static ScenarioFile file(String name, String outages) {
        ScenarioFile file = ScenarioFile.of(YAML.replace("name: Well", "name: " + name) + outages, Path.of(name + ".yaml"));
        assertThat(file.faults()).isEmpty();
        return file;
    }

    private static ScenarioFile well() {
        return file("Well", "");
    }

    private static ScenarioFile down() {
        return file("Down", "outages: {bills: {applications: [crm], from: " + TUESDAY + "T10:00, lasts: 4 h}}\n");
    }

    private static Comparison compare(ScenarioFile... files) {
        return Mergedesk.compare(List.of(files), OPTIONS, Watcher.NONE);
    }

    private static double daily(ScenarioFile file, String measure) {
        return Mergedesk.run(file, OPTIONS.andDaily(), Watcher.NONE).daily().stream()
                .filter(kpi -> kpi.measure().equals(measure) && kpi.scope().equals(DAY))
                .map(Kpi::estimate)
                .mapToDouble(Estimate::value)
                .findFirst()
                .orElseThrow();
    }

    /** The two values are those of run --daily, and pairs make the interval of the difference smaller than that of either. */
    @Test
    void differencesOfTheDayAreThoseOfPairs() {
        Side side = compare(well(), down()).others().get(0);

        for (String measure : List.of("offered", "abandoned", "sl_answered_of_offered")) {
            Difference difference = side.difference(measure, DAY).orElseThrow();
            assertThat(difference.base()).isEqualTo(daily(well(), measure));
            assertThat(difference.value()).isEqualTo(daily(down(), measure));
            assertThat(difference.difference().method()).isEqualTo(Estimate.Method.PAIRED);
        }
        Difference offered = side.difference("offered", DAY).orElseThrow();
        assertThat(offered.difference().value()).as("the same people").isZero();
        Difference given = side.difference("abandoned", DAY).orElseThrow();
        assertThat(given.isShown()).isTrue();
        assertThat(given.difference().value()).isPositive();
        assertThat(side.differences().keySet().stream().filter(scope -> scope.kind() == Scope.Kind.DATE)).containsExactly(DAY);
        assertThat(side.down()).containsExactly(new Down(TUESDAY, List.of("Customer records"), "from 10:00 to 14:00"));
    }

    /** On the first page and on the console, for whichever side has the outage. */
    @Test
    void sentencesSayWhatTheDayIsLike() {
        Comparison comparison = compare(well(), down());
        String when = "On Tuesday 16\u00a0March\u00a02027, when on B Customer records was down from 10:00 to 14:00: ";

        String headline = Jsoup.parse(CompareReport.render(comparison, new Parts())).select("p.headline").last().wholeText();
        assertThat(headline).startsWith(when).containsPattern("[0-9]+ ± [0-9]+ more contacts were given up than on A \\([0-9]+\\D+→\\D+[0-9]+\\)|more calls were given up than on A").contains("were answered within");
        assertThat(CompareSummary.of(comparison, StandardCharsets.UTF_8).replace('\u00a0', ' ').replaceAll("\\s+", " ")).contains(when.replace('\u00a0', ' '));
        assertThat(CompareSummary.of(compare(down(), well()), StandardCharsets.UTF_8).replaceAll("\\s+", " ")).contains("when on A Customer records was down").contains(" fewer ");
        assertThat(CompareSummary.of(compare(down(), down()), StandardCharsets.UTF_8).replaceAll("\\s+", " ")).contains("when Customer records was down").contains("as far as these runs can show");
    }

    /** Of many dates the first five; none outside of the run, nor where nothing is down at a stated time, nor of batches. */
    @Test
    void fewDatesAreCompared() {
        StringBuilder many = new StringBuilder("outages:\n");
        for (int day = 15; day < 22; day++) {
            many.append("  d").append(day).append(": {hosts: [a], from: 2027-03-").append(day).append("T11:00, lasts: 30 h}\n");
        }
        Side side = compare(well(), file("Often", many.toString())).others().get(0);
        assertThat(side.differences().keySet().stream().filter(scope -> scope.kind() == Scope.Kind.DATE).map(Scope::interval)).containsExactly("2027-03-15", "2027-03-16", "2027-03-17", "2027-03-18", "2027-03-19");
        assertThat(side.down()).hasSize(5).first().isEqualTo(new Down("2027-03-15", List.of("a"), "from 11:00 to 16\u00a0Mar\u00a02027, 17:00"));

        ScenarioFile outside = file("Later", "outages: {bills: {hosts: [a], from: 2027-05-16T10:00, lasts: 4 h}}\n");
        assertThat(compare(well(), outside).others().get(0).differences().keySet()).noneMatch(scope -> scope.kind() == Scope.Kind.DATE);
        assertThat(compare(well(), well()).others().get(0).differences().keySet()).noneMatch(scope -> scope.kind() == Scope.Kind.DATE);
        ScenarioFile batches = ScenarioFile.of(YAML.replace("length: 7 days", "length: 7 days, end: cut, batches: 7") + "outages: {bills: {hosts: [a], from: 2027-03-16T10:00, lasts: 4 h}}\n", Path.of("b.yaml"));
        assertThat(batches.faults()).isEmpty();
        assertThat(compare(batches, batches).others().get(0).down()).isEmpty();
    }
}
