package mergedesk.compile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import mergedesk.program.Program;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Scenario;
import mergedesk.units.InCommon;

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
        return compiled(Phases.of(scenario, planned, time, ScenarioCompiler::whole), time, common);
    }

    private static List<Scenario> whole(List<Scenario> phases, List<Scenario> any) {
        return Connections.over(phases.stream().map(CampaignTable::withFlows).toList(), any.stream().map(CampaignTable::withFlows).toList());
    }

    private static Program compiled(Phases phases, TimeAxis time, InCommon common) {
        Holidays holidays = common.of(Holidays.COMMON, phases.scenarios().get(0).bankHolidays());
        BareTables bare = common.of(BareTables.COMMON, new BareTables.From(phases.bare(common), time, holidays));
        Program.Groups groups = bare.groups(phases);
        return new Program(
                time.days().calendar(),
                time.horizon(),
                bare.demand(phases, time),
                bare.lengths(),
                bare.contacts(),
                bare.deferred(),
                bare.tickets(),
                bare.portals(),
                bare.campaigns(),
                bare.needs(),
                bare.incidents(),
                bare.desks(),
                groups,
                bare.routing(),
                bare.timetable().of(bare.groups(), groups),
                bare.plan(),
                bare.estate(),
                bare.pay().of(bare.groups(), groups),
                bare.power(),
                bare.names());
    }
}
