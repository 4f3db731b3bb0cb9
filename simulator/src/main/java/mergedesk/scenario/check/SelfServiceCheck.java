package mergedesk.scenario.check;

import mergedesk.scenario.Channel;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.SelfService;
import mergedesk.scenario.tree.Places;

/** Whether what people try before they come to a desk is self-service, and nobody comes to a desk by it. */
final class SelfServiceCheck {
    private final Scenario scenario;
    private final Places places;
    private final DistributionCheck distributions;

    SelfServiceCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
        distributions = new DistributionCheck(places);
    }

    void check() {
        scenario.flows().forEach((id, flow) -> {
            String path = "flows." + id;
            if (isSelfService(flow.channel())) {
                places.fault(path + ".channel", "nobody at a desk answers self-service", "write the channel by which people come who need a desk, and self_service beside it");
            }
            if (flow.selfService() != null) {
                check(flow.selfService(), path + ".self_service");
            }
        });
        scenario.groups().forEach((id, group) -> {
            for (int i = 0; i < group.channels().size(); i++) {
                if (isSelfService(group.channels().get(i))) {
                    places.fault("groups." + id + ".channels[" + i + "]", "nobody at a desk answers self-service", "remove it, or name the channel by which people come who need a desk");
                }
            }
        });
        scenario.channels().forEach((id, channel) -> {
            if (channel.kind() != Channel.Kind.SELF_SERVICE && places.written("channels." + id + ".opening") && !channel.opening().always()) {
                places.fault("channels." + id + ".opening", "only self-service has opening hours of its own", "write opening for the desk, or kind: self_service");
            }
            if (channel.kind() != Channel.Kind.SELF_SERVICE && !channel.needs().isEmpty()) {
                places.fault("channels." + id + ".needs", "only self-service is available or not by itself", "write needs for the services that people call about, or kind: self_service");
            }
        });
    }

    private void check(SelfService selfService, String path) {
        if (selfService.channel() != null && scenario.channels().containsKey(selfService.channel()) && !isSelfService(selfService.channel())) {
            places.fault(path + ".channel", "the channel is not self-service", "name one of kind self_service");
        }
        distributions.checkTimeless(selfService.delay(), path + ".delay");
    }

    private boolean isSelfService(String channel) {
        Channel named = channel == null ? null : scenario.channels().get(channel);
        return named != null && named.kind() == Channel.Kind.SELF_SERVICE;
    }
}
