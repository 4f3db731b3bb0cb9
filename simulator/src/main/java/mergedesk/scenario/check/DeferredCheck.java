package mergedesk.scenario.check;

import java.util.List;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** What is said of deferred work and of nothing else, and what is never said of it. */
final class DeferredCheck {
    private static final List<String> OF_DEFERRED_WORK = List.of("respond_within", "resolve_within", "opening_backlog", "ticket");

    private final Scenario scenario;
    private final Places places;

    DeferredCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        scenario.flows().forEach((id, flow) -> {
            Channel channel = scenario.channels().get(flow.channel());
            if (channel == null || channel.kind() == null) {
                return; // a fault of its own
            }
            if (channel.kind() == Channel.Kind.DEFERRED) {
                checkDeferred("flows." + id, flow);
            } else {
                checkLive("flows." + id, flow.channel());
            }
        });
    }

    private void checkDeferred(String path, Flow flow) {
        refuse(path + ".patience", "deferred work waits as long as it takes, so nobody gives up");
        refuse(path + ".balk", "deferred work is kept whatever there is before it, so nobody leaves at once");
        refuse(path + ".balk_at", "deferred work is kept whatever there is before it, so nobody leaves at once");
        refuse(path + ".message", "nobody waits for deferred work, so nobody leaves a message instead");
        refuse(path + ".retry", "deferred work is always kept, so nobody has to try again");
        if (places.written(path + ".after_call")) {
            places.fault(path + ".after_call", "deferred work is one stretch of work", "add it to work");
        }
        if (flow.ticket() == null && places.written(path + ".work_by_group")) {
            places.fault(path + ".work_by_group", "deferred work may go half done from one group to another, so it is as much for all", "remove it, or write speed for a group");
        }
        Desk desk = scenario.desks().get(flow.desk());
        if (desk != null && flow.priority() != 1 && desk.deferredOrder() != null && desk.deferredOrder() != Desk.DeferredOrder.PRIORITY) {
            places.fault(
                    path + ".priority",
                    "desk " + flow.desk() + " does not take deferred work by priority",
                    "remove it, or write deferred_order: priority at the desk");
        }
    }

    private void refuse(String key, String rule) {
        if (places.written(key)) {
            places.fault(key, rule, "remove it; where it is a default of all flows, write the key with nothing behind it here");
        }
    }

    private void checkLive(String path, String channel) {
        for (String key : OF_DEFERRED_WORK) {
            if (places.written(path + "." + key)) {
                places.fault(
                        path + "." + key,
                        "only deferred work has this, and channel " + channel + " is live",
                        "remove it, or give the channel kind: deferred");
            }
        }
    }
}
