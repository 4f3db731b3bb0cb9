package mergedesk.scenario;

import java.time.LocalDateTime;

/**
 * A moment at which a step of a plan begins, or one that lasts for a time ends.
 *
 * @param id key of the step
 * @param begins whether it begins then, or ends
 */
public record Turn(String id, PlanStep step, boolean begins, LocalDateTime at) {
    /** The scenario from then on, without a plan; null before the reader has filled it. */
    public Scenario then() {
        return begins ? step.then() : step.afterwards();
    }
}
