package mergedesk.dsol.logging;

import ch.qos.logback.classic.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.djutils.logger.CategoryLogger;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.SubstituteLoggerFactory;

/**
 * DSOL's logger, which all simulators of a process share.
 *
 * <p>While one thread is the first to ask SLF4J for a logger, others get a substitute, which DSOL takes for logback's and fails on; and a class that failed once is gone for the
 * life of the process. So whoever makes the first simulator waits until SLF4J has started, whoever started it.
 */
public final class QuietLogger {
    private static final int MOST_LOOKS = 10_000; // of a millisecond each

    private QuietLogger() {}

    /**
     * From now on it tells of warnings and faults only. To be called before any simulator is made, by one thread at a time.
     *
     * @throws IllegalStateException when another thread starts SLF4J for longer than ten seconds
     */
    public static void start() {
        await(LoggerFactory::getILoggerFactory);
        CategoryLogger.setLogLevelAll(Level.WARN);
    }

    /** Asks until the answer is no substitute. */
    static void await(Supplier<ILoggerFactory> asked) {
        for (int looks = 0; asked.get() instanceof SubstituteLoggerFactory; looks++) {
            if (looks == MOST_LOOKS) {
                throw new IllegalStateException("SLF4J has been starting for ten seconds, in another thread");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
