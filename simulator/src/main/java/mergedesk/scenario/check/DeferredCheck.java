package mergedesk.scenario.check;

import mergedesk.scenario.Channel;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** What is said of deferred work and of nothing else, and what is never said of it. */
final class DeferredCheck {
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
                checkPriority("flows." + id, flow);
            }
        });
    }

    /** A priority that would decide nothing: tickets have their own, what is due goes by that, and some desks take what came first. */
    private void checkPriority(String path, Flow flow) {
        Desk desk = scenario.desks().get(flow.desk());
        if (desk == null || desk.deferredOrder() == null || flow.priority() == 1) {
            return;
        }
        if (flow.ticket() != null) {
            places.fault(path + ".priority", "tickets have priorities of their own", "remove it, or write ticket: {priority: {1: 10 %, 3: 90 %}}");
            return;
        }
        boolean isDue = places.written(path + ".respond_within") || places.written(path + ".resolve_within");
        String what = switch (desk.deferredOrder()) {
            case DUE -> isDue ? "deferred work with a target" : "";
            case PRIORITY -> "";
            case ARRIVAL -> "deferred work";
        };
        if (!what.isEmpty()) {
            places.fault(path + ".priority", "desk " + flow.desk() + " does not take " + what + " by priority", "remove it, or write deferred_order: priority at the desk");
        }
    }
}
