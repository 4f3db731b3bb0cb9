package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import mergedesk.compile.PlanDraws;
import mergedesk.experiment.Tracing;
import mergedesk.program.Program;
import mergedesk.program.Timetable;
import mergedesk.results.Kpi;
import mergedesk.results.PostsEnd;
import mergedesk.results.ResultCsv;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.scenario.Exit;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posts that end: vacant ones, agency staff, redeployment, then redundancy after consultation and notice. */
class ReleaseTest {
    private static final String DESKS = TwoDesks.of("start: 2009-04-06, length: 30 weeks", 100000);
    /** Ten posts, of which nobody fills one and agency staff fill two. */
    private static final String TEN = "posts: 10, vacancies: 1, agency: 2, service_years: [15, 1, 8, 3], employer: a, cost: £30000 / year";
    private static final String B = "b_team: {desk: south, staffing: 3, cost: £30000 / year}";
    private static final String CUT = "plan: {cut: {name: Posts go, on: 2009-06-01, release: {posts: {a_team: 6}, redeployed: {a_team: 1}, consultation: 30 days}}}\n";

    @TempDir
    private Path folder;

    private int files;

    private ScenarioFile file(String text) throws Exception {
        ScenarioFile file = ScenarioFile.read(Files.writeString(folder.resolve("f" + files++ + ".yaml"), text), List.of());
        assertThat(file.faults()).isEmpty();
        return file;
    }

    private static List<String> trace(ScenarioFile file, int replication) {
        List<String> lines = new ArrayList<>();
        Tracing.trace(file.programs().of(1, replication), 1, replication, line -> lines.add(line.toString()));
        return lines;
    }

    private static Exit exit(String group, String day, Exit.Reason reason, int people) {
        return new Exit(group, LocalDate.parse(day).atStartOfDay(), reason, people);
    }

    /** One of six is vacant, two are of agency staff and end after a week, one finds other work when consultation ends; of the other two, one has 3 years of service and one 15, but notice is 12 weeks at most. */
    @Test
    void postsEndInOrder() throws Exception {
        ScenarioFile cut = file(DESKS + "groups: {a_team: {desk: north, staffing: 9, " + TEN + "}, " + B + "}\n" + CUT);
        assertThat(cut.scenario().plan().get("cut").exits())
                .containsExactly(
                        exit("a_team", "2009-06-01", Exit.Reason.VACANT, 1),
                        exit("a_team", "2009-06-08", Exit.Reason.AGENCY, 2),
                        exit("a_team", "2009-07-01", Exit.Reason.REDEPLOYED, 1),
                        exit("a_team", "2009-07-22", Exit.Reason.REDUNDANT, 1),
                        exit("a_team", "2009-09-23", Exit.Reason.REDUNDANT, 1));
    }

    /** Consultation hangs on how many of an employer are at risk together, and before April 2013 was longer for many. */
    @ParameterizedTest
    @CsvSource({"9, 10, 2009, 0", "10, 10, 2009, 30", "50, 50, 2009, 90", "50, 49, 2009, 30", "50, 50, 2014, 45"})
    void consultationFollowsTheLaw(int one, int other, int year, int days) throws Exception {
        ScenarioFile cut = file(DESKS.replace("2009", String.valueOf(year))
                + "groups: {a_team: {desk: north, staffing: 90, posts: 60, employer: a}, a_more: {desk: north, staffing: 9, posts: 50, employer: a}, b_team: {desk: south, staffing: 9, posts: 30, employer: b}}\n"
                + "plan: {cut: {on: " + year + "-06-01, release: {posts: {a_team: " + one + ", a_more: " + other + ", b_team: 19}}}}\n");
        LocalDate goes = LocalDate.of(year, 6, 1).plusWeeks(12);
        assertThat(cut.scenario().plan().get("cut").exits())
                .containsExactlyInAnyOrder(
                        exit("a_team", goes.plusDays(days).toString(), Exit.Reason.REDUNDANT, one),
                        exit("a_more", goes.plusDays(days).toString(), Exit.Reason.REDUNDANT, other),
                        exit("b_team", goes.toString(), Exit.Reason.REDUNDANT, 19));
    }

