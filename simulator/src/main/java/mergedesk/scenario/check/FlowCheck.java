package mergedesk.scenario.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Council;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Message;
import mergedesk.scenario.Retry;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.tree.Places;

/** Volumes and retries of the flows, and every distribution in them. */
final class FlowCheck {
    private static final double SHORTEST_ENDLESS_DELAY_SECONDS = 1;

    private final Scenario scenario;
    private final Places places;
    private final DistributionCheck distributions;
    private final Map<String, List<String>> flowsByKey = new HashMap<>();

    FlowCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
        this.distributions = new DistributionCheck(places);
    }

    void check() {
        scenario.flows()
                .forEach((id, flow) -> flowsByKey
                        .computeIfAbsent(keyOf(flow), key -> new ArrayList<>())
                        .add(id));
        scenario.flows().forEach((id, flow) -> {
            String path = "flows." + id;
            checkVolume(flow, path);
            checkRetry(flow, path);
            checkKey(id, flow, path);
            checkBalkAt(flow, path + ".balk_at.");
            checkMessage(flow.message(), path + ".message.becomes");
            distributions.check(flow.work(), path + ".work");
            checkWorkByGroup(id, flow, path + ".work_by_group.");
            distributions.checkTimeless(flow.afterCall(), path + ".after_call");
            distributions.check(flow.patience(), path + ".patience");
        });
    }

    /** What is said is work that waits: nobody is on the line any more. */
    private void checkMessage(Message message, String path) {
        Flow becomes = message == null || message.becomes() == null ? null : scenario.flows().get(message.becomes());
        Channel channel = becomes == null ? null : scenario.channels().get(becomes.channel());
        if (channel != null && channel.kind() != null && channel.kind() != Channel.Kind.DEFERRED) {
            places.fault(path, "nobody waits for a message, and contacts of " + message.becomes() + " are not deferred work", "write a flow by a channel of kind: deferred");
        }
    }

    private void checkBalkAt(Flow flow, String path) {
        flow.balkAt().keySet().stream()
                .filter(others -> others < 0)
                .forEach(others -> places.faultAtKey(path + others, "so few cannot wait", "write how many wait already, 0 or more"));
    }

    private void checkWorkByGroup(String id, Flow flow, String path) {
        flow.workByGroup().forEach((name, work) -> {
            AgentGroup group = scenario.groups().get(name);
            boolean isElsewhere = group != null && flow.desk() != null && places.sound("groups." + name + ".desk") && !flow.desk().equals(group.desk());
            if (isElsewhere && scenario.routing().stream().noneMatch(row -> id.equals(row.flow()) && name.equals(row.group()))) {
                places.faultAtKey(path + name, "the group " + name + " works at desk " + group.desk() + ", and the flow comes to " + flow.desk(), "remove it, or write a routing row");
            }
            distributions.checkTimeless(work, path + name);
        });
    }

    private void checkVolume(Flow flow, String path) {
        long given = Stream.of("volume", "volume_per_head", "trace")
                .filter(key -> places.written(path + "." + key))
                .count();
        if (given != 1) {
            places.fault(
                    path,
                    given == 0 ? "the flow has no volume" : "the flow has more than one volume",
                    "write exactly one of volume, volume_per_head and trace");
        }
        Council council = scenario.councils().get(flow.council());
        if (flow.volumePerHead() != null
                && council != null
                && council.population() == null
                && places.sound("councils." + flow.council())) {
            places.fault(
                    path + ".volume_per_head",
                    "the council " + flow.council() + " has no population",
                    "write councils." + flow.council() + ".population");
        }
    }

    /** Flows of one key would have the same callers at the same moments, which no interval would show. */
    private void checkKey(String id, Flow flow, String path) {
        if (flow.key() == null) {
            return;
        }
        flowsByKey.get(flow.key()).stream()
                .filter(other -> !other.equals(id))
                .findFirst()
                .ifPresent(other -> places.fault(
                        path + ".key",
                        "the flow '" + other + "' has the same key, so both would have the same callers",
                        "write another key, or none"));
    }

    private static String keyOf(Flow flow) {
        return flow.key() != null ? flow.key() : flow.council() + "/" + flow.service() + "/" + flow.channel();
    }

    private void checkRetry(Flow flow, String path) {
        Retry retry = flow.retry();
        boolean redials = places.written(path + ".redials");
        if (retry != null && flow.basis() != Flow.Basis.CALLERS && !redials) {
            places.fault(
                    path + ".retry",
                    "the volume counts attempts, so redials are in it already and would be counted twice",
                    "write redials: the share of attempts that were redials, such as 15 %");
        }
        if (redials && flow.basis() == Flow.Basis.CALLERS && flow.redials() > 0) {
            places.fault(
                    path + ".redials",
                    "the volume counts callers, so no redials are in it",
                    "write basis: attempts, or remove redials");
        }
        if (retry == null) {
            return;
        }
        distributions.checkTimeless(retry.delay(), path + ".retry.delay");
        checkEndlessRetry(retry, path + ".retry.delay");
    }

    private void checkEndlessRetry(Retry retry, String delay) {
        if (retry.limit() != null || retry.delay() == null || retry.delay().family() == null || !places.sound(delay)) {
            return;
        }
        double seconds = retry.delay().meanSeconds();
        if (seconds < SHORTEST_ENDLESS_DELAY_SECONDS) {
            places.fault(
                    delay,
                    "without a limit, people who try again after " + Numbers.plain(Math.round(seconds * 1e6) / 1e6) + " s on average would hardly ever stop",
                    "write a delay of 1 s or more on average, or a limit such as limit: 5");
        }
    }
}
