package mergedesk.tickets;

import java.util.Arrays;
import mergedesk.kernel.Happening;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.State;
import mergedesk.program.Program;
import mergedesk.units.Ticks;

/** How long each ticket took that was resolved in the window, by priority, over all replications. */
final class Resolved implements Recorder {
    private static final double HOUR = 3_600.0 * Ticks.PER_SECOND;
    private static final double WEEK = 7 * 24 * HOUR;

    private final State s;
    private final Program.Horizon horizon;
    private double[][] hours = new double[mergedesk.program.Tickets.PRIORITIES + 1][1_024];
    private final int[] counts = new int[hours.length];
    private long reassigned;
    private int replications;

    Resolved(State state) {
        s = state;
        horizon = state.program.horizon();
    }

    @Override
    public void starts(long replication) {
        replications++;
    }

    @Override
    public void happened(int what, int contact, int agent, long ticks) {
        if (what != Happening.FINISHED || s.now < horizon.warmUpEndTick() || s.now >= horizon.endTick()) {
            return;
        }
        int priority = s.program.tickets().priority()[s.tickets.sort(contact) - s.program.flowCount()];
        if (counts[priority] == hours[priority].length) {
            hours[priority] = Arrays.copyOf(hours[priority], 2 * hours[priority].length);
        }
        hours[priority][counts[priority]++] = (s.now - s.contacts.arrivalTick(contact)) / HOUR;
        reassigned += s.tickets.reassigned(contact);
    }

    /** No more will come. */
    Resolved done() {
        for (int priority = 0; priority < hours.length; priority++) {
            hours[priority] = Arrays.copyOf(hours[priority], counts[priority]);
            Arrays.sort(hours[priority]);
        }
        return this;
    }

    double hours(int priority, double share) {
        return hours[priority][(int) (share * counts[priority])];
    }

    double meanHours(int priority) {
        return Arrays.stream(hours[priority]).average().orElse(Double.NaN);
    }

    private int all() {
        return Arrays.stream(counts).sum();
    }

    double share(int priority) {
        return counts[priority] / (double) all();
    }

    double aWeek() {
        return all() / (replications * ((horizon.endTick() - horizon.warmUpEndTick()) / WEEK));
    }

    double reassignments() {
        return reassigned / (double) all();
    }
}
