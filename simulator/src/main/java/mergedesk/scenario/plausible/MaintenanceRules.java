package mergedesk.scenario.plausible;

import static mergedesk.scenario.NoteKind.MAINTENANCE_FROZEN;

import java.time.LocalDate;
import java.util.List;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Maintenance;
import mergedesk.scenario.Scenario;

/** Whether windows of maintenance that happen once do happen. */
final class MaintenanceRules {
    private final Scenario scenario;
    private final List<Finding> findings;

    MaintenanceRules(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void find() {
        scenario.maintenance().forEach((id, maintenance) -> {
            if (!maintenance.isWeekly()) {
                find(maintenance, "maintenance." + id + ".from");
            }
        });
    }

    private void find(Maintenance maintenance, String path) {
        LocalDate first = maintenance.from().toLocalDate();
        LocalDate last = maintenance.to().minusNanos(1).toLocalDate();
        scenario.changeFreezes().forEach((id, freeze) -> {
            if (!last.isBefore(freeze.from()) && !first.isAfter(freeze.to())) {
                findings.add(Finding.note(
                        MAINTENANCE_FROZEN, path, "change_freezes." + id + " is from " + freeze.from() + " to " + freeze.to() + ", so that this does not happen", "write another time, or shorten the freeze"));
            }
        });
    }
}
