package mergedesk.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import mergedesk.api.Watcher;
import mergedesk.results.Comparison;

/**
 * A progress bar with the time left on standard error, and Ctrl-C: the first stops the work, which then reports what is finished.
 *
 * <p>When the work was stopped, the process ends as soon as this is closed: all that is to be said must have been said by then.
 *
 * <p>Without a terminal there is a line now and then instead of a bar, and none when the work takes seconds.
 */
final class ProgressWatcher implements Watcher, AutoCloseable {
    private static final int PARTS = 1_000; // the bar counts thousandths of replications
    private static final long FIRST_LINE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long NEXT_LINE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MANY = 100; // replications
    private static final long UNNOTICED_MILLIS = 1_500;
    private static final long LONGEST_FAREWELL_MILLIS = 60_000;

    private final Object lock = new Object();
    private final Console console;
    private final ProgressBar bar;
    private final boolean lines;
    private final Thread hook = new Thread(this::interrupted, "interrupted");
    private double planned;
    private double done;
    private final LongSupplier clock;
    private final long startNanos;
    private long nextLineNanos = FIRST_LINE_NANOS;
    private volatile boolean stopped;
    private boolean closed;
    private boolean expendable;
    private int emptying; // people in the system of a replication whose horizon has ended; 0 when the last news was of another kind

    ProgressWatcher(Console console, boolean shown) {
        this(console, shown, System::nanoTime);
    }

    /** Whether there is a terminal to draw on. */
    static boolean hasTerminal() {
        return Boolean.getBoolean("mergedesk.terminal");
    }

    /** {@code clock}: nanoseconds since any moment. */
    ProgressWatcher(Console console, boolean shown, LongSupplier clock) {
        this.console = console;
        this.clock = clock;
        startNanos = clock.getAsLong();
        boolean terminal = hasTerminal();
        lines = shown && !terminal;
        bar = shown && terminal
                ? new ProgressBarBuilder()
                        .setTaskName("Simulating")
                        .setStyle(ProgressBarStyle.ASCII)
                        .setInitialMax(PARTS)
                        .setUpdateIntervalMillis(200)
                        .setMaxRenderedLength(79)
                        .setUnit(" replications", PARTS)
                        .build()
                : null;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void planned(double more) {
        synchronized (lock) {
            planned += more;
            show();
        }
    }

    @Override
    public void advanced(double replications) {
        synchronized (lock) {
            done += replications;
            emptying = 0;
            show();
        }
    }

    @Override
    public void emptying(int people) {
        synchronized (lock) {
            emptying = people;
            show();
        }
    }

    private void show() {
        if (bar != null) {
            bar.maxHint(Math.round(planned * PARTS));
            bar.stepTo(Math.round(done * PARTS));
            bar.setExtraMessage(emptying > 0 ? " " + leftover() : "");
            return;
        }
        long elapsedNanos = clock.getAsLong() - startNanos;
        if (lines && elapsedNanos > nextLineNanos) {
            nextLineNanos = elapsedNanos + NEXT_LINE_NANOS;
            String left = emptying > 0 ? leftover() : left(elapsedNanos / NANOS_PER_SECOND);
            console.err().printf(Locale.ROOT, "mergedesk: %s of %,.0f replications, %s; Ctrl-C reports what is finished%n", finished(), planned, left);
        }
    }

    private String left(double elapsedSeconds) {
        return done > 0 ? "about " + length(elapsedSeconds * (planned - done) / done) + " left" : "no time known yet";
    }

    /** Rounded down: what is not finished is not shown as if it were. Of many replications, whole ones. */
    private String finished() {
        double parts = planned < MANY ? 10 : 1;
        return String.format(Locale.ROOT, planned < MANY ? "%.1f" : "%,.0f", Math.floor(done * parts) / parts);
    }

    /** What a replication still has to do, when nobody can say how long it takes. */
    private String leftover() {
        return String.format(Locale.ROOT, "emptying, %,d %s still in the system", emptying, emptying == 1 ? "person" : "people");
    }

    /** About so long. */
    static String length(double seconds) {
        return seconds < 90 ? Math.round(seconds) + " s" : Math.round(seconds / 60) + " min";
    }

    @Override
    public boolean stopped() {
        return stopped;
    }

    /** For its makers: where the program failed. What the user is told of it comes with the results. */
    @Override
    public void failed(Throwable fault) {
        if (System.getenv("MERGEDESK_DEBUG") != null) {
            fault.printStackTrace(console.err());
        }
    }

    /** At once, because the others may go on for long. */
    @Override
    public void failedAside(int side, Throwable fault) {
        failed(fault);
        synchronized (lock) {
            if (bar != null) {
                console.err().println(); // below the bar, which is drawn anew
            }
            if (bar != null || lines) {
                console.err().println("mergedesk: " + Comparison.letter(side) + " ends here, and the others go on: " + Reason.of(fault));
            }
        }
    }

    /** Runs when the process is told to end: stops the work, and waits until the command has written what is finished. */
    private void interrupted() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            stopped = true;
            try {
                waitUntilClosed(UNNOTICED_MILLIS);
                if (expendable && !closed) {
                    console.err().println("mergedesk: stopped early: the results are complete, but the trace is not.");
                } else if (!closed) {
                    console.err().println("mergedesk: stopping; what is finished will be reported");
                    waitUntilClosed(LONGEST_FAREWELL_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void waitUntilClosed(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            lock.wait(left);
        }
    }

    /** From now on nothing is lost when the process ends: Ctrl-C need not wait, not even for a pipe that nobody reads. */
    void mayEnd() {
        synchronized (lock) {
            expendable = true;
        }
    }

    /** The bar is taken away; results can be printed. */
    void finishBar() {
        if (bar != null) {
            bar.close();
        }
    }

    @Override
    public void close() {
        finishBar();
        console.out().flush();
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        if (!stopped) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
