package mergedesk.experiment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import mergedesk.observe.KeptRows;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;

/** Engines that wait for work, the latest first, of one scenario or of several that differ in amounts. Thread-safe. */
public final class IdleEngines {
    private static final int FEW = 16; // so many may wait for Programs that may not come again

    private final Deque<Engine> engines = new ArrayDeque<>();

    /** One that runs the Program: made when there is none that does, nor one that can be made to. */
    Engine take(Program program, Scopes scopes, KeptRows kept) {
        return find(engine -> engine.isOf(program, kept))
                .or(() -> find(engine -> engine.isLike(scopes, kept)))
                .map(engine -> engine.of(program))
                .orElseGet(() -> new Engine(program, scopes, kept));
    }

    private synchronized Optional<Engine> find(Predicate<Engine> wanted) {
        for (Iterator<Engine> all = engines.iterator(); all.hasNext(); ) {
            Engine engine = all.next();
            if (wanted.test(engine)) {
                all.remove();
                return Optional.of(engine);
            }
        }
        return Optional.empty();
    }

    synchronized void add(Engine engine) {
        engines.push(engine);
        if (engines.size() > FEW && engines.getLast().program() != engine.program()) {
            engines.removeLast();
        }
    }
}
