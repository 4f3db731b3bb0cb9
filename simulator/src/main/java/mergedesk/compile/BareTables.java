package mergedesk.compile;

import java.util.Arrays;
import mergedesk.program.Campaigns;
import mergedesk.program.Deferred;
import mergedesk.program.Estate;
import mergedesk.program.Incidents;
import mergedesk.program.Names;
import mergedesk.program.Needs;
import mergedesk.program.Pay;
import mergedesk.program.Plan;
import mergedesk.program.Portals;
import mergedesk.program.Program;
import mergedesk.program.RoomPower;
import mergedesk.program.Tickets;
import mergedesk.program.Timetable;
import mergedesk.scenario.Scenario;
import mergedesk.units.Common;
import mergedesk.units.InCommon;

/**
 * The tables of a Program that follow from the {@link Scenario#bare bare} scenario: all Programs whose scenarios differ only in amounts have them in common. Demand, groups, timetable and pay are those of one contact a year and one agent, where there are amounts.
 */
record BareTables(
        Numbering numbers,
        Program.Demand demand,
        Program.Lengths lengths,
        Program.Contacts contacts,
        Deferred deferred,
        Tickets tickets,
        Portals portals,
        Campaigns campaigns,
        Needs needs,
        Incidents incidents,
        Program.Desks desks,
        Program.Groups groups,
        Program.Routing routing,
        Timetable timetable,
        Plan plan,
        Estate estate,
        Pay pay,
        RoomPower power,
        Names names) {
    static final Common<From, BareTables> COMMON = new Common<>(BareTables::of);

    /**
     * What follows from a scenario without its amounts follows from this.
     *
     * @param phases bare of amounts
     */
    record From(Phases phases, TimeAxis time, Holidays holidays) {}

    private static BareTables of(From from, InCommon common) {
        Phases phases = from.phases;
        TimeAxis time = from.time;
        Scenario scenario = phases.scenarios().get(0);
        Numbering numbers = Numbering.of(scenario);
        LengthTable lengths = new LengthTable();
        Program.Groups groups = GroupTable.of(scenario.groups(), GroupTable.firstAgent(phases), numbers);
        Program.Contacts contacts = new ContactTable(scenario, numbers, lengths).compile();
        RoutingTable queues = new RoutingTable(scenario, numbers);
        Program.Routing routing = queues.compile();
        Portals portals = PortalTable.of(scenario, numbers, lengths);
        Tickets tickets = new TicketTable(scenario.flows(), numbers, lengths).compile(queues.ticketQueues());
        Campaigns campaigns = CampaignTable.of(scenario, numbers.flows().size(), lengths);
        int[] now = Lanes.now(phases.written().get(0), phases.written().get(0), numbers);
        Estate estate = EstateTable.of(phases, now, numbers, time, lengths);
        Needs needs = NeedTable.of(scenario, numbers, lengths);
        Incidents incidents = IncidentTable.of(scenario, numbers, time, from.holidays, lengths);
        Program.Desks desks = DeskTable.of(scenario.desks().values());
        Plan plan = PlanTable.of(phases, numbers, lengths, new Plan.Phase(new Plan.Rules(now, contacts, desks, groups, routing), estate));
        return new BareTables(
                numbers,
                new DemandTable(from, numbers, common).compile(),
                lengths.compile(),
                contacts,
                new DeferredTable(phases, numbers, from.holidays).compile(),
                tickets,
                portals,
                campaigns,
                needs,
                incidents,
                desks,
                groups,
                routing,
                PhasedTimetable.of(phases, time, phase -> DoorsAndStaff.From.of(phase, time, from.holidays, groups.firstAgent()), common),
                plan,
                estate,
                PayTable.of(phases, numbers, time.horizon()),
                RoomPowerTable.of(phases, time.horizon()),
                NameTable.of(phases, numbers, time, common));
    }

    /** Who comes when, with the amounts of a scenario. */
    Program.Demand demand(Phases withAmounts, TimeAxis time) {
        double[] totals = DayVolumes.totals(withAmounts, time);
        return Arrays.equals(totals, demand.volumes().total()) ? demand : demand.of(totals);
    }

    /** Groups, the same. */
    Program.Groups groups(Phases withAmounts) {
        int[] firstAgent = GroupTable.firstAgent(withAmounts);
        return Arrays.equals(firstAgent, groups.firstAgent()) ? groups : groups.of(firstAgent);
    }
}
