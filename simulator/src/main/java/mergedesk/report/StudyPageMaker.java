package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.report.StudyPage.DeskCharts;
import mergedesk.report.StudyPage.Tile;
import mergedesk.report.StudyPage.VerdictLine;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.Unit;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Kpi;
import mergedesk.results.Study;
import mergedesk.results.Study.DeskPicture;
import mergedesk.results.Study.Verdict;
import mergedesk.stats.Estimate;

/** Puts a study into the words and tables of its page. */
final class StudyPageMaker {
    private final Study study;
    private final Measures measures;
    private final KpiIndex kpis;

    StudyPageMaker(Study study) {
        this.study = study;
        measures = new Measures(study.measures());
        kpis = new KpiIndex(study.kpis());
    }

    StudyPage page() {
        StudyCharts charts = new StudyCharts(study, kpis);
        Foundations foundations = new Foundations(study, measures);
        List<DeskCharts> byDesk = charts.byDesk();
        return new StudyPage(
                Templates.css(),
                study.name(),
                orEmpty(study.question()),
                orEmpty(study.description()),
                verdicts(),
                Stream.concat(RunFacts.warnings(study.manifest()), study.warnings().stream())
                        .toList(),
                foundations.sentence(),
                tiles(),
                charts.main(),
                byDesk,
                deskChartsNote(byDesk.size()),
                new ScopeGrids(kpis, measures).all(),
                foundations.theory(),
                foundations.assumptions(),
                foundations.assumptionsSummary(),
                foundations.sources(),
                Equations.grid(study.measures()),
                RunFacts.of(study.manifest()),
                RunFacts.methods(study.kpis().stream().map(Kpi::estimate)));
    }

    private List<VerdictLine> verdicts() {
        VerdictText text = new VerdictText(study);
        return study.verdicts().stream()
                .map(verdict -> new VerdictLine(
                        css(verdict.state()),
                        mark(verdict.state()),
                        VerdictText.word(verdict.state()),
                        text.sentence(verdict)))
                .toList();
    }

    private static String css(Verdict.State state) {
        return switch (state) {
            case MET -> "met";
            case MISSED -> "missed";
            case UNSURE -> "unsure";
        };
    }

    private static String mark(Verdict.State state) {
        return switch (state) {
            case MET -> "✓";
            case MISSED -> "✗";
            case UNSURE -> "?";
        };
    }

    private List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        addTile(tiles, "offered", "Contacts offered", "in " + RunFacts.length(study.manifest()));
        addTile(tiles, "answer_rate", "Answered", "of the contacts offered");
        addTile(tiles, "sl_answered_of_offered", "Answered in time", inTimeNote());
        addTile(tiles, "wait_mean_answered", "Mean wait", "of those who were answered");
        addTile(tiles, "wait_p90", "Nine in ten waited at most", "");
        addTile(tiles, "occupancy", "Occupancy", "share of agents’ time with contacts");
        if (!study.desks().isEmpty()) {
            tiles.addAll(staffing(study.desks().get(0)));
        }
        addTile(tiles, "fte", "Full-time equivalents", "contracted for a normal week, 37 hours each");
        return tiles;
    }

    private void addTile(List<Tile> tiles, String measure, String label, String note) {
        Estimate estimate = kpis.overall().estimate(measure);
        if (!estimate.isEmpty()) {
            String text = measures.unit(measure).text(estimate);
            int half = text.indexOf(Unit.PLUS_MINUS);
            String value = half < 0 ? text : text.substring(0, half);
            tiles.add(new Tile(label, value, half < 0 ? "" : text.substring(half + 1), note));
        }
    }

    private String inTimeNote() {
        double[] targets = study.desks().stream()
                .mapToDouble(DeskPicture::targetSeconds)
                .distinct()
                .toArray();
        return "of the contacts offered, within "
                + (targets.length == 1 ? VerdictText.duration(targets[0]) : "their desk’s target wait");
    }

    private static List<Tile> staffing(DeskPicture desk) {
        int[] staffed = IntStream.range(0, desk.scheduled().length)
                .filter(i -> desk.scheduled()[i] > 0)
                .toArray();
        if (staffed.length == 0) {
            return List.of();
        }
        int most = IntStream.of(staffed)
                .reduce((a, b) -> desk.scheduled()[b] > desk.scheduled()[a] ? b : a)
                .orElseThrow();
        double mean = IntStream.of(staffed)
                .mapToDouble(i -> desk.scheduled()[i])
                .average()
                .orElseThrow();
        String note = "on an average weekday while anyone is; at most " + NumberText.brief(desk.scheduled()[most])
                + ", at " + desk.intervals().get(most);
        return List.of(new Tile("Agents scheduled", NumberText.fixed(mean, 1), "", note));
    }

    private String deskChartsNote(int shown) {
        int all = study.desks().size() - 1;
        return shown < all ? "The " + shown + " busiest of " + NumberText.count(all) + " desks." : "";
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
