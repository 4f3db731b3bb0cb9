package mergedesk.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.units.Common;
import mergedesk.units.InCommon;
import mergedesk.units.Internal;
import mergedesk.units.With;

/**
 * Everything a person wrote about their councils, desks and people, in that person's words.
 *
 * <p>Immutable. Read by {@code scenario.io}, which fills defaults and reports every fault; an instance is complete and
 * consistent. Maps keep the order of the file. Absent maps and lists are empty, other absent components are {@code null}
 * unless their {@link Meaning#byDefault()} says otherwise. Knows no index, tick or random number.
 *
 * <p>In code, one grows from {@link #named}: {@code scenario.plus(Scenario::desks, "main", Desk.named("Main desk"))}; see {@link With}. What stands in no file has not
 * been checked.
 */
@Meaning("A Mergedesk scenario: contact volumes flowing into service desks.")
public record Scenario(
        @Meaning(value = "Version of the scenario language; 1 today.", byDefault = "1")
        int mergedesk,

        @Meaning(value = "Short title, shown on top of the report.", required = true)
        String name,

        @Meaning("The question that the scenario is to answer.")
        String question,

        @Meaning("Anything a reader should know; free text.")
        String description,

        @Meaning(value = "Calendar, horizon and how a run ends.", required = true)
        TimeFrame time,

        @Meaning("Where numbers come from; a figure cites one as its id or id.fact.")
        Map<String, Source> sources,

        @Meaning(value = "The partners.", required = true) Map<String, Council> councils,

        @Meaning(value = "What contacts are about; also the skills of agents.", required = true)
        Map<String, Service> services,

        @Meaning("Security domains, which need a clearance.") Map<String, Domain> domains,

        @Meaning("Software that services need.") Map<String, Application> applications,

        @Meaning("Sites with machine rooms.") Map<String, Datacentre> datacentres,

        @Meaning("What rooms and applications have in common: power feeds, cooling plants, carriers, suppliers.")
        Map<String, Supply> supplies,

        @Meaning("Machine rooms.") Map<String, Room> rooms,

        @Meaning("Machines on which applications run.") Map<String, Host> hosts,

        @Meaning("Network between desks and datacentres; a desk without links reaches everything.")
        Map<String, Link> links,

        @Meaning("Who repairs what fails, where they are too few for everything at once.")
        Map<String, RepairCrew> repairCrews,

        @Meaning("What is down at a stated time, in every run.") Map<String, Outage> outages,

        @Meaning("Planned windows in which something is off.") Map<String, Maintenance> maintenance,

        @Meaning("Days on which nothing is changed, by name: {elections: {from: 2027-05-03, to: 2027-05-07}}.")
        Map<String, ChangeFreeze> changeFreezes,

        @Meaning(value = "Where the power of rooms comes from.", byDefault = "{}")
        Electricity electricity,

        @Meaning(value = "How contacts come; without this key there is one, phone.", byDefault = "{phone: {}}")
        Map<String, Channel> channels,

        @Meaning(value = "Volumes: one entry for each council, service and channel.", required = true)
        Map<String, Flow> flows,

        @Meaning("Lists of people whom agents call when nobody calls them.")
        Map<String, Campaign> campaigns,

        @Meaning(value = "Places with opening hours and a queue.", required = true)
        Map<String, Desk> desks,

        @Meaning(value = "Agents of one desk and employer with the same skills.", required = true)
        Map<String, AgentGroup> groups,

        @Meaning("Explicit routing rows; flows without a row are routed by skill.")
        List<RoutingRow> routing,

        @Meaning("Shapes of the week; weights only, they never change a total.")
        Map<String, Profile> profiles,

        @Meaning("Shapes of the year; weights only, they never change a total.")
        Map<String, Season> seasons,

        @Meaning("Dated events that raise or lower volume for some days.")
        Map<String, DatedEvent> events,

        @Meaning("Days with a volume and profile of their own, and the catch-up after them.")
        BankHolidays bankHolidays,

        @Meaning("Days that are busier than planned, at random, at three levels that multiply.")
        Busyness busyness,

        @Meaning("What changes on which date, such as the steps of a merger.")
        Map<String, PlanStep> plan,

        @Meaning(value = "How far steps that slip do so together.", byDefault = "{}")
        Slips slips,

        @Meaning("What must hold; the first decides how many replications run by default.")
        List<ServiceTarget> targets,

        @Meaning(value = "How many replications, and the seed.", byDefault = "{}")
        Runs runs,

        @Meaning("Notes that are meant so, by name, each with the reason: {talk_unusual: planning enquiries last that long}.")
        Map<String, String> silence,

        @Meaning(value = "Every number with its range, source and status, by path.", filledByReader = true)
        List<Figure> figures) implements With<Scenario> {
    private static final Common<Scenario, Scenario> SAME = Common.of(bare -> bare);
    private static final Common<Scenario, Scenario> BARE = new Common<>((scenario, common) -> common.of(SAME, scenario.withoutAmounts()));

    /** Most flows, and most groups. */
    public static final int MOST_ENTRIES = 100_000;

    /** A scenario in which nobody calls yet: one channel, phone, and nothing else. */
    public static Scenario named(String name, TimeFrame time) {
        return new Scenario(
                1, name, null, null, time, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Electricity.USUAL, Map.of("phone", Channel.named("phone")), Map.of(), Map.of(), Map.of(), Map.of(), List.of(),
                Map.of(), Map.of(), Map.of(), null, null, Map.of(), Slips.USUAL, List.of(), Runs.USUAL, Map.of(), List.of());
    }

    /** Whether the date of any step of the plan is drawn, or decided by results. */
    public boolean datesDiffer() {
        return plan.values().stream().anyMatch(step -> step.slips() != null || step.when() != null);
    }

    /** Whether anything of the plan is drawn, dates or who leaves on the way, so that runs go different ways. */
    public boolean runsDiffer() {
        return datesDiffer() || plan.values().stream().anyMatch(step -> step.release() != null && step.release().morale().any());
    }

    /** The same after a change, which also goes over what each step of the plan leaves. */
    @Internal
    public Scenario throughout(UnaryOperator<Scenario> change) {
        Scenario whole = change.apply(this);
        Map<String, PlanStep> steps = new LinkedHashMap<>(whole.plan);
        steps.replaceAll((id, step) -> step.with(PlanStep::then, step.then() == null ? null : change.apply(step.then())).with(PlanStep::afterwards, step.afterwards() == null ? null : change.apply(step.afterwards())));
        return whole.with(Scenario::plan, steps);
    }

    /**
     * The same without its amounts, one object for all that have it in common: every volume is one a year, and every group that has a number of agents has one. So whatever is made of this, and not of the scenario itself, is the same for all scenarios that differ only in volumes and numbers of agents.
     * One with a plan stays as it is: steps change amounts.
     */
    @Internal
    public Scenario bare(InCommon common) {
        return common.ofItself(BARE, this);
    }

    private Scenario withoutAmounts() {
        return plan.isEmpty() ? with(Scenario::flows, each(flows, Flow::bare)).with(Scenario::groups, each(groups, AgentGroup::bare)).with(Scenario::figures, List.of()) : this;
    }

    private static <V> Map<String, V> each(Map<String, V> table, UnaryOperator<V> change) {
        Map<String, V> changed = new LinkedHashMap<>(table);
        changed.replaceAll((id, entry) -> change.apply(entry));
        return Collections.unmodifiableMap(changed);
    }

    /** When steps of the plan begin and end within the run, and people go whose posts end, in order of time; at one moment ends before beginnings before exits, and steps as they are written. */
    @Internal
    public List<Turn> turns() {
        return InPost.over(PlanTimes.planned(plan).turns(time.ends()), this);
    }

    /** Datacentres in which an application has hosts, or a standby; none where it is hosted elsewhere. */
    public Set<String> datacentres(String application) {
        Application of = applications.get(application);
        return Stream.concat(of.hosts().stream(), of.standby().stream()).map(host -> rooms.get(hosts.get(host).room()).datacentre()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Hosts in each room; rooms without any are left out. */
    public Map<String, List<Host>> hostsByRoom() {
        return hosts.values().stream().filter(host -> host.room() != null).collect(Collectors.groupingBy(Host::room));
    }

    /** How anything of the estate fails. */
    public Stream<Failures> failures() {
        return Stream.of(
                        supplies.values().stream().map(Supply::failures),
                        rooms.values().stream().map(Room::failures),
                        hosts.values().stream().map(Host::failures),
                        links.values().stream().map(Link::failures),
                        applications.values().stream().map(Application::failures))
                .flatMap(all -> all)
                .filter(Objects::nonNull);
    }

    /** What contacts of a flow need applications for, by application: as its service says, and the flow itself. */
    public Map<String, Need> needs(Flow flow) {
        Map<String, Need> needs = new LinkedHashMap<>(services.get(flow.service()).needs());
        needs.putAll(flow.needs());
        return needs;
    }

    /** Whether agents of a group may serve contacts of a service, if they have the skill: they have a clearance for its domain, or it has none. */
    public boolean isCleared(AgentGroup group, String service) {
        String domain = services.get(service).domain();
        return domain == null || group.domains().contains(domain);
    }

    /** Whether contacts of a flow are deferred work. */
    public boolean isDeferred(Flow flow) {
        Channel channel = channels.get(flow.channel());
        return channel != null && channel.kind() == Channel.Kind.DEFERRED;
    }
}
