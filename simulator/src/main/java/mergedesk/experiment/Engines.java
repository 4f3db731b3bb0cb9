package mergedesk.experiment;

import java.util.Map;
import mergedesk.observe.KeptRows;
import mergedesk.program.Programs;

/**
 * The engines of one scenario: made when all others are in use, and used again for every further replication. Where runs have Programs of their own, one is made for each, and
 * counts in the scopes of what was planned.
 */
final class Engines {
    private final PlanRules rules;
    private final Programs programs;
    private final KpiTable table;
    private final KeptRows kept;
    private final IdleEngines idle;

    /** None so far; {@code kept}: the rows of what replications leave. */
    Engines(PlanRules rules, KeptRows kept) {
        this(rules, kept, new IdleEngines());
    }

    /** With those that others have used, and will use. */
    Engines(PlanRules rules, KeptRows kept, IdleEngines idle) {
        this.rules = rules;
        programs = rules.programs();
        table = rules.table();
        this.kept = kept;
        this.idle = idle;
    }

    /** What follows from the plan of an engine's run; where runs differ. */
    double[] given(Engine engine) {
        return table.given(engine.program());
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
        return programs.differ() ? new Engine(programs.of(seed, replication, decided), table.scopes(), kept) : idle.take(programs.planned(), table.scopes(), kept);
    }

    /** Takes an engine back whose replication is over. */
    void giveBack(Engine engine) {
        if (!programs.differ()) {
            idle.add(engine);
        }
    }
}
