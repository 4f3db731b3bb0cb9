package mergedesk.scenario;

import java.time.LocalDateTime;
import mergedesk.units.With;

/**
 * A moment at which something of a plan happens: a step begins, one that lasts for a time ends, or people go whose posts a step has ended.
 *
 * @param id key of the step
 * @param then the scenario from then on, without a plan; null before the reader has filled it
 */
public record Turn(String id, PlanStep step, Kind kind, LocalDateTime at, Scenario then) implements With<Turn> {
    /** What happens. */
    public enum Kind {
        END,
        BEGIN,
        EXIT
    }

    /** Whether the step begins then. */
    public boolean begins() {
        return kind == Kind.BEGIN;
    }
}
