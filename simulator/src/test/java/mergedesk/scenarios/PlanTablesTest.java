package mergedesk.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Comparison;
import mergedesk.results.Scope;
import mergedesk.results.Scope.Kind;
import mergedesk.results.Study;
import mergedesk.stats.Chance;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What READMEs on plans show in tables is what their commands find. Cells that only say what a row is about are not looked at. */
class PlanTablesTest {
    private static final Path COUNCILS = Path.of("..", "scenarios", "councils");
    private static final String SERVICE = "sl_answered_of_offered";
    private static final String LEAVES = "2010-07-05";
    private static final String GIVEN_UP = "abandonment_rate";

    @Test
    void ofAylesburyValeAndDacorum() throws IOException {
        Study study = run("aylesbury-vale-dacorum/merged-and-back.yaml", 40);

        assertThat(table("aylesbury-vale-dacorum", "40 runs, answered within 60 s", 1)).isEqualTo(phases(study)
                .map(phase -> row(service(study, Scope.council("aylesbury").in(Kind.PHASE, phase)), service(study, Scope.council("dacorum").in(Kind.PHASE, phase)), decimal(staffFrom(study, phase)) + " FTE"))
                .toList());
    }

    @Tag("nightly")
    @Test
    void ofWarwick() throws IOException {
        Study study = run("warwick/desk.yaml", 40);

        assertThat(table("warwick", "", 2)).containsExactly(
                row(service(study, month("2009-11"))),
                row(points(study.estimate(GIVEN_UP, month("2009-11")))),
                row(points(study.estimate(GIVEN_UP, month("2010-04")))),
                row(points(study.estimate(GIVEN_UP, month("2010-05")))),
                row(service(study, month("2010-11"))));
    }

    @Tag("nightly")
    @Test
    void ofCheshiresPaths() throws IOException {
        Comparison paths = compare(20, Stream.of("never", "at-once", "", "systems-first", "pilot", "double").map(PlanTablesTest::year).toList());

        Study steps = paths.sides().get(2).study();
        assertThat(table("cheshire", "20 runs, from step to step", 1)).isEqualTo(phases(steps)
                .map(phase -> Scope.OVERALL.in(Kind.PHASE, phase))
                .map(phase -> row(service(steps, phase), share(steps.estimate(GIVEN_UP, phase)), String.format(Locale.ROOT, "%.0f %%", 100 * steps.estimate("occupancy", phase).value())))
                .toList());
        assertThat(table("cheshire", "20 runs, October 2008 to March 2010", 1)).isEqualTo(paths.sides().stream().map(PlanTablesTest::path).toList());
    }

    private static String path(Comparison.Side side) {
        Study study = side.study();
        return row(
                service(study, Scope.OVERALL),
                change(side, SERVICE, 100, "%+.1f ± %.1f"),
                service(study, month("2010-03")),
                change(side, "abandoned", 0.001, "%+.1f ± %.1f"),
                months(side),
                decimal(study.estimate("fte", Scope.OVERALL).value()),
                String.format(Locale.ROOT, "%,.0f", study.estimate("energy", Scope.OVERALL).value() / 1_000));
    }

    /** In how many months councils are worse off than on the first side: the fewest and the most of any. */
    private static String months(Comparison.Side side) {
        if (side.worse().isEmpty()) {
            return "";
        }
        double[] months = side.worse().stream().mapToDouble(worse -> worse.number().value()).sorted().toArray();
        return decimal(months[0]) + " to " + decimal(months[months.length - 1]);
    }

    @Tag("nightly")
    @Test
    void ofWhatSlipsCost() throws IOException {
        List<ScenarioFile> sides = new ArrayList<>(List.of(year("")));
        Stream.of("2009-05-01", "2009-06-01", "2009-07-01").map(day -> year("", "plan.east.on=" + day)).forEach(sides::add);
        Stream.of("2009-10-01", "2009-11-01", "2009-12-01").map(day -> year("", "plan.west.on=" + day)).forEach(sides::add);
        Stream.of("2010-02-01", "2010-03-01").map(day -> year("", "plan.posts.on=" + day)).forEach(sides::add);
        sides.add(year("", "plan.east_systems.on=2009-11-28T18:00", "plan.west_systems.on=2010-01-09T18:00", "plan.county_systems.on=2010-03-06T18:00", "plan.rooms.on=2010-03-31"));
        Comparison slips = compare(20, sides);

        double staff = slips.base().study().estimate("fte", Scope.OVERALL).value();
        assertThat(table("cheshire", "20 runs, the rest on its date", 1)).isEqualTo(slips.others().stream()
                .map(side -> row(change(side, SERVICE, 100, "%+.2f ± %.2f"), change(side, "abandoned", 1, "%+,.0f ± %,.0f"), decimal(side.study().estimate("fte", Scope.OVERALL).value() - staff)))
                .toList());
    }

    @Tag("nightly")
    @Test
    void ofTheDissolution() throws IOException {
        Study dissolved = run("cheshire/year-dissolved.yaml", 20);
        Study together = run("cheshire/year-dissolved.yaml", 20, "plan.dissolved.change={groups: {floating: {staffing: 3}}}");

        assertThat(table("cheshire", "20 runs, answered within 45 s", 1)).isEqualTo(Stream.of("macclesfield", "crewe_and_nantwich", "congleton", "vale_royal", "chester", "ellesmere_port_and_neston", "county")
                .map(Scope::council)
                .map(council -> row(service(dissolved, council.in(Kind.PHASE, "2008-10-01")), service(together, council.in(Kind.PHASE, LEAVES)), service(dissolved, council.in(Kind.PHASE, LEAVES))))
                .toList());
    }

