package mergedesk.law;

import java.util.Map;
import java.util.TreeMap;
import mergedesk.kernel.Kernel;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.State;
import mergedesk.program.Program;
import mergedesk.units.Ticks;

/** When each contact was answered, and how long it had waited: tick and ticks by "flow:day:ordinal:attempt". */
final class Starts implements Recorder {
    record Start(long tick, long waitTicks) {}

    private final State s;
    private final Map<String, Start> answered = new TreeMap<>();

    private Starts(State state) {
        s = state;
    }

    static Map<String, Start> of(Program program, long seed) {
        Starts[] starts = new Starts[1];
        Kernel kernel = new Kernel(program, state -> starts[0] = new Starts(state));
        kernel.reset(seed, 0);
        kernel.runUntil(Ticks.NEVER);
        return starts[0].answered;
    }

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {
        String name = s.contacts.flow(contact) + ":" + s.contacts.day(contact) + ":" + s.contacts.ordinal(contact) + ":" + s.contacts.attempt(contact);
        answered.put(name, new Start(s.now, waitTicks));
    }
}
