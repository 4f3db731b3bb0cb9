package mergedesk.experiment;

import java.util.stream.Stream;
import mergedesk.observe.KeptRows;
import mergedesk.observe.Period;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.KeptPeriods;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;
import mergedesk.units.Ticks;

/**
 * The least memory that runs of a Program take, from the sizes of their tables: to be asked before the first replication, because running out of it ends a run after minutes
 * and loses all. People in the system, and what is the same for every scenario, come on top.
 */
public final class Memory {
    private static final long AGENT = 64; // bytes of an agent's record
    private static final long STEP = 28; // of a row of the timetable
    private static final long DAY = 28; // of the calendar, the timetable and the volumes
    private static final long CELL = 12; // of shares and shapes
    private static final long SUMS = 216; // of a measure of a row
    private static final long KPI = 80; // of a value with its interval
    private static final long DAYS_OF_WEEK = 7;
    private static final long DAY_TICKS = 86_400 * Ticks.PER_SECOND;
    private static final long OPEN_DAYS = 5;
    private static final long OPEN_PART = 4; // desks are open a quarter of the week

    private final Program program;
    private final Scopes scopes;
    private final KeptRows keptRows;
    private final long summary; // of one replication or batch
    private final long periodNumbers; // of one replication
    private final long periodSums;
    private final long folded; // sums over all replications, when they are no longer kept one by one

    /** {@code kept}: what is kept of the runs. */
    public Memory(Programs programs, KeptMeasures kept) {
        program = programs.planned();
        scopes = new Scopes(programs);
        keptRows = kept.rows();
        long withoutIntervals = scopes.rows().size() - program.calendar().intervalsPerWeek();
        summary = (withoutIntervals + 1) * scopes.columnCount() * Long.BYTES;
        periodNumbers = Stream.of(Period.values()).mapToLong(period -> rows(period, kept.by(period)) * scopes.columnCount()).sum();
        folded = (long) keptRows.rows().length * kept.summed().size() * SUMS * Observations.levels((int) batches());
        periodSums = Stream.of(Period.values()).mapToLong(period -> rows(period, kept.by(period)) * kept.by(period).measures().size()).sum();
    }

    private long rows(Period period, KeptPeriods kept) {
        long rows = (long) period.names(program).size() * kept.rows().length;
        double weeks = (double) program.horizon().endTick() / (DAYS_OF_WEEK * DAY_TICKS);
        return switch (period) {
            case INTERVAL -> (long) (rows / OPEN_PART * Math.min(1, weeks));
            case DATE -> rows * OPEN_DAYS / DAYS_OF_WEEK;
            default -> rows;
        };
    }

    /** Bytes that replications take. */
    public long ofRuns(RunSettings settings) {
        long each = replications(settings) * batches() * summary;
        long most = Observations.KEPT_NUMBERS * Long.BYTES;
        long kept = each <= most ? each : most + folded; // what is kept one by one is still there while it is folded
        return tables() + settings.threads() * (engine() + batches() * summary + periodNumbers * Long.BYTES) + kept + periodSums * SUMS;
    }

    /** Bytes of the differences from another scenario, for {@link Comparing} them. */
    public long ofDifferences() {
        return Comparing.bytes(scopes, (int) batches());
    }

    /** Bytes of what a study found, which {@code compare} keeps of all sides. */
    public long ofStudy() {
        return (scopes.rows().size() * Measure.all().size() + periodSums) * KPI;
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
        return Totals.bytes(program, keptRows) + program.agentCount() * AGENT;
    }
}
