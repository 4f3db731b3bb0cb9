package mergedesk.scenario.io;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;

/** Targets: a measure that exists, one bound, and a share of at most 100 %. */
final class TargetCheck {
    /** Busy time may pass the staffed time, because agents finish their calls. */
    private static final String MAY_PASS_ONE = "occupancy_scheduled";

    private final Scenario scenario;
    private final Places places;
    private final SortedMap<String, MeasureUnit> measures;

    TargetCheck(Scenario scenario, Places places, Map<String, MeasureUnit> measures) {
        this.scenario = scenario;
        this.places = places;
        this.measures = new TreeMap<>(measures);
    }

    void check() {
        for (int i = 0; i < scenario.targets().size(); i++) {
            check(scenario.targets().get(i), "targets[" + i + "]");
        }
    }

    private void check(ServiceTarget target, String path) {
        if (places.written(path + ".at_least") == places.written(path + ".at_most")) {
            places.fault(path, "a target has one bound", "write exactly one of at_least and at_most");
        }
        if (target.measure() == null) {
            return;
        }
        MeasureUnit unit = measures.get(target.measure());
        if (unit == null) {
            String advice = places.suggestion(target.measure(), measures.keySet(), "write an identifier of kpis.csv");
            places.fault(path + ".measure", "this measure is not known", advice);
        }
        if (unit == MeasureUnit.SHARE && !MAY_PASS_ONE.equals(target.measure())) {
            checkShare(target.atLeast(), path + ".at_least");
            checkShare(target.atMost(), path + ".at_most");
        }
    }

    private void checkShare(Double share, String path) {
        if (share != null && share > 1) {
            places.fault(path, "a share is at most 100 %", "write 100 % or less");
        }
    }
}
