package mergedesk.observe;

import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;

/** Adds the finest cells of {@link Totals} up to scopes. Runs once for each replication or batch. */
final class Summing {
    private final Program program;
    private final Scopes scopes;
    private final int rows;
    private final int weekIntervals;
    private final long[] totals;

    Summing(Program program, Scopes scopes, int rows) {
        this.program = program;
        this.scopes = scopes;
        this.rows = rows;
        weekIntervals = rows - 2;
        totals = new long[scopes.rows().size() * Count.COLUMNS];
    }

    RunSummary sum(Totals from) {
        Totals.Cells cells = from.cells();
        for (int flow = 0; flow < program.flowCount(); flow++) {
            for (int interval = 0; interval <= weekIntervals; interval++) {
                addContacts(flow, interval, cells.contacts());
            }
        }
        for (int group = 0; group < program.groupCount(); group++) {
            for (int interval = 0; interval <= weekIntervals; interval++) {
                addLevels(group, interval, cells.groupLevels());
            }
            addGroupCounts(group, cells.groupCounts());
        }
        addWindow(cells.windowTicks());
        short[][] bins = new short[program.flowCount()][];
        int[][] counts = new int[program.flowCount()][];
        for (int flow = 0; flow < program.flowCount(); flow++) {
            packWaits(flow, cells.waits(), bins, counts);
            refuseWrapped(flow, counts[flow]);
        }
        return new RunSummary(cells.replication(), totals, bins, counts, cells.days());
    }

    private void addContacts(int flow, int interval, long[] cells) {
        int from = (flow * rows + interval) * Count.CONTACT_COLUMNS;
        boolean retries = program.contacts().retryProbability()[flow] > 0;
        int[] targets = {
            scopes.row(Kind.OVERALL, 0),
            scopes.row(Kind.COUNCIL, program.names().flowCouncil()[flow]),
            scopes.row(Kind.SERVICE, program.contacts().flowService()[flow]),
            scopes.row(Kind.CHANNEL, program.names().flowChannel()[flow]),
            scopes.row(Kind.DESK, program.contacts().flowDesk()[flow]),
            scopes.row(Kind.FLOW, flow),
            interval < weekIntervals ? scopes.row(Kind.INTERVAL, interval) : -1
        };
        for (int row : targets) {
            if (row >= 0) {
                for (int column = 0; column < Count.CONTACT_COLUMNS; column++) {
                    boolean afterEnd = column == Count.QUEUE && interval == weekIntervals;
                    int to = row * Count.COLUMNS + (afterEnd ? Count.QUEUE_AFTER : column);
                    totals[to] = Exact.sum(totals[to], cells[from + column]);
                }
                if (!retries) {
                    addPersons(row * Count.COLUMNS, cells, from);
                }
            }
        }
    }

    /** In a flow without retries each attempt is a person. */
    private void addPersons(int to, long[] cells, int from) {
        totals[to + Count.PERSONS] += cells[from + Count.OFFERED] + cells[from + Count.TURNED_AWAY];
        totals[to + Count.PERSONS_ANSWERED] += cells[from + Count.ANSWERED];
        totals[to + Count.PERSONS_ANSWERED_WITHIN] += cells[from + Count.ANSWERED_WITHIN];
        totals[to + Count.PERSONS_ABANDONED] += cells[from + Count.ABANDONED];
        totals[to + Count.PERSONS_ABANDONED_WITHIN] += cells[from + Count.ABANDONED_WITHIN];
        totals[to + Count.PERSONS_ABANDONED_SHORT] += cells[from + Count.ABANDONED_SHORT];
        totals[to + Count.PERSONS_BLOCKED] += cells[from + Count.BLOCKED];
        totals[to + Count.PERSONS_TURNED_AWAY] += cells[from + Count.TURNED_AWAY];
    }

    private void addLevels(int group, int interval, long[] cells) {
        int from = (group * rows + interval) * 4;
        int employer = program.names().groupEmployer()[group];
        boolean after = interval == weekIntervals;
        int[] targets = {
            scopes.row(Kind.OVERALL, 0),
            scopes.row(Kind.DESK, program.groups().desk()[group]),
            scopes.row(Kind.GROUP, group),
            employer < 0 ? -1 : scopes.row(Kind.COUNCIL, employer),
            after ? -1 : scopes.row(Kind.INTERVAL, interval)
        };
        for (int row : targets) {
            if (row >= 0) {
                int to = row * Count.COLUMNS + (after ? Count.SCHEDULED_AFTER : Count.SCHEDULED);
                for (int level = 0; level < 4; level++) {
                    totals[to + level] = Exact.sum(totals[to + level], cells[from + level]);
                }
            }
        }
    }

    private void addGroupCounts(int group, long[] counts) {
        int to = scopes.row(Kind.GROUP, group) * Count.COLUMNS;
        int from = group * 5;
        totals[to + Count.ANSWERED] = counts[from];
        totals[to + Count.ANSWERED_WITHIN] = counts[from + 1];
        totals[to + Count.WAIT_ANSWERED] = counts[from + 2];
        totals[to + Count.TALK] = counts[from + 3];
        totals[to + Count.WRAP] = counts[from + 4];
    }

    private void addWindow(long[] windowTicks) {
        long window = 0;
        for (int interval = 0; interval < weekIntervals; interval++) {
            window += windowTicks[interval];
        }
        for (int row = 0; row < scopes.rows().size(); row++) {
            Scopes.Row scope = scopes.rows().get(row);
            totals[row * Count.COLUMNS + Count.WINDOW] = scope.kind() == Kind.INTERVAL ? windowTicks[scope.index()] : window;
        }
    }

    /** Counters of bins are small: all together must be as many as were answered. */
    private void refuseWrapped(int flow, int[] counts) {
        long all = 0;
        for (int count : counts) {
            all += count;
        }
        if (all != totals[scopes.row(Kind.FLOW, flow) * Count.COLUMNS + Count.ANSWERED]) {
            throw Exact.tooMany();
        }
    }

    private void packWaits(int flow, int[] waits, short[][] bins, int[][] counts) {
        int used = 1;
        for (int bin = 1; bin < WaitBins.BINS; bin++) {
            used += waits[flow * WaitBins.BINS + bin] > 0 ? 1 : 0;
        }
        bins[flow] = new short[used];
        counts[flow] = new int[used];
        counts[flow][0] = waits[flow * WaitBins.BINS];
        int at = 1;
        for (int bin = 1; bin < WaitBins.BINS; bin++) {
            int count = waits[flow * WaitBins.BINS + bin];
            if (count > 0) {
                bins[flow][at] = (short) bin;
                counts[flow][at++] = count;
            }
        }
    }
}
