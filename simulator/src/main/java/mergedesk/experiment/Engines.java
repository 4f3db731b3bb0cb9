package mergedesk.experiment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import mergedesk.kernel.Kernel;
import mergedesk.observe.KeptRows;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.program.Programs;

/**
 * Kernels, each with the recorder that it speaks to: made when all others are in use, and used again for every further replication. Where runs have Programs of their own, one is made for each, and
 * counts in the scopes of what was planned.
 */
final class Engines {
    /** A kernel and its recorder; of one thread at a time. */
    static final class Engine {
        private Totals totals;
        private final Program program;
        private final Kernel kernel;

        private Engine(Program program, Scopes scopes, KeptRows kept) {
            this.program = program;
            kernel = new Kernel(program, state -> totals = new Totals(state, scopes, kept));
        }

        Kernel kernel() {
            return kernel;
        }

        Totals totals() {
            return totals;
        }
    }

    private final PlanRules rules;
    private final Programs programs;
    private final KpiTable table;
    private final KeptRows kept;
    private final Deque<Engine> idle = new ArrayDeque<>();

    /** None so far; {@code kept}: the rows of what replications leave. */
    Engines(PlanRules rules, KeptRows kept) {
        this.rules = rules;
        programs = rules.programs();
        table = rules.table();
        this.kept = kept;
    }

    /** What follows from the plan of an engine's run; where runs differ. */
    double[] given(Engine engine) {
        return table.given(engine.program);
    }

    /** Steps of the plan that results decide. */
    PlanRules rules() {
        return rules;
    }

    Programs programs() {
        return programs;
    }

    /** One that is ready to be reset for this run, of which results have decided so much. */
    Engine borrow(long seed, long replication, Map<String, Long> decided) {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return new Engine(programs.of(seed, replication, decided), table.scopes(), kept);
    }

    /** Takes an engine back whose replication is over. */
    void giveBack(Engine engine) {
        if (!programs.differ()) {
            synchronized (idle) {
                idle.push(engine);
            }
        }
    }
}
