package mergedesk.scenario;

import mergedesk.units.With;

/** People who repair what fails: crews of their own, each with one failure at a time, whoever failed first; or the agents of a desk, to whom a repair is a piece of deferred work. */
public record RepairCrew(
        @Meaning("Repairs under way at once, at most. This or flow.") @Limits(least = 1, most = 10_000)
        Integer crews,

        @Meaning("Flow as whose work repairs come to a desk, in its order and with its priority, and are over when an agent has done them: those who repair take no calls. Of a channel of deferred work, without ticket and needs.")
        String flow) implements With<RepairCrew> {
    /** So many crews. */
    public static RepairCrew of(int crews) {
        return new RepairCrew(crews, null);
    }
}
