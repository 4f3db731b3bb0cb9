package mergedesk.scenario.check;

import mergedesk.scenario.Channel;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.text.KeysOfKinds;
import mergedesk.scenario.tree.Places;

/** Keys of flows whose contacts, by their channel, cannot have them. */
final class KindCheck {
    private final Scenario scenario;
    private final Places places;

    KindCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        scenario.flows().forEach((id, flow) -> {
            Channel channel = scenario.channels().get(flow.channel());
            if (channel == null || channel.kind() == null || channel.kind() == Channel.Kind.SELF_SERVICE || !places.sound("channels." + flow.channel())) {
                return; // a fault of its own
            }
            for (String key : KeysOfKinds.not(channel.kind())) {
                if (places.written("flows." + id + "." + key)) {
                    places.fault("flows." + id + "." + key, KeysOfKinds.reason(key, flow.channel(), channel.kind()), KeysOfKinds.advice(key, flow.channel()));
                }
            }
        });
    }
}
