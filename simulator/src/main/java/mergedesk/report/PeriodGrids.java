package mergedesk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mergedesk.report.text.ChanceText;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.Study.Verdict;
import mergedesk.stats.Chance;
import mergedesk.stats.Estimate;

/** Tables of calendar months, or of the phases of a plan: the main measures of everything together, and the service level by desk and by council. */
final class PeriodGrids {
    /** Columns of periods that a page has room for. */
    private static final int MOST_PERIODS = 12;

    private static final Map<String, String> HEADINGS = new LinkedHashMap<>();

    static {
        HEADINGS.put("offered", "Offered");
        HEADINGS.put("answer_rate", "Answered");
        HEADINGS.put(Measures.SERVICE_LEVEL, "Answered within T");
        HEADINGS.put("abandonment_rate", "Gave up");
        HEADINGS.put("blocked_share", "Blocked");
        HEADINGS.put("disconnected", "Cut off");
        HEADINGS.put("messages", "Messages");
        HEADINGS.put("containment_rate", "Contained");
        HEADINGS.put("connects", "Reached");
        HEADINGS.put("wait_mean_answered", "Mean wait");
        HEADINGS.put("left_in_chat", "Left the chat");
        HEADINGS.put("occupancy", "Occupancy");
        HEADINGS.put("chat_occupancy", "Chat places in use");
        HEADINGS.put("agents_scheduled", "Agents while open");
        HEADINGS.put("availability_open", "Systems up");
    }

    private final KpiIndex kpis;
    private final Scope.Kind kind;
    private final PeriodText text;
    private final UnaryOperator<String> name;
    private final List<Verdict> judged; // targets of everything together that must hold in every one
    private final List<String> periods;

    /** {@code kind}: months or phases; {@code name}: of one, from its identifier. */
    PeriodGrids(Study study, KpiIndex kpis, Scope.Kind kind, UnaryOperator<String> name) {
        this.kpis = kpis;
        this.kind = kind;
        text = new PeriodText(study.manifest());
        this.name = name;
        judged = study.verdicts().stream().filter(verdict -> verdict.scope().place().isOverall() && verdict.asked().equals(Optional.of(kind)) && !verdict.each().isEmpty()).toList();
        periods = kpis.by(kind, Scope.OVERALL).stream().map(KpiIndex.Place::name).toList();
    }

    private String noun(int number) {
        return PeriodText.noun(kind, number);
    }

    List<Grid> all() {
        List<Grid> grids = new ArrayList<>();
        grids.add(overall());
        if (!judged.isEmpty()) {
            grids.add(kept());
        }
        addIfSeveral(grids, Scope.Kind.DESK, "desk");
        addIfSeveral(grids, Scope.Kind.COUNCIL, "council");
        return grids;
    }

    private Grid overall() {
        Set<String> present = kpis.overall().estimateByMeasure().keySet();
        List<String> shown = HEADINGS.keySet().stream().filter(present::contains).toList();
        List<Grid.Column> columns = Stream.concat(Stream.of(Grid.words(Measures.capitalised(noun(1)))), shown.stream().map(measure -> Grid.number(HEADINGS.get(measure)))).toList();
        List<List<String>> rows = kpis.by(kind, Scope.OVERALL).stream()
                .map(period -> Stream.concat(
                                Stream.of(name.apply(period.name())), shown.stream().map(measure -> ValueText.of(measure).text(period.estimate(measure))))
                        .toList())
                .toList();
        return new Grid(noun(2), "Everything together, by " + noun(1), PeriodText.EACH_BY_ITSELF, columns, rows).folding();
    }

    /** How often each period keeps what must hold in every one: a mean over runs hides how many of them miss it. */
    private Grid kept() {
        List<Grid.Column> columns = Stream.concat(Stream.of(Grid.words(Measures.capitalised(noun(1)))), judged.stream().map(verdict -> Grid.number(heading(verdict)))).toList();
        List<List<String>> rows = periods.stream().map(period -> Stream.concat(Stream.of(name.apply(period)), judged.stream().map(verdict -> kept(verdict.each().get(period)))).toList()).toList();
        return new Grid(noun(2) + "-kept", "In how many runs each " + noun(1) + " keeps its target", "Of the runs in which anybody comes then; in brackets the 95 % interval of the chance.", columns, rows).folding();
    }

