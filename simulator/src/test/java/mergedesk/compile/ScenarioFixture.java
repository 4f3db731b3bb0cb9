package mergedesk.compile;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.program.Program;
import mergedesk.program.Timetable;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Application;
import mergedesk.scenario.BankHolidays;
import mergedesk.scenario.Busyness;
import mergedesk.scenario.CalendarSpan;
import mergedesk.scenario.Campaign;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Council;
import mergedesk.scenario.Datacentre;
import mergedesk.scenario.DatedEvent;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Host;
import mergedesk.scenario.Link;
import mergedesk.scenario.Maintenance;
import mergedesk.scenario.Outage;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.Profile;
import mergedesk.scenario.Rate;
import mergedesk.scenario.RepairCrew;
import mergedesk.scenario.Room;
import mergedesk.scenario.RoutingRow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Season;
import mergedesk.scenario.Service;
import mergedesk.scenario.Shift;
import mergedesk.scenario.Staffing;
import mergedesk.scenario.Supply;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.WeeklyHours;
import mergedesk.units.Ticks;
import mergedesk.units.With;

/**
 * A scenario that tests change piece by piece. As it comes: one day from Monday 3 January 2011 in London in 30-minute intervals, council
 * north, service housing, a desk that is always open, no flow and no group.
 */
final class ScenarioFixture {
    /** Phone calls to north about housing, 10 a minute, 5 min talk time, endless patience. */
    static final Flow FLOW = Flow.of("north", "housing", "desk", exponential(300)).with(Flow::volume, new Rate(10, Rate.Per.MINUTE));

    static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

    LocalDateTime start = LocalDateTime.of(2011, 1, 3, 0, 0);
    ZoneId zone = ZoneId.of("Europe/London");
    CalendarSpan length = new CalendarSpan(1, ChronoUnit.DAYS);
    Duration interval = Duration.ofMinutes(30);
    TimeFrame.End end = TimeFrame.End.DRAIN;
    Duration warmUp = Duration.ZERO;
    int batches = 1;
    BankHolidays bankHolidays;
    Busyness busyness;
    final Map<String, Council> councils = new LinkedHashMap<>(Map.of("north", Council.named("A council")));
    final Map<String, Link> links = new LinkedHashMap<>();
    final Map<String, Maintenance> maintenance = new LinkedHashMap<>();
    final Map<String, Outage> outages = new LinkedHashMap<>();
    final Map<String, Application> applications = new LinkedHashMap<>();
    final Map<String, Service> services = new LinkedHashMap<>(Map.of("housing", Service.named("A service")));
    final Map<String, Channel> channels = new LinkedHashMap<>(Map.of("phone", Channel.named("phone")));
    final Map<String, Flow> flows = new LinkedHashMap<>();
    final Map<String, Campaign> campaigns = new LinkedHashMap<>();
    final Map<String, Supply> supplies = new LinkedHashMap<>();
    final Map<String, Datacentre> datacentres = new LinkedHashMap<>();
    final Map<String, Room> rooms = new LinkedHashMap<>();
    final Map<String, Host> hosts = new LinkedHashMap<>();
    final Map<String, RepairCrew> repairCrews = new LinkedHashMap<>();
    final Map<String, Desk> desks = new LinkedHashMap<>(Map.of("desk", desk(always())));
    final Map<String, AgentGroup> groups = new LinkedHashMap<>();
    final List<RoutingRow> routing = new ArrayList<>();
    final Map<String, Profile> profiles = new LinkedHashMap<>();
    final Map<String, Season> seasons = new LinkedHashMap<>();
    final Map<String, DatedEvent> events = new LinkedHashMap<>();
    final Map<String, PlanStep> plan = new LinkedHashMap<>();

    /** Adds a flow as {@link #FLOW}. */
    ScenarioFixture flow(String name) {
        flows.putIfAbsent(name, FLOW);
        return this;
    }

    /** Adds a flow that differs from {@link #FLOW} in a component, or changes one that is there. */
    <T> void flow(String name, With.Component<Flow, T> component, T value) {
        flows.put(name, flow(name).flows.get(name).with(component, value));
    }

    ScenarioFixture from(String start, long amount, ChronoUnit unit) {
        this.start = LocalDateTime.parse(start);
        this.length = new CalendarSpan(amount, unit);
        return this;
    }

    ScenarioFixture in(String zone) {
        this.zone = ZoneId.of(zone);
        return this;
    }

    Scenario scenario() {
        TimeFrame time = TimeFrame.of(start, length)
                .with(TimeFrame::zone, zone)
                .with(TimeFrame::interval, interval)
                .with(TimeFrame::end, end)
                .with(TimeFrame::warmUp, warmUp)
                .with(TimeFrame::batches, batches);
        return Scenario.named("Fixture", time)
                .with(Scenario::councils, councils)
                .with(Scenario::services, services)
                .with(Scenario::applications, applications)
                .with(Scenario::links, links)
                .with(Scenario::maintenance, maintenance)
                .with(Scenario::outages, outages)
                .with(Scenario::channels, channels)
                .with(Scenario::flows, flows)
                .with(Scenario::campaigns, campaigns)
                .with(Scenario::supplies, supplies)
                .with(Scenario::datacentres, datacentres)
                .with(Scenario::rooms, rooms)
                .with(Scenario::hosts, hosts)
                .with(Scenario::repairCrews, repairCrews)
                .with(Scenario::desks, desks)
                .with(Scenario::groups, groups)
                .with(Scenario::routing, routing)
                .with(Scenario::profiles, profiles)
                .with(Scenario::seasons, seasons)
                .with(Scenario::events, events)
                .with(Scenario::plan, plan)
                .with(Scenario::bankHolidays, bankHolidays)
                .with(Scenario::busyness, busyness);
    }

