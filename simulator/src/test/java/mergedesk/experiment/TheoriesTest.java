package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import mergedesk.kernel.Script;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.results.Study;
import mergedesk.stats.Erlang;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

/** The column "By formula", against Erlang's formulas applied by hand. */
class TheoriesTest {
    private static final double EXACT = 1e-9;

    private static List<Study.Theory> lines(Script script) {
        Program program = script.compile();
        return new Theories(program, new KpiTable(program).noObservations(), new Scopes(program)).lines(Progress.NONE);
    }

    private static Script desk(String time) {
        return new Script().time(time);
    }

    private static double value(List<Study.Theory> lines, String measure) {
        return lines.stream().filter(line -> line.measure().equals(measure)).findFirst().orElseThrow().theory().orElseThrow();
    }

    /** Calls per hour, minutes, target 20 s: delayed, within T, mean wait, abandoned. */
    private static double[] erlangA(double perHour, double talk, int agents, double patience) {
        Erlang.Steady desk = Erlang.steady(perHour / 3600, 1 / (60 * talk), agents, 1 / (60 * patience)).orElseThrow();
        return new double[] {desk.delayed(), desk.answeredWithin(20), desk.waitAll(), desk.abandoned()};
    }

    private static double[] mean(double a, double[] left, double b, double[] right) {
        double[] mean = new double[left.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (a * left[i] + b * right[i]) / (a + b);
        }
        return mean;
    }

    private static void assertValues(List<Study.Theory> lines, double... expected) {
        assertThat(lines).extracting(Study.Theory::measure)
                .startsWith("delayed_share", "sl_answered_of_offered", "wait_mean_all")
                .hasSize(expected.length);
        assertThat(DoubleStream.concat(lines.stream().mapToDouble(line -> line.theory().orElseThrow()), DoubleStream.empty()).toArray())
                .containsExactly(expected, within(EXACT));
    }

    @Test
    void erlangAOfADeskThatIsAlwaysTheSame() {
        List<Study.Theory> lines = lines(desk("start: 2011-01-03, length: 1 day")
                .volume("calls", "volume: 60 / hour, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 3 min}")
                .agents("agents", "staffing: 6"));
        assertThat(lines).allMatch(line -> line.model().equals("Erlang A") && line.desk().equals("desk") && line.simulated() == Estimate.EMPTY);
        assertThat(lines).extracting(Study.Theory::why).containsOnly("the run starts and ends empty");
        assertValues(lines, erlangA(60, 5, 6, 3));
    }

    @Test
    void erlangCWithItsOwnTarget() {
        List<Study.Theory> lines = lines(desk("start: 2011-01-03, length: 1 day")
                .desk("desk", "answer_within: 2 min")
                .volume("calls", "volume: 60 / hour, work: {distribution: exponential, mean: 5 min}")
                .agents("agents", "staffing: 6"));
        Erlang.Steady steady = Erlang.steady(1 / 60.0, 1 / 300.0, 6, 0).orElseThrow();
        assertThat(lines).hasSize(3).allMatch(line -> line.model().equals("Erlang C"));
        assertValues(lines, steady.delayed(), steady.answeredWithin(120), steady.waitAll());
    }

    /** Talk of 4 minutes until noon, then of 6; 20 calls an hour until noon, then 40; agents 3, then 5: two desks, weighted by their calls. */
    @Test
    void intervalByInterval() {
        List<Study.Theory> lines = lines(desk("start: 2011-01-03, length: 1 day")
                .with("profiles: {up: {daily: {\"00:00\": 1, \"12:00\": 2}}}")
                .volume("calls", "volume: 720 / day, profile: up, patience: {by_time: {\"00:00\": {distribution: exponential, mean: 2 min}, \"12:00\": {distribution: exponential, mean: 1 min}}}, "
                        + "work: {by_time: {\"00:00\": {distribution: exponential, mean: 4 min}, \"12:00\": {distribution: exponential, mean: 6 min}}}")
                .agents("agents", "staffing: {daily: {\"00:00\": 3, \"12:00\": 5}}"));
        assertValues(lines, mean(240, erlangA(20, 4, 3, 2), 480, erlangA(40, 6, 5, 1)));
    }

    /** Two Mondays of two hours, one hour of a Tuesday: nobody is there in the other. */
    @Test
    void weightsByCallsWhileOpenAndStaffed() {
        List<Study.Theory> lines = lines(desk("start: 2011-01-03, length: 8 days")
                .desk("desk", "opening: {mon: 08:00-10:00, tue: 08:00-10:00}")
                .volume("calls", "volume: 30 / hour, work: {distribution: exponential, mean: 6 min}, patience: {distribution: exponential, mean: 3 min}")
                .agents("agents", "staffing: {mon: {\"08:00\": 5}, tue: {\"08:00\": 2, \"09:00\": 0}}"));
        assertValues(lines, mean(4, erlangA(30, 6, 5, 3), 1, erlangA(30, 6, 2, 3)));
    }

    @Test
    void handleTimeIsTalkAndAfterCallWorkAtTheAgentsSpeed() {
        List<Study.Theory> lines = lines(desk("start: 2011-01-03, length: 1 day")
                .volume("calls", "volume: 60 / hour, work: {distribution: lognormal, mean: 5 min, cv: 1}, after_call: {distribution: constant, mean: 1 min}, "
                        + "patience: {distribution: exponential, mean: 3 min}")
                .agents("fast", "speed: {housing: 2}, staffing: 2")
                .agents("slow", "staffing: 2"));
        assertValues(lines, erlangA(60, 4, 4, 3));
    }

