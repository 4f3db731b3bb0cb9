package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.observe.Count;
import mergedesk.observe.KeptRows;
import mergedesk.observe.Period;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.report.ConsoleSummary;
import mergedesk.report.HtmlReport;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.WorstWeek;
import org.junit.jupiter.api.Test;

/** The worst week, counted again from the event trace of its replication. */
class WorstWeeksTest {
    private static final long SECOND = 1_000_000;
    private static final long WEEK = 7 * 86_400 * SECOND;
    private static final Program PROGRAM = ScenarioCompiler.compile(ScenarioFile.of("""
            name: t
            time: {start: 2026-04-13, length: 28 days}
            councils: {c: {}}
            services: {s: {}}
            flows:
              calls: {council: c, service: s, desk: d, volume: 300 / week, work: &long {distribution: exponential, mean: 12 min}, patience: {distribution: exponential, mean: 5 min}, retry: {probability: 50 %, delay: *long}}
            desks: {d: {opening: {mon-fri: 08:00-18:00}, answer_within: 20 s, at_close: disconnect}}
            groups: {g: {desk: d, skills: [s], staffing: 2}}
            busyness: {all: {cv: 40 %}}
            """, Path.of("t.yaml")).scenario());

    private static WorstWeek worst(int replications) {
        WorstWeeks weeks = new WorstWeeks(PlanRules.none(Programs.always(PROGRAM)));
        try (Replicator replicator = new Replicator(PROGRAM, 1, 2, Progress.NONE)) {
            replicator.run(0, replications, weeks);
        }
        return weeks.look(1).orElseThrow();
    }

    /** So many replications of a small desk, with what more the scenario says. */
    private static Study run(int days, int replications, String estate) {
        return Mergedesk.run(
                ScenarioFile.of("""
                        name: t
                        time: {start: 2026-04-13, length: %d days}
                        councils: {c: {}}
                        services: {s: {}}
                        flows: {calls: {council: c, service: s, desk: d, volume: 300 / week, work: {distribution: exponential, mean: 12 min}}}
                        desks: {d: {opening: {mon-fri: 08:00-18:00}}}
                        groups: {g: {desk: d, skills: [s], staffing: 2}}
                        """.formatted(days) + estate, Path.of("t.yaml")),
                new RunOptions(replications, 1L, 1, "run"),
                Watcher.NONE);
    }

    @Test
    void isTheWeekThatFellFurthestBelowWhatIsUsualThen() {
        List<List<RunSummary>> runs = new ArrayList<>();
        try (Replicator replicator = new Replicator(PROGRAM, 1, 2, Progress.NONE)) {
            replicator.run(0, 6, runs::add);
        }
        double furthest = Double.NEGATIVE_INFINITY;
        String expected = "";
        for (int week = 0; week < 4; week++) {
            int of = week;
            double[] shares = runs.stream().map(run -> run.get(0).by(Period.WEEK).get(of)).mapToDouble(one -> (double) one.total(0, Count.ANSWERED_WITHIN) / one.total(0, Count.OFFERED)).toArray();
            for (int run = 0; run < 6; run++) {
                double below = DoubleStream.of(shares).average().orElseThrow() - shares[run];
                if (below > furthest) {
                    furthest = below;
                    expected = PROGRAM.names().calendar().weeks().names().get(week) + " of " + run;
                }
            }
        }
        WorstWeek worst = worst(6);
        assertThat(worst.week() + " of " + worst.replication()).isEqualTo(expected);
        assertThat(worst.usual() - worst.share()).isEqualTo(furthest, within(1e-6));
        assertThat(worst.replications()).isEqualTo(6);
        assertThat(IntStream.of(worst.within()).sum() / (double) IntStream.of(worst.offered()).sum())
                .as("who comes at the end of a week and is answered in the next is none of either")
                .isEqualTo(worst.share(), within(0.01));
    }

    @Test
    void isTheWorstOfAllWeeksWhereThereIsOneRun() {
        WorstWeeks weeks = new WorstWeeks(PlanRules.none(Programs.always(PROGRAM)));
        List<RunSummary> byWeek = new ArrayList<>();
        try (Replicator replicator = new Replicator(PROGRAM, 1, 1, Progress.NONE)) {
            replicator.run(0, 1, run -> {
                weeks.accept(run);
                byWeek.addAll(run.get(0).by(Period.WEEK));
            });
        }
        double least = byWeek.stream().mapToDouble(one -> (double) one.total(0, Count.ANSWERED_WITHIN) / one.total(0, Count.OFFERED)).min().orElseThrow();
        assertThat(weeks.look(1).orElseThrow().share()).isEqualTo(least, within(1e-6));
    }

    @Test
    void stepsAreThoseOfTheTrace() {
        WorstWeek worst = worst(6);
        long from = (LocalDate.parse(worst.first()).toEpochDay() - LocalDate.parse("2026-04-13").toEpochDay()) * 86_400 * SECOND;
        assertThat(worst.week()).isEqualTo(worst.first());
        assertThat(worst.offered()).hasSize(336);
        int[] offered = new int[336];
        double waited = 0;
        Map<String, Long> queued = new HashMap<>();
        List<String[]> lines = new ArrayList<>();
        Tracing.trace(PROGRAM, 1, (int) worst.replication(), line -> lines.add(line.toString().split(",", -1)));
        lines.sort(Comparator.comparingLong(line -> Long.parseLong(line[0])));
        for (String[] line : lines) {
            long tick = Long.parseLong(line[0]);
            if (line[2].equals("offered") && tick >= from && tick < from + WEEK) {
                offered[(int) ((tick - from) / (1_800 * SECOND))]++;
            }
            if (line[2].equals("queued")) {
                queued.put(line[3], tick);
            } else if (queued.containsKey(line[3])) {
                long since = queued.remove(line[3]);
                waited += Math.max(0, Math.min(tick, from + WEEK) - Math.max(since, from));
            }
        }
        assertThat(worst.offered()).isEqualTo(offered);
        assertThat(waited).as("somebody waits, and is cut off").isPositive();
        assertThat(DoubleStream.of(worst.waiting()).sum() * 1_800 * SECOND).isEqualTo(waited, within(1e-3 * SECOND));
    }

