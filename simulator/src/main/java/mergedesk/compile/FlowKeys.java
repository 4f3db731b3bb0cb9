package mergedesk.compile;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.Flow;

/**
 * The key of each flow, on which all its random draws hang.
 *
 * <pre>
 * flow with `key`        hash(key), a "/" in it separating names as below
 * any other              hash(council, service, channel)
 * a further flow with
 * the same three names   hash(council, service, channel, its own name in the file)
 * </pre>
 *
 * <p>So the people are the same when a flow moves to another desk, is listed elsewhere or is called differently, or when flows with
 * other names come and go; {@code key: north/housing/phone} meets the people of the council that was called north.
 */
final class FlowKeys {
    private static final String SEPARATOR = "/";

    private FlowKeys() {}

    static long[] of(Map<String, Flow> flows) {
        long[] keys = new long[flows.size()];
        Set<Long> seen = new LinkedHashSet<>();
        int number = 0;
        for (Map.Entry<String, Flow> entry : flows.entrySet()) {
            keys[number++] = key(entry.getKey(), entry.getValue(), seen);
        }
        return keys;
    }

    private static long key(String name, Flow flow, Set<Long> seen) {
        if (flow.key() != null) {
            return NameHash.of(flow.key().split(SEPARATOR, -1));
        }
        long plain = NameHash.of(flow.council(), flow.service(), flow.channel());
        return seen.add(plain) ? plain : NameHash.of(flow.council(), flow.service(), flow.channel(), name);
    }
}
