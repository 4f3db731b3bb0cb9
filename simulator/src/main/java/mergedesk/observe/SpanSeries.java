package mergedesk.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mergedesk.kernel.Happening;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.State;
import mergedesk.units.Ticks;

/**
 * What people who waited and called saw in one stretch of one run, step by step: for looking at that stretch, not for estimates.
 *
 * <p>Counts belong to the step in which the contact arrived, as everywhere; the number waiting is a mean over the step. Who still waits when the run is stopped is not among those who waited.
 */
public final class SpanSeries implements Recorder {
    private final State s;
    private final long fromTick;
    private final long stepTicks;
    private final long[] waitedTicks;
    private final int[] offered;
    private final int[] within;
    private final long[] downSince; // by application; NEVER while it is up
    private final List<Outage> over = new ArrayList<>();

    /** Steps of {@code stepTicks} from {@code fromTick} on, as many as there are. */
    public SpanSeries(State state, long fromTick, long stepTicks, int steps) {
        s = state;
        this.fromTick = fromTick;
        this.stepTicks = stepTicks;
        waitedTicks = new long[steps];
        offered = new int[steps];
        within = new int[steps];
        downSince = new long[state.program.estate().applications().count()];
        Arrays.fill(downSince, Ticks.NEVER);
    }

    /** An application was down. */
    public record Outage(int application, long fromTick, long toTick) {}

    @Override
    public void offered(int contact) {
        int step = stepOf(s.contacts.arrivalTick(contact));
        if (step >= 0) {
            offered[step]++;
        }
    }

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {
        int step = stepOf(s.contacts.arrivalTick(contact));
        if (step >= 0 && waitTicks <= s.program.contacts().answerWithinTicks()[s.contacts.flow(contact)]) {
            within[step]++;
        }
        waited(contact, waitTicks);
    }

    @Override
    public void abandoned(int contact, long waitTicks) {
        waited(contact, waitTicks);
    }

    @Override
    public void happened(int what, int contact, int agent, long ticks) {
        if (what == Happening.DISCONNECTED || what == Happening.LEFT_MESSAGE) {
            waited(contact, ticks);
        }
    }

    @Override
    public void application(int application, boolean isUp) {
        if (isUp) {
            addIfSeen(over, application, s.now);
            downSince[application] = Ticks.NEVER;
        } else {
            downSince[application] = s.now;
        }
    }

    private void addIfSeen(List<Outage> outages, int application, long toTick) {
        if (downSince[application] < fromTick + offered.length * stepTicks && toTick > fromTick) {
            outages.add(new Outage(application, downSince[application], toTick));
        }
    }

    private int stepOf(long tick) {
        long step = tick < fromTick ? -1 : (tick - fromTick) / stepTicks;
        return step < offered.length ? (int) step : -1;
    }

    /** From arrival on the contact waited so long. */
    private void waited(int contact, long waitTicks) {
        long end = s.contacts.arrivalTick(contact) + waitTicks;
        long at = Math.max(fromTick, s.contacts.arrivalTick(contact));
        for (int step = stepOf(at); step >= 0 && at < end; step = stepOf(at)) {
            long next = Math.min(end, fromTick + (step + 1) * stepTicks);
            waitedTicks[step] += next - at;
            at = next;
        }
    }

    /** What was down in this stretch: what is over, in order of its end, then what is down still, up to now. */
    public List<Outage> outages() {
        List<Outage> all = new ArrayList<>(over);
        for (int application = 0; application < downSince.length; application++) {
            addIfSeen(all, application, s.now);
        }
        return all;
    }

    /** Mean number of people who waited, by step. */
    public double[] waiting() {
        double[] mean = new double[waitedTicks.length];
        for (int step = 0; step < mean.length; step++) {
            mean[step] = waitedTicks[step] / (double) stepTicks;
        }
        return mean;
    }

    /** Contacts offered, by step. */
    public int[] offered() {
        return offered.clone();
    }

    /** Of these, answered within the target wait of their desk. */
    public int[] within() {
        return within.clone();
    }
}
