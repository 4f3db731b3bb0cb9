package mergedesk.cheshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;

/**
 * How well a desk answers by block of the day, with fewer or more agents than a first guess; and from that its cheapest table of agents.
 *
 * <p>Blocks begin at 08:30, 12:00, 14:00 and 16:00. All levels meet the same callers. A block's service is taken to depend on its own agents
 * only: the few callers who wait from one block into the next change the day's service by a few tenths of a point.
 *
 * @param guess agents by block
 * @param lowest number of agents added to the guess at the first level; one more at each further
 * @param offered calls offered, by level and block
 * @param answered calls answered within 45 s, by level and block
 */
record Sizing(int[] guess, int lowest, double[][] offered, double[][] answered) {
    private static final List<String> STARTS = List.of("08:30", "12:00", "14:00", "16:00");
    private static final double[] HOURS = {3.5, 2, 2, 1};
    private static final String END = "17:00";

    /** A table of agents, its agent-hours a working day, the calls it is offered in a year, and how many it answers within 45 s. */
    record Desk(int[] agents, double hours, double offered, double answered) {
        double share() {
            return answered / offered;
        }
    }

    /** A scenario with so many agents by block. */
    interface Staffed {
        ScenarioFile with(String staffing);
    }

    static Sizing of(Staffed scenario, int[] guess, int lowest, int levels, int replications) {
        double[][] offered = new double[levels][STARTS.size()];
        double[][] answered = new double[levels][STARTS.size()];
        for (int level = 0; level < levels; level++) {
            int more = lowest + level;
            int[] agents = Arrays.stream(guess).map(n -> n + more).toArray();
            int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
            Study study = Mergedesk.run(
                    scenario.with(staffing(agents)),
                    new RunOptions(replications, 1L, threads, "cheshire"),
                    Watcher.NONE);
            assertThat(study.manifest().complete()).isTrue();
            add(study, offered[level], answered[level]);
        }
        return new Sizing(guess, lowest, offered, answered);
    }

    static String staffing(int[] agents) {
        return "{mon-fri: {\"08:30\": %d, \"12:00\": %d, \"14:00\": %d, \"16:00\": %d, \"17:00\": 0}}"
                .formatted(agents[0], agents[1], agents[2], agents[3]);
    }

    private static void add(Study study, double[] offered, double[] answered) {
        for (Kpi kpi : study.kpis()) {
            if (kpi.scope().kind() == Scope.Kind.INTERVAL
                    && kpi.scope().place().isOverall()
                    && kpi.measure().equals("offered")
                    && kpi.estimate().value() > 0) {
                int block = block(kpi.scope().interval());
                double calls = kpi.estimate().value();
                offered[block] += calls;
                answered[block] += calls * share(study, kpi.scope().interval());
            }
        }
    }

    private static double share(Study study, String interval) {
        return study.estimate("sl_answered_of_offered", Scope.interval(interval)).value();
    }

    /** Block of an interval such as "Mon 09:30". */
    private static int block(String interval) {
        String time = interval.substring(interval.indexOf(' ') + 1);
        if (time.compareTo(END) >= 0) {
            throw new IllegalStateException("calls offered at " + interval + ", when the desk is closed");
        }
        return (int) STARTS.stream().filter(start -> start.compareTo(time) <= 0).count() - 1;
    }

    /**
     * The fewest agent-hours with at least the target over the year, and at most 10 points less in every block; the best share among equals.
     *
     * @param target share answered within 45 s of the calls offered, 0 to 1
     */
    Desk cheapest(double target) {
        Desk best = null;
        int levels = offered.length;
        for (int code = 0; code < Math.pow(levels, HOURS.length); code++) {
            Desk desk = desk(code, target - 0.1);
            boolean better = desk != null
                    && desk.share() >= target
                    && (best == null
                            || desk.hours < best.hours
                            || desk.hours == best.hours && desk.answered > best.answered);
            best = better ? desk : best;
        }
        if (best == null) {
            throw new IllegalStateException("no table reaches " + target + " around " + Arrays.toString(guess));
        }
        return best;
    }

    /** The table whose levels are the digits of a number; null when a block falls below the floor. */
    private Desk desk(int code, double floor) {
        int[] agents = new int[HOURS.length];
        double hours = 0;
        double calls = 0;
        double good = 0;
        int rest = code;
        for (int block = 0; block < HOURS.length; block++) {
            int level = rest % offered.length;
            rest /= offered.length;
            if (answered[level][block] < floor * offered[level][block]) {
                return null;
            }
            agents[block] = guess[block] + lowest + level;
            hours += HOURS[block] * agents[block];
            calls += offered[level][block];
            good += answered[level][block];
        }
        return new Desk(agents, hours, calls, good);
    }
}
