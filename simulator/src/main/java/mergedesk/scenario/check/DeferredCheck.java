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

    private void checkPriority(String path, Flow flow) {
        Desk desk = scenario.desks().get(flow.desk());
        if (desk != null && flow.priority() != 1 && desk.deferredOrder() != null && desk.deferredOrder() != Desk.DeferredOrder.PRIORITY) {
            places.fault(
                    path + ".priority",
                    "desk " + flow.desk() + " does not take deferred work by priority",
                    "remove it, or write deferred_order: priority at the desk");
        }
    }
}
