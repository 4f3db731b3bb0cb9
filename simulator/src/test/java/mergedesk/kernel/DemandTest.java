package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mergedesk.experiment.Tracing;
import mergedesk.observe.Count;
import mergedesk.program.DayTable;
import mergedesk.program.Program;
import mergedesk.random.DailyFactor;
import mergedesk.random.Exponential;
import mergedesk.random.Streams;
import org.junit.jupiter.api.Test;

/** Who comes when, against the definition: unit-rate times of each day inverted through the day's cumulative count. */
class DemandTest {
    private record Arrival(long tick, int flow, int day, int ordinal) {}

    private static final String PROFILES = "profiles: {peak: {mon-fri: {\"09:00\": 1, \"09:30\": 5, \"10:00\": 0, \"10:30\": 2, \"17:00\": 3}, "
            + "sun: {\"00:30\": 1, \"01:00\": 3, \"01:30\": 2, \"02:00\": 4, \"02:30\": 1, \"23:30\": 2}}}\n";

    private static Script busyWeek(String time) {
        return new Script()
                .time(time)
                .with(PROFILES + "busyness: {all: {cv: 20 %, autocorrelation: 0.5}, council: {cv: 10 %}, service: {cv: 5 %}}\ncouncils: {north: , south: }")
                .volume("a", "work: " + seconds(1) + ", volume: 2000 / day, profile: peak")
                .volume("b", "council: south, work: " + seconds(1) + ", volume: 300 / day")
                .agents("team", "staffing: 1");
    }

    private static List<Arrival> simulated(Program program, int replication) {
        List<Arrival> arrivals = new ArrayList<>();
        Tracing.trace(program, 1, replication, line -> {
            String[] columns = line.toString().split(",", -1);
            if (columns[2].equals("offered")) {
                String[] contact = columns[3].split(":");
                arrivals.add(new Arrival(Long.parseLong(columns[0]), Integer.parseInt(contact[0]), Integer.parseInt(contact[1]), Integer.parseInt(contact[2])));
            }
        });
        return arrivals;
    }

    /** The definition, in the plainest words. */
    private static List<Arrival> defined(Program program, int replication) {
        Program.Demand demand = program.demand();
        Program.Calendar calendar = program.calendar();
        long run = Streams.runKey(1, replication);
        DailyFactor[] factors = new DailyFactor[demand.factorKey().length];
        for (int f = 0; f < factors.length; f++) {
            factors[f] = new DailyFactor(demand.factorShape()[f], demand.factorCorrelation()[f]);
        }
        double[] expected = DayTable.expected(demand);
        int[] shapes = DayTable.shapes(demand);
        List<Arrival> arrivals = new ArrayList<>();
        for (int day = 0; day < calendar.dayCount(); day++) {
            double[] today = new double[factors.length];
            for (int f = 0; f < factors.length; f++) {
                today[f] = factors[f].of(day, Streams.dayKey(run, Streams.BUSYNESS, demand.factorKey()[f], program.calendar().firstCivilDay() + day));
            }
            for (int flow = 0; flow < program.flowCount(); flow++) {
                double count = expected[flow * calendar.dayCount() + day];
                for (int level = 0; level < 3; level++) {
                    count *= today[demand.flowFactors()[flow * 3 + level]];
                }
                long key = Streams.dayKey(run, Streams.ARRIVAL, demand.flowKey()[flow], program.calendar().firstCivilDay() + day);
                int shape = demand.shapeOffset()[shapes[flow * calendar.dayCount() + day]];
                int last = demand.shapeOffset()[shapes[flow * calendar.dayCount() + day] + 1] - 1;
                int ordinal = 0;
                for (double unit = Exponential.of(Streams.ordinalKey(key, 0)); ; unit += Exponential.of(Streams.ordinalKey(key, ordinal))) {
                    while (shape < last && unit >= count * demand.shapeCumulative()[shape + 1]) {
                        shape++;
                    }
                    if (shape == last) {
                        break;
                    }
                    double begin = count * demand.shapeCumulative()[shape];
                    double end = count * demand.shapeCumulative()[shape + 1];
                    long start = demand.shapeTicks()[shape];
                    long length = demand.shapeTicks()[shape + 1] - start;
                    long tick = calendar.dayStartTick()[day] + start + (long) ((unit - begin) * (length / (end - begin)));
                    arrivals.add(new Arrival(tick, flow, day, ordinal++));
                }
            }
        }
        arrivals.removeIf(arrival -> arrival.tick < 0 || arrival.tick >= program.horizon().endTick());
        arrivals.sort(Comparator.comparingLong(Arrival::tick).thenComparingInt(Arrival::flow).thenComparingInt(Arrival::ordinal));
        return arrivals;
    }

