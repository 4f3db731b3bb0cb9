package mergedesk.observe;

import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;

/**
 * How much happened, as the size of a run and for its speed: arrivals (at closed doors, too), starts of talk, ends of talk, ends of after-call work, abandonments, disconnections, messages, self-service, dials, outbound talks, and whatever happens to deferred work; whether or not
 * they went through the event queue. Those that count: in the window, without the warm-up.
 */
public final class EventCount {
    /** The numbers that were counted: of one {@link RunSummary}, or sums of many. */
    @FunctionalInterface
    public interface Numbers {
        /** One number of one row. */
        double total(int row, int column);
    }

    private EventCount() {}

    /** The number of events behind these numbers of the program's scopes. */
    public static long of(Program program, Numbers numbers) {
        int overall = 0;
        double events = numbers.total(overall, Count.OFFERED)
                + numbers.total(overall, Count.TURNED_AWAY)
                + 2 * numbers.total(overall, Count.ANSWERED)
                + numbers.total(overall, Count.ABANDONED)
                + numbers.total(overall, Count.DISCONNECTED)
                + numbers.total(overall, Count.MESSAGES)
                + numbers.total(overall, Count.SELF_SERVICE_CONTAINED)
                + numbers.total(overall, Count.SELF_SERVICE_FAILED)
                + numbers.total(overall, Count.DIALS)
                + numbers.total(overall, Count.CONNECTS)
                + numbers.total(overall, Count.PIECE_EVENTS);
        Scopes scopes = new Scopes(program);
        for (int flow = 0; flow < program.flowCount(); flow++) {
            if (program.contacts().afterCall()[flow] >= 0) {
                events += numbers.total(scopes.row(Kind.FLOW, flow), Count.ANSWERED);
            }
        }
        return (long) events;
    }
}
