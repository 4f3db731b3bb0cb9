package mergedesk.scenario.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Grades;
import mergedesk.scenario.Hold;
import mergedesk.scenario.Reassignment;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Ticket;
import mergedesk.scenario.TicketPriority;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.tree.Places;

/** Whether what is said of tickets fits together: shares that add up, priorities that occur, groups to which tickets come. */
final class TicketCheck {
    private static final double SHARE_TOLERANCE = 0.0015;
    private static final String ADD_UP = "make them add up to 100 %";

    private final Scenario scenario;
    private final Places places;
    private final DistributionCheck distributions;

    TicketCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
        distributions = new DistributionCheck(places);
    }

    void check() {
        scenario.flows().forEach((id, flow) -> {
            if (flow.ticket() != null) {
                String path = "flows." + id;
                checkPriorities(flow, path + ".ticket");
                checkHolds(flow.ticket().holds(), path + ".ticket.holds");
                checkReassignments(flow, path);
                checkEnd(flow.ticket(), path + ".ticket");
                checkRest(flow, path);
            }
        });
    }

    private void checkPriorities(Flow flow, String path) {
        Ticket ticket = flow.ticket();
        if (ticket.impact() == null != (ticket.urgency() == null)) {
            String there = ticket.impact() == null ? "urgency" : "impact";
            places.fault(path + "." + there, "impact and urgency make the priority together", "write both, or priority alone");
        }
        if (!ticket.priority().isEmpty() && ticket.impact() != null) {
            places.fault(path + ".priority", "impact and urgency make the priority already", "remove it, or remove impact and urgency");
        }
        if (!ticket.priority().isEmpty()) {
            checkSum(ticket.priority().values(), path + ".priority");
        }
        checkGrades(ticket.impact(), path + ".impact");
        checkGrades(ticket.urgency(), path + ".urgency");
        Set<Integer> others = new TreeSet<>(ticket.priority().keySet());
        others.addAll(ticket.byPriority().keySet());
        IntStream.rangeClosed(1, Ticket.PRIORITIES).forEach(others::remove);
        for (int priority : others) {
            places.fault(path + (ticket.priority().containsKey(priority) ? ".priority" : ".by_priority") + "." + priority, "priorities are 1 to 5, 1 the most urgent", "write one of them");
        }
        for (Map.Entry<Integer, TicketPriority> entry : ticket.byPriority().entrySet()) {
            if (entry.getValue() != null) {
                distributions.checkTimeless(entry.getValue().work(), path + ".by_priority." + entry.getKey() + ".work");
            }
        }
    }

    private void checkGrades(Grades grades, String path) {
        if (grades != null) {
            checkSum(List.of(grades.high(), grades.medium(), grades.low()), path);
        }
    }

    private void checkSum(Collection<Double> shares, String path) {
        if (!places.sound(path)) {
            return; // some share is none
        }
        double sum = shares.stream().filter(Objects::nonNull).mapToDouble(share -> share).sum();
        if (Math.abs(sum - 1) > SHARE_TOLERANCE) {
            places.fault(path, "the shares add up to " + percent(sum), ADD_UP);
        }
    }

    private static String percent(double share) {
        return Numbers.plain(Math.round(share * 1e6) / 1e4) + " %";
    }

    private void checkHolds(List<Hold> holds, String path) {
        if (holds.size() > Ticket.MOST_HOLDS) {
            places.fault(path, "more than " + Ticket.MOST_HOLDS + " reasons to wait", "join those that are alike");
        }
        for (int i = 0; i < holds.size(); i++) {
            if (holds.get(i) != null) {
                distributions.checkTimeless(holds.get(i).after(), path + "[" + i + "].after");
                distributions.checkTimeless(holds.get(i).length(), path + "[" + i + "].length");
            }
        }
    }

    private void checkReassignments(Flow flow, String path) {
        Map<String, Double> sums = new TreeMap<>();
        Set<String> given = new TreeSet<>();
        List<Reassignment> rows = flow.ticket().reassign();
        for (int i = 0; i < rows.size(); i++) {
            Reassignment row = rows.get(i);
            if (row == null || row.from() == null || row.to() == null) {
                continue; // a fault of its own
            }
            String at = path + ".ticket.reassign[" + i + "]";
            given.add(row.to());
            if (row.from().equals(row.to())) {
                places.fault(at + ".to", "a group does not give tickets to itself", "name another group, or add the time to work");
            }
            if (sums.merge(row.from(), row.chance(), Double::sum) > 1 + SHARE_TOLERANCE) {
                places.fault(at + ".chance", "the chances from group " + row.from() + " add up to " + percent(sums.get(row.from())), "make them add up to 100 % or less");
                sums.put(row.from(), Double.NEGATIVE_INFINITY); // once is enough
            }
        }
        flow.ticket().workByGroup().forEach((group, work) -> {
            String at = path + ".ticket.work_by_group." + group;
            if (scenario.groups().containsKey(group) && !given.contains(group)) {
                places.faultAtKey(at, "no ticket is given to the group " + group, "remove it, or write it in reassign: what anybody may take up first has the work of the flow");
            }
            distributions.checkTimeless(work, at);
        });
    }

    private void checkEnd(Ticket ticket, String path) {
        if (ticket.reopen() != null) {
            distributions.checkTimeless(ticket.reopen().after(), path + ".reopen.after");
        }
    }

    private void checkRest(Flow flow, String path) {
        if (flow.priority() != 1) {
            places.fault(path + ".priority", "tickets have a priority of their own", "remove it");
        }
    }
}
