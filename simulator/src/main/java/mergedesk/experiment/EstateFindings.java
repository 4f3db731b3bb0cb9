package mergedesk.experiment;

import static mergedesk.scenario.NoteKind.APPLICATION_OVERLOADED;
import static mergedesk.scenario.NoteKind.CREWS_FEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mergedesk.program.Estate;
import mergedesk.program.Program;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Scenario;

/** Whether applications carry the work that needs them, and crews the repairs: notes, none of them a fault. */
final class EstateFindings {
    private static final double ROUNDING = 1e-9;

    private final Scenario scenario;
    private final Program program;
    private final PlanTotals totals;
    private final List<Finding> findings = new ArrayList<>();

    private EstateFindings(Scenario scenario, Program program, PlanTotals totals) {
        this.scenario = scenario;
        this.program = program;
        this.totals = totals;
    }

    static List<Finding> of(Scenario scenario, Program program, PlanTotals totals) {
        EstateFindings estate = new EstateFindings(scenario, program, totals);
        totals.applications().shortages().forEach(estate::findApplication);
        int pool = 0;
        for (String id : scenario.repairCrews().keySet()) {
            estate.findCrews(pool++, id);
        }
        return estate.findings;
    }

    private void findApplication(ApplicationPlan.Shortage shortage) {
        BusyHours hours = shortage.hours();
        findings.add(Finding.note(
                APPLICATION_OVERLOADED,
                "applications." + program.names().applications().get(shortage.application()) + ".capacity",
                hours.any()
                        ? said("in %s more work comes that needs it than agents can do while it answers them, %s", hours.share("the hours in which people need it"), hours.when())
                        : said("%s hours of work that needs it come in the run, and agents can do %s while it answers them", PlanFindings.hours(shortage.comes()), PlanFindings.hours(shortage.can())),
                "check capacity and response: each contact in service slows all others, so that more agents do not help for long"));
    }

    /** How many repairs would be under way on average, if none had to wait: whoever waits asks the later for the next, but with more than there are somebody always waits. */
    private void findCrews(int pool, String id) {
        Estate estate = program.estate();
        MeanLengths means = new MeanLengths(program.lengths());
        double asked = 0;
        for (int component = 0; component < estate.components(); component++) {
            if (estate.crew()[component] == pool && estate.every()[component] != Estate.NONE) {
                double repair = means.seconds(estate.repair()[component]);
                asked += repair / (means.seconds(estate.every()[component]) + repair);
            }
        }
        int flow = estate.crewFlow()[pool];
        double there = flow == Estate.NONE
                ? estate.crews()[pool]
                : DeferredPlan.groupsOf(program, flow).stream().mapToDouble(totals::workSeconds).sum() / totals.lookedAtSeconds();
        if (asked > there * (1 + ROUNDING)) {
            findings.add(Finding.note(
                    CREWS_FEW,
                    "repair_crews." + id + (flow == Estate.NONE ? ".crews" : ".flow"),
                    said("repairs take %.1f hours in each hour, if none waits, and %s %.1f", asked, flow == Estate.NONE ? "crews have" : "agents who may do them are there for", there),
                    flow == Estate.NONE ? "check failures, repair and the number of crews" : "check failures and repair; or plan more agents, also by night"));
        }
    }

    private static String said(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
