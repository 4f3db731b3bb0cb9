package mergedesk.dsol.reference;

/** One agent of a group. */
final class Agent {
    /** What an agent is doing. */
    enum Status {
        ABSENT,
        IDLE,
        TALKING,
        WRAPPING,
        ON_BREAK
    }

    final int number;
    final Group group;

    Status status = Status.ABSENT;
    /** Whether the agent's own shift is in progress; of no meaning in groups by number. */
    boolean onShift;
    /** Whether the agent is ill, on leave or elsewhere. */
    boolean away;
    /** Ticks of breaks that are due and not begun. */
    long breakDueTicks;
    /** Since when the agent has been idle, while idle. */
    long idleSinceTick;
    /** Whom the agent talks to or wraps up after, and since when. */
    Person person;

    long startTick;

    Agent(int number, Group group) {
        this.number = number;
        this.group = group;
    }

    boolean isIdle() {
        return status == Status.IDLE;
    }

    boolean isPresent() {
        return status == Status.IDLE || status == Status.TALKING || status == Status.WRAPPING;
    }
}
