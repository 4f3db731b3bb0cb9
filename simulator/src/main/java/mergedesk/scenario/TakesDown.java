package mergedesk.scenario;

import java.util.List;

/** Something that happens to things of the estate at times that the scenario states; all of them are down then. */
public interface TakesDown {
    /** Supplies. */
    List<String> supplies();

    /** Rooms. */
    List<String> rooms();

    /** Hosts. */
    List<String> hosts();

    /** Applications of which the software is down. */
    List<String> applications();

    /** How many things are down. */
    default int things() {
        return supplies().size() + rooms().size() + hosts().size() + applications().size();
    }
}