    private static String heading(Verdict verdict) {
        String what = verdict.measure().equals(Measures.SERVICE_LEVEL) ? "" : Measures.title(verdict.measure()) + " ";
        return "Runs that keep " + what + (verdict.atLeast() ? "≥\u00a0" : "≤\u00a0") + verdict.bound();
    }

    /** 12 of 20 (36 to 81 %). */
    private static String kept(Chance chance) {
        return chance == null ? ValueText.NOTHING : NumberText.count(chance.times()) + " of " + NumberText.count(chance.draws()) + " (" + ChanceText.interval(chance) + ")";
    }

    private void addIfSeveral(List<Grid> grids, Scope.Kind kind, String what) {
        List<Line> lines = kpis.places(kind).stream().map(this::line).filter(line -> line.lowest < Double.POSITIVE_INFINITY).toList();
        if (lines.size() > 1) {
            grids.add(byPlace(lines, what));
        }
    }

    /** A place and its periods; the lowest level of any. */
    private record Line(KpiIndex.Place place, Map<String, Estimate> periods, double lowest) {}

    private Line line(KpiIndex.Place place) {
        Map<String, Estimate> levels = new LinkedHashMap<>();
        kpis.by(kind, place.scope()).forEach(period -> levels.put(period.name(), period.estimate(Measures.SERVICE_LEVEL)));
        double lowest = levels.values().stream().filter(level -> !level.isEmpty()).mapToDouble(Estimate::value).min().orElse(Double.POSITIVE_INFINITY);
        return new Line(place, levels, lowest);
    }

    private Grid byPlace(List<Line> lines, String what) {
        List<Line> shown = lines.size() <= ScopeGrids.MOST_ROWS
                ? lines
                : lines.stream().sorted(Comparator.comparingDouble(Line::lowest)).limit(ScopeGrids.MOST_ROWS).toList();
        List<String> across = worst();
        List<Grid.Column> columns = new ArrayList<>(List.of(Grid.words(Measures.capitalised(what)), Grid.number("All " + noun(2))));
        across.forEach(period -> columns.add(Grid.number(text.brief(kind, period))));
        List<List<String>> rows = new ArrayList<>();
        double widest = 0;
        for (Line line : shown) {
            List<String> row = new ArrayList<>(List.of(line.place.name(), percent(line.place.estimate(Measures.SERVICE_LEVEL))));
            for (String period : across) {
                Estimate level = line.periods.getOrDefault(period, Estimate.EMPTY);
                row.add(percent(level));
                widest = Math.max(widest, Double.isNaN(level.halfWidth()) ? 0 : level.halfWidth());
            }
            rows.add(row);
        }
        return new Grid(noun(2) + "-by-" + what, "Answered within T, by " + what + " and " + noun(1), note(lines.size(), what, across, widest), columns, rows).folding();
    }

    /** Per cent without a sign: the caption says so. */
    private static String percent(Estimate share) {
        return share.isEmpty() ? ValueText.NOTHING : NumberText.fixed(100 * share.value(), 1);
    }

    /** The periods with the lowest level of all together, as many as there is room for, in order of the calendar. */
    private List<String> worst() {
        List<String> lowest = kpis.by(kind, Scope.OVERALL).stream()
                .sorted(Comparator.comparingDouble((KpiIndex.Place period) -> {
                    Estimate level = period.estimate(Measures.SERVICE_LEVEL);
                    return level.isEmpty() ? Double.POSITIVE_INFINITY : level.value();
                }))
                .limit(MOST_PERIODS)
                .map(KpiIndex.Place::name)
                .toList();
        return periods.stream().filter(lowest::contains).toList();
    }

    private String note(int places, String what, List<String> across, double widest) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Per cent of the contacts offered" + (widest > 0 ? "; the widest interval is ±\u00a0" + NumberText.fixed(100 * widest, 1) + " points, of each by itself." : "."));
        if (places > ScopeGrids.MOST_ROWS) {
            sentences.add("The " + ScopeGrids.MOST_ROWS + " " + what + "s with the lowest " + noun(1) + ", of " + NumberText.count(places) + ".");
        }
        if (across.size() < periods.size()) {
            sentences.add("The " + MOST_PERIODS + " " + noun(2) + " with the lowest service level, of " + NumberText.count(periods.size()) + ".");
        }
        sentences.add(kind == Scope.Kind.MONTH ? text.note(across) : "");
        sentences.add("All are in kpis.csv.");
        return String.join(" ", sentences.stream().filter(sentence -> !sentence.isEmpty()).toList());
    }
}
