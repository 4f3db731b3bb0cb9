package mergedesk.scenario;

import java.util.List;
import java.util.Set;

/** What a scenario says after any of the steps of its plan: when dates are drawn, their order is not known beforehand. Thread-safe. */
public interface PlanStates {
    /**
     * The scenario after these steps, without a plan. Steps of which both change the same have a stated order, so that no other order matters.
     *
     * @param inForce keys of steps that have begun and not ended
     * @throws Unsound when it would have faults: the reader looks at steps one by one, not at all their combinations
     */
    Scenario after(Set<String> inForce);

    /** A combination of steps of which a scenario with faults comes. */
    final class Unsound extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        public Unsound(Set<String> inForce, List<Problem> problems) {
            super("after the steps " + String.join(", ", inForce) + " of the plan, and no others, the scenario has faults: " + problems.get(0).format());
            this.problems = List.copyOf(problems);
        }

        /** What is wrong. */
        public List<Problem> problems() {
            return problems;
        }
    }
}
