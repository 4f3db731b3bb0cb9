package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Needs;
import mergedesk.random.Streams;

/**
 * How fast each work goes: the speed of the agent's group, of several with one ticket their sum, of one of several chats less, times the pace of the applications that the contact needs.
 *
 * <p>An application answers the slower the more works are in hand that need it; while it is down, work goes as its need says, or not at all. The slowest of those that a contact needs sets the pace. When an event has changed how many
 * there are, or what is up, all that need the application are looked at after the event, in order of their numbers, and those whose speed is another now are re-timed; work of which nothing is left ends as it was to. So it
 * does not matter in which order the event changed what, and who goes and who comes at once change nothing.
 *
 * <p>Whether a contact needs an application hangs on its key and the application's, and is asked anew each time: it is never kept.
 */
final class Pace {
    private static final double FULL = 1;

    private final State s;
    private final Contacts contacts;
    private final Agents agents;
    private final Works works;
    private final Crews crews;
    private final EventQueue events;
    private final Epoch epoch;
    private final Needs needs;
    private final Recorder recorder;
    private final Bits[] users; // by application, works in hand that need it
    private final int[] count; // by application, how many
    private final double[] pace; // by application, while it is up
    private final boolean[] down; // by application
    private int[] told = new int[0]; // by contact
    private final double[] own; // by work, speed of the agent's group when it began: a step of a plan changes no work in hand
    private final double[] share; // by work, pace of the slowest application that it needs, when that was set last
    private final long[] sinceTick; // by work, when it was
    private final long[] lostTicks; // by work
    private final Bits toLookAt; // applications of which the pace may be another since works were looked at last
    private boolean anyToLookAt;

    Pace(State state, Recorder recorder) {
        this.recorder = recorder;
        s = state;
        contacts = state.contacts;
        agents = state.agents;
        works = state.works;
        crews = state.crews;
        events = state.events;
        epoch = state.epoch;
        needs = state.program.needs();
        users = new Bits[needs.any() ? needs.applications() : 0];
        Arrays.setAll(users, application -> new Bits(works.count()));
        count = new int[users.length];
        pace = new double[users.length];
        down = new boolean[users.length];
        toLookAt = new Bits(users.length);
        int hands = needs.any() ? works.count() : 0;
        own = new double[needs.any() || epoch.chats ? works.count() : 0];
        share = new double[hands];
        sinceTick = new long[hands];
        lostTicks = new long[hands];
    }

    void reset() {
        for (int application = 0; application < users.length; application++) {
            users[application].clear();
            count[application] = 0;
            pace[application] = FULL;
            down[application] = false;
        }
        Arrays.fill(told, State.NONE);
        toLookAt.clear();
        anyToLookAt = false;
    }

    /** So much work begins for the contact; a hand with work for the same contact goes on to this one. */
    void start(int work, int contact, int status, long workTicks) {
        double speed = FULL;
        if (!epoch.sameSpeed) {
            if (epoch.needs) {
                take(work, contact, status, workTicks);
                retime(work, speed(work));
                return;
            }
            speed = epoch.speed(agents.group(works.agent(work)), contacts.flow(contact));
        }
        works.endBy(work, events.schedule(works.start(work, contact, status, workTicks, speed, s.now), Events.SERVICE_END, work));
    }

    /** The same, but nothing is done yet: {@link #retime} begins. */
    void take(int work, int contact, int status, long workTicks) {
        if (epoch.needs) {
            if (works.isIdle(work)) {
                lostTicks[work] = 0;
            } else {
                addLost(work); // after-call work in the same hand
            }
            share[work] = FULL;
            sinceTick[work] = s.now;
        }
        if (own.length > 0) {
            own[work] = epoch.speed(agents.group(works.agent(work)), contacts.flow(contact));
        }
        works.take(work, contact, status, workTicks, s.now);
        if (epoch.needs) {
            join(work, contact);
        }
    }

    /** Counts what was lost since the pace of applications was set for the work last. */
    private void addLost(int work) {
        lostTicks[work] += (long) ((s.now - sinceTick[work]) * (FULL - share[work]));
        sinceTick[work] = s.now;
    }

    /** What is left goes on at this speed; at speed 0 nothing is done, until it has another. Where nothing is left, the work ends now. */
    void retime(int work, double speed) {
        if (epoch.needs) {
            addLost(work);
            share[work] = ofApplications(works.contact(work));
        }
        boolean pauses = speed == 0 && works.leftTicks(work, s.now) > 0;
        if (pauses) {
            works.pause(work, s.now);
        } else {
            works.endBy(work, events.schedule(works.retime(work, speed == 0 ? FULL : speed, s.now), Events.SERVICE_END, work));
        }
    }

    /** The same, unless it goes at this speed already. */
    void goOn(int work, double speed) {
        boolean isBegun = works.speed(work) > 0 || works.leftTicks(work, s.now) > 0;
        if (works.speed(work) != speed || !isBegun) {
            retime(work, speed);
        }
    }

    /** The work is over, or given up. */
    void end(int work) {
        if (epoch.needs) {
            leave(work);
            addLost(work);
            if (lostTicks[work] > 0) {
                recorder.stretched(works.contact(work), lostTicks[work]);
            }
        }
        works.end(work);
    }

    /** What is left of the work is so much from now on. */
    void replace(int work, long workTicks) {
        leave(work);
        works.replace(work, workTicks, s.now);
        retime(work, speed(work));
    }

