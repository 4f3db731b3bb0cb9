package mergedesk.compile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import mergedesk.program.Campaigns;
import mergedesk.program.Estate;
import mergedesk.program.Incidents;
import mergedesk.program.Needs;
import mergedesk.program.Plan;
import mergedesk.program.Portals;
import mergedesk.program.Program;
import mergedesk.program.Tickets;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Scenario;

/**
 * Turns a scenario, in the words of the person who wrote it, into a Program: numbered things in flat arrays.
 *
 * <p>A pure function: equal scenarios give equal Programs ({@link Fingerprint}) on every machine. Runs, targets, sources and figures do
 * not reach the Program. Each table has its own class; what a number means is documented there.
 *
 * <p>Things are numbered in the order of the file.
 */
public final class ScenarioCompiler {
    private ScenarioCompiler() {}

    /**
     * What the calendar shows about a consistent scenario: faults, with which it must not be compiled, and notes, in the order of the file.
     */
    public static List<Finding> findings(Scenario scenario) {
        return findings(scenario, new InCommon());
    }

    /** The same, with what scenarios before have in common with it. */
    public static List<Finding> findings(Scenario scenario, InCommon common) {
        return Findings.of(requireNonNull(scenario, "scenario"), common);
    }

    /**
     * Compiles a scenario.
     *
     * @param scenario complete and consistent, as the reader leaves it. One that is not may end in an IllegalArgumentException or
     *     NullPointerException
     */
    public static Program compile(Scenario scenario) {
        return compile(scenario, new InCommon());
    }

    /** The same, with what scenarios before have in common with it. */
    public static Program compile(Scenario scenario, InCommon common) {
        return compile(requireNonNull(scenario, "scenario"), scenario, common);
    }

    /** Compiles one way that things may turn out where dates of a plan are drawn: with the same flows, desks, groups and names as what is {@code planned}. */
    static Program compile(Scenario scenario, Scenario planned, InCommon common) {
        TimeAxis time = common.of(TimeAxis.COMMON, scenario.time());
        return compiled(Phases.of(scenario, planned, time, all -> Connections.over(CampaignTable.withFlows(all))), time, common);
    }

    private static Program compiled(Phases phases, TimeAxis time, InCommon common) {
        Scenario scenario = phases.scenarios().get(0);
        Numbering numbers = Numbering.of(scenario);
        Holidays holidays = common.of(Holidays.COMMON, scenario.bankHolidays());
        LengthTable lengths = new LengthTable();
        Program.Calendar calendar = time.days().calendar();
        Program.Groups groups = GroupTable.of(phases, 0, numbers);
        Program.Contacts contacts = new ContactTable(scenario, numbers, lengths).compile();
        RoutingTable queues = new RoutingTable(scenario, numbers);
        Program.Routing routing = queues.compile();
        Portals portals = PortalTable.of(scenario, numbers, lengths);
        Tickets tickets = new TicketTable(scenario.flows(), numbers, lengths).compile(queues.ticketQueues());
        Campaigns campaigns = CampaignTable.of(scenario, numbers.flows().size(), lengths);
        int[] now = Lanes.now(phases.written().get(0), phases.written().get(0), numbers);
        Estate estate = EstateTable.of(phases, now, numbers, time, lengths);
        Needs needs = NeedTable.of(scenario, numbers, lengths);
        Incidents incidents = IncidentTable.of(scenario, numbers, time, holidays, lengths);
        Program.Desks desks = DeskTable.of(scenario.desks().values());
        Plan plan = PlanTable.of(phases, numbers, lengths, new Plan.Phase(new Plan.Rules(now, contacts, desks, groups, routing), estate));
        return new Program(
                calendar,
                time.horizon(),
                new DemandTable(phases, numbers, time, holidays, common).compile(),
                lengths.compile(),
                contacts,
                new DeferredTable(phases, numbers, holidays).compile(),
                tickets,
                portals,
                campaigns,
                needs,
                incidents,
                desks,
                groups,
                routing,
                PhasedTimetable.of(phases, time, phase -> common.of(DoorsAndStaff.COMMON, phase, DoorsAndStaff.From.of(phases.scenarios().get(phase), time, holidays, groups.firstAgent()))),
                plan,
                estate,
                PayTable.of(phases, numbers, time.horizon()),
                RoomPowerTable.of(phases, time.horizon()),
                NameTable.of(phases, numbers, time, common));
    }
}
