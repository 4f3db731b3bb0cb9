package mergedesk.scenario;

import java.time.LocalDateTime;

/**
 * People of a group who go at a moment, or posts that do.
 *
 * @param people how many; less than none come back
 */
public record Exit(String group, LocalDateTime at, Reason reason, int people) {
    /** Why. */
    public enum Reason {
        /** A post that was vacant: nobody goes. */
        VACANT,
        /** Agency staff. */
        AGENCY,
        /** To other work with their employer. */
        REDEPLOYED,
        /** Of themselves. */
        LEFT,
        /** Dismissed as redundant. */
        REDUNDANT,
        /** Away ill for a time, and paid. */
        AWAY;

        /** Whether somebody is not paid any more. */
        public boolean isForGood() {
            return this != VACANT && this != AWAY;
        }
    }
}