    /** The need, a row of {@link Needs}, for which the contact is to be told that an application is down, the first of several; or NONE. */
    int tells(int contact) {
        int flow = contacts.flow(contact);
        for (int row = needs.offset()[flow]; row < needs.offset()[flow + 1]; row++) {
            if (needs.told()[row] != State.NONE && down[needs.application()[row]] && needs(contact, row)) {
                return row;
            }
        }
        return State.NONE;
    }

    /** The contact is being told for this need, or, with NONE, no longer: the talk needs nothing. */
    void setTold(int contact, int row) {
        if (contact >= told.length) {
            int were = told.length;
            told = Arrays.copyOf(told, Integer.highestOneBit(contact + 1) << 1);
            Arrays.fill(told, were, told.length, State.NONE);
        }
        told[contact] = row;
    }

    /** The need for which the contact is being told, or NONE. */
    int told(int contact) {
        return contact < told.length ? told[contact] : State.NONE;
    }

    boolean isTold(int contact) {
        return told(contact) != State.NONE;
    }

    private void join(int work, int contact) {
        if (isTold(contact)) {
            return;
        }
        int flow = contacts.flow(contact);
        for (int row = needs.offset()[flow]; row < needs.offset()[flow + 1]; row++) {
            int application = needs.application()[row];
            if (!users[application].has(work) && needs(contact, row)) {
                users[application].add(work);
                count(application, 1);
            }
        }
    }

    private void leave(int work) {
        for (int application = 0; application < users.length; application++) {
            if (users[application].has(work)) {
                users[application].remove(work);
                count(application, -1);
            }
        }
    }

    private void count(int application, int change) {
        count[application] += change;
        pace[application] = needs.pace(application, count[application]);
        if (needs.load()[application] > 0 && !down[application]) {
            lookAt(application);
        }
    }

    private void lookAt(int application) {
        toLookAt.add(application);
        anyToLookAt = true;
    }

    /** The application, which was up, is down, or the other way round. */
    void turn(int application, boolean isUp) {
        if (epoch.needs) {
            down[application] = !isUp;
            lookAt(application);
        }
    }

    private boolean needs(int contact, int row) {
        double share = needs.share()[row];
        return share >= 1 || Streams.uniform(Streams.bits(Streams.bits(contacts.key(contact), Streams.NEED), needs.applicationKey()[needs.application()[row]])) < share;
    }

    /** The speed of a work, by all that it depends on. */
    private double speed(int work) {
        int contact = works.contact(work);
        int agent = works.agent(work);
        if (works.status(work) == Agents.WORKING && crews.hasOthers(agent)) {
            return together(agent, contact);
        }
        return speed(work, works.inHand(agents.group(agent), agent));
    }

    /** How fast a work goes on of which there are so many in the agent's hands. */
    double speed(int work, int inHand) {
        int contact = works.contact(work);
        boolean isChat = works.status(work) != Agents.WORKING && epoch.isChat(contacts.flow(contact));
        double speed = own[work] * (isChat ? epoch.chatRules.speed(agents.group(works.agent(work)), inHand) : FULL);
        return epoch.needs ? speed * ofApplications(contact) : speed;
    }

    /** How fast all go together who are with the piece of deferred work that the agent is with. */
    double together(int agent, int contact) {
        int flow = contacts.flow(contact);
        int last = crews.hasOthers(agent) ? s.pieces.lastAgent(contact) : agent;
        double speed = 0;
        int one = last;
        do {
            one = crews.hasOthers(one) ? crews.after(one) : one; // in order of joining
            speed += epoch.speed(agents.group(one), flow);
        } while (one != last);
        return epoch.needs ? speed * ofApplications(contact) : speed;
    }

    /** The slowest of the applications that the contact needs. */
    private double ofApplications(int contact) {
        int flow = contacts.flow(contact);
        double slowest = FULL;
        if (isTold(contact)) {
            return slowest;
        }
        for (int row = needs.offset()[flow]; row < needs.offset()[flow + 1]; row++) {
            int application = needs.application()[row];
            double one = down[application] ? needs.speedWhenDown()[row] : pace[application];
            if (one < slowest && needs(contact, row)) {
                slowest = one;
            }
        }
        return slowest;
    }

    /** Whether the piece needs an application that is down, and for which it is held. */
    boolean holds(int contact) {
        int flow = contacts.flow(contact);
        for (int row = needs.offset()[flow]; row < needs.offset()[flow + 1]; row++) {
            if (needs.heldWhenDown()[row] && down[needs.application()[row]] && needs(contact, row)) {
                return true;
            }
        }
        return false;
    }

    /** An event is over: works whose speed is another now go on at that. */
    void settle() {
        if (!anyToLookAt) {
            return;
        }
        for (int word = 0; word < users[0].words.length; word++) {
            long some = 0;
            for (int application = 0; application < users.length; application++) {
                some |= toLookAt.has(application) ? users[application].words[word] : 0;
            }
            for (; some != 0; some &= some - 1) {
                settle(Bits.lowest(word, some));
            }
        }
        toLookAt.clear();
        anyToLookAt = false;
    }

    /** What another has finished at this tick is over, though rounding may leave a tick of it. */
    private void settle(int work) {
        boolean isOver = works.status(work) == Agents.WORKING && crews.isReleased(works.agent(work));
        if (!isOver && works.leftTicks(work, s.now) > 0) {
            goOn(work, speed(work));
        }
    }
}
