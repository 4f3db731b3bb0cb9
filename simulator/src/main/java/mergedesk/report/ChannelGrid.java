package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mergedesk.report.text.Measures;
import mergedesk.report.text.ValueText;
import mergedesk.results.Model;
import mergedesk.results.Scope;
import mergedesk.stats.Estimate;

/**
 * Channels side by side: what each is asked and what becomes of it, in the words that hold for all. People who wait and work that waits are not added up; each has its own promise.
 */
final class ChannelGrid {
    private static final String SELF_SERVED = "self_service_contained";

    private final KpiIndex kpis;
    private final Model model;

    ChannelGrid(KpiIndex kpis, Model model) {
        this.kpis = kpis;
        this.model = model;
    }

    /** The table; none where there is one channel, which the key numbers tell of. */
    Optional<Grid> grid() {
        List<KpiIndex.Place> channels = kpis.places(Scope.Kind.CHANNEL);
        Estimate contained = kpis.overall().estimate(SELF_SERVED);
        if (channels.size() + (contained.isEmpty() ? 0 : 1) < 2) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        channels.forEach(channel -> rows.add(row(channel)));
        if (!contained.isEmpty()) {
            rows.add(List.of("Self-service, without an agent", text(kpis.overall(), "self_service_tried"), text(kpis.overall(), SELF_SERVED), ValueText.NOTHING, ValueText.NOTHING, ValueText.NOTHING, ValueText.NOTHING));
        }
        return Optional.of(new Grid(
                "channels-side-by-side",
                "What each channel brings, and what becomes of it",
                note(channels),
                List.of(Grid.words("Channel"), Grid.number("Contacts"), Grid.number("Served"), Grid.number("Gave up"), Grid.number("In time"), Grid.number("First wait, mean"), Grid.number("9 in 10 at most")),
                rows).folding());
    }

    private List<String> row(KpiIndex.Place channel) {
        return switch (model.brings(channel.scope().channel())) {
            case CALLS, VISITS, CHATS -> row(channel, "offered", "answered", "abandonment_rate", Measures.SERVICE_LEVEL, "wait_mean_answered", "wait_p90");
            case DEFERRED_WORK -> row(channel, "received", "finished", "", "resolution_within_target", "response_mean", "resolution_p90");
            case CAMPAIGN -> row(channel, "dials", "connects", "", "", "", "");
        };
    }

    private static List<String> row(KpiIndex.Place channel, String... measures) {
        List<String> row = new ArrayList<>(List.of(channel.name()));
        for (String measure : measures) {
            row.add(text(channel, measure));
        }
        return row;
    }

    private static String text(KpiIndex.Place place, String measure) {
        return ValueText.of(measure).text(place.estimate(measure));
    }

    private String note(List<KpiIndex.Place> channels) {
        Set<Model.Brings> kinds = channels.stream().map(channel -> model.brings(channel.scope().channel())).collect(Collectors.toSet());
        String live = "Of calls, visits and chats: offered, answered, within the desk’s target wait, and waits until the answer.";
        String deferred = " Of email, forms and other work that waits: received, finished, within the target for that, the time until an agent first takes it up, and for nine in ten until it is finished, nights and weekends included.";
        return live
                + (kinds.contains(Model.Brings.DEFERRED_WORK) ? deferred : "")
                + (kinds.contains(Model.Brings.CAMPAIGN) ? " Of campaigns: dials, and people reached." : "")
                + otherwise("blocked", " Blocked, as lines or the queue were full, and in none of the columns but the first: ")
                + otherwise("disconnected", " Cut off at closing time, and in none of the columns but the first: ")
                + otherwise("messages", " Who left a message, and is in none of the columns but the first: ");
    }

    /** How many left the queue in a way that is not giving up; nothing where nobody did. */
    private String otherwise(String measure, String said) {
        return kpis.overall().estimate(measure).value() > 0 ? said + text(kpis.overall(), measure) + ", all channels together." : "";
    }
}
