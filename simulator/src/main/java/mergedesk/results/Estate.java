package mergedesk.results;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What services run on, as a reader needs it beside the numbers: where each application runs, what rooms need, who needs which application. All by identifier.
 *
 * @param uses which flows need an application, and of how many of their contacts
 */
public record Estate(List<Supply> supplies, List<Room> rooms, List<Link> links, List<Application> applications, List<Use> uses) {
    /** Of a scenario without any. */
    public static final Estate NONE = new Estate(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return rooms.isEmpty() && applications.isEmpty();
    }

    /**
     * What rooms and applications have in common.
     *
     * @param kind power, cooling ...
     * @param needs other supplies
     */
    public record Supply(String id, String name, String kind, List<String> needs) {}

    /**
     * A machine room.
     *
     * @param datacentre its name, as it is shown
     * @param needs supplies
     * @param hostNames hosts that stand there
     * @param racksUsed by these
     * @param racks that there are; empty where nobody says
     * @param fullWatts what its machines draw at full load; 0 where nobody says
     * @param limitWatts what they may draw; empty where nobody says
     */
    public record Room(String id, String datacentre, List<String> needs, List<String> hostNames, double racksUsed, OptionalDouble racks, double fullWatts, OptionalDouble limitWatts) {
        /** How many hosts stand there. */
        public int hosts() {
            return hostNames.size();
        }
    }

    /**
     * A line of the network from a desk to a datacentre.
     *
     * @param datacentre its name, as it is shown
     * @param name as it is shown
     */
    public record Link(String desk, String datacentre, String name) {}

    /**
     * An application.
     *
     * @param hostNames hosts on which it runs
     * @param standbyNames hosts that take over
     * @param rooms in which these stand, each once
     * @param standbyRooms in which those stand that take over
     * @param needs supplies and other applications
     */
    public record Application(String id, List<String> hostNames, List<String> standbyNames, List<String> rooms, List<String> standbyRooms, List<String> needs) {
        /** On how many hosts it runs. */
        public int hosts() {
            return hostNames.size();
        }
    }

    /** Contacts of the flow that need the application, as a share of all of it. */
    public record Use(String application, Scope flow, double share) {}
}
