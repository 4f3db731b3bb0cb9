package mergedesk.experiment;

import static mergedesk.scenario.NoteKind.DEFERRED_NEVER_BEGINS;
import static mergedesk.scenario.NoteKind.SELF_SERVICE_UNUSED;
import static mergedesk.scenario.NoteKind.TICKET_PEOPLE_MANY;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mergedesk.program.Blends;
import mergedesk.program.Program;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TicketPriority;

/** What planned agents and doors never let come about of deferred work, tickets and self-service: notes, none of them a fault. */
final class ChannelFindings {
    private final Scenario scenario;
    private final Program program;
    private final List<Finding> findings = new ArrayList<>();

    private ChannelFindings(Scenario scenario, Program program) {
        this.scenario = scenario;
        this.program = program;
    }

    static List<Finding> of(Scenario scenario, Program program) {
        ChannelFindings channels = new ChannelFindings(scenario, program);
        channels.findBlends(new BlendPlan(program));
        channels.findFlows(new CrewPlan(program), new PortalPlan(program));
        return channels.findings;
    }

    private void findBlends(BlendPlan plan) {
        Blends rules = program.deferred().blends();
        int group = 0;
        for (String id : scenario.groups().keySet()) {
            if (plan.neverBegins(group)) {
                int agents = plan.mostAgents(group);
                boolean reserved = rules.reserve()[group] >= agents;
                String key = reserved ? "reserve" : rules.hasShare(group) ? "share" : "below_occupancy";
                String why = reserved
                        ? "and all are left for people"
                        : rules.hasShare(group) ? "and the share for deferred work is never one of them" : "which is never so few";
                findings.add(Finding.note(
                        DEFERRED_NEVER_BEGINS,
                        "groups." + id + ".blend" + (rules.varies()[group] ? "" : "." + key),
                        said("at most %,d agents of the group are planned at a time, %s, so that none ever takes deferred work up", agents, rules.varies()[group] ? "and its rules leave none of them for it" : why),
                        "check reserve, share and below_occupancy"));
            }
            group++;
        }
    }

    private void findFlows(CrewPlan crews, PortalPlan portals) {
        int number = 0;
        for (Map.Entry<String, Flow> entry : scenario.flows().entrySet()) {
            int flow = number++;
            Flow of = entry.getValue();
            if (of.selfService() != null && of.selfService().tries() > 0 && !portals.isTried(flow)) {
                findings.add(Finding.note(
                        SELF_SERVICE_UNUSED,
                        "flows." + entry.getKey() + ".self_service",
                        "channel " + of.selfService().channel() + " is never open when anybody comes, so that nobody tries it",
                        "check its opening, and the profile of the flow"));
            }
            if (of.ticket() != null) {
                of.ticket().byPriority().forEach((priority, own) -> findPeople("flows." + entry.getKey() + ".ticket.by_priority." + priority + ".people", own, crews.mostAgents(flow)));
            }
        }
    }

    private void findPeople(String path, TicketPriority own, int agents) {
        if (own.people() > 1 && agents > 0 && own.people() > agents) {
            findings.add(Finding.note(TICKET_PEOPLE_MANY, path, said("at most %,d agents who may take them are planned at a time", agents), "check the number, or who may take them"));
        }
    }

    private static String said(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
