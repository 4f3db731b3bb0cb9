package mergedesk.scenario.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.PlanTimes;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** Whether steps of a plan that end others can do so. */
final class EndsCheck {
    private final Map<String, PlanStep> plan;
    private final Places places;

    EndsCheck(Scenario scenario, Places places) {
        plan = scenario.plan();
        this.places = places;
    }

    /** What can be seen of each step by itself. */
    void check() {
        plan.forEach((id, step) -> {
            if (!step.ends().isEmpty() && step.lasts() != null) {
                places.fault("plan." + id + ".lasts", "it is not known what of the steps that it ends would hold after that", "remove it, or ends");
            }
            if (step.ends().contains(id)) {
                places.fault("plan." + id + ".ends", "a step cannot end itself", "write lasts");
            }
        });
    }

    /** What is ended twice in every run: of two steps that results or slips may keep from coming, or from coming in this order, either may be the one that ends it. */
    void checkTwice(PlanOrders orders) {
        Map<String, String> endedBy = new HashMap<>();
        PlanTimes.planned(plan).begins().entrySet().stream().filter(begin -> orders.isFixed(begin.getKey())).sorted(Map.Entry.comparingByValue()).forEach(begin -> {
            String id = begin.getKey();
            List<String> ends = plan.get(id).ends();
            for (int i = 0; i < ends.size(); i++) {
                String other = endedBy.get(ends.get(i));
                if (other != null) {
                    places.fault("plan." + id + ".ends[" + i + "]", other + " has ended it by then", "remove it here, or there");
                } else if (isSure(id, orders)) {
                    endedBy.put(ends.get(i), id);
                }
            }
        });
    }

    /** Whether no other step can keep it from beginning. */
    private boolean isSure(String id, PlanOrders orders) {
        Set<String> before = orders.before(id);
        return plan.values().stream().flatMap(other -> other.ends().stream()).noneMatch(ended -> ended.equals(id) || before.contains(ended));
    }
}
