package mergedesk.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.report.chart.WeeksChart;
import mergedesk.report.text.ChanceText;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Comparison;
import mergedesk.results.Study;

/** The steps of the plan: what changes on which date, with the numbers that stand for them in charts. */
final class PlanGrid {
    private static final double NEAR = 0.02; // of the axis: labels would stand on each other

    private static final double LETTER = 0.024; // the same: width

    private final Study study;
    private final PeriodText text;

    PlanGrid(Study study) {
        this.study = study;
        text = new PeriodText(study.manifest());
    }

    /** None without a plan. */
    Optional<Grid> grid() {
        return grid("plan", "Steps");
    }

    /** The same, one of several on a page. */
    Optional<Grid> grid(String id, String caption) {
        if (study.plan().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        if (study.plan().stream().anyMatch(step -> step.dates().isPresent())) {
            return Optional.of(drawn(id, caption));
        }
        for (Study.PlannedStep step : study.plan()) {
            rows.add(List.of(rows.size() + 1 + ": " + step.name(), planned(step), String.join("; ", step.changes()), staff(step)));
        }
        return Optional.of(new Grid(id, caption, "Numbers are those of the charts by week. Staff: contracted full-time equivalents before and from then on, or after the last has gone whose post ends." ,
                        List.of(Grid.words("Step"), Grid.words("When"), Grid.words("What holds from then on"), Grid.number("Staff")), rows)
                .folding());
    }

    private Grid drawn(String id, String caption) {
        List<List<String>> rows = new ArrayList<>();
        for (Study.PlannedStep step : study.plan()) {
            Study.Dates dates = step.dates().orElseThrow();
            String between = dates.early().equals(dates.late()) ? "" : day(dates.early()) + (dates.late().isEmpty() ? " and never" : " and " + day(dates.late()));
            String never = dates.inRun().times() == dates.inRun().draws() ? "" : (between.isEmpty() ? "" : ". ") + "Not in the run in " + ChanceText.brief(dates.inRun().other());
            rows.add(List.of(
                    rows.size() + 1 + ": " + step.name(),
                    planned(step),
                    dates.middle().isEmpty() ? ValueText.NOTHING : day(dates.middle()),
                    between + never,
                    step.by().map(text::moment).orElse("") + dates.inTime().map(chance -> ": " + ChanceText.brief(chance)).orElse(""),
                    Stream.concat(step.changes().stream(), dates.waitedFor().stream().map(PlanGrid::waited)).collect(Collectors.joining("; ")),
                    staff(step)));
        }
        return new Grid(id, caption, (ChanceText.isByResults(study)
                                        ? "Dates are those of each run, which its own results decide, too; half of the runs have a step by the date that is shown, and nine in ten between two others. Shares of runs have their 95 % interval. "
                                        : "Dates are drawn anew in each run; of these draws, and of more, half bring a step by the date that is shown, and nine in ten between two others. Shares of draws have their 95 % interval. ")
                                + "Numbers, and bars of nine in ten, are those of the charts by week. Staff: contracted full-time equivalents before and from then on, or after the last has gone whose post ends, where everything goes as planned.",
                        List.of(Grid.words("Step"), Grid.words("Planned for"), Grid.words("Half by"), Grid.words("Nine in ten between"), Grid.words("To be done by"), Grid.words("What holds from then on"), Grid.number("Staff")), rows)
                .folding();
    }

    private static String waited(Study.Waited waited) {
        return "waits for " + waited.name() + (waited.chance().times() == waited.chance().draws() ? "" : " in " + ChanceText.brief(waited.chance()));
    }

    private String planned(Study.PlannedStep step) {
        return step.on().map(text::moment).orElse("by results");
    }

    private String day(Optional<String> dateTime) {
        return dateTime.map(at -> text.day(at.substring(0, at.indexOf('T')))).orElse("");
    }

    private static String staff(Study.PlannedStep step) {
        String after = number(step.staff());
        return after.equals(number(step.staffBefore())) ? after : number(step.staffBefore()) + " → " + after;
    }

    private static String number(double fullTimeEquivalents) {
        return Double.isNaN(fullTimeEquivalents) ? ValueText.NOTHING : NumberText.fixed(fullTimeEquivalents, 1);
    }

    /** The phase that begins on a day, by the numbers of the steps with which it does: from 1 Apr 2027 (2, 3). */
    String phase(String id) {
        LocalDate first = LocalDate.parse(id);
        List<Integer> begin = new ArrayList<>();
        for (int i = 0; i < study.plan().size(); i++) {
            LocalDateTime on = study.plan().get(i).on().map(LocalDateTime::parse).orElse(LocalDateTime.MAX);
            boolean isWhole = on.toLocalTime().equals(LocalTime.MIDNIGHT);
            if (on.toLocalDate().equals(isWhole ? first : first.minusDays(1))) { // the first day that is all after it
                begin.add(i);
            }
        }
        String steps = begin.stream().map(i -> String.valueOf(i + 1)).collect(Collectors.joining(", "));
        return "from " + text.day(id) + (steps.isEmpty() ? "" : " (" + steps + ")");
    }

    /** Where the steps are on an axis of weeks, of which the first begins on this Monday: those on it. */
    List<WeeksChart.Mark> marks(String monday, int weeks) {
        List<Numbered> numbered = new ArrayList<>();
        study.plan().forEach(step -> numbered.add(new Numbered(String.valueOf(numbered.size() + 1), step)));
        return drawn(numbered, monday, weeks);
    }

    private record Numbered(String label, Study.PlannedStep step) {
        /** When it happens; where dates are drawn, in half of all draws by then. Empty where it does not in so many. */
        Optional<LocalDateTime> at() {
            return (step.dates().isPresent() ? step.dates().get().middle() : step.on()).map(LocalDateTime::parse);
        }
    }

    /** From when to when steps happen whose dates are drawn, one above the other on the same axis. */
    static List<WeeksChart.Span> spans(List<Study.PlannedStep> steps, String monday, int weeks) {
        List<WeeksChart.Span> spans = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String label = String.valueOf(i + 1);
            steps.get(i).dates()
                    .filter(dates -> dates.early().isPresent())
                    .map(dates -> new WeeksChart.Span(
                            Math.max(0, place(monday, LocalDateTime.parse(dates.early().get()))),
                            Math.min(weeks - 1, dates.late().map(late -> place(monday, LocalDateTime.parse(late))).orElse(Double.POSITIVE_INFINITY)),
                            label))
                    .filter(span -> span.from() < span.to())
                    .ifPresent(spans::add);
        }
        return spans;
    }