    @Test
    void invertsTheCumulativeCountOfEachDay() {
        for (String time : List.of("start: 2011-03-24, length: 1 week", "start: 2011-10-29T09:37:11, length: 50 h", "start: 2011-10-28, length: 8 h, interval: 15 min")) {
            Program program = busyWeek(time).compile();
            List<Arrival> arrivals = simulated(program, 3);
            assertThat(arrivals).hasSizeGreaterThan(50).isEqualTo(defined(program, 3));
        }
    }

    /**
     * Traces agree when sorted: an abandonment that nobody notices is told when an interval ends. What comes after the end of a run that is cut
     * counts nowhere, and goes on until an interval ends.
     */
    @Test
    void reportingIntervalsHaveNoPartInWhatHappens() {
        for (String time : List.of("length: 2 days", "length: 60 h, end: cut, warm_up: 7 h")) {
            Set<String> quarters = everything(time + ", interval: 15 min");
            assertThat(quarters).hasSizeGreaterThan(8_000);
            for (String interval : List.of("30 min", "60 min")) {
                Set<String> others = everything(time + ", interval: " + interval);
                assertThat(others.stream().filter(event -> !quarters.contains(event))).isEmpty();
                assertThat(others).hasSameSizeAs(quarters);
            }
        }
    }

    private static Set<String> everything(String time) {
        return Script.everything(time).run().stream()
                .filter(event -> !time.contains("cut") || Double.parseDouble(event.split(" ")[0]) < 60 * 3600)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void meetsTheSamePeopleWhenARunStartsLaterInTheDay() {
        Program early = busyWeek("start: 2011-01-03, length: 3 days").compile();
        Program late = busyWeek("start: 2011-01-03T09:40, length: 2 days").compile();
        long shift = 34_800_000_000L;
        List<Arrival> expected = simulated(early, 0).stream()
                .map(a -> new Arrival(a.tick - shift, a.flow, a.day, a.ordinal))
                .filter(a -> a.tick >= 0 && a.tick < late.horizon().endTick())
                .toList();
        assertThat(simulated(late, 0)).isEqualTo(expected);
    }

    /** A counted interval holds exactly its contacts, uniformly, and ordinals ascend with time from day to day anew. */
    @Test
    void spreadsCountedContactsInTheirInterval() {
        Program program = new Script()
                .time("start: 2011-01-03, length: 2 days")
                .counted("a", "work: " + seconds(1), "2011-01-03T09:00,20000", "2011-01-03T09:30,0", "2011-01-03T10:00,3", "2011-01-04T00:00,5")
                .callsAt("b", "work: " + seconds(1), "2011-01-03T09:10", "2011-01-04T00:00", "2011-01-03T09:10")
                .agents("team", "staffing: 1")
                .compile();
        List<Arrival> arrivals = simulated(program, 0);
        assertThat(arrivals).isSortedAccordingTo(Comparator.comparingLong(Arrival::tick).thenComparingInt(Arrival::flow).thenComparingInt(Arrival::ordinal));
        assertThat(arrivals.stream().filter(a -> a.flow == 1)).containsExactly(
                new Arrival(33_000_000_000L, 1, 0, 0), new Arrival(33_000_000_000L, 1, 0, 1), new Arrival(86_400_000_000L, 1, 1, 0));
        long[] ticks = arrivals.stream().filter(a -> a.flow == 0).mapToLong(Arrival::tick).toArray();
        assertThat(ticks).hasSize(20_008);
        assertThat(ticks[0]).isGreaterThanOrEqualTo(32_400_000_000L);
        assertThat(ticks[19_999]).isLessThan(34_200_000_000L);
        assertThat(ticks[20_000]).isGreaterThanOrEqualTo(36_000_000_000L);
        assertThat(ticks[20_002]).isLessThan(37_800_000_000L);
        double distance = 0;
        for (int i = 0; i < 20_000; i++) {
            double p = (ticks[i] - 32_400_000_000L) / 1.8e9;
            distance = Math.max(distance, Math.max(p - i / 20_000.0, (i + 1) / 20_000.0 - p));
        }
        assertThat(distance * Math.sqrt(20_000)).isLessThan(2.2253); // Kolmogorov's 1e-4
        int ordinal = 0;
        for (Arrival arrival : arrivals) {
            if (arrival.flow == 0 && arrival.day == 0) {
                assertThat(arrival.ordinal).isEqualTo(ordinal++);
            }
        }
    }

    /** Rows of an hour, of a quarter and over midnight, whatever the interval of reports; each holds its own contacts, uniformly. */
    @Test
    void spreadsRowsOfAnyLengthOverThatLength() {
        List<List<Arrival>> byInterval = new ArrayList<>();
        for (int minutes : new int[] {15, 30, 60}) {
            Program program = new Script()
                    .time("start: 2011-01-03, length: 2 days, interval: " + minutes + " min")
                    .counted("hours", "work: " + seconds(1), "2011-01-03T09:00,8000", "2011-01-03T10:00,4000")
                    .counted("quarters", "work: " + seconds(1), "2011-01-03T09:00,500", "2011-01-03T09:15,700", "2011-01-03T09:30,900")
                    .counted("night", "work: " + seconds(1), "2011-01-03T22:30,300", "2011-01-03T23:40,700", "2011-01-04T00:50,500")
                    .agents("team", "staffing: 1")
                    .compile();
            byInterval.add(simulated(program, 0));
        }
        List<Arrival> arrivals = byInterval.get(0);
        assertThat(byInterval.get(1)).isEqualTo(arrivals);
        assertThat(byInterval.get(2)).isEqualTo(arrivals);
        assertThat(between(arrivals, 0, 9 * 60, 10 * 60)).isEqualTo(8_000);
        assertThat(between(arrivals, 0, 10 * 60, 11 * 60)).isEqualTo(4_000);
        for (int quarter = 0; quarter < 4; quarter++) {
            double s = Math.sqrt(8_000 * 0.25 * 0.75);
            assertThat((double) between(arrivals, 0, 540 + 15 * quarter, 555 + 15 * quarter)).isCloseTo(2_000, within(4.5 * s));
        }
        assertThat(between(arrivals, 1, 540, 555)).isEqualTo(500);
        assertThat(between(arrivals, 1, 555, 570)).isEqualTo(700);
        assertThat(between(arrivals, 1, 570, 585)).isEqualTo(900);
        assertThat(between(arrivals, 2, 1_350, 1_420)).isEqualTo(300);
        assertThat(between(arrivals, 2, 1_420, 1_440)).describedAs("two sevenths of 700 before midnight").isEqualTo(200);
        assertThat(between(arrivals, 2, 1_440, 1_490)).isEqualTo(500);
        assertThat(between(arrivals, 2, 1_490, 1_560)).isEqualTo(500);
    }

    private static long between(List<Arrival> arrivals, int flow, int fromMinute, int toMinute) {
        return arrivals.stream()
                .filter(a -> a.flow == flow && a.tick >= fromMinute * 60_000_000L && a.tick < toMinute * 60_000_000L)
                .count();
    }

    @Test
    void multipliesTheFactorsOfAllLevels() {
        Script script = new Script()
                .time("start: 2011-01-03, length: 1 day")
                .with("councils: {north: , south: }\nbusyness: {all: {cv: 30 %}, council: {cv: 20 %}}")
                .volume("a", "work: " + seconds(1) + ", volume: 1000000 / day")
                .volume("b", "council: south, work: " + seconds(1) + ", volume: 500000 / day")
                .agents("team", "staffing: 40");
        Program program = script.compile();
        Program.Demand demand = program.demand();
        long run = Streams.runKey(1, 8);
        double[] factors = new double[3];
        for (int f = 0; f < 3; f++) {
            factors[f] = new DailyFactor(demand.factorShape()[f], 0).of(0, Streams.dayKey(run, Streams.BUSYNESS, demand.factorKey()[f], program.calendar().firstCivilDay()));
        }
        Script.Result result = Script.summarise(program, 1, 8);
        double a = 1e6 * factors[0] * factors[1];
        double b = 5e5 * factors[0] * factors[2];
        assertThat((double) result.of(mergedesk.observe.Scopes.Kind.FLOW, 0, Count.OFFERED)).isCloseTo(a, within(4.5 * Math.sqrt(a)));
        assertThat((double) result.of(mergedesk.observe.Scopes.Kind.FLOW, 1, Count.OFFERED)).isCloseTo(b, within(4.5 * Math.sqrt(b)));
    }

    @Test
    void endsWhereBusynessMakesADayThatNobodyCanCount() {
        Program program = new Script()
                .time("start: 2011-01-03, length: 1 day")
                .with("busyness: {all: {cv: 1000 %}}")
                .volume("a", "work: " + seconds(1) + ", volume: 1000000 / day")
                .agents("team", "staffing: 1")
                .compile();
        DailyFactor factor = new DailyFactor(program.demand().factorShape()[0], 0);
        int busy = 0;
        while (factor.of(0, Streams.dayKey(Streams.runKey(1, busy), Streams.BUSYNESS, program.demand().factorKey()[0], program.calendar().firstCivilDay())) < 16.8) {
            busy++;
        }
        int replication = busy;
        assertThatThrownBy(() -> Script.summarise(program, 1, replication))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageStartingWith("more than 16,777,216 contacts are expected on one day");
    }

    @Test
    void forgetsTheEarlierRunWhenAKernelIsUsedAgain() {
        Program program = busyWeek("start: 2011-03-24, length: 4 days").compile();
        assertThat(simulated(program, 1)).isNotEqualTo(simulated(program, 2)).isEqualTo(simulated(program, 1));
    }
}
