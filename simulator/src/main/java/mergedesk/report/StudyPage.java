package mergedesk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.report.chart.Chart;
import mergedesk.report.text.ChanceText;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.report.text.PostsText;
import mergedesk.report.text.TargetWait;
import mergedesk.report.text.ValueText;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Kpi;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.Study.DeskPicture;
import mergedesk.stats.Estimate;

/**
 * report.html of a study as the templates of its sections read it: a study put into words and tables, nothing escaped yet.
 *
 * <p>Everything is made when a section asks for it, so that whatever fails fails within that section.
 */
public final class StudyPage {
    private final Study study;
    private final Parts parts;
    private final KpiIndex kpis;
    private final Foundations foundations;

    StudyPage(Study study, Parts parts) {
        this.study = study;
        this.parts = parts;
        kpis = new KpiIndex(study.kpis(), study.names());
        foundations = new Foundations(study);
    }

    /** A key number. */
    public record Tile(String label, String value, String interval, String note) {}

    /** The charts of one desk, and its week. */
    public record DeskCharts(String name, List<Chart> charts, Optional<HeatMap> week) {}

    /** A source; {@code isLink} when its address may be followed. */
    public record SourceItem(String id, String title, String url, boolean isLink, String text) {}

    public String name() {
        return study.name();
    }

    public String question() {
        return orEmpty(study.question());
    }

    public String description() {
        return orEmpty(study.description());
    }

    /** How many numbers are assumptions. */
    public String foundationSentence() {
        return foundations.sentence();
    }

    /** What was understood of the scenario; none where there is nothing to draw. */
    public Optional<Chart> model() {
        return new ModelPicture(study).chart("model", "Who calls, and who answers");
    }

    /** What changes on which date; none without a plan. */
    public Optional<Grid> plan() {
        return new PlanGrid(study).grid();
    }

    /** Whose posts the plan ends; none where it ends none. */
    public Optional<Grid> posts() {
        return new PostsGrid(study).grid();
    }

    /** The way through the plan, week by week; none without one. */
    public Optional<Chart> timeline() {
        return parts.make("Timeline of the plan", Optional.empty(), () -> new Timeline(study).chart());
    }

    /** Before, between and after the steps of the plan; none without one. */
    public List<Grid> phases() {
        return kpis.by(Scope.Kind.PHASE, Scope.OVERALL).isEmpty() ? List.of() : new PeriodGrids(study, kpis, Scope.Kind.PHASE, new PlanGrid(study)::phase).all();
    }

    /** What services run on; none where nothing is known of it. */
    public Optional<Chart> estate() {
        return new EstatePicture(study).chart("estate", "What it runs on, and which desks hang on it");
    }

    /** What an hour of outage costs, applications and rooms, in tables. */
    public List<Grid> estateTables() {
        return Stream.concat(new OutageCostText(study).grid().stream(), new EstateGrids(study, kpis).all().stream()).toList();
    }

    public List<Chart> charts() {
        return new StudyCharts(study, kpis, parts).main();
    }

    public List<DeskCharts> deskCharts() {
        return new StudyCharts(study, kpis, parts).byDesk();
    }

    public List<Grid> tables() {
        return new ScopeGrids(kpis, study.model().contacts()).all();
    }

    /** Channels side by side; none where there is one. */
    public Optional<Grid> channels() {
        return new ChannelGrid(kpis, study.model()).grid();
    }

    /** Work that waits on desks; none without any. */
    public Optional<Grid> deferredWork() {
        return new DeferredWork(study, kpis, parts).grid();
    }

    /** The backlog week by week; none without any, or in a short run. */
    public List<Chart> backlog() {
        return new DeferredWork(study, kpis, parts).charts();
    }

    /** Tables of calendar months; none where the run lies in one. */
    public List<Grid> months() {
        PeriodText text = new PeriodText(study.manifest());
        return kpis.by(Scope.Kind.MONTH, Scope.OVERALL).isEmpty() ? List.of() : new PeriodGrids(study, kpis, Scope.Kind.MONTH, id -> text.name(Scope.Kind.MONTH, id)).all();
    }

    /** Months and weeks of everything together; none in a short run. */
    public List<Chart> calendarCharts() {
        return new CalendarCharts(study, kpis, parts).of(Scope.OVERALL, StudyCharts.targetOf(study, Scope.OVERALL), "all");
    }

    /** Every week of the councils. */
    public Optional<HeatMap> weeksOfCouncils() {
        return new HeatMaps(study).weeksOfCouncils(kpis.places(Scope.Kind.COUNCIL));
    }

    /** The service level by weekday and time of day. */
    public Optional<HeatMap> week() {
        return new HeatMaps(study).week(Scope.OVERALL, "week-map");
    }

    /** The worst month beside all of them. */
    public String monthsSentence() {
        String measure = Measures.SERVICE_LEVEL;
        return PeriodText.worst(measure, study.busy(Scope.Kind.MONTH, measure, Scope.OVERALL))
                .map(worst -> "Of the contacts offered, " + ValueText.of(measure).text(kpis.overall().estimate(measure)) + " were answered in time in all months together, and "
                        + PeriodText.value(worst) + " in the worst of them, " + new PeriodText(study.manifest()).name(Scope.Kind.MONTH, worst.scope().interval()) + ".")
                .orElse("No month was worse than another.");
    }

