package mergedesk.scenario.check;

import java.util.Map;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.text.KnownMeasure;
import mergedesk.scenario.tree.Places;

/** What only the whole scenario can show: each part is well written, but do they fit together? */
public final class ConsistencyCheck {
    private static final int VERSION = 1;

    private final Scenario scenario;
    private final Places places;
    private final Map<String, KnownMeasure> measures;
    private final TraceCheck.RowPlaces rows;

    /** @param rows where the rows of recorded calls stand */
    public ConsistencyCheck(Scenario scenario, Places places, Map<String, KnownMeasure> measures, TraceCheck.RowPlaces rows) {
        this.scenario = scenario;
        this.places = places;
        this.measures = measures;
        this.rows = rows;
    }

    /** Notes every fault; a part that is at fault already is not judged again. */
    public void check() {
        checkBare();
        checkAmounts();
    }

    /** Notes how much is too much. */
    public void checkAmounts() {
        new SizeCheck(scenario, places).checkAgents();
    }

    /** Notes every other fault: what it looks at is all in the {@link Scenario#bare bare} scenario, too. */
    public void checkBare() {
        if (scenario.mergedesk() != VERSION) {
            places.fault(
                    "mergedesk",
                    "this program reads version " + VERSION + " of the language",
                    "write " + VERSION + ", or update Mergedesk");
        }
        refuseTooMany("flows", scenario.flows().size());
        refuseTooMany("groups", scenario.groups().size());
        new ReferenceCheck(scenario, places).check();
        new TimeCheck(scenario, places).check();
        new ProfileCheck(scenario, places).check();
        new KindCheck(scenario, places).check();
        new DeferredCheck(scenario, places).check();
        new BlendCheck(scenario, places).check();
        new TicketCheck(scenario, places).check();
        new DeskCheck(scenario, places).check();
        new FlowCheck(scenario, places).check();
        new ChatCheck(scenario, places).check();
        new SelfServiceCheck(scenario, places).check();
        new CampaignCheck(scenario, places).check();
        new ApplicationCheck(scenario, places).check();
        new IncidentCheck(scenario, places).check();
        new EstateCheck(scenario, places).check();
        new LinkCheck(scenario, places).check();
        new MaintenanceCheck(scenario, places).check();
        new PowerCheck(scenario, places).check();
        new TraceCheck(scenario, places, rows).check();
        new ShiftCheck(scenario, places).check();
        new PostsCheck(scenario, places).check();
        new TargetCheck(scenario, places, measures).check();
        new DomainCheck(scenario, places).check();
        new CoverageCheck(scenario, places).check();
        new SilenceCheck(scenario, places).check();
        new SizeCheck(scenario, places).check();
    }

    private void refuseTooMany(String section, int count) {
        if (count > Scenario.MOST_ENTRIES) {
            places.fault(section, "more than 100,000 " + section + " (" + count + ")", "join some of them");
        }
    }
}
