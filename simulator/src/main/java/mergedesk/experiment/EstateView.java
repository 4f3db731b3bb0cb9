package mergedesk.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import mergedesk.program.Needs;
import mergedesk.program.Program;
import mergedesk.results.Estate;
import mergedesk.results.Scope;
import mergedesk.scenario.Host;
import mergedesk.scenario.Room;
import mergedesk.scenario.Scenario;

/** What services of a scenario run on, for readers. */
final class EstateView {
    private final Scenario scenario;

    private EstateView(Scenario scenario) {
        this.scenario = scenario;
    }

    /** @param flow the scope of each flow of the program */
    static Estate of(Scenario scenario, Program program, IntFunction<Scope> flow) {
        return new EstateView(scenario).view(uses(scenario, program, flow));
    }

    private Estate view(List<Estate.Use> uses) {
        Map<String, List<Host>> hosts = scenario.hostsByRoom();
        return new Estate(
                scenario.supplies().entrySet().stream()
                        .map(supply -> new Estate.Supply(supply.getKey(), supply.getValue().name(), supply.getValue().kind().name().toLowerCase(Locale.ROOT), supply.getValue().needs()))
                        .toList(),
                scenario.rooms().entrySet().stream().map(room -> room(room.getKey(), room.getValue(), hosts.getOrDefault(room.getKey(), List.of()))).toList(),
                scenario.links().values().stream()
                        .map(link -> new Estate.Link(link.desk(), scenario.datacentres().get(link.datacentre()).name(), link.name()))
                        .toList(),
                scenario.applications().entrySet().stream()
                        .map(one -> new Estate.Application(one.getKey(), names(one.getValue().hosts()), names(one.getValue().standby()), roomsOf(one.getValue().hosts()), roomsOf(one.getValue().standby()), one.getValue().needs()))
                        .toList(),
                uses);
    }

    private Estate.Room room(String id, Room room, List<Host> hosts) {
        return new Estate.Room(
                id,
                scenario.datacentres().get(room.datacentre()).name(),
                room.needs(),
                hosts.stream().map(Host::name).toList(),
                hosts.stream().mapToDouble(Host::racks).sum(),
                room.racks() == null ? OptionalDouble.empty() : OptionalDouble.of(room.racks()),
                hosts.stream().filter(host -> host.watts() != null).mapToDouble(host -> host.watts().full().watts()).sum(),
                room.limit() == null ? OptionalDouble.empty() : OptionalDouble.of(room.limit().watts()));
    }

    private List<String> names(List<String> hosts) {
        return hosts.stream().map(host -> scenario.hosts().get(host).name()).toList();
    }

    private List<String> roomsOf(List<String> hosts) {
        Map<String, Host> all = scenario.hosts();
        return hosts.stream().map(host -> all.get(host).room()).distinct().toList();
    }

    /** Connections, which are no applications of the scenario, left out. */
    private static List<Estate.Use> uses(Scenario scenario, Program program, IntFunction<Scope> flow) {
        Needs needs = program.needs();
        List<Estate.Use> uses = new ArrayList<>();
        for (int i = 0; i < program.flowCount(); i++) {
            for (int row = needs.offset()[i]; row < needs.offset()[i + 1]; row++) {
                String application = program.names().applications().get(needs.application()[row]);
                if (scenario.applications().containsKey(application)) {
                    uses.add(new Estate.Use(application, flow.apply(i), needs.share()[row]));
                }
            }
        }
        return uses;
    }
}
