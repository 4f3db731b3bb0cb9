package mergedesk.program;

import java.util.List;

/**
 * What holds from which moment on. What changes by time alone, such as staffing and volumes, is in the timetable and in demand already.
 *
 * @param tick when each phase begins, rising
 * @param phases what holds then
 * @param laneOf of each flow: the flow of which it is a lane, at a desk to which that moves some time; itself of any other. As what contacts of each come at first
 */
public record Plan(long[] tick, List<Phase> phases, int[] laneOf) {
    /**
     * What holds from a step to the next. What a step leaves as it was is the same object in both.
     *
     * @param estate the same components and applications as in the Program, with its windows
     */
    public record Phase(Rules rules, Estate estate) {}

    /**
     * Who comes where, and who may take whom. Flows, desks, groups and agents are those of the Program; queues are numbered anew.
     *
     * @param flow as what contacts of each flow come and wait from then on: another where it has moved to another desk, else the same
     */
    public record Rules(int[] flow, Program.Contacts contacts, Program.Desks desks, Program.Groups groups, Program.Routing routing) {}

    /** What holds at first, holds for ever. */
    public static final Plan NONE = new Plan(new long[0], List.of(), new int[0]);

    /** The flow of which this is a lane; itself of any other. */
    public int laneOf(int flow) {
        return hasLanes() ? laneOf[flow] : flow;
    }

    /** Whether any time is told apart for a flow: while it is what contacts come as, and while it is not. */
    public boolean hasLanes() {
        return laneOf.length > 0;
    }

    /** Whether anything changes. */
    public boolean any() {
        return tick.length > 0;
    }
}
