package mergedesk.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.scenario.Application;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Need;
import mergedesk.scenario.Scenario;

/**
 * Desks that reach applications by links. A connection, such as {@code crm at main}, is one more application, which contacts at the desk need beside the application itself, and in the same way: it is up while any link of the
 * desk is up that leads to a datacentre where the application may run. So whatever holds of an outage holds where only some desks notice it.
 *
 * <p>Whether a contact needs a connection is drawn with the key of the application: who needs the one needs the other.
 */
final class Connections {
    private static final String AT = " at "; // no name of the scenario has spaces

    private Connections() {}

    /** The scenarios of phases, each with the connections that there are in {@code any}: where no link of the desk leads to the application in a phase, the desk reaches it without, and the connection is up. */
    static List<Scenario> over(List<Scenario> phases, List<Scenario> any) {
        if (phases.get(0).links().isEmpty()) {
            return phases;
        }
        Set<String> connections = any.stream().flatMap(Connections::of).collect(Collectors.toSet());
        return phases.stream().map(phase -> over(phase, connections)).toList();
    }

    /** Connections over which some link leads. */
    private static Stream<String> of(Scenario scenario) {
        return scenario.flows().values().stream()
                .flatMap(flow -> scenario.needs(flow).keySet().stream().filter(application -> !links(scenario, flow.desk(), application).isEmpty()).map(application -> application + AT + flow.desk()));
    }

    private static Scenario over(Scenario scenario, Set<String> connections) {
        Map<String, Application> applications = new LinkedHashMap<>(scenario.applications());
        Map<String, Flow> flows = new LinkedHashMap<>(scenario.flows());
        scenario.flows().forEach((id, flow) -> {
            Map<String, Need> needs = new LinkedHashMap<>(flow.needs());
            scenario.needs(flow).forEach((application, need) -> {
                String connection = application + AT + flow.desk();
                if (connections.contains(connection) && !scenario.campaigns().containsKey(id)) {
                    List<String> links = links(scenario, flow.desk(), application);
                    Application always = Application.named(connection);
                    applications.put(connection, links.isEmpty() ? always : always.with(Application::hosts, links).with(Application::needed, 1));
                    needs.put(connection, need);
                }
            });
            flows.put(id, flow.with(Flow::needs, needs));
        });
        return scenario.with(Scenario::applications, applications).with(Scenario::flows, flows);
    }

    /** Links of the desk to where the application may run. */
    private static List<String> links(Scenario scenario, String desk, String application) {
        Set<String> sites = scenario.datacentres(application);
        return scenario.links().entrySet().stream()
                .filter(link -> link.getValue().desk().equals(desk) && sites.contains(link.getValue().datacentre()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether an application is a connection: its hosts are links. */
    static boolean is(String application) {
        return application.contains(AT);
    }

    /** The application to which a connection leads; itself of any other. */
    static String application(String name) {
        return Stream.of(name.split(AT)).findFirst().orElseThrow();
    }
}
