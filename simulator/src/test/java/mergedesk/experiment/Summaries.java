package mergedesk.experiment;

import java.util.ArrayList;
import java.util.List;
import mergedesk.observe.RunSummary;
import mergedesk.program.Program;
import mergedesk.stats.Observations;

/** What replications leave, all at once. */
public final class Summaries {
    private Summaries() {}

    /** Replications 0 .. count - 1, one list each. */
    public static List<List<RunSummary>> of(Replicator replicator, int count) {
        List<List<RunSummary>> all = new ArrayList<>();
        replicator.run(0, count, all::add);
        return all;
    }

    /** The same on one thread, all in one list. */
    public static List<RunSummary> of(Program program, long seed, int count) {
        try (Replicator replicator = new Replicator(program, seed, 1, Progress.NONE)) {
            return of(replicator, count).stream().flatMap(List::stream).toList();
        }
    }

    /** The observations of a Program that these summaries are, of replications in order. */
    public static Observations observations(Program program, List<RunSummary> summaries) {
        Observations observations = new KpiTable(program).noObservations();
        int from = 0;
        for (int to = 1; to <= summaries.size(); to++) {
            if (to == summaries.size() || summaries.get(to).replication() != summaries.get(from).replication()) {
                observations.add(summaries.subList(from, to));
                from = to;
            }
        }
        return observations;
    }
}
