package mergedesk.compile;

import java.util.ArrayList;
import java.util.List;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Scenario;
import mergedesk.units.InCommon;

/** Looks at a consistent scenario on its calendar: what cannot be run, and what its writer may not expect. */
final class Findings {
    private Findings() {}

    static List<Finding> of(Scenario scenario, InCommon common) {
        TimeAxis time = common.of(TimeAxis.COMMON, scenario.time());
        Holidays holidays = common.of(Holidays.COMMON, scenario.bankHolidays());
        List<Finding> findings = new ArrayList<>();
        DemandFindings demand = new DemandFindings(scenario, time, common);
        scenario.flows().forEach((id, flow) -> {
            if (flow.trace() != null) {
                DeskHours hours = DeskHours.ofFlow(scenario, flow, time.clock(), holidays);
                Replay replay = Replay.of(flow.trace(), hours, time);
                findings.addAll(TraceFindings.of(scenario, time, hours, id, replay));
                demand.add(id, replay);
            }
        });
        findings.addAll(demand.all(holidays));
        return findings;
    }
}
