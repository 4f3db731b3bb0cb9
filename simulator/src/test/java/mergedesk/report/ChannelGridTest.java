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

/** Channels side by side, each by its own promise. */
class ChannelGridTest {
    private final List<Kpi> kpis = new ArrayList<>();

    private void add(String measure, Scope scope, double value) {
        kpis.add(new Kpi(measure, scope, new Estimate(value, 0, 20, Method.MEAN)));
    }

    private void phone() {
        Scope phone = Scope.channel("phone");
        add("offered", phone, 1000);
        add("answered", phone, 950);
        add("abandonment_rate", phone, 0.05);
        add("sl_answered_of_offered", phone, 0.81);
        add("wait_mean_answered", phone, 25);
        add("wait_p90", phone, 70);
    }

    private ChannelGrid grid() {
        return new ChannelGrid(new KpiIndex(kpis, PlaceNames.NONE));
    }

    @Test
    void standsWhereThereAreSeveral() {
        phone();
        assertThat(grid().grid()).isEmpty();
        Scope email = Scope.channel("email");
        add("received", email, 400);
        add("finished", email, 390);
        add("resolution_within_target", email, 0.9);
        add("response_mean", email, 10_800);
        add("resolution_p90", email, 90_000);
        Grid grid = grid().grid().orElseThrow();
        assertThat(grid.rows()).containsExactly(
                List.of("phone", "1,000", "950", "5.0\u00a0%", "81.0\u00a0%", "25.0\u00a0s", "70.0\u00a0s"),
                List.of("email", "400", "390", "–", "90.0\u00a0%", "3.0\u00a0h", "25.0\u00a0h"));
        assertThat(grid.note()).contains("nights and weekends");
    }

    /** What nobody at a desk sees is a channel, too. */
    @Test
    void selfServiceIsBesideThem() {
        phone();
        add("self_service_tried", Scope.OVERALL, 300);
        add("self_service_contained", Scope.OVERALL, 240);
        assertThat(grid().grid().orElseThrow().rows().get(1)).containsExactly("Self-service, without an agent", "300", "240", "–", "–", "–", "–");
    }
}
