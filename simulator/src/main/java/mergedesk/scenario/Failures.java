package mergedesk.scenario;

import mergedesk.units.With;

/** How something of the estate fails and is repaired, again and again: working time until the next failure, then the repair. Both hang on it and on the number of the failure alone. */
public record Failures(
        @Meaning(
                value = "Working time from the start, or from the end of a repair, to the next failure; exponential where only a mean is given. 1 min or more on average.",
                required = true)
        Distribution every,

        @Meaning(value = "Time that a repair takes, from when somebody begins with it; exponential where only a mean is given.", required = true)
        Distribution repair,

        @Meaning("Crew of repair_crews that does it; one of its own, which begins at once, when absent.")
        String crew,

        @Meaning(
                value = "working: it cannot fail while something that it needs is down, and its clock stands. always: the clock runs on, and it may fail unseen.",
                byDefault = "working")
        Clock clock) implements With<Failures> {
    /** When the clock of the next failure runs. */
    public enum Clock {
        /** While it works: what is off does not fail. */
        WORKING,
        /** From the end of a repair to the next failure. */
        ALWAYS
    }

    /** Failures that are repaired at once when they occur. */
    public static Failures of(Distribution every, Distribution repair) {
        return new Failures(every, repair, null, Clock.WORKING);
    }
}
