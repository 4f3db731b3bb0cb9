package mergedesk.scenario.plausible;

import static mergedesk.scenario.NoteKind.BALK_FALLS;
import static mergedesk.scenario.NoteKind.RESPONSE_LATER;
import static mergedesk.scenario.NoteKind.RETRY_NEVER;
import static mergedesk.scenario.NoteKind.ROWS_ALIKE;
import static mergedesk.scenario.NoteKind.SELF_SERVICE_UNUSED;
import static mergedesk.scenario.NoteKind.TICKET_MACHINE_UNUSED;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Retry;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TicketPriority;
import mergedesk.scenario.WorkingTime;

/** Keys that can change nothing, as what they speak of never happens, or that say the opposite of what people mean by them. */
final class IdleRules {
    private final Scenario scenario;
    private final List<Finding> findings;
    private final Set<String> tried = new HashSet<>(); // channels of self-service
    private final Map<List<String>, String> flowByNames = new HashMap<>();

    IdleRules(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void find() {
        scenario.flows().forEach((id, flow) -> {
            String path = "flows." + id;
            findFall(path + ".balk_at.", flow);
            findRetry(path + ".retry.after", flow);
            findResponses(path, flow);
            findTwin(id, flow);
            if (flow.selfService() != null && flow.selfService().tries() > 0) {
                tried.add(flow.selfService().channel());
            }
        });
        scenario.channels().forEach((id, channel) -> {
            if (channel.kind() == Channel.Kind.SELF_SERVICE && !tried.contains(id)) {
                findings.add(Finding.note(SELF_SERVICE_UNUSED, "channels." + id, "nobody tries this self-service", "write self_service: {channel: " + id + ", ...} for a flow, or remove it"));
            }
        });
        scenario.desks().forEach(this::findMachine);
    }

    private void findFall(String path, Flow flow) {
        double before = 0;
        for (Map.Entry<Integer, Double> step : new TreeMap<>(flow.balkAt()).entrySet()) {
            double chance = Math.max(flow.balk(), step.getValue());
            if (chance < before) {
                findings.add(Finding.note(BALK_FALLS, path + step.getKey(), "fewer turn round when more wait", "write chances that rise"));
                return;
            }
            before = chance;
        }
    }

    /** Nobody wrote the word where all failures are named: that is the default. */
    private void findRetry(String path, Flow flow) {
        List<Retry.Failure> after = flow.retry() == null ? List.of() : flow.retry().after();
        boolean named = after.contains(Retry.Failure.DISCONNECTED) && after.size() < Retry.Failure.values().length;
        if (named && scenario.desks().get(flow.desk()).atClose() != Desk.AtClose.DISCONNECT) {
            findings.add(Finding.note(
                    RETRY_NEVER, path + "[" + after.indexOf(Retry.Failure.DISCONNECTED) + "]", "desk " + flow.desk() + " cuts nobody off", "write at_close: disconnect for the desk, or remove it"));
        }
    }

    private void findResponses(String path, Flow flow) {
        findResponse(path + ".respond_within", flow.respondWithin(), flow.resolveWithin());
        Map<Integer, TicketPriority> own = flow.ticket() == null ? Map.of() : flow.ticket().byPriority();
        own.forEach((priority, targets) -> {
            WorkingTime respond = targets.respondWithin() == null ? flow.respondWithin() : targets.respondWithin();
            WorkingTime resolve = targets.resolveWithin() == null ? flow.resolveWithin() : targets.resolveWithin();
            boolean asTheFlow = respond == flow.respondWithin() && resolve == flow.resolveWithin();
            if (!asTheFlow) {
                findResponse(path + ".ticket.by_priority." + priority + (targets.respondWithin() == null ? "" : ".respond_within"), respond, resolve);
            }
        });
    }

    private void findResponse(String path, WorkingTime respond, WorkingTime resolve) {
        if (respond != null && resolve != null && respond.clock() == resolve.clock() && respond.length().compareTo(resolve.length()) > 0) {
            findings.add(Finding.note(RESPONSE_LATER, path, "what is finished in time was taken up in time before, so that this asks for nothing", "check whether respond_within and resolve_within are exchanged"));
        }
    }

    private void findTwin(String id, Flow flow) {
        String first = flowByNames.putIfAbsent(List.of(flow.council(), flow.service(), flow.channel(), flow.desk()), id);
        if (first != null) {
            findings.add(Finding.note(
                    ROWS_ALIKE,
                    "flows." + id,
                    "results call it as they call " + first + ": the same council, service, channel and desk",
                    "give one of the two a service or a channel of its own"));
        }
    }

    private void findMachine(String id, Desk desk) {
        boolean anyVisitor = scenario.flows().values().stream().anyMatch(flow -> flow.desk().equals(id) && scenario.channels().get(flow.channel()).kind() == Channel.Kind.COUNTER);
        if (!desk.ticketMachine() && !anyVisitor) {
            findings.add(Finding.note(TICKET_MACHINE_UNUSED, "desks." + id + ".ticket_machine", "nobody comes to a counter here", "give a flow a channel of kind: counter, or remove it"));
        }
    }
}
