package mergedesk.dsol.reference;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mergedesk.program.Blends;
import mergedesk.program.Campaigns;
import mergedesk.program.DayTable;
import mergedesk.program.Estate;
import mergedesk.program.Program;
import mergedesk.units.Ticks;

/** What a Program has in its tables, in words. */
final class ProgramFeatures {
    private static final double TICKS_PER_HOUR = 3_600.0 * Ticks.PER_SECOND;
    private static final int MINUTES_PER_WEEK = 7 * 24 * 60;

    private final Program program;
    private final Set<String> found = new TreeSet<>();

    ProgramFeatures(Program program) {
        this.program = program;
    }

    Set<String> all() {
        time();
        demand();
        contacts();
        deferred();
        campaigns();
        needs();
        estate();
        desksAndGroups();
        routing();
        return found;
    }

    private void add(boolean has, String words) {
        if (has) {
            found.add(words);
        }
    }

    private void time() {
        Program.Horizon horizon = program.horizon();
        add(horizon.cut(), "cut");
        add(!horizon.cut(), "drain");
        add(horizon.warmUpEndTick() > 0, "warm-up");
        add(horizon.batchTicks() < horizon.endTick() - horizon.warmUpEndTick(), "batches");
        Program.Calendar calendar = program.calendar();
        found.add(MINUTES_PER_WEEK / calendar.intervalsPerWeek() + " min");
        add(calendar.dayStartTick()[0] < 0, "first day begins before tick 0");
        for (int day = 0; day < calendar.dayCount(); day++) {
            double hours = (calendar.dayStartTick()[day + 1] - calendar.dayStartTick()[day]) / TICKS_PER_HOUR;
            found.add("day of " + (hours == (int) hours ? String.valueOf((int) hours) : String.valueOf(hours)) + " h");
        }
        for (int action : program.timetable().action()) {
            found.add("timetable action " + action);
        }
    }

    private void demand() {
        Program.Demand demand = program.demand();
        String[] levels = {"busyness all", "busyness council", "busyness service"};
        for (int i = 0; i < demand.flowFactors().length; i++) {
            add(demand.flowFactors()[i] >= 0, levels[i % 3]);
        }
        add(Arrays.stream(demand.factorCorrelation()).anyMatch(c -> c > 0), "correlated days");
        for (int block = 0; block < demand.traceCount().length; block++) {
            found.add(demand.traceEndTick()[block] == demand.traceStartTick()[block] ? "traced at a tick" : "traced in a block");
        }
        double[] expected = DayTable.expected(demand);
        int[] shapes = DayTable.shapes(demand);
        for (int flow = 0; flow < program.flowCount(); flow++) {
            boolean traced = demand.traceOffset()[flow + 1] > demand.traceOffset()[flow];
            for (int day = 0; !traced && day < program.calendar().dayCount(); day++) {
                int place = flow * program.calendar().dayCount() + day;
                add(expected[place] == 0, "day without demand");
                int first = demand.shapeOffset()[shapes[place]];
                add(demand.shapeCumulative()[first + 1] < 1e-9 && expected[place] > 0, "demand that varies in the day");
            }
        }
    }

    private void byTime(Program.ByTime table, int flow, String what) {
        long intervalTicks = 7 * 86_400_000_000L / program.calendar().intervalsPerWeek();
        add(!table.isConstant(flow), what + " by time");
        add(Arrays.stream(table.fromTicks(), table.offset()[flow], table.offset()[flow + 1]).anyMatch(from -> from % intervalTicks > 0), what + " by time inside an interval");
    }

