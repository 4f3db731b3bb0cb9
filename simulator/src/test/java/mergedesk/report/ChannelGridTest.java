package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mergedesk.results.Kpi;
import mergedesk.results.Model;
import mergedesk.results.PlaceNames;
import mergedesk.results.Scope;
import mergedesk.stats.Estimate;
import mergedesk.stats.Estimate.Method;
import org.junit.jupiter.api.Test;

/** Channels side by side, each by its own promise. */
class ChannelGridTest {
    private static final Model MODEL = new Model(
            List.of(), List.of(new Model.Channel("email", Model.Brings.DEFERRED_WORK), new Model.Channel("out", Model.Brings.CAMPAIGN), new Model.Channel("phone", Model.Brings.CALLS)), List.of(), 3, List.of());

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
        return new ChannelGrid(new KpiIndex(kpis, PlaceNames.NONE), MODEL);
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

    /** An email to which nothing came is none of the calls, and agents' calls are neither. */
    @Test
    void isOfItsKindThoughNothingCame() {
        phone();
        add("received", Scope.channel("phone"), 0);
        Scope email = Scope.channel("email");
        add("offered", email, 0);
        add("answered", email, 0);
        add("received", email, 0);
        add("finished", email, 12);
        Scope out = Scope.channel("out");
        add("offered", out, 0);
        add("answered", out, 0);
        add("dials", out, 600);
        add("connects", out, 180);
        Grid grid = grid().grid().orElseThrow();
        assertThat(grid.rows().get(1)).containsExactly("email", "0", "12", "–", "–", "–", "–");
        assertThat(grid.rows().get(2)).containsExactly("out", "600", "180", "–", "–", "–", "–");
        assertThat(grid.note()).contains("nights and weekends", "Of campaigns: dials, and people reached.").doesNotContain("Cut off", "message");
    }

    @Test
    void saysWhoLeftWithoutGivingUp() {
        phone();
        add("offered", Scope.channel("chat"), 10);
        add("disconnected", Scope.OVERALL, 7);
        add("messages", Scope.OVERALL, 30);
        assertThat(grid().grid().orElseThrow().note()).contains("Cut off at closing time, and in none of the columns but the first: 7, all channels together.", "Who left a message, and is in none of the columns but the first: 30, all channels together.");
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
