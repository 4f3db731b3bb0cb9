package mergedesk.scenario.check;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Failures;
import mergedesk.scenario.Flow;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.PlanTimes;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.tree.Places;

/** When the steps of a plan happen, and what they may change. What comes of them is checked as a scenario is. */
public final class PlanCheck {
    private static final int MOST_STEPS = 1_000;

    private final Scenario scenario;
    private final Places places;
    private final Set<String> changed = new HashSet<>(); // keys, with the moment
    private final Set<String> waiting = new HashSet<>(); // steps of which it has been said that they never happen
    private final Map<String, Failures> firstFailures; // by section and name, of the first phase in which it fails

    public PlanCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
        firstFailures = failures(scenario);
    }

    /** Notes every fault. */
    public void check() {
        if (scenario.plan().size() > MOST_STEPS) {
            places.fault("plan", "more than 1,000 steps", "join those of a date");
        }
        Map<String, LocalDateTime> begins = PlanTimes.possible(scenario.plan(), scenario.time().counted(), Map.of());
        scenario.plan().forEach((id, step) -> {
            String path = "plan." + id;
            LocalDateTime at = begins.get(id);
            if (step.on() == null && step.after().isEmpty() && step.when() == null) {
                places.fault(path, "nothing says when it happens", "write on: 2027-04-01, or after: [another step]");
            } else if (at == null && step.after().stream().allMatch(scenario.plan()::containsKey)) {
                refuseCircle(id, begins.keySet());
            } else if (at != null) {
                checkTime(step, at, path + (step.on() == null || at.isAfter(step.on()) ? ".after" : ".on"));
                check(id, step, at);
            }
            if (step.when() != null && at != null) {
                checkRule(step, at, path + ".when");
            }
            if (step.delay() != null && step.after().isEmpty() && step.when() == null) {
                places.fault(path + ".delay", "it waits for no step", "write after: [another step], or a later date");
            }
            new DistributionCheck(places).checkTimeless(step.slips(), path + ".slips");
            if (at != null && step.by() != null && at.isAfter(step.by())) {
                places.fault(path + ".by", "the step " + (step.when() == null ? "is planned for " + said(at) : "can happen on " + said(at) + " at the earliest"), "write a later date, or plan it earlier");
            }
        });
        EndsCheck ends = new EndsCheck(scenario, places);
        ends.check();
        PlanOrders orders = begins.size() == scenario.plan().size() ? new PlanOrders(scenario.plan(), scenario.time().counted()) : null;
        if (orders != null) {
            ends.checkTwice(orders);
        }
        if (scenario.runsDiffer() && scenario.time().batches() > 1) {
            places.fault("time.batches", "something of the plan is drawn, and batches of a run share it, so that they are no observations of their own", "remove it, or every slips, when and morale");
        }
        if (scenario.datesDiffer() && orders != null) {
            checkDrawn(begins, orders);
        } else if (scenario.slips().correlation() > 0 && !scenario.datesDiffer()) {
            places.fault("slips.correlation", "no step of the plan slips", "say how much in plan.*.slips, or remove this");
        }
    }

    /** Targets of rules are looked at beside the others, see {@link TargetCheck}. {@code at}: the first moment at which the step can happen. */
    private void checkRule(PlanStep step, LocalDateTime at, String path) {
        if (!at.isBefore(scenario.time().ends())) {
            places.fault(path, "it can happen on " + said(at) + " at the earliest, and the run ends on " + said(scenario.time().ends()), "write fewer months or a shorter delay, or make time.length longer");
        } else if (scenario.time().start().plusMonths(1).equals(scenario.time().ends()) || scenario.time().batches() > 1) {
            places.fault(path, "the run is not divided into calendar months", "make time.length longer, and remove time.batches");
        }
        ServiceTarget missed = step.when().missed();
        if (missed.atLeast() != null && missed.atLeast() <= 0 && missed.atMost() == null) {
            places.fault(path + ".missed.at_least", "nothing is below that, so that it is never missed", "write the value below which it is");
        }
        if (missed.every() != null) {
            places.fault(path + ".missed.every", "a rule looks at calendar months anyway", "remove it");
        }
    }

    /** A date, with its time unless that is midnight. */
    private static String said(LocalDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
    }

    /** Steps that change the same need an order that no slip turns round, and what changes at midnight must not wait for what happens at another time. */
    private void checkDrawn(Map<String, LocalDateTime> begins, PlanOrders orders) {
        Map<String, List<String>> changing = new LinkedHashMap<>(); // steps by key
        scenario.plan().forEach((id, step) -> keys(step).forEach(key -> {
            List<String> others = changing.computeIfAbsent(key, none -> new ArrayList<>());
            others.stream().filter(other -> !orders.areOrdered(id, other) && !(orders.isFixed(id) && orders.isFixed(other))).findFirst().ifPresent(other ->
                    places.fault("plan." + id + ".change." + key, "step " + other + " changes it, too, and which of the two comes first is drawn", "write after: [" + other + "], or let one of them change it"));
            others.add(id);
        }));
        scenario.plan().forEach((id, step) -> {
            boolean isOfDays = keys(step).stream().anyMatch(key -> Changeable.isDemand(key));
            orders.before(id).stream().filter(other -> isOfDays && !begins.get(other).toLocalTime().equals(LocalTime.MIDNIGHT)).findFirst().ifPresent(other ->
                    places.fault("plan." + id + ".after", "volumes and opening hours change at midnight, and it may have to wait for " + other + ", which happens at " + begins.get(other).toLocalTime(), "give " + other + " a date without a time"));
            if (isOfDays && step.delay() != null && !step.delay().unit().isDateBased()) {
                places.fault("plan." + id + ".delay", "volumes and opening hours change at midnight", "write it in days");
            }
        });
        for (int i = 0; i < scenario.targets().size(); i++) {
            if (scenario.targets().get(i).every() == ServiceTarget.Every.PHASE) {
                places.fault("targets[" + i + "].every", "dates of the plan are drawn, so that runs have different phases", "write month or week");
            }
        }
    }

    /** Of what a step changes: section.name.key, or routing. */
    private static List<String> keys(PlanStep step) {
        List<String> keys = new ArrayList<>();
        step.change().keys().forEach((section, entries) -> {
            if (!(entries instanceof Map<?, ?> table)) {
                keys.add(section);
                return;
            }
            table.forEach((name, entry) -> {
                if (entry instanceof Map<?, ?> of) {
                    of.keySet().forEach(key -> keys.add(section + "." + name + "." + key));
                }
            });
        });
        return keys;
    }

    /** Whom a step waits for, one after the other, until one comes again; each such way once. */
    private void refuseCircle(String id, Set<String> happen) {
        List<String> way = new ArrayList<>();
        String next = id;
        while (next != null && !way.contains(next) && waiting.add(next)) {
            way.add(next);
            next = scenario.plan().get(next).after().stream().filter(other -> scenario.plan().containsKey(other) && !happen.contains(other)).findFirst().orElse(null);
        }
        if (way.contains(next)) {
            way.add(next);
            places.fault("plan." + id + ".after", "it never happens: " + String.join(" waits for ", way), "take one of these out of an after; a date beside it does not help");
        }
    }

    private void checkTime(PlanStep step, LocalDateTime at, String path) {
        TimeFrame time = scenario.time();
        if (step.when() != null) {
            return;
        }
        if (at.isBefore(time.start())) {
            places.fault(path, "the run begins on " + time.start() + " only", "write a later date, or change the scenario itself");
        } else if (!at.isBefore(time.ends())) {
            places.fault(path, path.endsWith("after") ? "it begins on " + at + ", when the run is over, on " + time.ends() : "the run is over by then, on " + time.ends(), "write an earlier date, or make time.length longer");
        }
    }

    private void check(String id, PlanStep step, LocalDateTime begins) {
        String path = "plan." + id;
        step.change().keys().forEach((section, entries) -> {
            String at = path + ".change." + section;
            if (section.equals(Changeable.ROUTING)) {
                checkOnce(step, begins, Changeable.ROUTING, at);
                checkRows(Changeable.ROUTING, at);
                return;
            }
            if (!PlanStep.SECTIONS.contains(section)) {
                boolean isTargets = section.equals("targets");
                places.fault(at, "a step cannot change this", isTargets ? "write from: " + id + " or until: " + id + " in a target" : places.suggestion(section, PlanStep.SECTIONS, ""));
            } else if (entries instanceof Map<?, ?> table) {
                table.forEach((entry, keys) -> checkEntry(step, begins, section, entry.toString(), keys, at + "." + entry));
            } else {
                places.fault(at, "a table of what changes is needed here", "write the entries that change, with their keys");
            }
        });
        if (step.change().keys().isEmpty() && step.down() == null && step.release() == null && step.ends().isEmpty()) {
            places.fault(path + ".change", "nothing changes", "name what does, or remove the step");
        }
    }

    private void checkEntry(PlanStep step, LocalDateTime begins, String section, String id, Object keys, String at) {
        if (!places.keys(section).contains(id)) {
            String empty = switch (section) {
                case "groups" -> ", with staffing: 0";
                case "flows" -> ", with volume: 0 / year";
                case "rooms" -> ", with closed: true";
                default -> "";
            };
            String known = places.suggestion(id, places.keys(section), "write one that is there");
            places.fault(at, "there is none of this name in the scenario", known.startsWith("did you mean") ? known : known + ", or add " + id + " there from the start" + empty);
            return;
        }
        Map<String, Changeable> may = Changeable.keys(section);
        if (!(keys instanceof Map<?, ?> table)) {
            places.fault(at, "a step cannot remove it", "change " + String.join(", ", may.keySet()) + " of it");
            return;
        }
        for (Object key : table.keySet()) {
            String what = section + "." + id + "." + key;
            checkOnce(step, begins, what, at + "." + key);
            Changeable kind = may.get(key.toString());
            if (kind == null) {
                places.fault(at + "." + key, "a step cannot change this", places.suggestion(key.toString(), may.keySet(), ""));
            } else if (kind == Changeable.RULES) {
                checkRows(what, at + "." + key);
            } else if (kind == Changeable.DEMAND && !begins.toLocalTime().equals(LocalTime.MIDNIGHT)) {
                places.fault(at + "." + key, "volumes and opening hours change at midnight", "write on: " + begins.toLocalDate() + ", or give this key a step of its own");
            } else if (kind == Changeable.DEMAND && step.lasts() != null && !step.lasts().unit().isDateBased()) {
                places.fault(at + "." + key, "volumes and opening hours change at midnight, and this step ends at another time", "write lasts in days");
            }
        }
    }

    private void checkOnce(PlanStep step, LocalDateTime begins, String what, String path) {
        if (step.when() == null && !changed.add(begins + " " + what)) {
            places.fault(path, "another step of the same moment changes it, too", "join the two, or give one a later time");
        }
    }

    /** What must be after the step as it was before, though keys of it may change. */
    public void compare(String path, Scenario then) {
        scenario.groups().forEach((id, group) -> {
            if ((group.employer() == null) != (then.groups().get(id).employer() == null)) {
                places.fault(path + ".change.groups." + id + ".employer", "a group has an employer from the start or never", "write the first employer in the scenario itself");
            }
            if (group.shifts().isEmpty() != then.groups().get(id).shifts().isEmpty()) {
                places.fault(path + ".change.groups." + id, "a step cannot change a group from a number of agents to shifts, or back", "write staffing by day and time in both, or shifts in both");
            }
        });
        if (knowsPower(scenario) != knowsPower(then)) {
            places.fault(path + ".change.hosts", "power must be known in all of the run or in nothing of it", "write watts of all hosts in the scenario itself");
        }
        failures(then).forEach((id, fails) -> {
            Failures first = firstFailures.putIfAbsent(id, fails);
            if (first != null && !Objects.equals(first.crew(), fails.crew())) {
                places.fault(path + ".change." + id + ".failures", "a step cannot change the crew that repairs it", "write the same crew, or none in both");
            }
        });
        then.applications().forEach((id, application) -> {
            if (!then.links().isEmpty() && application.hosts().isEmpty() != scenario.applications().get(id).hosts().isEmpty()) {
                places.fault(path + ".change.applications." + id + ".hosts", "where desks have links, an application is hosted here from the start or never", "name its first hosts in the scenario itself");
            }
        });
    }

    private static boolean knowsPower(Scenario of) {
        return of.hosts().values().stream().anyMatch(host -> host.watts() != null);
    }

    /** By section and name. */
    private static Map<String, Failures> failures(Scenario of) {
        Map<String, Failures> all = new LinkedHashMap<>();
        of.supplies().forEach((id, one) -> all.put("supplies." + id, one.failures()));
        of.links().forEach((id, one) -> all.put("links." + id, one.failures()));
        of.rooms().forEach((id, one) -> all.put("rooms." + id, one.failures()));
        of.hosts().forEach((id, one) -> all.put("hosts." + id, one.failures()));
        of.applications().forEach((id, one) -> all.put("applications." + id, one.failures()));
        all.values().removeIf(Objects::isNull);
        return all;
    }

    /** Who may take whom, and where. */
    private void checkRows(String what, String path) {
        boolean hasFiles = scenario.flows().values().stream().anyMatch(flow -> isOf(flow, Channel.Kind.COUNTER) && !scenario.desks().get(flow.desk()).ticketMachine());
        boolean hasTickets = scenario.flows().values().stream().anyMatch(flow -> flow.ticket() != null);
        if (hasFiles || hasTickets || !scenario.campaigns().isEmpty()) {
            places.fault(path, "a step cannot change who takes whom, or what is in time, where there are single files, tickets or campaigns", "leave those out, or change staffing, opening and volumes only");
        } else if (what.endsWith(".desk") && what.startsWith("flows.") && scenario.isDeferred(scenario.flows().get(what.split("\\.")[1]))) {
            places.fault(path, "deferred work cannot move to another desk", "let groups of the other desk take it: change their desk, or routing");
        }
    }

    private boolean isOf(Flow flow, Channel.Kind kind) {
        Channel channel = scenario.channels().get(flow.channel());
        return channel != null && channel.kind() == kind;
    }
}