    Program compile() {
        return ScenarioCompiler.compile(scenario());
    }

    /** The timetable as lines "tick action subject value", ticks in whole seconds; with drain only what is planned before the end. */
    List<String> timetable() {
        return timetable(end == TimeFrame.End.DRAIN ? compile().horizon().endTick() : Ticks.NEVER);
    }

    /** The same until a tick. */
    List<String> timetable(long untilTick) {
        String[] actions = {"OPEN", "CLOSE", "AWAY", "SHARE", "RESERVE", "STAFF", "START", "BREAK", "END", "BACK", "LAST", "PORTAL_OPEN", "PORTAL_CLOSE", "CAMPAIGN_START", "CAMPAIGN_STOP"};
        List<String> lines = new ArrayList<>();
        for (Timetable.Walk step = new Timetable.Walk(compile()); step.tick() < untilTick; step.next()) {
            lines.add(step.tick() / 1_000_000 + " " + actions[step.action()] + " " + step.subject() + " " + step.value());
        }
        return lines;
    }

    static Desk desk(WeeklyHours opening) {
        return desk(opening, Duration.ZERO);
    }

    static Desk desk(WeeklyHours opening, Duration homeFirst) {
        return Desk.named("Desk").with(Desk::opening, opening).with(Desk::homeFirst, homeFirst);
    }

    static WeeklyHours always() {
        return WeeklyHours.ALWAYS;
    }

    static WeeklyHours hours(Set<DayOfWeek> days, String from, String to) {
        return WeeklyHours.of(days, LocalTime.parse(from), LocalTime.parse(to));
    }

    /** A group of the desk with a constant number of agents. */
    static AgentGroup agents(int agents) {
        return group("desk", null, List.of(), Staffing.of(agents), List.of());
    }

    static AgentGroup agents(Staffing staffing) {
        return group("desk", null, List.of(), staffing, List.of());
    }

    static AgentGroup shifts(Shift... shifts) {
        return group("desk", null, List.of(), null, List.of(shifts));
    }

    static AgentGroup group(String desk, String employer, List<String> skills, Staffing staffing, List<Shift> shifts) {
        return AgentGroup.named("Group", desk)
                .with(AgentGroup::employer, employer)
                .with(AgentGroup::skills, skills)
                .with(AgentGroup::staffing, staffing)
                .with(AgentGroup::shifts, shifts);
    }

    /** A table of staffing; {@code timesAndAgents} alternates. */
    static Staffing staffing(Set<DayOfWeek> days, Object... timesAndAgents) {
        Map<LocalTime, Integer> agents = new LinkedHashMap<>();
        for (int i = 0; i < timesAndAgents.length; i += 2) {
            agents.put(LocalTime.parse((String) timesAndAgents[i]), (Integer) timesAndAgents[i + 1]);
        }
        return Staffing.of(days, agents);
    }

    static Shift shift(
            int agents, Set<DayOfWeek> days, String start, String end, boolean overnight, Shift.Break... breaks) {
        return Shift.of(agents, LocalTime.parse(start), LocalTime.parse(end))
                .with(Shift::days, days)
                .with(Shift::overnight, overnight)
                .with(Shift::breaks, List.of(breaks));
    }

    static Shift.Break pause(String at, int minutes) {
        return new Shift.Break(LocalTime.parse(at), Duration.ofMinutes(minutes));
    }

    /** A profile of heights; {@code timesAndWeights} alternates. */
    static Profile profile(Set<DayOfWeek> days, Object... timesAndWeights) {
        return profile(Profile.Weights.HEIGHTS, days, timesAndWeights);
    }

    static Profile profile(Profile.Weights kind, Set<DayOfWeek> days, Object... timesAndWeights) {
        Map<LocalTime, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < timesAndWeights.length; i += 2) {
            weights.put(LocalTime.parse((String) timesAndWeights[i]), (Double) timesAndWeights[i + 1]);
        }
        return new Profile(kind, Profile.of(days, weights).byDay());
    }

    static BankHolidays english(double volume, String profile, List<Double> catchUp, LocalDate... further) {
        return BankHolidays.ENGLISH
                .with(BankHolidays::dates, List.of(further))
                .with(BankHolidays::volume, volume)
                .with(BankHolidays::profile, profile)
                .with(BankHolidays::catchUp, catchUp);
    }

    static Distribution exponential(long seconds) {
        return distribution(Distribution.Shape.EXPONENTIAL, seconds, null);
    }

    static Distribution distribution(Distribution.Shape shape, long meanSeconds, Double cv) {
        return Distribution.of(shape, Duration.ofSeconds(meanSeconds)).with(Distribution::cv, cv);
    }
}
