package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.random.Streams;
import mergedesk.units.Ticks;

/**
 * What agents have in hand where some may have several contacts at once: who has room for whom, and how fast each contact goes.
 *
 * <p>An agent has at most one call, for itself or beside as many chats as the group's rule allows, and else as many chats as there are places; after-call work of a chat keeps
 * its place. A newcomer gets the lowest free hand. Everything that happens to an agent at one event is settled together, at its end, by {@link #settle}: status, room for
 * others, and the speed of each chat, which follows from the number of contacts in hand. Work whose speed changes is re-timed in order of hands; other work
 * is left as it is, so that nothing is lost by rounding.
 *
 * <p>Used where a scenario has chats; all its groups come here then, also those of one contact at a time.
 */
final class Hands {
    private final State s;
    private final Contacts contacts;
    private final Agents agents;
    private final Works works;
    private final EventQueue events;
    private final Epoch epoch;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Pace pace;
    private final int[] closedFrom; // by group by number: agents of this number and higher ones take nobody beside those in hand

    Hands(State state, Recorder recorder, Lengths lengths, Pace pace) {
        s = state;
        contacts = state.contacts;
        agents = state.agents;
        works = state.works;
        events = state.events;
        epoch = state.epoch;
        this.recorder = recorder;
        this.lengths = lengths;
        this.pace = pace;
        closedFrom = new int[state.program.groupCount()];
    }

    void reset() {
        Arrays.fill(closedFrom, Integer.MAX_VALUE);
    }

    /** The contact, whose talk begins, comes into the agent's lowest free hand; {@link #settle} starts the work. */
    void take(int contact, int agent, long workTicks) {
        int group = agents.group(agent);
        int place = 0;
        while (!works.isIdle(works.hand(group, agent, place))) {
            place++;
        }
        int work = works.hand(group, agent, place);
        pace.take(work, contact, Agents.TALKING, workTicks);
        int patience = epoch.patienceInChat[contacts.flow(contact)];
        if (patience != State.NONE) {
            long ticks = lengths.draw(patience, Streams.bits(contacts.key(contact), Streams.PATIENCE_IN_CHAT, contacts.attempt(contact)));
            contacts.setPatienceKey(contact, ticks < Ticks.NEVER ? events.schedule(s.now + ticks, Events.CHAT_LEFT, work) : State.NONE);
        }
    }

    /** After-call work follows in the same hand; {@link #settle} starts it. */
    void wrapUp(int work, long workTicks) {
        pace.take(work, works.contact(work), Agents.WRAPPING, workTicks);
    }

    /** Whether the agent has anything in hand. */
    boolean any(int agent) {
        return works.inHand(agents.group(agent), agent) > 0;
    }

    /** Chats that the agent has in hand, if there is nothing else; {@link State#NONE} with a call or deferred work. */
    int onlyChats(int agent) {
        int group = agents.group(agent);
        int chats = 0;
        for (int place = 0; place < works.hands(group); place++) {
            int work = works.hand(group, agent, place);
            if (!works.isIdle(work)) {
                if (!isChat(work)) {
                    return State.NONE;
                }
                chats++;
            }
        }
        return chats;
    }

    private boolean isChat(int work) {
        return epoch.isChat(contacts.flow(works.contact(work)));
    }

    /** Whether the agent, who has {@link #onlyChats} so many, has a place for one more: not while there is a call in hand. */
    boolean roomForChat(int agent, int chats) {
        return chats != State.NONE && chats < epoch.chatRules.places(agents.group(agent));
    }

    /** The same for a call, beside such chats as are in hand. */
    boolean roomForCall(int agent, int chats) {
        return chats != State.NONE && chats <= epoch.chatRules.callsWith()[agents.group(agent)];
    }

    /** Whether the agent, who has something in hand, takes anybody beside it: not one who is about to go, unless the desk has closed and serves those who wait. */
    boolean takesMore(int agent) {
        int group = agents.group(agent);
        boolean stays = epoch.byShift[group] ? !agents.offShift(agent) : agent < closedFrom[group];
        return agents.available(agent) && ((stays && agents.breakDueTicks(agent) == 0) || s.finishesQueue(epoch.deskOfGroup[group]));
    }

    /** From now on agents of the group with this number and higher ones take nobody beside those in hand. Returns the number from which that was so before. */
    int closeFrom(int group, int agent) {
        int before = closedFrom[group];
        closedFrom[group] = agent;
        return before;
    }

    /** What follows from what the agent has in hand now: number of chats, speeds, room for others, and what the agent does, unless there is nothing in hand. Whether there is anything. */
    boolean settle(int agent) {
        int group = agents.group(agent);
        int inHand = 0;
        int chats = 0;
        for (int place = 0; place < works.hands(group); place++) {
            int work = works.hand(group, agent, place);
            if (!works.isIdle(work)) {
                inHand++;
                chats += isChat(work) ? 1 : 0;
            }
        }
        count(group, agent, chats);
        if (inHand > 0) {
            agents.become(agent, goOn(group, agent, inHand), s.now);
        }
        boolean room = chats > 0 && chats == inHand && takesMore(agent) && (roomForChat(agent, chats) || roomForCall(agent, chats));
        agents.setRoom(agent, room, s.now);
        return inHand > 0;
    }

    private void count(int group, int agent, int chats) {
        int before = agents.chats(agent);
        if (chats != before) {
            agents.setChats(agent, chats);
            if (epoch.chatRules.has(group)) {
                recorder.chats(group, chats - before, Integer.signum(chats) - Integer.signum(before));
            }
        }
    }

    /** Gives each contact in hand its speed. What the agent does: talk if to anybody. */
    private int goOn(int group, int agent, int inHand) {
        int status = State.NONE;
        for (int place = 0; place < works.hands(group); place++) {
            int work = works.hand(group, agent, place);
            if (works.isIdle(work)) {
                continue;
            }
            if (works.status(work) != Agents.WORKING) { // several people may be with a ticket
                pace.goOn(work, pace.speed(work, inHand));
            }
            status = status == Agents.TALKING ? status : works.status(work);
        }
        return status;
    }
}
