package mergedesk.dsol.reference;

import mergedesk.units.Ticks;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;

/** A contact that an agent has in hand, from the start of talk to the end of after-call work. */
final class Hand {
    final Person person;
    final boolean chat;

    /** Whether they talk; otherwise the agent writes up what it was about. */
    boolean talking = true;
    /** Since when they talk, or the agent writes up. */
    long startTick;
    /** Work of this part that was left, at speed 1, when the speed was last set. */
    long remaining;
    /** 0 before the work begins. */
    double speed;

    long speedSetTick;
    /** Of the agent's group when this part began. */
    double ofGroup;
    SimEventInterface<Long> end;
    /** The moment at which the person leaves the chat. */
    SimEventInterface<Long> leaving;

    Hand(Person person, boolean chat) {
        this.person = person;
        this.chat = chat;
    }

    /** So much work begins now, at a speed that is not known yet, by somebody of a group of this speed, whatever a plan makes of it until the end of the part. */
    void begin(long work, long now, double speedOfGroup) {
        ofGroup = speedOfGroup;
        startTick = now;
        remaining = work;
        speed = 0;
        speedSetTick = now;
    }

    /** Something else is to be done from now on, at a speed that is not known yet; since when they talk is as it was. */
    void restart(long work, long now) {
        remaining = work;
        speed = 0;
        speedSetTick = now;
    }

    /** What is left of this part, at speed 1. */
    long left(long now) {
        return Math.max(0, remaining - (long) Math.floor((now - speedSetTick) * speed));
    }

    /** From now on the rest is done at this speed. When it will be done; never at speed 0, if there is a rest. */
    long setSpeed(double newSpeed, long now) {
        remaining = left(now);
        speed = newSpeed;
        speedSetTick = now;
        return remaining == 0 ? now : newSpeed == 0 ? Ticks.NEVER : now + (long) Math.ceil(remaining / newSpeed);
    }
}
