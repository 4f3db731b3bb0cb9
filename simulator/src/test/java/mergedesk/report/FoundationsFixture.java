package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import mergedesk.results.Study.Assumption;
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
}
