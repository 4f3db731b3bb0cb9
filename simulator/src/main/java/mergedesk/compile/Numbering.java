package mergedesk.compile;

import java.util.List;
import java.util.Map;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Scenario;

/** The numbers of everything that has a name; portals are channels of self-service, and no channels of contacts. Channels of a scenario without the key {@code channels}: phone alone. */
record Numbering(Keys councils, Keys services, Keys channels, Keys desks, Keys groups, Keys flows, Keys portals, Keys applications) {
    private static final String DEFAULT_CHANNEL = "phone";

    static Numbering of(Scenario scenario) {
        return new Numbering(
                new Keys("council", scenario.councils().keySet()),
                new Keys("service", scenario.services().keySet()),
                new Keys(
                        "channel",
                        scenario.channels().isEmpty()
                                ? List.of(DEFAULT_CHANNEL)
                                : channels(scenario, false)),
                new Keys("desk", scenario.desks().keySet()),
                new Keys("group", scenario.groups().keySet()),
                new Keys("flow", scenario.flows().keySet()),
                new Keys("channel", channels(scenario, true)),
                new Keys("application", scenario.applications().keySet()));
    }

    private static List<String> channels(Scenario scenario, boolean selfService) {
        return scenario.channels().entrySet().stream()
                .filter(channel -> channel.getValue().kind() == Channel.Kind.SELF_SERVICE == selfService)
                .map(Map.Entry::getKey)
                .toList();
    }
}
