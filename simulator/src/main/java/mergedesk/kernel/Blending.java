package mergedesk.kernel;

import mergedesk.program.Blends;

/** The rules by which groups divide themselves between people and deferred work, as they hold now: shares and reserves change by the timetable. */
final class Blending {
    private final Blends rules;
    private final int[] share; // by group, in millionths
    private final int[] reserve;

    Blending(Blends rules) {
        this.rules = rules;
        share = rules.share().clone();
        reserve = rules.reserve().clone();
    }

    void reset() {
        System.arraycopy(rules.share(), 0, share, 0, share.length);
        System.arraycopy(rules.reserve(), 0, reserve, 0, reserve.length);
    }

    /** From now on so much of the group is for deferred work. */
    void setShare(int group, int millionths) {
        share[group] = millionths;
    }

    /** From now on so many of the group stay idle for people. */
    void setReserve(int group, int agents) {
        reserve[group] = agents;
    }

    /** Whether an agent may take a piece up, of whom one is free, that one among those at work and those idle; others of the group have so many pieces in hand, and so many people wait at the desk. */
    boolean allows(int group, int atWork, int idle, int pieces, int waiting) {
        return rules.allow(group, reserve[group], share[group], atWork, idle, pieces, waiting);
    }
}