    /** The worst week, for a first page without verdicts, which name theirs; empty in a short run. */
    public String weeksSentence() {
        String measure = Measures.SERVICE_LEVEL;
        List<Kpi> weeks = study.busy(Scope.Kind.WEEK, measure, Scope.OVERALL);
        return weeks.isEmpty()
                ? ""
                : PeriodText.worst(measure, weeks)
                        .map(worst -> "The worst of " + PeriodText.several(Scope.Kind.WEEK, weeks.size(), 0) + " was " + new PeriodText(study.manifest()).name(Scope.Kind.WEEK, worst.scope().interval()) + ": of its contacts "
                                + PeriodText.value(worst) + " were answered in time.")
                        .orElse("");
    }

    /** The worst week of any run, closely; none where nothing fails. */
    public Optional<Chart> worstWeek() {
        return study.worstWeek().map(week -> new WorstWeekText(study, week).chart());
    }

    /** Which numbers move the result, when that was asked. */
    public Optional<Tornado> whatMatters() {
        return study.sensitivity().map(found -> new Tornado(study));
    }

    /** What T is. */
    public String targetWait() {
        return parts.make("Target wait", "", () -> TargetWait.explained(study.desks().stream()));
    }

    /** Whether desks meet the conditions of their formulas, a line for each desk and formula. */
    public List<String> theoryConditions() {
        return foundations.conditions();
    }

    public Optional<Grid> theory() {
        return foundations.theory();
    }

    public Optional<Grid> assumptions() {
        return foundations.assumptions();
    }

    public String assumptionsSummary() {
        return foundations.assumptionsSummary();
    }

    public List<SourceItem> sources() {
        return foundations.sources();
    }

    public Optional<Grid> equations() {
        return Equations.grid(study.measures());
    }

    public List<Fact> facts() {
        return RunFacts.of(study.manifest());
    }

    public List<String> methods() {
        return RunFacts.methods(study.kpis().stream().map(Kpi::estimate));
    }

    public List<VerdictLine> verdicts() {
        VerdictText text = new VerdictText(study);
        return study.verdicts().stream()
                .map(verdict -> VerdictLine.of(verdict, text))
                .toList();
    }

    /** How likely the plan comes in time, and what results decide; none where no date is drawn or decided. */
    public List<String> chances() {
        return Stream.concat(ChanceText.ofPlan(study).stream(), PostsText.ofPlan(study).stream()).toList();
    }

    public List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        boolean hasOtherWork = study.hasOtherWork(Scope.OVERALL);
        if (!hasOtherWork || kpis.overall().estimate("offered").value() > 0) {
            addTile(tiles, "offered", "Contacts offered", "in " + RunFacts.length(study.manifest()));
        }
        addTile(tiles, "answer_rate", "Answered", "of the contacts offered");
        addTile(tiles, Measures.SERVICE_LEVEL, "Answered in time", inTimeNote());
        addTile(tiles, "wait_mean_answered", "Mean wait", "of those who were answered");
        addTile(tiles, "wait_p90", "Nine in ten waited at most", "");
        if (kpis.overall().estimate("received").value() > 0) {
            addTile(tiles, "received", "Work received", "email, letters, tickets and the like, in " + RunFacts.length(study.manifest()));
            addTile(tiles, "resolution_within_target", "Finished in time", "of the work that has a time by which it is due");
            addTile(tiles, "backlog_end", "Backlog at the end", "pieces of work");
        }
        addTile(tiles, "occupancy", "Occupancy", hasOtherWork ? "share of agents’ time at work with contacts or other work, wrap-up included" : "share of agents’ time at work with contacts, wrap-up included");
        addTile(tiles, "agents_scheduled", "Agents scheduled", "mean while open" + study.desks().stream().findFirst().map(StudyPage::most).orElse(""));
        addTile(tiles, "fte", "Full-time equivalents", "contracted for a normal week, 37 hours each");
        return tiles;
    }

    private void addTile(List<Tile> tiles, String measure, String label, String note) {
        Estimate estimate = kpis.overall().estimate(measure);
        if (!estimate.isEmpty()) {
            String text = ValueText.of(measure).text(estimate);
            int half = text.indexOf(ValueText.PLUS_MINUS);
            String value = half < 0 ? text : text.substring(0, half);
            tiles.add(new Tile(label, value, half < 0 ? "" : text.substring(half + 1), note));
        }
    }

    private String inTimeNote() {
        return "of the contacts offered, " + TargetWait.within(study.desks().stream());
    }

    /** When most are there. */
    private static String most(DeskPicture desk) {
        return IntStream.range(0, desk.scheduled().length)
                .boxed()
                .max(Comparator.comparingDouble((Integer i) -> desk.scheduled()[i]).thenComparing(Comparator.reverseOrder()))
                .map(i -> "; most on an average open weekday, " + NumberText.brief(desk.scheduled()[i]) + ", at " + desk.intervals().get(i))
                .orElse("");
    }

    /** Which desks have no charts of their own; empty when all have. */
    public String deskChartsNote(int shown) {
        int all = study.desks().size() - 1;
        return shown < all ? "The " + shown + " busiest of " + NumberText.count(all) + " desks." : "";
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
