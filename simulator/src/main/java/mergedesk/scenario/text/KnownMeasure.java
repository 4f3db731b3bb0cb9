package mergedesk.scenario.text;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Ticket;

/**
 * What a target may say of a measure.
 *
 * @param id its identifier; it may be written by other words, too
 * @param bound how its bound is written; read as the value stands in kpis.csv
 * @param most the largest value that it can have: 1 for a share, as a rule
 * @param scopes where it can hold beside overall: those of council, service, desk, group and application for which it exists
 * @param everyScopes by the words of {@code every}, those of these scopes, and overall, in which it can hold in each such period
 * @param subject what it counts, so that a place without any has no value
 * @param need what a scenario must have for it to have a value anywhere; empty where each has it
 */
public record KnownMeasure(String id, Syntax<Double> bound, double most, Set<String> scopes, Map<String, Set<String>> everyScopes, Subject subject, Optional<Need> need) {
    /** What a measure counts. */
    public enum Subject {
        CONTACTS,
        AGENTS,
        /** Applications, each alone. */
        APPLICATIONS,
        /** Machine rooms, all together. */
        ROOMS,
        /** Agents, where all of them have a cost. */
        MONEY
    }

    /** What a scenario must have for a measure to have a value. */
    public enum Need {
        /** The scenario says what rooms draw, or cost. */
        POWER("hosts", "no host has watts and no room a rent", "write watts for the hosts") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return scenario.hosts().values().stream().anyMatch(host -> host.watts() != null) || scenario.rooms().values().stream().anyMatch(room -> room.rent() != null);
            }
        },
        /** Some group has an employer. */
        EMPLOYERS("groups", "no group has an employer", "write employer for the groups of each council") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return scenario.groups().values().stream().anyMatch(group -> group.employer() != null);
            }
        },
        /** There is deferred work. */
        DEFERRED("flows", "no flow is deferred work", "give a flow a channel of kind: deferred") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return scenario.flows().values().stream().anyMatch(scenario::isDeferred);
            }
        },
        /** People of some flow may leave a message. */
        MESSAGES("flows", "nobody may leave a message", "write message for a flow that has one") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return scenario.flows().values().stream().anyMatch(flow -> flow.message() != null && flow.message().share() > 0);
            }
        },
        /** Some desk cuts off those who wait when it closes. */
        DISCONNECTS("desks", "no desk cuts off those who wait when it closes", "write at_close: disconnect for a desk that does") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return scenario.desks().values().stream().anyMatch(desk -> desk.atClose() == Desk.AtClose.DISCONNECT);
            }
        },
        /** Some group has a rule for chats. */
        CHATS("groups", "no group has chats", "write chats for the groups that take several at once") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return scenario.groups().values().stream().anyMatch(group -> group.chats() != null);
            }
        },
        /** People of some flow may leave a chat. */
        LEAVES_CHATS("flows", "no flow has patience_in_chat", "write patience_in_chat for a flow whose people may leave a chat") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return scenario.flows().values().stream().anyMatch(flow -> flow.patienceInChat() != null);
            }
        },
        /** Some deferred work is tickets. */
        TICKETS("flows", "no deferred work is tickets", "write ticket for a flow whose work has priorities or waits for others") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return any(scenario, ticket -> true);
            }
        },
        /** Tickets of some flow go from group to group. */
        REASSIGNS("flows", "no ticket goes from group to group", "write reassign in ticket of a flow") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return any(scenario, ticket -> !ticket.reassign().isEmpty());
            }
        },
        /** Tickets of some flow come back. */
        REOPENS("flows", "no ticket is reopened", "write reopen in ticket of a flow") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return any(scenario, ticket -> ticket.reopen() != null && ticket.reopen().chance() > 0);
            }
        },
        /** Tickets of some flow are closed some time after they were finished. */
        CLOSES("flows", "nobody closes tickets", "write closes_after in ticket of a flow") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return any(scenario, ticket -> ticket.closesAfter() != null);
            }
        },
        /** Agents call people of a list. */
        CAMPAIGNS("campaigns", "there is no campaign", "write one under campaigns") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return !scenario.campaigns().isEmpty();
            }
        },
        /** Something that applications need fails. */
        FAILURES("applications", "no application can fail", "write failures for what takes applications down, or maintenance") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return !scenario.applications().isEmpty() && (scenario.failures().findAny().isPresent() || !scenario.maintenance().isEmpty() || !scenario.outages().isEmpty() || scenario.plan().values().stream().anyMatch(step -> step.down() != null));
            }
        },
        /** Some deferred work waits for applications. */
        HOLDS("services", "no deferred work waits for an application", "write needs for a service that has deferred work") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return scenario.flows().values().stream()
                        .filter(scenario::isDeferred)
                        .map(flow -> scenario.services().get(flow.service()))
                        .anyMatch(service -> service != null && service.needs().values().stream().anyMatch(need -> need.deferred() == mergedesk.scenario.Need.Deferred.HELD));
            }
        },
        /** Contacts need applications. */
        NEEDS("services", "no service needs an application", "write needs for a service") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return scenario.services().values().stream().anyMatch(service -> !service.needs().isEmpty());
            }
        },
        /** Some people are told to come again. */
        COMES_BACK("services", "nobody is told to come again", "write when_down: comes_back in needs of a service") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return scenario.services().values().stream().flatMap(service -> service.needs().values().stream()).anyMatch(need -> need.whenDown() == mergedesk.scenario.Need.WhenDown.COMES_BACK);
            }
        },
        /** People call because an application is down. */
        INCIDENTS("applications", "no outage brings calls", "write incidents for an application whose users call when it is down") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return scenario.applications().values().stream().anyMatch(application -> application.incidents() != null);
            }
        },
        /** Some people try self-service first. */
        SELF_SERVICE("flows", "nobody tries self-service first", "write self_service for a flow whose people do") {
            @Override
            public boolean isMetBy(Scenario scenario) {
                return scenario.flows().values().stream().anyMatch(flow -> flow.selfService() != null);
            }
        };

        private final String section;
        private final String lack;
        private final String advice;

        Need(String section, String lack, String advice) {
            this.section = section;
            this.lack = lack;
            this.advice = advice;
        }

        private static boolean any(Scenario scenario, Predicate<Ticket> what) {
            return scenario.flows().values().stream().anyMatch(flow -> flow.ticket() != null && what.test(flow.ticket()));
        }

        /** Whether the scenario has it. */
        public abstract boolean isMetBy(Scenario scenario);

        /** Where in a scenario it would be written. */
        public String section() {
            return section;
        }

        /** What is missing where it is not met. */
        public String lack() {
            return lack;
        }

        /** What to do then. */
        public String advice() {
            return advice;
        }
    }

    public KnownMeasure {
        scopes = Set.copyOf(scopes);
        everyScopes = Map.copyOf(everyScopes);
    }
}