    /** One call a year without an end to its patience, or without any, moves nothing: the formula stays Erlang A. */
    @Test
    void oneCallAYearMovesNothing() {
        for (String odd : List.of("", ", patience: {distribution: constant, mean: 1 ms}", ", patience: {distribution: exponential, mean: 1 min, at_zero: 100 %}")) {
            List<Study.Theory> lines = lines(desk("start: 2011-01-03, length: 1 day")
                    .with("councils: {north: , south: }")
                    .volume("calls", "volume: 60 / hour, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 3 min}")
                    .volume("odd", "council: south, volume: 1 / year, work: {distribution: exponential, mean: 5 min}" + odd)
                    .agents("agents", "staffing: 5"));
            assertThat(lines).hasSize(4).allMatch(line -> line.model().equals("Erlang A"));
            double[] without = erlangA(60, 5, 5, 3);
            for (int i = 0; i < 4; i++) {
                assertThat(lines.get(i).theory().orElseThrow() / without[i]).as(odd).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void asManyLinesAsAgentsIsErlangB() {
        Script script = desk("start: 2011-01-03, length: 1 day")
                .desk("desk", "lines: 4")
                .volume("calls", "volume: 60 / hour, work: {distribution: exponential, mean: 5 min}")
                .agents("agents", "staffing: {daily: {\"00:00\": 4, \"12:00\": 5}}");
        List<Study.Theory> lines = lines(script);
        assertThat(lines).singleElement().matches(line -> line.model().equals("Erlang B") && line.measure().equals("blocked_share"));
        assertThat(value(lines, "blocked_share")).isCloseTo(Erlang.blocked(5, 4), within(EXACT));
        script.agents("agents", "staffing: {daily: {\"00:00\": 3, \"12:00\": 9}}");
        assertThat(lines(script)).as("at night people may wait").hasSize(3).allMatch(line -> line.model().equals("Erlang C"));
    }

    @Test
    void namesWhereThereIsNoSteadyState() {
        List<Study.Theory> some = lines(desk("start: 2011-01-03, length: 1 day")
                .volume("calls", "volume: 60 / hour, work: {distribution: exponential, mean: 5 min}")
                .agents("agents", "staffing: {daily: {\"00:00\": 6, \"09:00\": 5, \"10:30\": 6}}"));
        assertThat(some).hasSize(3).allMatch(line -> line.theory().isEmpty() && !line.holds());
        assertThat(some.get(0).why()).endsWith("; at Mon 09:00 and in 2 other intervals of the week more people who never give up come than can be answered");
        List<Study.Theory> all = lines(desk("start: 2011-01-03, length: 1 day")
                .volume("calls", "volume: 60 / hour, work: {distribution: exponential, mean: 5 min}")
                .agents("agents", "staffing: 2"));
        assertThat(all.get(0).why()).isEqualTo("the run starts and ends empty; more people who never give up come than can be answered");
        List<Study.Theory> one = lines(desk("start: 2011-01-03, length: 1 day")
                .volume("calls", "volume: 60 / hour, work: {distribution: exponential, mean: 5 min}")
                .agents("agents", "staffing: {daily: {\"00:00\": 6, \"09:00\": 5, \"09:30\": 6}}"));
        assertThat(one.get(0).why()).endsWith("; at Mon 09:00 more people who never give up come than can be answered");
    }

    @Test
    void nothingToSayOfADeskThatNobodyCalls() {
        assertThat(lines(desk("start: 2011-01-03, length: 1 day")
                        .desk("idle", "opening: always")
                        .with("profiles: {tuesdays: {tue: {\"09:00\": 1, \"10:00\": 0}}}")
                        .volume("never", "desk: idle, volume: 10 / week, profile: tuesdays, work: {distribution: exponential, mean: 5 min}, council: south")
                        .with("councils: {north: , south: }")
                        .volume("calls", "volume: 60 / hour, work: {distribution: exponential, mean: 5 min}")
                        .agents("agents", "staffing: 6")
                        .agents("bored", "desk: idle, staffing: 6")))
                .hasSize(3)
                .allMatch(line -> line.desk().equals("desk"));
    }

    /** Formulas of desks beyond some seconds of work are left out, and that is said; fewer are computed for somebody who waits. */
    @Test
    void looksAtSoManyDesks() {
        Script many = desk("start: 2011-01-03, length: 1 day").with("profiles: {up: {daily: {\"00:00\": 1, \"12:00\": 2}}}");
        for (int i = 0; i < 700; i++) {
            many.desk("desk" + i, "answer_within: 20 s")
                    .volume("calls" + i, "desk: desk" + i + ", profile: up, volume: " + (10 + i) + " / hour, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 3 min}")
                    .agents("agents" + i, "desk: desk" + i + ", staffing: 6");
        }
        Program program = many.compile();
        Theories theories = new Theories(program, new KpiTable(program).noObservations(), new Scopes(program));
        assertThat(theories.lines(Progress.NONE)).hasSize(4 * 499);
        assertThat(theories.left()).hasValue("Formulas were computed for the first 500 of 701 desks only.");
        assertValues(theories.lines(Progress.NONE).subList(0, 4), mean(1, erlangA(10 * 2 / 3.0, 5, 6, 3), 2, erlangA(10 * 4 / 3.0, 5, 6, 3)));
    }
}
