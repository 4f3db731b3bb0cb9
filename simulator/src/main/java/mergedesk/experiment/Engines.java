package mergedesk.experiment;

import java.util.ArrayDeque;
import java.util.Deque;
import mergedesk.kernel.Kernel;
import mergedesk.observe.KeptRows;
import mergedesk.observe.Totals;
import mergedesk.program.Program;

/** Kernels of one Program, each with the recorder that it speaks to: made when all others are in use, and used again for every further replication. */
final class Engines {
    /** A kernel and its recorder; of one thread at a time. */
    static final class Engine {
        private Totals totals;
        private final Kernel kernel;

        private Engine(Program program, KeptRows kept) {
            kernel = new Kernel(program, state -> totals = new Totals(state, kept));
        }

        Kernel kernel() {
            return kernel;
        }

        Totals totals() {
            return totals;
        }
    }

    private final Program program;
    private final KeptRows kept;
    private final Deque<Engine> idle = new ArrayDeque<>();

    /** None so far; {@code kept}: the rows of what replications leave. */
    Engines(Program program, KeptRows kept) {
        this.program = program;
        this.kept = kept;
    }

    Program program() {
        return program;
    }

    Engine borrow() {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return new Engine(program, kept);
    }

    /** Takes an engine back whose replication is over. */
    void giveBack(Engine engine) {
        synchronized (idle) {
            idle.push(engine);
        }
    }
}
