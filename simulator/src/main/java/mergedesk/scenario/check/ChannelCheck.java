package mergedesk.scenario.check;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** What channels ask of the flows that use them. */
final class ChannelCheck {
    /** Kinds that the language has and the simulation does not yet. */
    private static final Set<Channel.Kind> NOT_YET =
            EnumSet.of(Channel.Kind.DEFERRED);

    private final Scenario scenario;
    private final Places places;

    ChannelCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        scenario.channels().forEach((id, channel) -> {
            if (NOT_YET.contains(channel.kind())) {
                places.fault(
                        "channels." + id + ".kind",
                        "channels of kind " + channel.kind().name().toLowerCase(Locale.ROOT) + " are not simulated yet",
                        "write live, or leave the channel out");
            }
        });
    }
}