    @Tag("nightly")
    @Test
    void ofCheshiresPostsThatWaitForTheWest() throws IOException {
        Comparison posts = compare(60, List.of(year("slips"), year("slips", "plan.posts.after=[west]")));
        Comparison.Side waits = posts.others().get(0);

        List<Study> both = posts.sides().stream().map(Comparison.Side::study).toList();
        assertThat(table("cheshire", "60 runs", 1)).containsExactly(
                each(both, study -> service(study, month("2010-01"))),
                each(both, study -> keeps(study, "2010-01")),
                each(both, study -> keeps(study, "2010-02")),
                each(both, study -> service(study, month("2010-03"))),
                each(both, study -> keeps(study, "2010-03")),
                row(decimal(both.get(0).estimate("fte", Scope.OVERALL).value()), decimal(both.get(1).estimate("fte", Scope.OVERALL).value()) + " (" + change(waits, "fte", 1, "+%.2f ± %.2f") + ")"));
    }

    @Tag("nightly")
    @Test
    void ofCheshiresExits() throws IOException {
        List<Study> ways = List.of(run("cheshire/year.yaml", 20), run("cheshire/year-exits.yaml", 20), run("cheshire/year-exits.yaml", 20, "plan.posts.release.morale={}"));

        List<String> rows = new ArrayList<>();
        for (String month : List.of("2009-10", "2009-12", "2010-01", "2010-03")) {
            rows.add(each(ways, study -> service(study, month(month))));
        }
        rows.add(each(ways, PlanTablesTest::staff));
        assertThat(table("cheshire", "answered within 45 s, 20 runs", 1)).isEqualTo(rows);
    }

    /** The rows of the README's table whose heading begins with this cell, without so many first cells. */
    private static List<String> table(String folder, String heading, int without) throws IOException {
        List<String> lines = Files.readAllLines(COUNCILS.resolve(folder).resolve("README.md"));
        String start = "| " + heading + (heading.isEmpty() ? "|" : " |");
        int first = IntStream.range(0, lines.size()).filter(line -> lines.get(line).startsWith(start)).findFirst().orElseThrow();
        return lines.stream().skip(first + 2).takeWhile(line -> line.startsWith("|")).map(line -> row(Arrays.stream(line.split("\\|")).skip(1 + without).map(String::strip).toArray(String[]::new))).toList();
    }

    private static ScenarioFile year(String path, String... sets) {
        return file("cheshire/year" + (path.isEmpty() ? "" : "-" + path) + ".yaml", sets);
    }

    private static ScenarioFile file(String name, String... sets) {
        return ScenarioFile.read(COUNCILS.resolve(name), List.of(sets));
    }

    private static Study run(String name, int replications, String... sets) {
        return Mergedesk.run(file(name, sets), RunOptions.defaults().replications(replications), Watcher.NONE);
    }

    private static Comparison compare(int replications, List<ScenarioFile> files) {
        return Mergedesk.compare(files, RunOptions.defaults().replications(replications), Watcher.NONE);
    }

    /** First days of the phases, in order. */
    private static Stream<String> phases(Study study) {
        return study.by(Kind.PHASE, SERVICE, Scope.OVERALL).stream().map(kpi -> kpi.scope().interval());
    }

    private static Scope month(String month) {
        return Scope.month(month, Scope.OVERALL);
    }

    /** Full-time equivalents after all steps that have happened by this day. */
    private static double staffFrom(Study study, String day) {
        return study.plan().stream()
                .filter(step -> step.on().orElseThrow().compareTo(day + "T24") < 0)
                .reduce((earlier, later) -> later)
                .map(Study.PlannedStep::staff)
                .orElseGet(() -> study.plan().get(0).staffBefore());
    }

    private static String row(String... cells) {
        return String.join(" | ", cells);
    }

    private static String each(List<Study> studies, Function<Study, String> cell) {
        return row(studies.stream().map(cell).toArray(String[]::new));
    }

    private static String service(Study study, Scope scope) {
        return points(study.estimate(SERVICE, scope));
    }

    private static String points(Estimate share) {
        return String.format(Locale.ROOT, "%.1f %% ± %.1f", 100 * share.value(), 100 * share.halfWidth());
    }

    private static String share(Estimate share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share.value());
    }

    private static String staff(Study study) {
        Estimate staff = study.estimate("fte", Scope.OVERALL);
        String halfWidth = decimal(staff.halfWidth());
        return decimal(staff.value()) + (halfWidth.equals("0.0") ? "" : " ± " + halfWidth);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", Math.round(10 * value) / 10.0); // no minus before a nought
    }

    /** In how many runs the first target is kept in this month. */
    private static String keeps(Study study, String month) {
        Chance chance = study.verdicts().get(0).each().get(month);
        return String.format(Locale.ROOT, "%d of %d (%.0f to %.0f %%)", chance.times(), chance.draws(), 100 * chance.low(), 100 * chance.high());
    }

    /** What is more than on the first side, which itself has nothing to say. */
    private static String change(Comparison.Side side, String measure, double factor, String format) {
        return side.difference(measure, Scope.OVERALL).map(found -> String.format(Locale.ROOT, format, factor * found.difference().value(), factor * found.difference().halfWidth()).replace('-', '−')).orElse("");
    }
}
