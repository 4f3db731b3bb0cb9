package mergedesk.experiment;

import mergedesk.observe.Count;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.stats.Observations;

/**
 * The least memory that runs of a Program take, from the sizes of their tables: to be asked before the first replication, because running out of it ends a run after minutes
 * and loses all. People in the system, and what is the same for every scenario, come on top.
 */
public final class Memory {
    private static final long AGENT = 64; // bytes of an agent's record
    private static final long STEP = 28; // of a row of the timetable
    private static final long DAY = 28; // of the calendar, the timetable and the volumes
    private static final long CELL = 12; // of shares and shapes
    private static final long MONTH = 6_000; // of a row of a month: sums of all measures

    private final Program program;
    private final Scopes scopes;
    private final long summary; // of one replication or batch
    private final long months; // of one replication

    public Memory(Program program) {
        this.program = program;
        scopes = new Scopes(program);
        long withoutIntervals = scopes.rows().size() - program.calendar().intervalsPerWeek();
        summary = (withoutIntervals + 1) * Count.COLUMNS * Long.BYTES;
        months = (long) program.names().months().count() * scopes.byMonth().length;
    }

    /** Bytes that replications take. */
    public long ofRuns(RunSettings settings) {
        long kept = Math.min(Observations.KEPT_NUMBERS * Long.BYTES, replications(settings) * batches() * summary);
        return tables() + settings.threads() * (engine() + batches() * summary + months * Count.COLUMNS * Long.BYTES) + kept + months * MONTH;
    }

    /** Bytes that are kept of the same replications for {@link Comparing} them. */
    public long ofPairs(RunSettings settings) {
        long rows = scopes.rows().stream().filter(row -> Comparing.KINDS.contains(row.kind())).count();
        return replications(settings) * batches() * rows * Count.COLUMNS * Long.BYTES;
    }

    private static long replications(RunSettings settings) {
        return settings.replications() != null ? settings.replications() : 1;
    }

    private long batches() {
        Program.Horizon horizon = program.horizon();
        return horizon.cut() ? 1 + (horizon.endTick() - horizon.warmUpEndTick() - 1) / horizon.batchTicks() : 1;
    }

    private long tables() {
        return program.calendar().dayCount() * DAY + program.timetable().ticks().length * STEP + program.demand().volumes().share().length * CELL;
    }

    /** A kernel and its recorder: each thread has one. */
    private long engine() {
        return Totals.bytes(program) + program.agentCount() * AGENT;
    }
}
