package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.List;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;

/** Somebody who needs something, from the first attempt to the last. Each attempt is a contact. */
final class Person {
    /** Flow of the contact; that of the first arrival says who it is. */
    int flow;

    final int origin;
    /** Civil day of the first attempt, and number among the first attempts of that flow and day. */
    final int day;

    final int ordinal;
    /** Key of all draws. */
    final long key;

    /** First arrival at a door. */
    long firstArrivalTick;
    /** Number of the distribution of talk time. */
    int work;

    /** The attempt, 0 for the first. */
    int attempt;

    long arrivalTick;
    /** Place in the order of all entries into queues. */
    long entry;
    /** Waits of all attempts that were abandoned or cut off. */
    long lostWaitTicks;

    /** What orders those who wait: when the person came; of deferred work when it came or is due. */
    long place;
    /** Of deferred work: what is left to do at speed 1, and whether anybody has begun. */
    long left;

    boolean begun;
    /** Who worked on it last. */
    Agent lastAgent;
    /** When it should be taken up and when it should be finished. */
    long respondDueTick;

    long resolveDueTick;
    /** For how long its desk had been open when it came, since the start of the run. */
    long openTicks;

    /** Whether the person, who talks to an agent, is only told that an application is down; for which need, a row. */
    boolean told;

    int toldRow;

    /** What was left until it is due, or less than 0 where no clock stands; and what the clock of its desk showed: while it waits for an application. */
    long respondLeft;

    long resolveLeft;
    long openWhenSetAside;

    /** Who works on it, in order of joining; how fast all together, and since when. */
    final List<Agent> people = new ArrayList<>();

    double pace;
    long paceTick;
    /** Of tickets only. */
    TicketLife ticket;
    /** Of repairs only: how long, and what follows when it is done. */
    long repair;

    Runnable whenRepaired;

    SimEventInterface<Long> patienceEnd;
    SimEventInterface<Long> overflow;
    SimEventInterface<Long> message;

    Person(int flow, int day, int ordinal, long key, long firstArrivalTick, int work) {
        this.flow = flow;
        origin = flow;
        this.day = day;
        this.ordinal = ordinal;
        this.key = key;
        this.firstArrivalTick = firstArrivalTick;
        this.work = work;
        arrivalTick = firstArrivalTick;
    }

    /** flow:day:ordinal:attempt. */
    String contact() {
        return origin + ":" + day + ":" + ordinal + ":" + attempt;
    }
}
