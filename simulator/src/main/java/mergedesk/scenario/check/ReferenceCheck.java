package mergedesk.scenario.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mergedesk.scenario.Failures;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TakesDown;
import mergedesk.scenario.Ticket;
import mergedesk.scenario.tree.Places;
import mergedesk.scenario.tree.Tree;

/** Whether everything that is named exists. */
final class ReferenceCheck {
    /** The profile that needs no entry. */
    private static final String FLAT = "flat";

    private final Scenario scenario;
    private final Places places;
    private final Set<String> profiles;

    ReferenceCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
        this.profiles = new TreeSet<>(places.keys("profiles"));
        profiles.add(FLAT);
    }

    void check() {
        scenario.flows().forEach((id, flow) -> {
            String path = "flows." + id;
            one(flow.council(), path + ".council", "council", "councils");
            one(flow.service(), path + ".service", "service", "services");
            channel(flow.channel(), path + ".channel");
            one(flow.desk(), path + ".desk", "desk", "desks");
            profile(flow.profile(), path + ".profile");
            one(flow.season(), path + ".season", "season", "seasons");
            if (flow.message() != null) {
                one(flow.message().becomes(), path + ".message.becomes", "flow", "flows");
            }
            if (flow.selfService() != null) {
                channel(flow.selfService().channel(), path + ".self_service.channel");
                one(flow.selfService().becomes(), path + ".self_service.becomes", "flow", "flows");
            }
            if (flow.ticket() != null) {
                ticket(flow.ticket(), path + ".ticket.");
            }
            keys(flow.workByGroup().keySet(), path + ".work_by_group.", "group", "groups");
            keys(flow.needs().keySet(), path + ".needs.", "application", "applications");
        });
        scenario.applications().forEach((id, application) -> {
            if (application.incidents() != null) {
                keys(application.incidents().users().keySet(), "applications." + id + ".incidents.users.", "flow", "flows");
                keys(application.incidents().surge().keySet(), "applications." + id + ".incidents.surge.", "flow", "flows");
            }
        });
        scenario.channels().forEach((id, channel) -> each(channel.needs(), "channels." + id + ".needs", "application", "applications"));
        scenario.services().forEach((id, service) -> keys(service.needs().keySet(), "services." + id + ".needs.", "application", "applications"));
        scenario.campaigns().forEach((id, campaign) -> {
            String path = "campaigns." + id;
            one(campaign.council(), path + ".council", "council", "councils");
            one(campaign.service(), path + ".service", "service", "services");
            one(campaign.desk(), path + ".desk", "desk", "desks");
            each(campaign.groups(), path + ".groups", "group", "groups");
        });
        scenario.groups().forEach((id, group) -> {
            String path = "groups." + id;
            one(group.desk(), path + ".desk", "desk", "desks");
            one(group.employer(), path + ".employer", "council", "councils");
            each(group.skills(), path + ".skills", "service", "services");
            each(group.domains(), path + ".domains", "domain", "domains");
            for (int i = 0; i < group.channels().size(); i++) {
                channel(group.channels().get(i), path + ".channels[" + i + "]");
            }
            keys(group.speed().keySet(), path + ".speed.", "service", "services");
        });
        for (int i = 0; i < scenario.routing().size(); i++) {
            String path = "routing[" + i + "]";
            one(scenario.routing().get(i).flow(), path + ".flow", "flow", "flows");
            one(scenario.routing().get(i).group(), path + ".group", "group", "groups");
        }
        scenario.events().forEach((id, event) -> {
            each(event.councils(), "events." + id + ".councils", "council", "councils");
            each(event.services(), "events." + id + ".services", "service", "services");
        });
        for (int i = 0; i < scenario.targets().size(); i++) {
            String path = "targets[" + i + "]";
            one(scenario.targets().get(i).council(), path + ".council", "council", "councils");
            one(scenario.targets().get(i).service(), path + ".service", "service", "services");
            one(scenario.targets().get(i).desk(), path + ".desk", "desk", "desks");
            one(scenario.targets().get(i).group(), path + ".group", "group", "groups");
            one(scenario.targets().get(i).application(), path + ".application", "application", "applications");
            one(scenario.targets().get(i).from(), path + ".from", "step", "plan");
            one(scenario.targets().get(i).until(), path + ".until", "step", "plan");
        }
        estate();
        if (scenario.bankHolidays() != null) {
            profile(scenario.bankHolidays().profile(), "bank_holidays.profile");
        }
    }

    private void estate() {
        scenario.services().forEach((id, service) -> one(service.domain(), "services." + id + ".domain", "domain", "domains"));
        scenario.supplies().forEach((id, supply) -> {
            each(supply.needs(), "supplies." + id + ".needs", "supply", "supplies");
            crew(supply.failures(), "supplies." + id);
        });
        scenario.rooms().forEach((id, room) -> {
            one(room.datacentre(), "rooms." + id + ".datacentre", "datacentre", "datacentres");
            each(room.needs(), "rooms." + id + ".needs", "supply", "supplies");
            crew(room.failures(), "rooms." + id);
        });
        scenario.hosts().forEach((id, host) -> {
            one(host.room(), "hosts." + id + ".room", "room", "rooms");
            crew(host.failures(), "hosts." + id);
        });
        scenario.links().forEach((id, link) -> {
            one(link.desk(), "links." + id + ".desk", "desk", "desks");
            one(link.datacentre(), "links." + id + ".datacentre", "datacentre", "datacentres");
            each(link.needs(), "links." + id + ".needs", "supply", "supplies");
            crew(link.failures(), "links." + id);
        });
        scenario.applications().forEach((id, application) -> {
            String path = "applications." + id;
            each(application.hosts(), path + ".hosts", "host", "hosts");
            each(application.standby(), path + ".standby", "host", "hosts");
            for (int i = 0; i < application.needs().size(); i++) {
                boolean isSupply = places.keys("supplies").contains(application.needs().get(i));
                one(application.needs().get(i), path + ".needs[" + i + "]", isSupply ? "supply" : "application", isSupply ? "supplies" : "applications");
            }
            crew(application.failures(), path);
        });
        scenario.repairCrews().forEach((id, crew) -> one(crew.flow(), "repair_crews." + id + ".flow", "flow", "flows"));
        scenario.outages().forEach((id, outage) -> down(outage, "outages." + id));
        scenario.maintenance().forEach((id, maintenance) -> down(maintenance, "maintenance." + id));
        scenario.plan().forEach((id, step) -> {
            each(step.after(), "plan." + id + ".after", "step", "plan");
            each(step.ends(), "plan." + id + ".ends", "step", "plan");
            if (step.down() != null) {
                down(step.down(), "plan." + id + ".down");
            }
            if (step.release() != null) {
                keys(step.release().posts().keySet(), "plan." + id + ".release.posts.", "group", "groups");
                keys(step.release().redeployed().keySet(), "plan." + id + ".release.redeployed.", "group", "groups");
            }
        });
    }

    private void down(TakesDown what, String path) {
        each(what.supplies(), path + ".supplies", "supply", "supplies");
        each(what.rooms(), path + ".rooms", "room", "rooms");
        each(what.hosts(), path + ".hosts", "host", "hosts");
        each(what.applications(), path + ".applications", "application", "applications");
    }

    private void crew(Failures failures, String path) {
        one(failures == null ? null : failures.crew(), path + ".failures.crew", "repair crew", "repair_crews");
    }

    private void ticket(Ticket ticket, String path) {
        for (int i = 0; i < ticket.reassign().size(); i++) {
            one(ticket.reassign().get(i).from(), path + "reassign[" + i + "].from", "group", "groups");
            one(ticket.reassign().get(i).to(), path + "reassign[" + i + "].to", "group", "groups");
        }
        keys(ticket.workByGroup().keySet(), path + "work_by_group.", "group", "groups");
    }

    /** Keys of a table that name things; {@code path} ends before them. */
    private void keys(Set<String> ids, String path, String what, String section) {
        for (String id : ids) {
            if (!places.keys(section).contains(id) && !places.unusable(section)) {
                places.faultAtKey(path + id, unknown(what, id), advice(id, section, places.keys(section)));
            }
        }
    }

    private void each(List<String> ids, String path, String what, String section) {
        for (int i = 0; i < ids.size(); i++) {
            one(ids.get(i), path + "[" + i + "]", what, section);
        }
    }

    private void one(String id, String path, String what, String section) {
        require(id, path, what, section, places.keys(section));
    }

    private void channel(String id, String path) {
        Set<String> known = places.written("channels")
                ? places.keys("channels")
                : scenario.channels().keySet();
        require(id, path, "channel", "channels", known);
    }

    private void profile(String id, String path) {
        require(id, path, "profile", "profiles", profiles);
    }

    private void require(String id, String path, String what, String section, Set<String> known) {
        if (id != null && !known.contains(id) && !places.unusable(section)) {
            places.fault(path, unknown(what, id), advice(id, section, known));
        }
    }

    private static String unknown(String what, String id) {
        return "there is no " + what + " " + Tree.quote(id);
    }

    private String advice(String id, String section, Set<String> known) {
        String otherwise = "add it under " + section + ":";
        String advice = places.suggestion(id, known, otherwise);
        return advice.startsWith("write ") ? advice + ", or " + otherwise : advice;
    }
}
