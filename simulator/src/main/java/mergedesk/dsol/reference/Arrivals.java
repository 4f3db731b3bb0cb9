package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import mergedesk.program.Program;
import mergedesk.program.Volumes;
import mergedesk.random.DailyFactor;
import mergedesk.random.Exponential;
import mergedesk.random.Streams;

/**
 * First attempts, a civil day at a time.
 *
 * <p>Poisson: S1, S2 … are the times of a process of unit rate, sums of exponential gaps. A person comes when the day's expected count so
 * far, which rises linearly between the points of its shape, reaches S. Traced: n people come at n uniform moments of the block of ticks
 * in which they were counted, where the partial sums of n + 1 exponential gaps lie in the sum of all. Both rounded down to a tick.
 * The order in which floating-point numbers are combined is part of the definition, so that the last tick agrees too.
 */
final class Arrivals {
    private final Program program;
    private final Program.Calendar calendar;
    private final Program.Demand demand;
    private final WallClock clock;
    private final long runKey;
    private final List<DailyFactor> busyness = new ArrayList<>();

    /** For days 0, 1, 2 … in order. */
    Arrivals(Program program, WallClock clock, long runKey) {
        this.program = program;
        this.clock = clock;
        this.runKey = runKey;
        calendar = program.calendar();
        demand = program.demand();
        for (int factor = 0; factor < demand.factorKey().length; factor++) {
            busyness.add(new DailyFactor(demand.factorShape()[factor], demand.factorCorrelation()[factor]));
        }
    }

    /** Everybody who comes on a day, in order of tick, then flow, then ordinal; nobody before tick 0 or after the end of arrivals. */
    List<Person> of(int day) {
        double[] factors = new double[busyness.size()];
        for (int factor = 0; factor < factors.length; factor++) {
            factors[factor] = busyness.get(factor)
                    .of(day, Streams.dayKey(runKey, Streams.BUSYNESS, demand.factorKey()[factor], calendar.firstCivilDay() + day));
        }
        List<Person> people = new ArrayList<>();
        for (int flow = 0; flow < program.flowCount(); flow++) {
            List<Long> ticks = poisson(flow, day, factors);
            ticks.addAll(traced(flow, day));
            Collections.sort(ticks);
            for (int ordinal = 0; ordinal < ticks.size(); ordinal++) {
                people.add(person(flow, day, ordinal, ticks.get(ordinal)));
            }
        }
        long endTick = program.horizon().cut() ? Long.MAX_VALUE : program.horizon().endTick();
        people.removeIf(person -> person.firstArrivalTick < 0 || person.firstArrivalTick >= endTick);
        people.sort(Comparator.<Person>comparingLong(person -> person.firstArrivalTick)
                .thenComparingInt(person -> person.flow)
                .thenComparingInt(person -> person.ordinal));
        return people;
    }

    private Person person(int flow, int day, int ordinal, long tick) {
        long dayKey = Streams.dayKey(runKey, Streams.CONTACT, demand.flowKey()[flow], calendar.firstCivilDay() + day);
        int work = clock.inForce(program.contacts().work(), flow, tick);
        return new Person(flow, day, ordinal, Streams.ordinalKey(dayKey, ordinal), tick, work);
    }

    private List<Long> poisson(int flow, int day, double[] factors) {
        double count = expected(flow, day);
        for (int level = 0; level < 3; level++) {
            int factor = demand.flowFactors()[flow * 3 + level];
            if (factor >= 0) {
                count *= factors[factor];
            }
        }
        long dayKey = Streams.dayKey(runKey, Streams.ARRIVAL, demand.flowKey()[flow], calendar.firstCivilDay() + day);
        List<Long> ticks = new ArrayList<>();
        Volumes volumes = demand.volumes();
        int shape = volumes.shape()[volumes.rowOfFlow()[flow] * volumes.columns() + volumes.columnOfDay()[day]];
        double s = 0;
        for (int k = 0; ; k++) {
            s += Exponential.of(Streams.ordinalKey(dayKey, k));
            int through = demand.shapeOffset()[shape];
            while (through < demand.shapeOffset()[shape + 1] && count * demand.shapeCumulative()[through] <= s) {
                through++;
            }
            if (through == demand.shapeOffset()[shape + 1]) {
                return ticks;
            }
            ticks.add(calendar.dayStartTick()[day] + tickBetween(through - 1, through, count, s));
        }
    }

    /** A day's share of the year, times the year's total as it has grown by then, times all events of the day. */
    private double expected(int flow, int day) {
        Volumes volumes = demand.volumes();
        double grownTotal = volumes.total()[flow];
        if (volumes.growth()[flow] != 0) {
            grownTotal *= StrictMath.pow(1 + volumes.growth()[flow], volumes.years()[day]);
        }
        double count = volumes.share()[volumes.rowOfFlow()[flow] * volumes.columns() + volumes.columnOfDay()[day]] * grownTotal;
        for (int event = 0; event < volumes.eventDay().length; event++) {
            int since = day - volumes.eventDay()[event];
            int lasts = volumes.eventOffset()[event + 1] - volumes.eventOffset()[event];
            boolean concerned = Arrays.stream(volumes.eventFlow(), volumes.eventFlowOffset()[event], volumes.eventFlowOffset()[event + 1])
                    .anyMatch(other -> other == flow);
            if (since >= 0 && since < lasts && concerned) {
                count *= volumes.eventFactor()[volumes.eventOffset()[event] + since];
            }
        }
        return count;
    }

    /** Ticks from the start of the day at which the expected count, which lies between those of two points, is s. */
    private long tickBetween(int before, int through, double count, double s) {
        double countBefore = count * demand.shapeCumulative()[before];
        double countThrough = count * demand.shapeCumulative()[through];
        long length = demand.shapeTicks()[through] - demand.shapeTicks()[before];
        double ticksPerCount = length / (countThrough - countBefore);
        long ticks = (long) ((s - countBefore) * ticksPerCount);
        return demand.shapeTicks()[before] + Math.min(ticks, length - 1);
    }

    private List<Long> traced(int flow, int day) {
        long dayKey = Streams.dayKey(runKey, Streams.TRACE, demand.flowKey()[flow], calendar.firstCivilDay() + day);
        List<Long> ticks = new ArrayList<>();
        int drawn = 0;
        for (int block = demand.traceOffset()[flow]; block < demand.traceOffset()[flow + 1]; block++) {
            long start = demand.traceStartTick()[block];
            long length = demand.traceEndTick()[block] - start;
            int people = demand.traceCount()[block];
            if (start < calendar.dayStartTick()[day] || start >= calendar.dayStartTick()[day + 1]) {
                continue;
            }
            if (length == 0) {
                ticks.addAll(Collections.nCopies(people, start));
                continue;
            }
            double[] sums = new double[people + 1];
            double sum = 0;
            for (int i = 0; i <= people; i++) {
                sum += Exponential.of(Streams.ordinalKey(dayKey, drawn++));
                sums[i] = sum;
            }
            for (int i = 0; i < people; i++) {
                ticks.add(start + Math.min((long) (sums[i] * (length / sum)), length - 1));
            }
        }
        return ticks;
    }
}
