package mergedesk.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import mergedesk.scenario.Flow;

/**
 * The key of each flow, on which all its random draws hang.
 *
 * <pre>
 * flow with `key`              hash(key), a "/" in it separating names as below
 * the only flow of its
 * council, service, channel    hash(council, service, channel)
 * one of several such flows    hash(council, service, channel, its own name in the file)
 * </pre>
 *
 * <p>So the people are the same when a flow moves to another desk, is listed elsewhere or is called differently, or when flows with
 * other names come and go; {@code key: north/housing/phone} meets the people of the council that was called north. The order of the file
 * decides nothing.
 */
final class FlowKeys {
    private static final String SEPARATOR = "/";

    private FlowKeys() {}

    /** One key each, in the order of the map; a lane has that of its flow. */
    static long[] of(Map<String, Flow> flows) {
        Map<Long, Integer> namesakes = new LinkedHashMap<>();
        flows.entrySet().stream()
                .filter(flow -> flow.getValue().key() == null && Lanes.flow(flow.getKey()).equals(flow.getKey()))
                .forEach(flow -> namesakes.merge(plain(flow.getValue()), 1, Integer::sum));
        return flows.keySet().stream()
                .map(Lanes::flow)
                .mapToLong(name -> key(name, flows.get(name), namesakes))
                .toArray();
    }

    private static long key(String name, Flow flow, Map<Long, Integer> namesakes) {
        if (flow.key() != null) {
            return NameHash.of(flow.key().split(SEPARATOR, -1));
        }
        return namesakes.get(plain(flow)) == 1 ? plain(flow) : NameHash.of(flow.council(), flow.service(), flow.channel(), name);
    }

    private static long plain(Flow flow) {
        return NameHash.of(flow.council(), flow.service(), flow.channel());
    }
}
