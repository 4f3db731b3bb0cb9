package mergedesk.program;

import java.util.List;

/**
 * What holds from which moment on. What changes by time alone, such as staffing and volumes, is in the timetable and in demand already.
 *
 * @param tick when each phase begins, rising
 * @param phases what holds then
 */
public record Plan(long[] tick, List<Phase> phases) {
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
    public static final Plan NONE = new Plan(new long[0], List.of());

    /** Whether anything changes. */
    public boolean any() {
        return tick.length > 0;
    }
}
