package mergedesk.program;

/**
 * The Program of each run of a scenario: one for all, unless dates of its plan are drawn. Whatever results are named and counted by is that of {@link #planned} in all of them: flows, desks,
 * groups, calendar, names. Thread-safe.
 */
public interface Programs {
    /** As it is planned, nothing being late. */
    Program planned();

    /** Whether runs have different ones. */
    boolean differ();

    /** That of a run: a pure function of seed and replication. */
    Program of(long seed, long replication);

    /** One for all runs. */
    static Programs always(Program program) {
        return new Programs() {
            @Override
            public Program planned() {
                return program;
            }

            @Override
            public boolean differ() {
                return false;
            }

            @Override
            public Program of(long seed, long replication) {
                return program;
            }
        };
    }
}
