package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import mergedesk.results.Study.Assumption;
import mergedesk.results.Study.MeasureLine;
import mergedesk.results.Study.SourceLine;

/** What made-up studies rest on. */
final class FoundationsFixture {
    private FoundationsFixture() {}

    static List<Assumption> assumptions(int count) {
        List<Assumption> figures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            figures.add(
                    i % 3 == 0
                            ? new Assumption(
                                    "flows.council-tax-" + i + ".volume",
                                    "41,200 / year",
                                    "",
                                    "",
                                    "S1.4",
                                    "reported",
                                    "merged.yaml:" + (20 + i))
                            : new Assumption(
                                    "flows.council-tax-" + i + ".patience.mean",
                                    "15 min",
                                    "7 min",
                                    "29 min",
                                    "",
                                    "assumption",
                                    "merged.yaml:" + (20 + i)));
        }
        return figures;
    }

    static List<SourceLine> sources() {
        return List.of(
                new SourceLine(
                        "S1",
                        "Cheshire shared services, business case 2013",
                        "https://example.org/cheshire.pdf",
                        "S1.4: 1.2 million calls a year to the nine desks."),
                new SourceLine("U3", "Staff log, supplied by hand", "", "Talk time 290 s, 230 to 300 s."));
    }

    static List<MeasureLine> measures() {
        return List.of(
                new MeasureLine(
                        "offered",
                        "Contacts offered",
                        "contacts",
                        "A = answered + abandoned + blocked + still in system"),
                new MeasureLine("answer_rate", "Answer rate", "share", "S / A"),
                new MeasureLine("abandonment_rate", "Share that gave up", "share", "L / A"),
                new MeasureLine("sl_answered_of_offered", "Answered within T, of those offered", "share", "Sg / A"),
                new MeasureLine("sl_answered_of_answered", "Answered within T, of those answered", "share", "Sg / S"),
                new MeasureLine(
                        "wait_mean_answered",
                        "Mean wait of the answered",
                        "s",
                        "sum of waits of answered contacts / S"),
                new MeasureLine(
                        "wait_p90",
                        "Wait that 90 % do not exceed",
                        "s",
                        "smallest w with F(w) ≥ 0.9, F over answered contacts"),
                new MeasureLine(
                        "occupancy",
                        "Occupancy",
                        "share",
                        "busy time / (staffed time + time finishing after the shift)"),
                new MeasureLine("fte", "Full-time equivalents", "FTE", "scheduled hours / contracted hours"),
                new MeasureLine("handle_mean", "Mean handling time", "s", "(talk + wrap-up) / S"));
    }
}
