package mergedesk.scenario.check;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Flow;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.tree.Places;

/** When the steps of a plan happen, and what they may change. What comes of them is checked as a scenario is. */
public final class PlanCheck {
    private static final int MOST_STEPS = 1_000;
    private static final String WHAT = "a step changes desk, skills, channels, domains, speed, staffing and shifts of groups; opening, lines, queue_capacity, home_first and at_close of desks; desk, priority, volume, profile, season, "
            + "patience, balk and retry of flows; opening of channels; hours of campaigns; routing; hosts, needed, standby, standby_needed, failover, needs and failures of applications; room, failures, watts, load and racks of hosts; "
            + "needs, failures, racks, limit, overhead, rent and closed of rooms; needs and failures of supplies and links";
    private static final Set<String> SECTIONS = Set.of("groups", "desks", "flows", "channels", "campaigns", "applications", "hosts", "rooms", "supplies", "links");
    private static final Pattern STAFF = Pattern.compile("groups\\.[^.]+\\.(staffing|shifts)|campaigns\\.[^.]+\\.hours|channels\\.[^.]+\\.opening");
    private static final Pattern ROWS = Pattern.compile("groups\\.[^.]+\\.(desk|skills|channels|domains|speed)|desks\\.[^.]+\\.(lines|queue_capacity|home_first|at_close)|flows\\.[^.]+\\.(desk|priority|patience|balk|retry)");
    private static final Pattern DEMAND = Pattern.compile("desks\\.[^.]+\\.(opening|opens_on_bank_holidays)|flows\\.[^.]+\\.(volume|volume_per_head|profile|season)");

    private static final Pattern ESTATE = Pattern.compile("applications\\.[^.]+\\.(hosts|needed|standby|standby_needed|failover|needs|failures)|hosts\\.[^.]+\\.(room|failures|watts|load|racks)"
            + "|rooms\\.[^.]+\\.(needs|failures|racks|limit|overhead|rent|closed)|(supplies|links)\\.[^.]+\\.(needs|failures)");

    private final Scenario scenario;
    private final Places places;
    private final Set<String> changed = new HashSet<>(); // keys, with the moment

    public PlanCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    /** Notes every fault. */
    public void check() {
        if (scenario.plan().size() > MOST_STEPS) {
            places.fault("plan", "more than 1,000 steps", "join those of a date");
        }
        scenario.plan().forEach((id, step) -> {
            checkTime(step.on(), "plan." + id + ".on");
            check(step, "plan." + id);
        });
    }

    private void checkTime(LocalDateTime on, String path) {
        TimeFrame time = scenario.time();
        if (on.isBefore(time.start())) {
            places.fault(path, "the run begins on " + time.start() + " only", "write a later date, or change the scenario itself");
        } else if (!on.isBefore(end(time))) {
            places.fault(path, "the run is over by then, on " + end(time), "write an earlier date, or make time.length longer");
        }
    }

    private static LocalDateTime end(TimeFrame time) {
        return time.start().atZone(time.zone()).plus(time.duration()).toLocalDateTime();
    }

    private void check(PlanStep step, String path) {
        step.change().keys().forEach((section, entries) -> {
            String at = path + ".change." + section;
            if (section.equals("routing")) {
                checkRows("routing", at);
                return;
            }
            if (!(entries instanceof Map<?, ?> table)) {
                refuse(at);
                return;
            }
            table.forEach((id, keys) -> checkEntry(step, section, id.toString(), keys, at + "." + id));
        });
        if (step.change().keys().isEmpty() && step.down() == null) {
            places.fault(path + ".change", "nothing changes", "name what does, or remove the step");
        }
    }

    private void checkEntry(PlanStep step, String section, String id, Object keys, String at) {
        if (SECTIONS.contains(section) && !places.keys(section).contains(id)) {
            String empty = section.equals("groups") ? ", with staffing: 0" : section.equals("flows") ? ", with volume: 0 / year" : section.equals("rooms") ? ", with closed: true" : "";
            places.fault(at, "there is none of this name in the scenario", places.suggestion(id, places.keys(section), "add it there from the start" + empty));
            return;
        }
        if (!(keys instanceof Map<?, ?> table)) {
            refuse(at);
            return;
        }
        for (Object key : table.keySet()) {
            String what = section + "." + id + "." + key;
            if (!changed.add(step.on() + " " + what)) {
                places.fault(at + "." + key, "another step of the same moment changes it, too", "join the two, or give one a later time");
            }
            boolean ofDemand = DEMAND.matcher(what).matches();
            if (ROWS.matcher(what).matches()) {
                checkRows(what, at + "." + key);
            } else if (!ofDemand && !STAFF.matcher(what).matches() && !ESTATE.matcher(what).matches()) {
                refuse(at + "." + key);
            } else if (ofDemand && !step.on().toLocalTime().equals(LocalTime.MIDNIGHT)) {
                places.fault(at + "." + key, "volumes and opening hours change at midnight", "write on: " + step.on().toLocalDate() + ", or give this key a step of its own");
            }
        }
    }

    /** Who may take whom, and where. */
    private void checkRows(String what, String path) {
        boolean hasFiles = scenario.flows().values().stream().anyMatch(flow -> isOf(flow, Channel.Kind.COUNTER) && !scenario.desks().get(flow.desk()).ticketMachine());
        boolean hasChats = scenario.flows().values().stream().anyMatch(flow -> isOf(flow, Channel.Kind.CHAT));
        boolean hasTickets = scenario.flows().values().stream().anyMatch(flow -> flow.ticket() != null);
        if (hasFiles || hasChats || hasTickets || !scenario.campaigns().isEmpty()) {
            places.fault(path, "a step cannot change who takes whom where there are chats, single files, tickets or campaigns", "leave those out, or change staffing, opening and volumes only");
        } else if (what.endsWith(".desk") && what.startsWith("flows.") && scenario.isDeferred(scenario.flows().get(what.split("\\.")[1]))) {
            places.fault(path, "deferred work cannot move to another desk", "let groups of the other desk take it: change their desk, or routing");
        }
    }

    private boolean isOf(Flow flow, Channel.Kind kind) {
        Channel channel = scenario.channels().get(flow.channel());
        return channel != null && channel.kind() == kind;
    }

    private void refuse(String path) {
        places.fault(path, "a step cannot change this", WHAT);
    }
}