    private void contacts() {
        Program.Contacts contacts = program.contacts();
        for (int flow = 0; flow < program.flowCount(); flow++) {
            byTime(contacts.work(), flow, "work");
            byTime(contacts.patience(), flow, "patience");
            add(contacts.afterCall()[flow] >= 0, "after-call work");
            add(contacts.balk()[flow] > 0, "balking");
            add(contacts.kind()[flow] == Program.Contacts.CHAT, "chats");
            add(contacts.patienceInChat()[flow] >= 0, "leaving a chat");
            add(contacts.balkAt().concerns(flow), "balking by queue");
            add(contacts.messages().concerns(flow), "messages");
            add(contacts.messages().concerns(flow) && contacts.messages().becomes()[flow] >= 0, "messages that become work");
            add(contacts.kind()[flow] == Program.Contacts.COUNTER, "counter");
            add(contacts.kind()[flow] == Program.Contacts.COUNTER && !program.desks().ticketMachine()[contacts.flowDesk()[flow]], "single file");
            add(contacts.workByGroup().concerns(flow), "work by group");
            add(program.needs().concerns(flow), "needs");
            add(program.portals().portal()[flow] >= 0, "self-service");
            add(program.portals().becomes()[flow] != flow, "self-service of another flow");
            if (contacts.retryProbability()[flow] > 0) {
                add((contacts.retryAfter()[flow] & Program.Contacts.AFTER_ABANDONED) != 0, "retry after abandoned");
                add((contacts.retryAfter()[flow] & Program.Contacts.AFTER_BLOCKED) != 0, "retry after blocked");
                add((contacts.retryAfter()[flow] & Program.Contacts.AFTER_TURNED_AWAY) != 0, "retry after turned away");
                add((contacts.retryAfter()[flow] & Program.Contacts.AFTER_DISCONNECTED) != 0, "retry after disconnected");
                found.add(contacts.retryLimit()[flow] == Integer.MAX_VALUE ? "retry without limit" : "retry with limit");
            }
        }
        for (int number = 0; number < program.lengths().kind().length; number++) {
            found.add("length of kind " + program.lengths().kind()[number]);
            add(program.lengths().atZero()[number] > 0, "length with zeros");
            add(program.lengths().shift()[number] > 0, "length with a shift");
        }
    }

    private void needs() {
        for (double speed : program.needs().speedWhenDown()) {
            found.add(speed == 0 ? "pauses when down" : speed < 1 ? "slower when down" : "goes on when down");
        }
        for (int told : program.needs().told()) {
            add(told >= 0, "comes back when down");
        }
        for (boolean held : program.needs().heldWhenDown()) {
            add(held, "held when down");
        }
        add(program.portals().needs().length > 0, "self-service that needs an application");
        for (int users : program.incidents().users()) {
            found.add(users > 0 ? "users who call in an outage" : "surge in an outage");
        }
        for (int application = 0; application < program.incidents().calls().length; application++) {
            add(program.incidents().callsAfterRecovery()[application], "calls after recovery");
            add(program.incidents().announcedTicks()[application] < Ticks.NEVER, "announcement");
            add(program.incidents().parentWork()[application] >= 0, "parent ticket");
        }
    }

    private void estate() {
        Estate estate = program.estate();
        Set<Integer> software = Arrays.stream(estate.applications().software()).boxed().collect(Collectors.toSet());
        for (int component = 0; component < estate.components(); component++) {
            if (estate.every()[component] >= 0) {
                found.add("failures of kind " + program.lengths().kind()[estate.every()[component]]);
                found.add("repairs of kind " + program.lengths().kind()[estate.repair()[component]]);
                int crew = estate.crew()[component];
                found.add(crew == Estate.OWN_CREW ? "a crew of its own" : estate.crewFlow()[crew] >= 0 ? "repairs by a desk" : "repair crews");
                found.add(estate.clockAlways()[component] ? "clock that runs on" : "clock that stands");
            }
            int windows = estate.windows().offset()[component + 1] - estate.windows().offset()[component];
            add(windows > 0, software.contains(component) ? "windows of an application" : "windows");
            add(estate.neededBy().offset()[component + 1] > estate.neededBy().offset()[component], "something that others need");
        }
        for (int application = 0; application < estate.applications().count(); application++) {
            add(program.names().applications().get(application).contains(" "), "links of a desk");
            if (estate.applications().needed()[application * Estate.SIDES + 1] < Integer.MAX_VALUE) {
                Estate.Failovers rules = estate.failovers();
                found.add("standby that goes back by rule " + rules.back()[application]);
                add(rules.works()[application] < 1, "failover that may fail");
                add(rules.backTakes()[application] >= 0, "way back that takes time");
                add(rules.repairWaits()[application], "repair that waits");
                add(rules.standbyHolds()[application], "standby that cannot fail");
                add(rules.servesCold()[application], "side that serves at once");
            }
        }
    }

