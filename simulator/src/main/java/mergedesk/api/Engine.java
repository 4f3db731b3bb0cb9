package mergedesk.api;

import java.util.function.Consumer;
import java.util.function.Function;
import mergedesk.sweep.RunExecutor;

/** Where the runs of a sweep are run. It changes no result. Immutable: one may be used for many sweeps, and connects anew for each. */
public final class Engine {
    private final String text;
    private final Function<SweepFile, RunExecutor> start;

    private Engine(String text, Function<SweepFile, RunExecutor> start) {
        this.text = text;
        this.start = start;
    }

    /** Threads of this process, one for each processor. */
    public static Engine threads() {
        return threads(Runtime.getRuntime().availableProcessors());
    }

    /**
     * So many threads of this process.
     *
     * @throws WrongInput for fewer than one
     */
    public static Engine threads(int threads) {
        Requirements.atLeastOne("threads", threads);
        return new Engine("threads(" + threads + ")", Sweeps.threads(threads));
    }

    /**
     * A cluster of Apache Spark, or Spark in this process; it must be on the class path, see {@code simulator/docs/cluster.md}.
     *
     * @param master where, in Spark's words: {@code local[4]}, {@code spark://host:7077}; empty for what Spark's own settings say
     * @throws WrongInput when this build of Mergedesk has no Spark. That there is none at the master is told when a sweep begins
     */
    public static Engine spark(String master) {
        return spark(master, line -> {});
    }

    /** The same; {@code news} is told of machines that are lost or silent, a line each, from any thread. */
    public static Engine spark(String master, Consumer<String> news) {
        return new Engine("spark(" + master + ")", Sweeps.engine("spark", master, news));
    }

    Function<SweepFile, RunExecutor> start() {
        return start;
    }

    /** How it was made: {@code threads(4)}. */
    @Override
    public String toString() {
        return text;
    }
}
