package mergedesk.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Says which workers (Spark's executors) are lost, and which are silent, long before Spark gives these up: to name somebody wrongly costs nothing. Thread-safe.
 */
final class Watch extends SparkListener {
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final int SILENT_BEATS = 4;
    private static final long LONELY_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final Consumer<String> news;
    private final long silentNanos;
    private final boolean local;
    private final Map<String, Worker> workers = new ConcurrentHashMap<>(); // by Spark's number
    private final long start = System.nanoTime();
    private boolean lonely;
    private volatile boolean closed;

    /** Somebody who works. */
    private static final class Worker {
        final String name;
        volatile long heard = System.nanoTime();
        volatile boolean silent;

        Worker(String name) {
            this.name = name;
        }
    }

    Watch(SparkConf conf, Consumer<String> news) {
        this.news = news;
        local = Settings.isLocal(conf);
        long beat = TimeUnit.MILLISECONDS.toNanos(conf.getTimeAsMs("spark.executor.heartbeatInterval", "10s"));
        silentNanos = Math.max(SILENT_NANOS, SILENT_BEATS * beat);
    }

    /** To be called several times a second. */
    void look() {
        long now = System.nanoTime();
        if (!local && workers.isEmpty() && !lonely && now - start > LONELY_NANOS) {
            lonely = true;
            news.accept("no worker has come yet; the sweep waits for one");
        }
        workers.values().stream().filter(worker -> !worker.silent && now - worker.heard > silentNanos).forEach(worker -> {
            worker.silent = true;
            news.accept(worker.name + " has been silent for " + TimeUnit.NANOSECONDS.toSeconds(now - worker.heard) + " s; if that goes on, its runs are made elsewhere");
        });
    }

    /** What happens from now on is no news. */
    void close() {
        closed = true;
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        if (!local) {
            workers.put(added.executorId(), new Worker("worker " + added.executorId() + " on " + added.executorInfo().executorHost()));
        }
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate beat) {
        Worker worker = workers.get(beat.execId());
        if (worker != null) {
            worker.heard = System.nanoTime();
            if (worker.silent) {
                worker.silent = false;
                news.accept(worker.name + " answers again");
            }
        }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        Worker worker = workers.remove(removed.executorId());
        if (worker != null && !closed) {
            news.accept(worker.name + " is lost (" + line(removed.reason()) + "); what it had not finished is made again elsewhere");
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd ended) {
        if (ended.reason() instanceof ExceptionFailure failure && !closed) {
            news.accept("worker " + ended.taskInfo().executorId() + " on " + ended.taskInfo().host() + " could not do a task (" + line(failure.className() + ": " + failure.description()) + ")");
        }
    }

    private static String line(String text) {
        return text.strip().lines().findFirst().orElse("").strip();
    }
}
