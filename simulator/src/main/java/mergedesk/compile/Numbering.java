package mergedesk.compile;

import java.util.List;
import mergedesk.scenario.Scenario;

/** The numbers of everything that has a name. Channels of a scenario without the key {@code channels}: phone alone. */
record Numbering(Keys councils, Keys services, Keys channels, Keys desks, Keys groups, Keys flows) {
    private static final String DEFAULT_CHANNEL = "phone";

    static Numbering of(Scenario scenario) {
        return new Numbering(
                new Keys("council", scenario.councils().keySet()),
                new Keys("service", scenario.services().keySet()),
                new Keys(
                        "channel",
                        scenario.channels().isEmpty()
                                ? List.of(DEFAULT_CHANNEL)
                                : scenario.channels().keySet()),
                new Keys("desk", scenario.desks().keySet()),
                new Keys("group", scenario.groups().keySet()),
                new Keys("flow", scenario.flows().keySet()));
    }
}
