package mergedesk.experiment;

import mergedesk.kernel.Kernel;
import mergedesk.observe.KeptRows;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.program.Program;

/** A kernel and the recorder that it speaks to; of one thread at a time. */
final class Engine {
    private final Program program;
    private final Scopes scopes;
    private final KeptRows kept;
    private final Kernel kernel;
    private Totals totals;

    Engine(Program program, Scopes scopes, KeptRows kept) {
        this.program = program;
        this.scopes = scopes;
        this.kept = kept;
        kernel = new Kernel(program, state -> totals = new Totals(state, scopes, kept));
    }

    /** One for a Program of other amounts, with the recorder of {@code other}, which is not used any more. */
    private Engine(Program program, Engine other) {
        this.program = program;
        scopes = other.scopes;
        kept = other.kept;
        kernel = new Kernel(program, state -> totals = other.totals.on(state));
    }

    /** Whether it runs this Program, and keeps these rows. */
    boolean isOf(Program one, KeptRows rows) {
        return program == one && kept == rows;
    }

    /** Whether {@link #of} makes one of it that keeps these rows of these scopes. */
    boolean isLike(Scopes those, KeptRows rows) {
        return scopes == those && kept == rows;
    }

    /** The same for another Program of the same scopes; itself for its own. */
    Engine of(Program other) {
        return program == other ? this : new Engine(other, this);
    }

    Program program() {
        return program;
    }

    Kernel kernel() {
        return kernel;
    }

    Totals totals() {
        return totals;
    }
}
