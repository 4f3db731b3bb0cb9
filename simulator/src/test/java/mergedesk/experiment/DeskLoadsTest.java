package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import mergedesk.experiment.DeskLoads.Load;
import mergedesk.kernel.Script;
import mergedesk.program.Program;
import mergedesk.stats.Erlang.Patience;
import org.junit.jupiter.api.Test;

/** What planners know before anything is simulated; every number is worked out by hand. Monday 3 January 2011 is a Monday. */
class DeskLoadsTest {
    private static final double ENDLESS = 0;
    private static final double AT_ONCE = Double.POSITIVE_INFINITY;

    private static final String TALK = "work: {distribution: exponential, mean: 5 min}";

    private static DeskLoads loads(Script script) {
        return new DeskLoads(script.compile());
    }

    /** Half-hour of the week, such as 0 for Monday 00:00, 17 for Monday 08:30. */
    private static int at(int day, int hour, int minute) {
        return (day * 24 + hour) * 2 + minute / 30;
    }

    private static Load load(DeskLoads loads, int interval) {
        return loads.at(0, interval).orElseThrow();
    }

    private static void assertLoad(Load load, double calls, double perHour, int agents, double handleMinutes) {
        assertThat(load.calls()).isCloseTo(calls, within(1e-9));
        assertThat(load.arrivalsPerSecond() * 3600).isCloseTo(perHour, within(1e-9));
        assertThat(load.agents()).isEqualTo(agents);
        assertThat(load.handleSeconds() / 60).isCloseTo(handleMinutes, within(1e-9));
    }

    @Test
    void aDeskThatIsAlwaysTheSame() {
        DeskLoads loads = loads(new Script().time("start: 2011-01-03, length: 1 day").volume("calls", "volume: 60 / hour, " + TALK).agents("agents", "staffing: 4"));
        for (int interval = 0; interval < 48; interval++) {
            assertLoad(load(loads, interval), 30, 60, 4, 5);
            assertThat(load(loads, interval).patience()).containsExactly(new Patience(1, ENDLESS));
        }
        assertThat(IntStream.range(48, 336).filter(i -> loads.at(0, i).isPresent())).as("other days").isEmpty();
        assertThat(load(loads, 0).isLike(load(loads, 47))).isTrue();
    }

