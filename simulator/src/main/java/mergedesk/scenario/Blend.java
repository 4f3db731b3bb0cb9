package mergedesk.scenario;

import java.time.Duration;
import mergedesk.units.With;

/** How the agents of a group divide themselves between people and deferred work. Without it whoever is free and finds nobody waiting takes a piece and finishes it first. */
public record Blend(
        @Meaning(value = "Whether an agent puts deferred work back, half done, when somebody comes whom nobody idle may take.", byDefault = "false")
        boolean park,

        @Meaning(value = "Who goes on with what was put back: anyone who may, or the same agent, which needs shifts.", byDefault = "anyone")
        Resume resume,

        @Meaning(value = "Work that is added each time when somebody of the group takes up what somebody else began.", byDefault = "0 s")
        Duration handOver,

        @Meaning("Agents who stay idle for people, one number or by time: a piece is taken up only if more are idle; none when absent.")
        Staffing reserve,

        @Meaning(value = "A piece is taken up only if a smaller share of the agents at work is busy.", form = Meaning.Form.SHARE)
        @Limits(above = 0, most = 1)
        Double belowOccupancy,

        @Meaning("A piece is taken up only if fewer people wait at the desk.")
        @Limits(least = 1, most = 1_000_000)
        Integer belowQueue,

        @Meaning(
                value = "Share of the agents at work, rounded down, who take deferred work, at most and before they take people; the others take none. One share, or by time.",
                form = Meaning.Form.SHARE)
        WeeklyShare share) implements With<Blend> {
    /** People first, and what was begun is finished. */
    public static final Blend USUAL = new Blend(false, Resume.ANYONE, Duration.ZERO, null, null, null, null);

    /** Who goes on with what was put back. */
    public enum Resume {
        ANYONE,
        SAME
    }
}
