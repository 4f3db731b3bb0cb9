package mergedesk.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mergedesk.kernel.Agents;
import mergedesk.kernel.Happening;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.State;
import mergedesk.program.Program;

/**
 * Keeps its own books of who is where, person by person, and checks at every tick that agents add up: nobody is busy who is not there, and only those
 * who are busy are there beyond the schedule.
 */
final class Bookkeeper implements Recorder {
    /** Where a person is. */
    enum Place {
        WAITING,
        AWAY
    }

    /** One stay in a queue. */
    record Stay(int flow, long fromTick, long toTick) {}

    private final State s;
    private final Program program;
    private final int[] busy;
    private final long[] outboundTicks; // of talk and after-call work, by group
    private final int[] present;
    private final int[] scheduled;
    private final Map<Integer, Place> places = new TreeMap<>(); // by slot
    private final List<Stay> stays = new ArrayList<>();
    private long checkedTick;
    private long lastTick;

    Bookkeeper(State state) {
        s = state;
        program = state.program;
        busy = new int[program.groupCount()];
        outboundTicks = new long[program.groupCount()];
        present = new int[program.groupCount()];
        scheduled = new int[program.groupCount()];
    }

    /** Stays in queues that have ended. */
    List<Stay> stays() {
        return stays;
    }

    /** Stays in queues and away that have not ended, for those who count. */
    long left(Place place, int flow, boolean byPerson) {
        return places.entrySet().stream()
                .filter(entry -> place == null || entry.getValue() == place)
                .map(Map.Entry::getKey)
                .filter(contact -> s.contacts.flow(contact) == flow)
                .filter(contact -> (byPerson ? s.contacts.personInterval(contact) : s.contacts.interval(contact)) < s.uncounted())
                .count();
    }

    /** Those still waiting, as stays that end at a tick. */
    List<Stay> unended(long tick) {
        return places.entrySet().stream()
                .filter(entry -> entry.getValue() == Place.WAITING)
                .map(entry -> new Stay(s.contacts.flow(entry.getKey()), s.contacts.arrivalTick(entry.getKey()), tick))
                .toList();
    }

    /** Talk and after-call work of a group's calls to people of lists. */
    long outboundTicks(int group) {
        return outboundTicks[group];
    }

    /** The last end of service, abandonment or change of staff. */
    long lastTick() {
        return lastTick;
    }

    /** Called at every tick that something happens, before it does; levels of the ticks before are settled then. */
    private void tick() {
        if (s.now == checkedTick) {
            return;
        }
        for (int group = 0; group < busy.length; group++) {
            assertThat(busy[group]).as("busy agents of group %d before tick %d", group, s.now).isBetween(0, present[group]);
            int finishing = present[group] - scheduled[group];
            assertThat(finishing).as("agents of group %d beyond the schedule before tick %d", group, s.now).isBetween(0, busy[group]);
        }
        checkedTick = s.now;
    }

    @Override
    public void queued(int contact) {
        tick();
        places.put(contact, Place.WAITING);
    }

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {
        tick();
        assertThat(places.remove(contact) == Place.WAITING).as("only those who wait leave a queue").isEqualTo(fromQueue);
        if (fromQueue) {
            leave(contact, waitTicks);
        } else {
            assertThat(waitTicks).isZero();
        }
    }

    @Override
    public void abandoned(int contact, long waitTicks) {
        assertThat(places.remove(contact)).isEqualTo(Place.WAITING);
        leave(contact, waitTicks);
        lastTick = Math.max(lastTick, s.contacts.arrivalTick(contact) + waitTicks);
    }

    private void leave(int contact, long waitTicks) {
        long from = s.contacts.arrivalTick(contact);
        stays.add(new Stay(s.contacts.flow(contact), from, from + waitTicks));
    }

    @Override
    public void offered(int contact) {
        arrive(contact);
    }

    @Override
    public void happened(int what, int contact, int agent, long ticks) {
        if (what == Happening.TURNED_AWAY) {
            arrive(contact);
        } else if (what == Happening.DISCONNECTED || what == Happening.LEFT_MESSAGE) {
            assertThat(places.remove(contact)).isEqualTo(Place.WAITING);
            leave(contact, ticks);
            lastTick = s.now;
        } else if (what == Happening.OUTBOUND_TALK_ENDED || what == Happening.OUTBOUND_WRAP_ENDED) {
            outboundTicks[s.agents.group(agent)] += ticks;
        } else if (what == Happening.WILL_RETURN || what == Happening.COMES_BACK) {
            assertThat(places.put(contact, Place.AWAY)).isNull();
        }
    }

    private void arrive(int contact) {
        tick();
        assertThat(places.remove(contact) == Place.AWAY).as("only those who were away come again").isEqualTo(s.contacts.attempt(contact) > 0);
    }

    @Override
    public void ended(int status, int contact, int agent, long ticks) {
        tick();
        lastTick = s.now;
    }

    @Override
    public void became(int group, int before, int now) {
        tick();
        busy[group] += (isBusy(now) ? 1 : 0) - (isBusy(before) ? 1 : 0);
        if (Agents.isPresent(before) != Agents.isPresent(now)) {
            present[group] += Agents.isPresent(now) ? 1 : -1;
            lastTick = s.now;
        }
    }

    private static boolean isBusy(int status) {
        return status == Agents.TALKING || status == Agents.WRAPPING || status == Agents.WORKING || status == Agents.DIALLING;
    }

    @Override
    public void scheduled(int group, int change) {
        tick();
        scheduled[group] += change;
        lastTick = s.now;
    }
}
