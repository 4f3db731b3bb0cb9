package mergedesk.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What the measured thread did: processor time and allocated bytes beside JMH's wall time, because ratios are taken on machines that do other
 * work too. The work of the garbage collector and the compiler, in threads of their own, is not in it.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Cost {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Calls, events, draws … that were simulated. */
    public long operations;
    /** Processor time that they took. */
    public long cpuNanos;
    /** Wall time that they took. */
    public long wallNanos;
    /** Bytes that they allocated. */
    public long bytes;

    private long cpuBefore;
    private long wallBefore;
    private long bytesBefore;

    /** Work begins. */
    public void begin() {
        bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        wallBefore = System.nanoTime();
        cpuBefore = THREADS.getCurrentThreadCpuTime();
    }

    /** So many operations are done since {@link #begin}. */
    public void end(long howMany) {
        cpuNanos += THREADS.getCurrentThreadCpuTime() - cpuBefore;
        wallNanos += System.nanoTime() - wallBefore;
        bytes += THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
        operations += howMany;
    }
}
