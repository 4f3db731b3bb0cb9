package mergedesk.scenario;

import java.util.List;
import mergedesk.units.With;

/** A line of the network from a desk to a datacentre. Two of the same desk stand in for each other; a desk without any reaches everything. */
public record Link(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning(value = "Desk that it joins.", required = true)
        String desk,

        @Meaning(value = "Datacentre with which it joins the desk.", required = true)
        String datacentre,

        @Meaning("Supplies without which it is down, such as a carrier: [carrier].")
        List<String> needs,

        @Meaning("How it fails; never when absent.")
        Failures failures) implements With<Link> {}