    private void campaigns() {
        Campaigns campaigns = program.campaigns();
        for (int c = 0; c < campaigns.count(); c++) {
            found.add(campaigns.mode()[c] == Campaigns.PREDICTIVE ? "predictive campaign" : campaigns.review()[c] >= 0 ? "preview campaign" : "progressive campaign");
            add(campaigns.list()[c] < Campaigns.ENDLESS, "list that ends");
            add(campaigns.attempts()[c] > 1, "list gone through again");
            add(campaigns.overdial()[c] > 1_000_000, "more dials than agents");
            add(campaigns.reserve()[c] > 0, "reserve");
            add(campaigns.offset()[c + 1] - campaigns.offset()[c] > 1, "answers by time");
        }
    }

    private void deferred() {
        add(program.defers(), "deferred work");
        add(program.deferred().backlogFlow().length > 0, "opening backlog");
        for (int flow = 0; flow < program.flowCount(); flow++) {
            if (program.isDeferred(flow)) {
                add(program.deferred().respondTicks()[flow] < Ticks.NEVER, "respond by clock " + program.deferred().respondClock()[flow]);
                add(program.deferred().resolveTicks()[flow] < Ticks.NEVER, "resolve by clock " + program.deferred().resolveClock()[flow]);
            }
        }
        for (int group = 0; group < program.groupCount(); group++) {
            Blends blends = program.deferred().blends();
            add(blends.parks()[group], "parks");
            add(blends.resumesSame()[group], "resumes the same");
            add(blends.handOverTicks()[group] > 0, "hand-over");
            add(blends.reserve()[group] > 0, "agents kept from deferred work");
            add(blends.belowOccupancy()[group] < Blends.NO_SHARE, "below occupancy");
            add(blends.belowQueue()[group] < Integer.MAX_VALUE, "below queue");
            add(blends.hasShare(group), "share of the group");
            add(blends.varies()[group], "blending by time");
        }
    }

    private void desksAndGroups() {
        for (int desk = 0; desk < program.deskCount(); desk++) {
            found.add(program.desks().lines()[desk] == Integer.MAX_VALUE ? "no limit of lines" : "lines");
            add(program.desks().queueCapacity()[desk] < Integer.MAX_VALUE, "limited queue");
            add(program.desks().queueCapacity()[desk] == 0, "no queue");
            found.add(switch (program.desks().atClose()[desk]) {
                case Program.Desks.SERVE -> "serves at close";
                case Program.Desks.DISCONNECT -> "disconnects at close";
                default -> "keeps at close";
            });
        }
        for (boolean byShift : program.groups().byShift()) {
            found.add(byShift ? "by shift" : "by number");
        }
        for (int group = 0; group < program.groupCount(); group++) {
            add(program.groups().chats().most()[group] == 1, "one chat at once");
            add(program.groups().chats().most()[group] > 1, "several chats at once");
            add(program.groups().chats().callsWith()[group] > 0, "calls beside chats");
        }
        add(Arrays.stream(program.groups().speed()).anyMatch(speed -> speed > 1), "faster");
        add(Arrays.stream(program.groups().speed()).anyMatch(speed -> speed < 1), "slower");
    }

    private void routing() {
        Program.Routing routing = program.routing();
        add(Arrays.stream(routing.groupsOfQueue().afterTicks()).anyMatch(after -> after > 0), "row that opens later");
        add(Arrays.stream(routing.queuesOfGroup().rank()).anyMatch(level -> level > 0), "levels");
        add(Arrays.stream(routing.queuePriority()).distinct().count() > 1, "priorities");
        add(Arrays.stream(routing.queueOfFlow()).distinct().count() < program.flowCount(), "several flows in a queue");
        for (int queue = 0; queue < program.queueCount(); queue++) {
            int from = routing.groupsOfQueue().offset()[queue];
            int to = routing.groupsOfQueue().offset()[queue + 1];
            add(Arrays.stream(routing.groupsOfQueue().rank(), from, to).distinct().count() > 1, "ranks");
            add(Arrays.stream(routing.groupsOfQueue().partner(), from, to).distinct().count() < to - from, "group twice in a queue");
        }
    }
}