    /** The second step finds what the first has left: no vacant post and one of agency staff; notice of one alone is that of the middle of the list, 8 weeks. */
    @Test
    void aSecondStepGoesOn() throws Exception {
        ScenarioFile twice = file(DESKS + "groups: {a_team: {desk: north, staffing: 9, " + TEN + "}, " + B + "}\n"
                + "plan: {cut: {on: 2009-06-01, release: {posts: {a_team: 2}}}, again: {on: 2009-07-01, release: {posts: {a_team: 2}, consultation: 1 week}}}\n");
        assertThat(twice.scenario().plan().get("cut").exits()).containsExactly(exit("a_team", "2009-06-01", Exit.Reason.VACANT, 1), exit("a_team", "2009-06-08", Exit.Reason.AGENCY, 1));
        assertThat(twice.scenario().plan().get("again").exits()).containsExactly(exit("a_team", "2009-07-08", Exit.Reason.AGENCY, 1), exit("a_team", "2009-09-02", Exit.Reason.REDUNDANT, 1));
    }

    /** Agents fall with people: as if somebody had written each number, for staffing and for shifts; and staff are what is paid. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"staffing: %d", "shifts: [{agents: %d, start: '09:00', end: '17:00'}]"})
    void agentsFallWithPeople(String how) throws Exception {
        String groups = "groups: {a_team: {desk: north, " + how + ", " + TEN + "}, " + B + "}\n";
        ScenarioFile cut = file(DESKS + groups.formatted(9) + CUT);
        Map<LocalDateTime, Integer> left = new TreeMap<>(Map.of(
                LocalDateTime.of(2009, 6, 8, 0, 0), 7, LocalDateTime.of(2009, 7, 1, 0, 0), 6, LocalDateTime.of(2009, 7, 22, 0, 0), 5, LocalDateTime.of(2009, 9, 23, 0, 0), 4));
        ScenarioFile written = file(DESKS + groups.formatted(9) + plan(left, how));
        assertThat(trace(cut, 0)).isNotEmpty().isEqualTo(trace(written, 0)).isNotEqualTo(trace(file(DESKS + groups.formatted(9)), 0));
        Study study = Mergedesk.run(cut, new RunOptions(2, 1L, 1, "test"), Watcher.NONE);
        Estimate paid = Mergedesk.run(written, new RunOptions(2, 1L, 1, "test"), Watcher.NONE).estimate("fte", Scope.OVERALL);
        assertThat(study.estimate("fte", Scope.OVERALL).value()).isCloseTo(paid.value(), within(1e-6));
        assertThat(study.kpis().by(Scope.Kind.PHASE, "offered", Scope.OVERALL)).hasSize(2); // before the announcement, and after
    }

    private static String plan(Map<LocalDateTime, Integer> left, String how) {
        StringBuilder plan = new StringBuilder("plan:\n");
        left.forEach((at, people) -> plan.append("  s" + plan.length() + ": {on: " + at + ", change: {groups: {a_team: {" + how.formatted(people) + "}}}}\n"));
        return plan.toString();
    }

    /** Six agents of nine people who are seven are 4.67: over the ten halves of days of a week 46.7, and never fewer than 4 or more than 5. */
    @Test
    void partsOfAgentsAreCarriedOn() throws Exception {
        String table = "staffing: {mon-fri: {\"09:00\": 6, \"13:00\": 6, \"17:00\": 0}}";
        ScenarioFile cut = file(DESKS + "groups: {a_team: {desk: north, " + table + ", " + TEN + "}, " + B + "}\n" + "plan: {cut: {on: 2009-06-01, release: {posts: {a_team: 3}}}}\n");
        List<Integer> present = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2009, 6, 15); day.isBefore(LocalDate.of(2009, 6, 20)); day = day.plusDays(1)) {
            present.add(present(cut.programs().planned(), day, 10));
            present.add(present(cut.programs().planned(), day, 14));
        }
        assertThat(present).hasSize(10).isSubsetOf(4, 5);
        assertThat(present.stream().mapToInt(Integer::intValue).sum()).isEqualTo(47);
    }

    /** Agents of the first group at an hour. */
    private static int present(Program program, LocalDate day, int hour) {
        long tick = program.calendar().dayStartTick()[(int) (day.toEpochDay() - program.calendar().firstCivilDay())] + hour * 3_600_000_000L;
        int agents = 0;
        for (Timetable.Walk step = new Timetable.Walk(program); step.tick() <= tick; step.next()) {
            agents = step.action() == Timetable.STAFF && step.subject() == 0 ? (int) step.value() : agents;
        }
        return agents;
    }

    /** Of 40 people of whom 30 % would leave within a year some do in 52 weeks, and each of the others is away in 5 % of the weeks: means of draws are within 4.5 standard errors of these. */
    @Test
    void moraleHasItsRates() throws Exception {
        ScenarioFile calls = file(DESKS.replace("30 weeks", "60 weeks") + "groups: {a_team: {desk: north, staffing: 41, posts: 41, agency: 1}, " + B + "}\n"
                + "plan: {cut: {on: 2009-06-01, release: {posts: {a_team: 1}, agency_notice: 52 weeks, morale: {leave: 30 %, away: 5 %}}}}\n");
        PlanDraws draws = new PlanDraws(calls.scenario());
        int runs = 2_000;
        double[] left = new double[runs];
        double[] away = new double[runs];
        LocalDateTime middle = LocalDateTime.of(2009, 11, 18, 0, 0); // a Wednesday
        for (int run = 0; run < runs; run++) {
            List<Exit> exits = draws.exits(1, run, draws.times(1, run)).get("cut");
            left[run] = people(exits, Exit.Reason.LEFT, LocalDateTime.MAX);
            away[run] = people(exits, Exit.Reason.AWAY, middle);
            assertThat(people(exits, Exit.Reason.AWAY, LocalDateTime.MAX)).isZero();
        }
        isMean(left, 40 * (1 - Math.pow(0.7, 364 / 365.25)));
        isMean(away, 40 * Math.pow(0.7, 168 / 365.25) * 0.05); // who has not left by Monday 16 November
    }

    private static int people(List<Exit> exits, Exit.Reason reason, LocalDateTime until) {
        return exits.stream().filter(exit -> exit.reason() == reason && exit.at().isBefore(until)).mapToInt(Exit::people).sum();
    }

    private static void isMean(double[] values, double expected) {
        double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElseThrow();
        double variance = IntStream.range(0, values.length).mapToDouble(i -> (values[i] - mean) * (values[i] - mean)).sum() / (values.length - 1);
        assertThat(mean).isCloseTo(expected, within(4.5 * Math.sqrt(variance / values.length)));
    }

    /** Whoever leaves in time needs not be dismissed; runs go each by its own people, as if their numbers were written; away or not, people are paid. */
    @Test
    void leavingComesFirst() throws Exception {
        String groups = "groups: {a_team: {desk: north, staffing: 9, " + TEN + "}, more: {desk: north, staffing: 1}, " + B + "}\n";
        ScenarioFile drawn = file(DESKS + groups + CUT.replace("30 days}", "30 days, morale: {leave: 80 %, away: 10 %}}"));
        PlanDraws draws = new PlanDraws(drawn.scenario());
        int fewer = 0;
        int more = 0;
        for (int run = 0; run < 12; run++) {
            List<Exit> exits = draws.exits(1, run, draws.times(1, run)).get("cut");
            int inTime = people(exits, Exit.Reason.LEFT, LocalDateTime.of(2009, 7, 1, 0, 0));
            int all = people(exits, Exit.Reason.LEFT, LocalDateTime.MAX);
            int dismissed = people(exits, Exit.Reason.REDUNDANT, LocalDateTime.MAX);
            int others = people(exits, Exit.Reason.REDEPLOYED, LocalDateTime.MAX);
            assertThat(others).isEqualTo(inTime < 3 ? 1 : 0);
            assertThat(dismissed).isBetween(Math.max(0, 3 - all - others), Math.max(0, 3 - inTime - others));
            fewer += inTime > 0 ? 1 : 0;
            more += all + dismissed + others > 3 ? 1 : 0;
            Map<LocalDateTime, Integer> there = new TreeMap<>();
            int now = 9;
            for (Exit exit : exits) {
                now -= exit.reason() == Exit.Reason.VACANT ? 0 : exit.people();
                there.put(exit.at(), now);
            }
            there.keySet().removeIf(at -> !at.isBefore(drawn.scenario().time().ends()));
            assertThat(trace(drawn, run)).isEqualTo(trace(file(DESKS + groups + plan(there, "staffing: %d")), run));
        }
        assertThat(fewer).isPositive();
        assertThat(more).isPositive();
        Study study = Mergedesk.run(drawn, new RunOptions(12, 1L, 2, "test"), Watcher.NONE);
        assertThat(study.plan()).singleElement().matches(step -> step.dates().isEmpty(), "its date is not drawn");
        assertThat(study.by(Scope.Kind.PHASE, "offered", Scope.OVERALL)).hasSize(2);
        assertThat(study.estimate("fte", Scope.OVERALL).halfWidth()).isPositive();
        PostsEnd.People left = study.postsEnd().get(0).people().get(PostsEnd.How.LEFT);
        assertThat(left.mean().n()).isEqualTo(2_000);
        assertThat(left.mean().value()).isBetween((double) left.low(), (double) left.high());
    }

    /** The report and posts.csv name who goes, by employer. */
    @Test
    void resultsNameWhoGoes() throws Exception {
        ScenarioFile cut = file(DESKS + "groups: {b_team: {desk: south, staffing: 3, posts: 4, employer: b}, a_team: {desk: north, staffing: 9, " + TEN + "}}\n"
                + CUT.replace("{a_team: 6}", "{b_team: 1, a_team: 6}"));
        Study study = Mergedesk.run(cut, new RunOptions(2, 1L, 1, "test"), Watcher.NONE);
        assertThat(study.postsEnd()).extracting(PostsEnd::employer).containsExactly("a", "b");
        Map<String, Double> people = new LinkedHashMap<>();
        study.postsEnd().get(0).people().forEach((how, mean) -> people.put(how.id(), mean.mean().value()));
        assertThat(people).containsExactly(Map.entry("vacant", 1.0), Map.entry("agency", 2.0), Map.entry("redeployed", 1.0), Map.entry("left", 0.0), Map.entry("redundant", 2.0));
        assertThat(study.postsEnd().get(0).last()).contains("2009-09-23T00:00");
        assertThat(study.postsEnd().get(1).last()).contains("2009-09-23T00:00"); // 30 days and 12 weeks
        assertThat(new String(ResultCsv.posts(study.postsEnd()), StandardCharsets.UTF_8)).contains("\nPosts go,a,a_team,10,6,2009-09-23T00:00,2009-09-23T00:00,redundant,2,2,2,0,1,exact\n");
    }

    /** Half-way through the run the team goes over to another employer, on its terms: staff, cost, time and own contacts are the old one's before and the new one's after, and nothing else moves but whose contacts come first. */
    @Test
    void staffGoOverToAnotherEmployer() throws Exception {
        String groups = "groups: {a_team: {desk: north, employer: a, staffing: 9, cost: £30000 / year}, b_team: {desk: south, employer: b, staffing: 3, cost: £20000 / year}}\n";
        String desks = DESKS.replace("30 weeks", "28 weeks"); // no change of the clocks
        ScenarioFile over = file(desks + groups + "plan: {over: {on: 2009-07-13, change: {groups: {a_team: {employer: b}}}}}\n");
        Study study = Mergedesk.run(over, new RunOptions(3, 1L, 1, "test"), Watcher.NONE);
        Study still = Mergedesk.run(file(desks + groups), new RunOptions(3, 1L, 1, "test"), Watcher.NONE);
        double nine = 9 * 40.0 / 37;
        double three = 3 * 40.0 / 37;
        assertThat(study.estimate("fte", Scope.council("a")).value()).isCloseTo(nine / 2, within(1e-6));
        assertThat(study.estimate("fte", Scope.council("b")).value()).isCloseTo(three + nine / 2, within(1e-6));
        assertThat(study.estimate("cost", Scope.council("b")).value()).isCloseTo(three * 20_000 + nine / 2 * 30_000, within(0.01));
        for (String same : List.of("fte", "cost", "offered", "answered", "occupancy")) {
            assertThat(study.estimate(same, Scope.OVERALL)).isEqualTo(still.estimate(same, Scope.OVERALL));
        }
        List<Estimate> busy = study.by(Scope.Kind.PHASE, "occupancy", Scope.council("a")).stream().map(Kpi::estimate).toList();
        assertThat(busy.get(0)).isEqualTo(study.by(Scope.Kind.PHASE, "occupancy", Scope.desk("north")).get(0).estimate());
        assertThat(busy.get(1).isEmpty()).isTrue();
        assertThat(study.by(Scope.Kind.PHASE, "occupancy", Scope.council("b")).get(1).estimate()).isEqualTo(study.by(Scope.Kind.PHASE, "occupancy", Scope.OVERALL).get(1).estimate());
        assertThat(still.estimate("own_council_share", Scope.council("a")).value()).isOne();
        double own = study.estimate("own_council_share", Scope.council("a")).value();
        double first = study.by(Scope.Kind.PHASE, "answered", Scope.council("a")).get(0).estimate().value() / study.estimate("answered", Scope.council("a")).value();
        assertThat(own).isCloseTo(first, within(1e-9)).isBetween(0.4, 0.6);
        assertThat(study.plan().get(0).changes()).containsExactly("employed by b: groups a_team");
    }

    /** Of generated plans of overlapping releases: never fewer than nobody is there, every post that ends is vacant or costs somebody, and what is left over has been left vacant by people who left. */
    @Test
    void peopleAddUp() throws Exception {
        Random random = new Random(20261127);
        int beyond = 0;
        for (int plan = 0; plan < 40; plan++) {
            int vacancies = random.nextInt(4);
            int agency = random.nextInt(4);
            int posts = vacancies + agency + 8 + random.nextInt(12);
            int steps = 1 + random.nextInt(3);
            StringBuilder text = new StringBuilder("plan:\n");
            int[] ends = new int[steps];
            for (int step = 0; step < steps; step++) {
                ends[step] = 1 + random.nextInt(posts / steps);
                text.append("  s" + step + ": {on: " + LocalDate.of(2009, 5, 1).plusDays(random.nextInt(40)) + ", release: {posts: {a_team: " + ends[step] + "}, consultation: " + (1 + random.nextInt(80)) + " days, agency_notice: "
                        + (1 + random.nextInt(9)) + " weeks, morale: {leave: " + random.nextInt(90) + " %, away: " + random.nextInt(40) + " %}}}\n");
            }
            ScenarioFile file = file(DESKS + "groups: {a_team: {desk: north, staffing: 6, posts: " + posts + ", vacancies: " + vacancies + ", agency: " + agency + ", service_years: [1, 5, 9, 30]}, more: {desk: north, staffing: 1}, " + B + "}\n" + text);
            PlanDraws draws = new PlanDraws(file.scenario());
            for (int run = 0; run < 20; run++) {
                Map<String, List<Exit>> exits = draws.exits(1, run, draws.times(1, run));
                List<Exit> all = exits.values().stream().flatMap(List::stream).sorted(Comparator.comparing(Exit::at)).toList();
                int gone = all.stream().filter(exit -> exit.reason().isForGood()).mapToInt(Exit::people).sum();
                int left = people(all, Exit.Reason.LEFT, LocalDateTime.MAX);
                int more = gone + people(all, Exit.Reason.VACANT, LocalDateTime.MAX) - IntStream.of(ends).sum();
                assertThat(more).isBetween(0, left);
                beyond += more;
                int now = posts - vacancies;
                for (LocalDateTime at : new TreeSet<>(all.stream().map(Exit::at).toList())) {
                    now -= all.stream().filter(exit -> exit.at().equals(at) && exit.reason() != Exit.Reason.VACANT).mapToInt(Exit::people).sum();
                    assertThat(now).isBetween(0, posts - vacancies);
                }
                file.programs().of(1, run); // people who are there, paid and gone add up at every turn, or it throws
            }
        }
        assertThat(beyond).isPositive();
    }

    /** What people have left vacant in the first wait ends first in the next step, as far as it goes. */
    @Test
    void vacantPostsEndNext() throws Exception {
        ScenarioFile twice = file(DESKS.replace("30 weeks", "60 weeks") + "groups: {a_team: {desk: north, staffing: 21, posts: 21, agency: 1}, " + B + "}\n"
                + "plan: {a: {on: 2009-05-01, release: {posts: {a_team: 1}, agency_notice: 30 weeks, morale: {leave: 40 %}}}, b: {on: 2009-12-01, release: {posts: {a_team: 5}}}}\n");
        PlanDraws draws = new PlanDraws(twice.scenario());
        TreeSet<Integer> vacant = new TreeSet<>();
        for (int run = 0; run < 50; run++) {
            Map<String, List<Exit>> exits = draws.exits(1, run, draws.times(1, run));
            int left = people(exits.get("a"), Exit.Reason.LEFT, LocalDateTime.MAX);
            assertThat(people(exits.get("b"), Exit.Reason.VACANT, LocalDateTime.MAX)).isEqualTo(Math.min(5, left));
            assertThat(people(exits.get("b"), Exit.Reason.REDUNDANT, LocalDateTime.MAX)).isEqualTo(5 - Math.min(5, left));
            vacant.add(Math.min(5, left));
        }
        assertThat(vacant).hasSizeGreaterThan(2);
    }

    /** Two steps at about the same time make people leave, and be away, no more often than one: the worse of both counts. */
    @Test
    void unrestIsNotCountedTwice() throws Exception {
        String one = "{on: 2009-06-01, release: {posts: {a_team: 1}, consultation: 200 days, morale: {leave: 30 %, away: 5 %}}}";
        String groups = "groups: {a_team: {desk: north, staffing: 40, posts: 40}, " + B + "}\n";
        double[] alone = leftAndAway(file(DESKS.replace("30 weeks", "60 weeks") + groups + "plan: {a: " + one + "}\n"));
        double[] together = leftAndAway(file(DESKS.replace("30 weeks", "60 weeks") + groups + "plan: {a: " + one + ", b: " + one.replace("06-01", "06-02").replace("30 %", "10 %").replace("5 %", "0 %") + "}\n"));
        assertThat(together[0]).isCloseTo(alone[0], within(0.05 * alone[0]));
        assertThat(together[1]).isCloseTo(alone[1], within(0.05 * alone[1]));
        assertThat(alone[0]).isGreaterThan(5);
        assertThat(alone[1]).isGreaterThan(30);
    }

    /** Means of draws: people who leave of themselves, and weeks in which somebody begins to be away. */
    private static double[] leftAndAway(ScenarioFile file) {
        PlanDraws draws = new PlanDraws(file.scenario());
        double[] sums = new double[2];
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            int now = 0;
            List<Exit> all = draws.exits(1, run, draws.times(1, run)).values().stream().flatMap(List::stream).sorted(Comparator.comparing(Exit::at)).toList();
            sums[0] += people(all, Exit.Reason.LEFT, LocalDateTime.MAX) / (double) runs;
            for (int week = 0; week < 45; week++) {
                sums[1] += people(all, Exit.Reason.AWAY, LocalDateTime.of(2009, 6, 3, 0, 0).plusWeeks(week)) / (double) runs;
            }
        }
        return sums;
    }

    /** A step that ends a release keeps those who have not gone yet; those who have stay away. */
    @Test
    void aWithdrawnReleaseKeepsTheOthers() throws Exception {
        ScenarioFile withdrawn = file(DESKS + "groups: {a_team: {desk: north, staffing: 9, " + TEN + "}, " + B + "}\n" + CUT.replace("}}}\n", "}}, stop: {on: 2009-07-10, ends: [cut]}}\n"));
        assertThat(withdrawn.scenario().plan().get("cut").exits())
                .containsExactly(
                        exit("a_team", "2009-06-01", Exit.Reason.VACANT, 1),
                        exit("a_team", "2009-06-08", Exit.Reason.AGENCY, 2),
                        exit("a_team", "2009-07-01", Exit.Reason.REDEPLOYED, 1));
    }

    /** What results decide is told of the runs in which it was decided, and what other steps then find left with it. */
    @Test
    void releasesThatResultsDecide() throws Exception {
        ScenarioFile file = file(DESKS + "groups: {a_team: {desk: north, staffing: 9, posts: 10, vacancies: 1}, " + B + "}\n"
                + "plan: {bad: {when: {missed: {measure: sl_answered_of_offered, at_least: 99.99 %}, months: 1}, release: {posts: {a_team: 1}}}, cut: {on: 2009-08-01, release: {posts: {a_team: 1}, consultation: 1 week}}}\n");
        Study study = Mergedesk.run(file, new RunOptions(3, 1L, 1, "test"), Watcher.NONE);
        assertThat(study.postsEnd()).extracting(end -> end.people().get(PostsEnd.How.VACANT).mean().value()).containsExactly(1.0, 0.0);
        assertThat(study.postsEnd()).extracting(end -> end.people().get(PostsEnd.How.REDUNDANT).mean().value()).containsExactly(0.0, 1.0);
        assertThat(study.postsEnd().get(0).last()).isEmpty();
    }

    /** Of three shifts with 5, 3 and 2 agents of whom 7 of 10 are left, 3.5, 2.1 and 1.4: seven together, by the largest remainders. */
    @Test
    void shiftsKeepTheirParts() throws Exception {
        String shifts = "shifts: [{agents: %d, start: '09:00', end: '17:00'}, {agents: %d, start: '10:00', end: '16:00'}, {agents: %d, start: '09:00', end: '13:00'}]";
        String groups = "groups: {a_team: {desk: north, " + shifts + ", posts: 10, agency: 3}, " + B + "}\n";
        ScenarioFile cut = file(DESKS + groups.formatted(5, 3, 2) + "plan: {cut: {on: 2009-06-01, release: {posts: {a_team: 3}}}}\n");
        ScenarioFile written = file(DESKS + groups.formatted(5, 3, 2) + "plan: {cut: {on: 2009-06-08, change: {groups: {a_team: {" + shifts.formatted(4, 2, 1) + "}}}}}\n");
        for (String measure : List.of("offered", "answered", "wait_mean_all", "occupancy", "agents_scheduled")) {
            assertThat(Mergedesk.run(cut, new RunOptions(2, 1L, 1, "test"), Watcher.NONE).estimate(measure, Scope.OVERALL)).isEqualTo(Mergedesk.run(written, new RunOptions(2, 1L, 1, "test"), Watcher.NONE).estimate(measure, Scope.OVERALL));
        }
    }

    /** Chats count for whoever employs those who have them. */
    @Test
    void chatsGoOver() throws Exception {
        String desks = DESKS.replace("channels: {phone: }", "channels: {phone: , chat: {kind: chat}}").replace("desk: north, volume", "channel: chat, desk: north, volume").replace("desk: south, volume", "channel: phone, desk: south, volume");
        ScenarioFile over = file(desks + "groups: {a_team: {desk: north, employer: a, staffing: 9, chats: {most: 2, speed_by_load: [1, 0.7]}}, b_team: {desk: south, employer: b, staffing: 3}}\nplan: {over: {on: 2009-04-13, change: {groups: {a_team: {employer: b}}}}}\n");
        Study study = Mergedesk.run(over, new RunOptions(2, 1L, 1, "test"), Watcher.NONE);
        assertThat(study.by(Scope.Kind.PHASE, "chat_occupancy", Scope.council("a")).get(1).estimate().isEmpty()).isTrue();
        assertThat(study.by(Scope.Kind.PHASE, "chat_occupancy", Scope.council("b")).get(1).estimate().value()).isPositive();
        assertThat(study.estimate("chat_occupancy", Scope.council("b")).value()).isPositive();
    }
}
