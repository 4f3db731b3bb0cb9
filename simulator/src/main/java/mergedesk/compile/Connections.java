package mergedesk.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The scenario with its connections behind all applications. */
    static Scenario over(Scenario scenario) {
        if (scenario.links().isEmpty()) {
            return scenario;
        }
        Map<String, Application> applications = new LinkedHashMap<>(scenario.applications());
        Map<String, Flow> flows = new LinkedHashMap<>(scenario.flows());
        Map<String, List<String>> linksOf = new LinkedHashMap<>(); // by connection; none where the desk reaches the application without
        scenario.flows().forEach((id, flow) -> {
            Map<String, Need> needs = new LinkedHashMap<>(flow.needs());
            scenario.needs(flow).forEach((application, need) -> {
                String connection = application + AT + flow.desk();
                List<String> links = linksOf.computeIfAbsent(connection, name -> links(scenario, flow.desk(), application));
                if (!links.isEmpty() && !scenario.campaigns().containsKey(id)) {
                    applications.put(connection, Application.named(connection).with(Application::hosts, links).with(Application::needed, 1));
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
