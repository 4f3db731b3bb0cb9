package mergedesk.scenario.check;

import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Blend;
import mergedesk.scenario.Flow;
import mergedesk.scenario.RoutingRow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** Rules of blending that contradict each other, or that nothing could follow. */
final class BlendCheck {
    private final Scenario scenario;
    private final Places places;

    BlendCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        boolean any = scenario.flows().values().stream().anyMatch(scenario::isDeferred);
        scenario.groups().forEach((id, group) -> {
            String path = "groups." + id + ".blend";
            if (group.blend() == null || !places.sound(path)) {
                return;
            }
            if (!any) {
                places.fault(path, "no flow is deferred work, so there is nothing to blend", "remove it, or give a flow a channel of kind: deferred");
                return;
            }
            check(group, group.blend(), path);
            if (group.blend().park()) {
                checkPreferences(id, path);
            }
        });
    }

    private void check(AgentGroup group, Blend blend, String path) {
        if (blend.park() && blend.share() != null) {
            places.fault(path + ".share", "a share keeps agents on deferred work though people wait, and park takes them off it", "remove one of the two");
        }
        if (blend.resume() == Blend.Resume.SAME && group.shifts().isEmpty()) {
            places.fault(path + ".resume", "agents by number are nobody in particular, so nobody is the same tomorrow", "write resume: anyone, or shifts instead of staffing");
        }
    }

    /** Who would take deferred work before people would at once be taken off it. */
    private void checkPreferences(String id, String path) {
        int deferred = Integer.MAX_VALUE;
        int live = Integer.MIN_VALUE;
        for (RoutingRow row : scenario.routing()) {
            Flow flow = scenario.flows().get(row.flow());
            if (id.equals(row.group()) && flow != null) {
                deferred = scenario.isDeferred(flow) ? Math.min(deferred, row.preference()) : deferred;
                live = scenario.isDeferred(flow) ? live : Math.max(live, row.preference());
            }
        }
        if (deferred < live) {
            places.fault(path + ".park", "routing prefers deferred work to people here, and park people to deferred work", "remove park, or change preference");
        }
    }
}