    /** 100 h of work and 20 h of repair by turns: down from 100 h to 120 h after the start, from 220 h to 240 h, and so on. */
    @Test
    void outagesAreThoseThatTouchTheWeek() {
        Study study = run(28, 3, """
                applications: {crm: {name: Customer records, failures: {every: {distribution: constant, mean: 100 h}, repair: {distribution: constant, mean: 20 h}}}}
                """);
        WorstWeek worst = study.worstWeek().orElseThrow();
        double start = 24 * (LocalDate.parse(worst.first()).toEpochDay() - LocalDate.parse("2026-04-13").toEpochDay());
        List<WorstWeek.Outage> expected = new ArrayList<>();
        for (double down = 100; down < 28 * 24; down += 120) {
            if (down < start + 168 && down + 20 > start) {
                expected.add(new WorstWeek.Outage("crm", (down - start) * 3_600, (down + 20 - start) * 3_600));
            }
        }
        assertThat(expected).isNotEmpty();
        assertThat(worst.outages()).isEqualTo(expected);
        assertThat(ConsoleSummary.of(study, StandardCharsets.UTF_8)).containsPattern("Application +Up while open +Up +Outages +Mean outage\nCustomer records +[0-9.]+ % +8\\d\\.\\d %");
        assertThat(HtmlReport.render(study, new Parts())).contains("The worst week").contains(">Customer records<");
    }

    /** The outage comes in every run, on a Tuesday, and is what is drawn, though other weeks may be worse. */
    @Test
    void isAWeekWithAnOutageWhereThereIsAny() {
        WorstWeek worst = run(30, 7, """
                busyness: {all: {cv: 40 %}}
                applications: {crm: }
                outages: {o: {applications: [crm], from: 2026-04-21T10:00, lasts: 2 h}, night: {applications: [crm], from: 2026-04-28T22:00, lasts: 2 h}}
                """).worstWeek().orElseThrow();
        assertThat(worst.week()).isEqualTo("2026-04-20");
        assertThat(worst.usualThen()).as("it comes in all seven runs").isFalse();
        assertThat(worst.outages()).containsExactly(new WorstWeek.Outage("crm", 86_400 + 36_000, 86_400 + 43_200));
    }

    private static final String BUSY_WEEK = "events: {bills: {start: 2026-04-27, shape: [2, 2, 2, 2, 2]}}\napplications: {crm: %s}\n";

    /** Twice as many people come in the third week of every run: what is usual then is what the runs without an outage had then, not what other weeks have. */
    @Test
    void usualIsOfThatWeekInRunsWithoutAnOutageThen() {
        Study study = run(30, 40, BUSY_WEEK.formatted("{failures: {every: {distribution: exponential, mean: 2000 h}, repair: {distribution: constant, mean: 9 h}}}"));
        WorstWeek worst = study.worstWeek().orElseThrow();
        assertThat(worst.usualThen()).isTrue();
        double usual = run(30, 40, BUSY_WEEK.formatted("")).kpis().stream()
                .filter(kpi -> kpi.scope().kind() == Scope.Kind.WEEK && kpi.scope().name().equals(worst.week()) && kpi.measure().equals("sl_answered_of_offered"))
                .mapToDouble(kpi -> kpi.estimate().value()).findFirst().orElseThrow();
        assertThat(worst.usual()).isEqualTo(usual, within(0.03));
        assertThat(HtmlReport.render(study, new Parts())).contains("that fell furthest below what is usual then");
    }

    /** An outage of the busy week, in all runs: nobody knows what is usual then, and nothing is said of it. */
    @Test
    void nothingIsUsualWhereTheOutageComesInEveryRun() {
        Study study = run(30, 8, BUSY_WEEK.formatted("") + """
                outages: {o: {applications: [crm], from: 2026-04-28T10:00, lasts: 4 h}, short: {applications: [crm], from: 2026-04-21T10:00, lasts: 5 h}}
                """);
        WorstWeek worst = study.worstWeek().orElseThrow();
        assertThat(worst.week()).as("an hour less, but twice as many contacts").isEqualTo("2026-04-27");
        assertThat(worst.usualThen()).isFalse();
        assertThat(worst.share()).isLessThan(worst.usual());
        assertThat(HtmlReport.render(study, new Parts())).contains("the one in which outages met most contacts").contains("Too few runs had no outage then to say what is usual then; over all weeks it is").doesNotContain("below what is usual then");
    }

    @Test
    void isNoneWhereNothingIsKeptByWeek() {
        WorstWeeks weeks = new WorstWeeks(PlanRules.none(Programs.always(PROGRAM)));
        try (Replicator replicator = new Replicator(List.of(new Engines(PlanRules.none(Programs.always(PROGRAM)), new KeptRows(KeptRows.all(new Scopes(PROGRAM)).rows(), true))), 1, 1, Progress.NONE)) {
            replicator.run(0, 1, weeks);
        }
        assertThat(weeks.look(1)).isEmpty();
    }
}