    /** Two agents need 5 min for a call and one 10: together three do one in 2 min. After-call work comes on top of each. */
    @Test
    void groupsWithWorkOfTheirOwn() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03, length: 1 day")
                .volume("calls", "volume: 60 / hour, work_by_group: {slow: {distribution: constant, mean: 9 min}}, after_call: {distribution: constant, mean: 1 min}, "
                        + "work: {distribution: constant, mean: 4 min}")
                .agents("agents", "staffing: 2")
                .agents("slow", "staffing: 1"));
        assertLoad(load(loads, 0), 30, 60, 3, 6);
    }

    /** Calls that take no time with those who have no number of their own, of whom nobody is planned. */
    @Test
    void workWithoutLengthWhereNobodyDoesIt() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03, length: 1 day")
                .volume("calls", "volume: 60 / hour, work_by_group: {slow: {distribution: constant, mean: 9 min}}, work: {distribution: constant, mean: 5 min, at_zero: 100 %}")
                .agents("agents", "staffing: {daily: {\"00:00\": 0, \"12:00\": 1}}")
                .agents("slow", "staffing: 1"));
        assertLoad(load(loads, 0), 30, 60, 1, 9);
        assertLoad(load(loads, 24), 30, 60, 2, 0);
    }

    /** A week and three hours from Monday 08:15: three hours of Monday come twice, and only what lies in the horizon counts. */
    @Test
    void dateAfterDateAndTheEndsOfTheHorizon() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03T08:15, length: 171 h")
                .volume("calls", "volume: 60 / hour, " + TALK)
                .agents("agents", "staffing: {mon: {\"00:00\": 4}, tue-sun: {\"00:00\": 1}}"));
        assertLoad(load(loads, at(0, 8, 0)), 15 + 30, 60, 4, 5);
        assertLoad(load(loads, at(0, 8, 30)), 60, 60, 4, 5);
        assertLoad(load(loads, at(0, 11, 0)), 30 + 15, 60, 4, 5);
        assertLoad(load(loads, at(0, 11, 30)), 30, 60, 4, 5);
        assertLoad(load(loads, at(1, 0, 0)), 30, 60, 1, 5);
    }

    @Test
    void theWarmUpDoesNotCount() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03, length: 8 days, end: cut, warm_up: 12 h")
                .with("events: {busy: {start: 2011-01-03, shape: [3]}}")
                .volume("calls", "volume: 60 / hour, " + TALK)
                .agents("agents", "staffing: 4"));
        assertLoad(load(loads, at(0, 9, 0)), 30, 60, 4, 5);
        assertLoad(load(loads, at(0, 15, 0)), 90 + 30, 120, 4, 5);
    }

    /** Open from 08:45: half of the half-hour, at its full rate. Staff of 2 for ten minutes and 5 for twenty: 4. Nobody there from 10:00 on. */
    @Test
    void doorsAndStaffWithinAnInterval() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03, length: 1 day")
                .desk("desk", "opening: {mon: 08:45-11:00}")
                .volume("calls", "volume: 60 / hour, " + TALK)
                .agents("agents", "staffing: {mon: {\"08:00\": 3, \"09:00\": 2, \"09:10\": 5, \"09:30\": 1, \"09:45\": 0}}"));
        assertThat(loads.at(0, at(0, 8, 0))).as("closed").isEmpty();
        assertLoad(load(loads, at(0, 8, 30)), 15, 60, 3, 5);
        assertLoad(load(loads, at(0, 9, 0)), 30, 60, 4, 5);
        assertLoad(load(loads, at(0, 9, 30)), 15, 60, 1, 5);
        assertThat(loads.at(0, at(0, 10, 0))).as("nobody there").isEmpty();
        assertThat(loads.at(0, at(0, 11, 0))).as("closed").isEmpty();
    }

    /** A curve with points inside an interval: weights 1, then 3 from 09:15, each for 15 minutes, in a desk that opens at 09:15. */
    @Test
    void profilesWithinAnInterval() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03, length: 1 day")
                .with("profiles: {steep: {mon: {\"09:00\": 1, \"09:15\": 3, \"09:30\": 0}}}")
                .desk("desk", "opening: {mon: 09:15-10:00}")
                .volume("calls", "volume: 53 / year, profile: steep, " + TALK)
                .agents("agents", "staffing: 1"));
        double perMonday = load(loads, at(0, 9, 0)).calls() * 4 / 3;
        assertThat(perMonday).isBetween(0.99, 1.03); // 52 Mondays in a year, 53 or so calls
        assertThat(load(loads, at(0, 9, 0)).arrivalsPerSecond() * 900).isCloseTo(0.75 * perMonday, within(1e-12));
        assertThat(loads.at(0, at(0, 9, 30))).as("nobody calls").isEmpty();
    }

    /** Four with a break of half an hour, eight with breaks of 15 and of 5 minutes who go at 11:45. */
    @Test
    void shiftsAndTheirBreaks() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03, length: 1 day")
                .volume("calls", "volume: 60 / hour, " + TALK)
                .agents("empty", "staffing: 0")
                .agents("agents", "shifts: [{agents: 4, days: daily, start: \"08:00\", end: \"12:00\", "
                        + "breaks: [{at: \"09:00\", length: 30 min}]}, "
                        + "{agents: 8, days: daily, start: \"08:00\", end: \"11:45\", breaks: [{at: \"10:00\", length: 15 min}, {at: \"10:20\", length: 5 min}]}]"));
        assertThat(loads.at(0, at(0, 7, 30))).isEmpty();
        assertThat(load(loads, at(0, 8, 0)).agents()).isEqualTo(12);
        assertThat(load(loads, at(0, 9, 0)).agents()).isEqualTo(8);
        assertThat(load(loads, at(0, 9, 30)).agents()).isEqualTo(12);
        assertThat(load(loads, at(0, 10, 0)).agents()).as("8 are away for 20 of 30 minutes: 12 - 5.33").isEqualTo(7);
        assertThat(load(loads, at(0, 10, 30)).agents()).isEqualTo(12);
        assertThat(load(loads, at(0, 11, 30)).agents()).isEqualTo(8);
        assertThat(loads.at(0, at(0, 12, 0))).isEmpty();
    }

    /** Handle time is that of the interval, of its calls, at the speed of those who are there and may take them. */
    @Test
    void handleTimesOfTheInterval() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03, length: 1 day")
                .with("councils: {north: , south: }\nservices: {housing: , tax: }")
                .volume("calls", "volume: 60 / hour, after_call: {distribution: uniform, low: 0 s, high: 2 min}, "
                        + "work: {by_time: {\"08:00\": {distribution: exponential, mean: 4 min}, \"12:00\": {distribution: exponential, mean: 9 min}}}")
                .volume("taxes", "council: south, service: tax, volume: 20 / hour, work: {distribution: lognormal, mean: 6 min, cv: 1, at_zero: 50 %}")
                .agents("both", "skills: [housing, tax], speed: {housing: 2}, staffing: {mon: {\"00:00\": 1}}")
                .agents("housing", "skills: [housing], staffing: {mon: {\"00:00\": 0, \"12:00\": 3}}"));
        assertLoad(load(loads, at(0, 11, 30)), 40, 80, 1, (60 * (4 + 1) / 2.0 + 20 * 3) / 80);
        assertLoad(load(loads, at(0, 12, 0)), 40, 80, 4, (60 * (9 + 1) / 1.25 + 20 * 3) / 80);
        assertLoad(load(loads, at(0, 7, 30)), 40, 80, 1, (60 * (9 + 1) / 2.0 + 20 * 3) / 80);
    }

    /** Three chats at 0.65 are done 1.95 times as fast as one after the other, two at 0.8 only 1.6 times; calls gain nothing. */
    @Test
    void handleTimesOfChats() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03, length: 1 day")
                .with("channels: {phone: , chat: {kind: chat}}")
                .volume("chats", "channel: chat, volume: 60 / hour, work: {distribution: exponential, mean: 8 min}")
                .volume("calls", "volume: 20 / hour, work: {distribution: exponential, mean: 5 min}")
                .agents("agents", "staffing: 4, chats: {most: 3, speed_by_load: [1, 0.8, 0.65]}"));
        assertLoad(load(loads, at(0, 12, 0)), 40, 80, 4, (60 * 8 / 1.95 + 20 * 5) / 80);
    }

    /** Tables hold from their own minute, also within an interval: two thirds of the calls of the first half-hour have 10 min, the last row goes on after midnight. */
    @Test
    void tablesThatChangeWithinAnInterval() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03T08:00, length: 24 h")
                .volume("calls", "volume: 60 / hour, patience: {by_time: {\"08:20\": {distribution: exponential, mean: 50 s}, \"21:00\": {distribution: exponential, mean: 100 s}}}, "
                        + "work: {by_time: {\"08:10\": {distribution: exponential, mean: 10 min}, \"20:00\": {distribution: exponential, mean: 4 min}}}")
                .agents("agents", "staffing: 9"));
        assertLoad(load(loads, at(0, 8, 0)), 30, 60, 9, (4 + 2 * 10) / 3.0);
        assertPatience(load(loads, at(0, 8, 0)), new Patience(2 / 3.0, 1 / 100.0), new Patience(1 / 3.0, 1 / 50.0));
        assertLoad(load(loads, at(0, 8, 30)), 30, 60, 9, 10);
        assertLoad(load(loads, at(1, 7, 30)), 30, 60, 9, 4);
        assertPatience(load(loads, at(1, 7, 30)), new Patience(1, 1 / 100.0));
    }

    /** So do those of recorded calls. */
    @Test
    void tablesOfRecordedCalls() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03T08:00, length: 1 h")
                .callsAt("calls", "work: {by_time: {\"00:00\": {distribution: exponential, mean: 4 min}, \"08:10\": {distribution: exponential, mean: 10 min}}}",
                        "2011-01-03T08:09:59", "2011-01-03T08:10:00", "2011-01-03T08:20:00")
                .agents("agents", "staffing: 1"));
        assertLoad(load(loads, at(0, 8, 0)), 3, 6, 1, 8);
    }

    @Test
    void everybodysOwnPatience() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03, length: 1 day")
                .with("councils: {north: , south: , east: , west: }")
                .volume("a", "volume: 40 / hour, balk: 25 %, patience: {distribution: exponential, mean: 2 min, at_zero: 10 %}, " + TALK)
                .volume("b", "council: south, volume: 20 / hour, " + TALK)
                .volume("c", "council: east, volume: 30 / hour, patience: {distribution: hyperexponential, branches: [{share: 20 %, mean: 50 s}, {share: 80 %, mean: 2 min}]}, " + TALK)
                .volume("d", "council: west, volume: 10 / hour, patience: {by_time: {\"00:00\": {distribution: constant, mean: 50 s}, \"12:00\": {distribution: exponential, mean: 50 s, at_zero: 100 %}}}, " + TALK)
                .agents("agents", "staffing: 3"));
        assertPatience(load(loads, at(0, 9, 0)), new Patience(0.2, ENDLESS), new Patience(0.4 * 0.75 * 0.9 + 0.3 * 0.8, 1 / 120.0), new Patience(0.06 + 0.1, 1 / 50.0),
                new Patience(0.4 * (0.25 + 0.75 * 0.1), AT_ONCE));
        assertPatience(load(loads, at(0, 12, 0)), new Patience(0.2, ENDLESS), new Patience(0.4 * 0.75 * 0.9 + 0.3 * 0.8, 1 / 120.0), new Patience(0.06, 1 / 50.0),
                new Patience(0.4 * (0.25 + 0.75 * 0.1) + 0.1, AT_ONCE));
        assertThat(load(loads, at(0, 9, 0)).isLike(load(loads, at(0, 12, 0)))).isFalse();
    }

    private static void assertPatience(Load load, Patience... parts) {
        assertThat(load.patience()).hasSameSizeAs(parts);
        for (int i = 0; i < parts.length; i++) {
            assertThat(load.patience().get(i).share()).isCloseTo(parts[i].share(), within(1e-12));
            assertThat(load.patience().get(i).rate()).isEqualTo(parts[i].rate(), within(1e-12));
        }
    }

    /** 26 March 2011 is a Saturday; in the night to Sunday the clock goes from 01:00 to 02:00. */
    @Test
    void daysOfTwentyThreeHours() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-03-26, length: 9 days, zone: Europe/London")
                .volume("calls", "volume: 60 / hour, " + TALK)
                .agents("agents", "staffing: 4"));
        assertLoad(load(loads, at(6, 0, 30)), 60, 60, 4, 5);
        assertLoad(load(loads, at(6, 1, 0)), 30, 60, 4, 5);
        assertLoad(load(loads, at(6, 2, 0)), 60, 60, 4, 5);
        assertLoad(load(loads, at(0, 2, 0)), 30, 60, 4, 5);
    }

    /** Recorded calls are calls: two at exact times, one before opening, ten in a half-hour of which the desk is open for a half. */
    @Test
    void recordedCalls() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03T08:00, length: 3 h")
                .desk("desk", "opening: {mon: 08:30-10:45}")
                .callsAt("calls", TALK, "2011-01-03T08:10:00", "2011-01-03T08:30:00", "2011-01-03T08:59:59", "2011-01-03T09:00:00")
                .agents("agents", "staffing: 1"));
        assertThat(loads.at(0, at(0, 8, 0))).isEmpty();
        assertLoad(load(loads, at(0, 8, 30)), 2, 4, 1, 5);
        assertLoad(load(loads, at(0, 9, 0)), 1, 2, 1, 5);
        assertThat(loads.at(0, at(0, 9, 30))).isEmpty();
    }

    /** Half of eight recorded people try the portal, which fails one in four: four call at once, and one comes as a query, with its own work. */
    @Test
    void recordedCallsThatBecomeOthers() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03T08:00, length: 1 h")
                .with("channels: {phone: , web: {kind: self_service}}\ncouncils: {north: , south: }")
                .counted("calls", "self_service: {channel: web, tries: 50 %, contained: 75 %, becomes: queries, delay: {distribution: constant, mean: 1 s}}, " + TALK, "2011-01-03T08:00,8", "2011-01-03T08:30,0")
                .volume("queries", "council: south, volume: 0 / year, work: {distribution: exponential, mean: 10 min}")
                .agents("agents", "staffing: 1"));
        assertLoad(load(loads, at(0, 8, 0)), 4 + 1, 10, 1, (4 * 5 + 10) / 5.0);
    }

    /** Thirty calls from 09:00 to 09:30, of which nobody is there for the first ten minutes; six in the next half-hour. */
    @Test
    void countedCalls() {
        DeskLoads loads = loads(new Script()
                .time("start: 2011-01-03T08:00, length: 3 h")
                .counted("calls", TALK, "2011-01-03T09:00,30", "2011-01-03T09:30,6")
                .agents("agents", "staffing: {mon: {\"08:00\": 1, \"09:00\": 0, \"09:10\": 1, \"09:40\": 2}}"));
        assertThat(loads.at(0, at(0, 8, 30))).isEmpty();
        assertLoad(load(loads, at(0, 9, 0)), 20, 60, 1, 5);
        assertLoad(load(loads, at(0, 9, 30)), 6, 12, 2, 5);
        assertThat(loads.at(0, at(0, 10, 0))).isEmpty();
    }

    @Test
    void likeIsWhatFormulasMakeTheSameOf() {
        List<Patience> patience = List.of(new Patience(0.5, 0), new Patience(0.5, 1));
        Load load = new Load(7, 0.1, 3, 60, patience);
        assertThat(load.isLike(new Load(8, 0.1 + 1e-12, 3, 60 - 1e-10, List.copyOf(patience)))).isTrue();
        assertThat(load.isLike(new Load(7, 0.1 + 1e-8, 3, 60, patience))).isFalse();
        assertThat(load.isLike(new Load(7, 0.1, 4, 60, patience))).isFalse();
        assertThat(load.isLike(new Load(7, 0.1, 3, 61, patience))).isFalse();
        assertThat(load.isLike(new Load(7, 0.1, 3, 60, List.of(new Patience(0.5, 0), new Patience(0.5, 2))))).isFalse();
        assertThat(load.isLike(new Load(7, 0.1, 3, 60, List.of(new Patience(0.4, 0), new Patience(0.6, 1))))).isFalse();
        assertThat(load.isLike(new Load(7, 0.1, 3, 60, List.of(new Patience(1, 0))))).isFalse();
    }

    /** Desks do not see one another's calls and agents. */
    @Test
    void deskByDesk() {
        Program program = new Script()
                .time("start: 2011-01-03, length: 1 day")
                .desk("night", "opening: {mon: 20:00-24:00}")
                .volume("calls", "volume: 60 / hour, " + TALK)
                .with("councils: {north: , south: }")
                .volume("late", "council: south, desk: night, volume: 12 / hour, work: {distribution: gamma, mean: 10 min, cv: 0.5}")
                .agents("agents", "staffing: 4")
                .agents("owls", "desk: night, staffing: 2")
                .compile();
        DeskLoads loads = new DeskLoads(program);
        assertLoad(loads.at(0, at(0, 21, 0)).orElseThrow(), 30, 60, 4, 5);
        assertLoad(loads.at(1, at(0, 21, 0)).orElseThrow(), 6, 12, 2, 10);
        assertThat(loads.at(1, at(0, 19, 30))).isEmpty();
        assertThat(loads.flowsOf(1)).containsExactly(1);
        assertThat(loads.groupsOf(1)).containsExactly(1);
    }

    @Test
    void meansOfEveryKind() {
        Program.Lengths lengths = new Program.Lengths(
                new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 10, 11, 2},
                new double[] {0, 7e6, 7e6, Math.log(7e6) - 0.5, 3, 0.5, 4e6, 0, 0, 0, 2e6, 2e6, 0, 5e6},
                new double[] {0, 0, 0, 1, 2e6, 5e6, 6e6, 0, 0, 0, 10e6, 10e6, 0, 0},
                new double[] {0, 0, 0.5, 0, 0, 0, 0, 0.25, 0, 0, 0, 0, 0.1, 0.5},
                new long[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3_000_000},
                new int[] {0, 0, 0, 0, 0, 0, 0, 0, 4, 7, 8, 9, 11, 15, 15},
                new double[] {0.25, 4e6, 1, 8e6, 1e6, 2e6, 6e6, 9e6, 0.2, 1.8, 4.2, 0.4, 2, 1, 11});
        MeanLengths means = new MeanLengths(lengths);
        double[] expected = {Double.POSITIVE_INFINITY, 7, 3.5, 7, 6, 5 * Math.sqrt(Math.PI) / 2, 7, 0.75 * 7, 2.75, 9, 6, 5, 0.9 * (0.4 * 3.5 + 0.6 * 5), 4};
        for (int kind = 0; kind < expected.length; kind++) {
            assertThat(means.seconds(kind)).as("distribution " + kind).isEqualTo(expected[kind], within(1e-9));
        }
        assertThat(means.patience(0)).contains(new Patience(1, 0));
        assertThat(means.patience(2)).isEqualTo(List.of(new Patience(0.5, AT_ONCE), new Patience(0.5, 1 / 7.0)));
        assertThat(means.patience(12)).describedAs("parts of a mixture, each with its zeros").isEqualTo(List.of(
                new Patience(0.1, AT_ONCE), new Patience(0.9 * 0.4 * 0.5, AT_ONCE), new Patience(0.9 * 0.4 * 0.5, 1 / 7.0), new Patience(0, AT_ONCE), new Patience(0.9 * 0.6, 1 / 5.0)));
        assertThat(means.patience(13)).isEqualTo(List.of(new Patience(0.5, AT_ONCE), new Patience(0.5, 1 / 8.0)));
        assertThat(IntStream.range(0, expected.length).filter(means::isExponential)).containsExactly(0, 2, 7);
        assertThat(means.patience(7)).isEqualTo(List.of(new Patience(0.25, AT_ONCE), new Patience(0.75 * 0.25, 1 / 4.0), new Patience(0.75 * 0.75, 1 / 8.0)));
    }
}