    /** A point of the axis stands for the middle of its week. */
    private static double place(String monday, LocalDateTime at) {
        return ChronoUnit.HOURS.between(LocalDate.parse(monday).atStartOfDay(), at) / 24.0 / 7 - 0.5;
    }

    /** The same of sides of a comparison: steps that all plans have at the same moment once, others by the letter of their side. */
    static List<WeeksChart.Mark> marks(List<Comparison.Side> sides, String monday, int weeks) {
        List<Comparison.Side> planned = sides.stream().filter(side -> !side.study().plan().isEmpty()).toList();
        List<Numbered> numbered = new ArrayList<>();
        for (Comparison.Side side : planned) {
            for (int i = 0; i < side.study().plan().size(); i++) {
                Study.PlannedStep step = side.study().plan().get(i);
                boolean ofAll = planned.stream().allMatch(other -> other.study().plan().stream().anyMatch(one -> one.on().equals(step.on()) && one.name().equals(step.name()) && one.dates().equals(step.dates())));
                if (!ofAll || side == planned.get(0)) {
                    numbered.add(new Numbered((ofAll ? "" : side.letter()) + (i + 1), step));
                }
            }
        }
        return drawn(numbered, monday, weeks);
    }

    private static List<WeeksChart.Mark> drawn(List<Numbered> steps, String monday, int weeks) {
        Map<Double, String> labels = new TreeMap<>(); // steps of about one moment have one
        double before = Double.NEGATIVE_INFINITY;
        for (Numbered one : steps.stream().filter(step -> step.at().isPresent()).sorted(Comparator.comparing(step -> step.at().get())).toList()) {
            double at = place(monday, one.at().get());
            if (at > 0 && at < weeks - 1) {
                boolean isNear = at - before < weeks * NEAR;
                before = isNear ? before : at;
                labels.merge(before, one.label, (first, other) -> first + ", " + other);
            }
        }
        List<WeeksChart.Mark> marks = new ArrayList<>();
        double last = 0; // what is drawn so far
        for (Map.Entry<Double, String> label : labels.entrySet()) {
            boolean hasRoom = label.getKey() - label.getValue().length() * LETTER * weeks > last; // it stands before its line
            marks.add(new WeeksChart.Mark(label.getKey(), hasRoom ? label.getValue() : ""));
            last = label.getKey();
        }
        return marks;
    }
}
