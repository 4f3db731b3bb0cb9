package mergedesk.winchester;

import java.util.List;
import java.util.Locale;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.RunSettings;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;

/**
 * Winchester's customer service centre as its scenario files describe it, with the two numbers that nobody published: capacity and patience.
 *
 * <p>Capacity C is the number of agents on the phones, averaged over the open hours, if each handles a call in 350 s. The day's shape is fixed;
 * C scales it. As agents are whole, the part of C that is left over is put into their speed.
 *
 * @param reference agents by block of the day (from 08:30, 12:00, 14:00, 16:00), the shape at about the size of summer 2011
 */
record Centre(String shape, int... reference) {
    /** As many agents as the load of the block asks for: 1, 0.80, 0.88 and 0.59 of the morning's. */
    static final Centre BY_LOAD = new Centre("agents follow the load", 10, 8, 9, 6);
    /** The same number all day. */
    static final Centre FLAT = new Centre("the same agents all day", 9, 9, 9, 9);

    private static final double[] HOURS = {3.5, 2, 2, 1};
    private static final double OPEN = 8.5;
    private static final long SEED = 1;
    private static final int OVERALL = 0;
    private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

    /** What one month looks like in the model; shares in points, the mean wait of all calls in seconds. */
    record Outcome(double offered, double meanWait, Share answered, Share withinOfAnswered, Share withinOfOffered) {
        /** The reading of "within 45 s": of the calls answered, or of those offered. */
        Share within(boolean ofAnswered) {
            return ofAnswered ? withinOfAnswered : withinOfOffered;
        }
    }

    /**
     * A simulated share, in points.
     *
     * @param halfWidth of the 95 % interval of the mean
     * @param chance standard deviation of one month: by so much the same centre's figures vary from one such month to the next
     */
    record Share(double value, double halfWidth, double chance) {
        static Share of(Estimate estimate) {
            double error = 100 * estimate.halfWidth() / student(estimate.n());
            return new Share(100 * estimate.value(), 100 * estimate.halfWidth(), error * Math.sqrt(estimate.n()));
        }

        private static double student(long n) {
            return n < 2
                    ? Double.NaN
                    : 1.96 + 2.4 / (n - 1); // the 97.5 % quantile, good enough for a standard deviation
        }
    }

    /** Runs a month with a capacity and a mean patience. */
    Outcome run(Month month, double capacity, double patienceMinutes, int replications) {
        return run(month, sets(capacity, patienceMinutes), replications);
    }

    /** Runs a month's file with what is to be set in it. */
    static Outcome run(Month month, List<String> sets, int replications) {
        ScenarioFile file = ScenarioFile.read(Month.FOLDER.resolve(month.id() + ".yaml"), sets);
        RunSettings settings = new RunSettings(replications, replications, SEED, THREADS);
        Experiment.Decider anything = new Experiment.Decider(measure("answer_rate"), OVERALL);
        Observations observations = new Experiment(ScenarioCompiler.compile(file.scenario()), settings, anything)
                .run(Watcher.NONE)
                .orFault()
                .observations();
        return new Outcome(
                observations.estimate(measure("offered"), OVERALL).value(),
                observations.estimate(measure("wait_mean_all"), OVERALL).value(),
                Share.of(observations.estimate(measure("answer_rate"), OVERALL)),
                Share.of(observations.estimate(measure("sl_answered_of_answered"), OVERALL)),
                Share.of(observations.estimate(measure("sl_answered_of_offered"), OVERALL)));
    }

    private static Measure measure(String id) {
        return Measure.byId(id).orElseThrow();
    }

    /** What to write behind --set for a capacity and a patience. */
    List<String> sets(double capacity, double patienceMinutes) {
        int[] agents = agents(capacity);
        return List.of(
                "groups.agents.staffing={mon-fri: {\"08:30\": %d, \"12:00\": %d, \"14:00\": %d, \"16:00\": %d, \"17:00\": 0}}"
                        .formatted(agents[0], agents[1], agents[2], agents[3]),
                "groups.agents.speed.enquiries=" + number(speed(capacity)),
                "flows.calls.patience.mean=" + number(60 * patienceMinutes) + " s");
    }

    /**
     * Whole agents by block. Near the reference only the speed changes, so that the answer does not jump where a number of agents is rounded.
     */
    int[] agents(double capacity) {
        double ratio = capacity / mean(reference);
        int[] agents = reference.clone();
        for (int block = 0; block < agents.length && Math.abs(Math.log(ratio)) > 0.25; block++) {
            agents[block] = Math.max(1, (int) Math.round(reference[block] * ratio));
        }
        return agents;
    }

    double speed(double capacity) {
        return capacity / mean(agents(capacity));
    }

    private static double mean(int[] agents) {
        double hours = 0;
        for (int block = 0; block < agents.length; block++) {
            hours += HOURS[block] * agents[block];
        }
        return hours / OPEN;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
