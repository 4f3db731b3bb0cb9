package mergedesk.program;

import java.util.List;
import java.util.Map;

/**
 * The Program of each run of a scenario: one for all, unless dates of its plan are drawn, or decided by results. Whatever results are named and counted by is that of {@link #planned} in all of
 * them: flows, desks, groups, calendar, names. Thread-safe.
 */
public interface Programs {
    /**
     * A step of the plan that results decide: a goal must have been missed in so many calendar months in a row.
     *
     * @param step its key
     * @param goal which goal: its number, by which whoever judges knows it
     * @param months how many months
     */
    record Rule(String step, int goal, int months) {}

    /** As it is planned, nothing being late. */
    Program planned();

    /** Programs in which each step of the plan holds from the start, by itself: what any run may have, and {@link #planned} has not. None where all runs have one. */
    default List<Program> withEachStep() {
        return List.of();
    }

    /** Whether runs have different ones. */
    boolean differ();

    /** That of a run in which nothing is decided by results: a pure function of seed and replication. */
    default Program of(long seed, long replication) {
        return of(seed, replication, Map.of());
    }

    /** That of a run in which results have decided these steps, by key, when these civil days began. All before is as if they had not. */
    Program of(long seed, long replication, Map<String, Long> decided);

    /** What results decide, in order of the plan. */
    default List<Rule> rules() {
        return List.of();
    }

    /** The first civil day from which results count for a rule in a run; {@link Long#MAX_VALUE} where it waits for what does not happen. */
    default long judgedFrom(Rule rule, long seed, long replication, Map<String, Long> decided) {
        return Long.MAX_VALUE;
    }

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
            public Program of(long seed, long replication, Map<String, Long> decided) {
                return program;
            }
        };
    }
}
