package mergedesk.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mergedesk.api.SweepFile;
import mergedesk.api.Sweeps;
import mergedesk.api.WrongInput;
import mergedesk.experiment.Progress;
import mergedesk.store.RunBatch;
import mergedesk.sweep.Chunks;
import mergedesk.sweep.RunExecutor;
import org.apache.spark.FutureAction;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import scala.Function2;
import scala.collection.immutable.Range$;
import scala.collection.immutable.Seq;
import scala.runtime.BoxedUnit;
import scala.util.Failure;

/**
 * Workers of an Apache Spark cluster.
 *
 * <p>The driver, which is this process, cuts the runs into tasks as it sends them, of a length that earlier ones tell, see {@link Sizes}. Each free core has one task at hand and one that waits; no more is on the way, so that
 * memory does not grow with the sweep, and nothing is sent while the driver cannot take what comes back. Spark itself runs the tasks of a lost worker again, and hands over what comes of each task once.
 */
public final class SparkExecutor implements RunExecutor {
    private static final int TASKS_PER_CORE = 2;
    private static final int PART = 4; // tasks are sent when a quarter of the cores could have another
    private static final long LOOK_MILLIS = 100;
    private static final int DECODERS = 2;

    private final JavaSparkContext spark;
    private final Watch watch;
    private final String session = UUID.randomUUID().toString();
    private final Broadcast<byte[]> sweep;
    private final ExecutorService decoders = Executors.newFixedThreadPool(DECODERS, SparkExecutor::thread);
    private final Sizes sizes = new Sizes();

    /**
     * Connects to the cluster.
     *
     * @param settings of Spark, over those of the user
     * @param news is told of workers that are lost or silent, a line each
     */
    public SparkExecutor(SweepFile sweep, Map<String, String> settings, Consumer<String> news) {
        SparkConf conf = Settings.of(sweep.title(), settings);
        watch = new Watch(conf, news);
        spark = connect(conf);
        spark.sc().addSparkListener(watch);
        this.sweep = spark.broadcast(Bytes.of(Sweeps.frozen(sweep)));
    }

    private static JavaSparkContext connect(SparkConf conf) {
        try {
            return new JavaSparkContext(conf);
        } catch (Exception e) { // Scala throws checked ones without saying so
            throw new WrongInput("--master: no session of Spark at " + conf.get("spark.master") + " (" + String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("") + ")");
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "decode");
        thread.setDaemon(true);
        return thread;
    }

    /** A call of {@link #run}: what is on the way. */
    private final class Round {
        private final Chunks chunks;
        private final Consumer<RunBatch> taken;
        private final BlockingQueue<Future<Done>> ready = new LinkedBlockingQueue<>(); // no longer than what is on the way
        private final List<FutureAction<BoxedUnit>> jobs = new ArrayList<>();
        private int onTheWay; // tasks

        Round(Chunks chunks, Consumer<RunBatch> taken) {
            this.chunks = chunks;
            this.taken = taken;
        }

        /** Sends as many tasks as there is room for, together, as each sending has a price. */
        void send() {
            int cores = Math.max(1, spark.defaultParallelism());
            int room = TASKS_PER_CORE * cores - onTheWay;
            if (room < Math.max(1, cores / PART)) {
                return;
            }
            List<byte[]> tasks = new ArrayList<>();
            while (tasks.size() < room) {
                Optional<Task> task = sizes.next(chunks, cores, TASKS_PER_CORE * cores);
                if (task.isEmpty()) {
                    break;
                }
                tasks.add(Bytes.of(task.get()));
            }
            if (!tasks.isEmpty()) {
                onTheWay += tasks.size();
                jobs.add(submit(tasks));
            }
        }

        private FutureAction<BoxedUnit> submit(List<byte[]> tasks) {
            RDD<byte[]> each = spark.parallelize(tasks, tasks.size()).rdd();
            // Called on the thread that schedules all tasks, which is not to be kept waiting.
            Function2<Object, byte[], BoxedUnit> handler = (number, bytes) -> {
                ready.add(decoders.submit(() -> Bytes.read(Done.class, bytes)));
                return BoxedUnit.UNIT;
            };
            return spark.sc().submitJob(each, new Work(session, sweep), numbers(tasks.size()), handler, () -> BoxedUnit.UNIT);
        }

        /** Takes what comes next, if anything comes soon. */
        void take(long millis) throws InterruptedException {
            Future<Done> next = ready.poll(millis, TimeUnit.MILLISECONDS);
            if (next == null) {
                return;
            }
            Done done = decoded(next);
            onTheWay--;
            sizes.took(done.runs(), done.seconds());
            for (RunBatch batch : done.batches()) {
                chunks.ran(batch.size(), batch.seconds());
                taken.accept(batch);
            }
        }

        /** What went wrong; null as long as nothing did. */
        Throwable failure() {
            Throwable failure = null;
            for (FutureAction<BoxedUnit> job : List.copyOf(jobs)) {
                if (job.isCompleted()) {
                    jobs.remove(job);
                    failure = job.value().get() instanceof Failure<?> failed ? failed.exception() : failure;
                }
            }
            return failure;
        }

        void cancel() {
            jobs.forEach(FutureAction::cancel);
        }

        /** Takes what has come, and waits for nothing more. */
        void takeRest() throws InterruptedException {
            while (!ready.isEmpty()) {
                take(0);
            }
        }
    }

    private static Done decoded(Future<Done> bytes) throws InterruptedException {
        try {
            return bytes.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("what a worker sent cannot be read: " + e.getCause().getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Seq<Object> numbers(int size) {
        return (Seq<Object>) (Object) Range$.MODULE$.apply(0, size);
    }

    @Override
    public void run(Chunks chunks, Consumer<RunBatch> taken, Progress progress) {
        Round round = new Round(chunks, taken);
        try {
            round.send();
            while (round.onTheWay > 0 && !progress.stopped()) {
                watch.look();
                round.take(LOOK_MILLIS);
                Throwable failure = round.failure();
                if (failure == null) {
                    round.send();
                } else if (!stopping(progress)) {
                    throw new IllegalStateException(words(failure), failure);
                }
            }
            round.takeRest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            round.cancel();
        }
    }

    /** At Ctrl-C Spark ends by itself, and may do so before progress says stop. */
    private static boolean stopping(Progress progress) throws InterruptedException {
        for (int i = 0; i < 5 && !progress.stopped(); i++) {
            Thread.sleep(LOOK_MILLIS);
        }
        return progress.stopped();
    }

    private static String words(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("ExecutorLostFailure")) {
            return "the same runs lost their worker again and again, so that they are not tried once more; it may need more memory (spark.executor.memory)";
        }
        if (message.contains("SparkContext was shut down") || message.contains("stopped SparkContext")) {
            return "Spark has ended the session; see that its master can be reached and has workers";
        }
        return "a run ended in an unforeseen way: " + message.lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        watch.close();
        spark.stop();
        decoders.shutdown();
        Work.forget(session);
    }
}
