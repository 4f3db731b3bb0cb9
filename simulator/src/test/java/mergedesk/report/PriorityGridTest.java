package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mergedesk.results.Kpi;
import mergedesk.results.PlaceNames;
import mergedesk.results.Scope;
import mergedesk.stats.Estimate;
import mergedesk.stats.Estimate.Method;
import org.junit.jupiter.api.Test;

/** Tickets by priority. */
class PriorityGridTest {
    private final List<Kpi> kpis = new ArrayList<>();

    private void add(String measure, int priority, double value) {
        kpis.add(new Kpi(measure, Scope.priority(priority), Double.isNaN(value) ? Estimate.EMPTY : new Estimate(value, 0, 20, Method.MEAN)));
    }

    private PriorityGrid grid() {
        return new PriorityGrid(new KpiIndex(kpis, PlaceNames.NONE));
    }

    @Test
    void hasPrioritiesThatCameAndColumnsThatHaveAValue() {
        assertThat(grid().grid()).isEmpty();
        for (int priority = 1; priority <= 5; priority++) {
            boolean comes = priority == 1 || priority == 3;
            add("received", priority, comes ? 100 * priority : 0);
            add("resolution_mean", priority, comes ? 7_200 * priority : Double.NaN);
            add("resolution_within_target", priority, priority == 1 ? 0.5 : Double.NaN);
            add("response_within_target", priority, Double.NaN);
        }
        Grid grid = grid().grid().orElseThrow();
        assertThat(grid.columns()).extracting(Grid.Column::heading).containsExactly("Priority", "Received", "Until resolved, mean", "Resolved in time");
        assertThat(grid.rows()).containsExactly(List.of("P1", "100", "120.0\u00a0min", "50.0\u00a0%"), List.of("P3", "300", "6.0\u00a0h", "–"));
    }
}
