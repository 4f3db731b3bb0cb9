package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.report.chart.Chart;
import mergedesk.report.chart.SwingChart;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.report.text.RangedText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Sensitivity;
import mergedesk.results.Sensitivity.End;
import mergedesk.results.Sensitivity.Swing;
import mergedesk.results.Study;
import mergedesk.results.Study.Verdict;
import mergedesk.results.Study.Verdict.State;
import mergedesk.stats.Measure;

/** Which numbers with a range move the result, in sentences, a chart and a table. */
public final class Tornado {
    private static final int MOST_NAMED = 4;

    private final Sensitivity found;
    private final RangedText text;
    private final ValueText values;
    private final String what;

    /** Of a study in which that was asked. */
    Tornado(Study study) {
        found = study.sensitivity().orElseThrow();
        text = new RangedText(study.names());
        values = ValueText.of(found.measure());
        String place = found.scope().place().isOverall() ? "" : study.names().of(found.scope().place()) + ": ";
        String when = found.scope().kind().isPeriod() ? ", " + new PeriodText(study.manifest()).name(found.scope().kind(), found.scope().interval()) : "";
        what = place + Measures.title(found.measure()) + when;
    }

    /** Ends that are not possible, what it hangs on most, and at which ends the target's verdict is another. */
    public List<String> findings() {
        if (found.swings().isEmpty()) {
            return List.of("Stopped before any number was tried.");
        }
        List<String> sentences = new ArrayList<>(problems());
        List<Swing> shown = found.swings().stream().filter(swing -> found.isShown(swing.low()) || found.isShown(swing.high())).toList();
        if (shown.isEmpty()) {
            sentences.add("None that was tried moves it by more than these few runs can tell from chance.");
        } else {
            Swing most = shown.get(0);
            sentences.add("It hangs most on " + inSentence(text.name(most)) + ": " + change("lowest", most.low()) + ", " + change("highest", most.high()) + ".");
        }
        found.verdict().map(this::verdicts).ifPresent(sentences::add);
        return sentences;
    }

    private String change(String which, End end) {
        return "at the " + which + brackets(end, which) + " " + (end.change().isEmpty() ? "it has no value" : values.difference(found.together(end)));
    }

    private static String brackets(End end, String which) {
        return end.value().isEmpty() ? "" : " (" + RangedText.end(end, which) + ")";
    }

    /** Paths stay as they are. */
    private static String inSentence(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private String verdicts(Verdict verdict) {
        if (verdict.state() == State.UNSURE) {
            return "With all numbers at their values the run does not tell whether the target is met.";
        }
        boolean isMet = verdict.state() == State.MET;
        State other = isMet ? State.MISSED : State.MET;
        List<String> where = found.swings().stream()
                .flatMap(swing -> Stream.of(at(swing, "lowest", swing.low(), other), at(swing, "highest", swing.high(), other)).flatMap(List::stream))
                .toList();
        String turned = isMet ? "missed" : "met";
        if (where.isEmpty()) {
            return "At no end of these ranges alone is it clearly " + turned + ".";
        }
        String named = where.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
        return "The target, " + (isMet ? "met" : "missed") + " with all numbers at their values, is clearly " + turned + " with one alone: " + named
                + (where.size() > MOST_NAMED ? "; and " + (where.size() - MOST_NAMED) + " more." : ".");
    }

    private List<String> at(Swing swing, String which, End end, State state) {
        return found.state(end) == state ? List.of(inSentence(text.name(swing)) + " at the " + which + brackets(end, which)) : List.of();
    }

    private List<String> problems() {
        return found.swings().stream()
                .flatMap(swing -> Stream.of(problem(swing, "lowest", swing.low()), problem(swing, "highest", swing.high())).flatMap(List::stream))
                .toList();
    }

    private List<String> problem(Swing swing, String which, End end) {
        return end.problem().isEmpty()
                ? List.of()
                : List.of("Not possible: " + inSentence(text.name(swing)) + " at the " + which + brackets(end, which) + ". " + end.problem() + ".");
    }

    /** How it was found, and what that leaves out. */
    public String method() {
        int tried = found.swings().size();
        String which = tried < found.ranges() && found.complete()
                ? "The " + tried + " widest of " + NumberText.count(found.ranges()) + " numbers with a range"
                : found.complete() ? NumberText.count(tried) + (tried == 1 ? " number" : " numbers") + " with a range" : "Stopped after " + tried + " numbers with a range";
        return which + ", each put to the ends of it alone while all others keep their values, for the same callers, " + NumberText.count(found.replications())
                + (found.replications() == 1 ? " replication" : " replications") + " each. The same number of several flows, desks or groups is moved together."
                + (found.scope().kind().isPeriod() ? " The target asks for every " + PeriodText.noun(found.scope().kind(), 1) + ": looked at is the one that decides, and others may take its place." : "")
                + " Each ± in the table is a 95 % interval by itself; those in sentences, and the words met and missed, hold for all " + found.looks()
                + " changes together. What two numbers do together is not in it, and a range that was written too narrow looks harmless.";
    }

    public Chart chart() {
        OptionalDouble room = found.verdict().filter(verdict -> !found.base().isEmpty()).stream().mapToDouble(verdict -> verdict.boundValue() - found.base().value()).findFirst();
        Measure.Unit unit = values.unit();
        String in = switch (unit) {
            case SHARE -> ", points";
            case SECONDS -> ", s";
            case POUNDS -> ", £";
            case KILOWATT_HOURS, KILOGRAMS -> ", " + unit.word();
            case COUNT, NUMBER -> "";
        };
        List<SwingChart.Row> rows = found.swings().stream().map(swing -> new SwingChart.Row(text.name(swing), swing.low().change(), swing.high().change())).toList();
        return SwingChart.of("what-matters", what + ": how far one number moves it", String.join(" ", findings()), unit, "Change" + in, rows, room);
    }

    public Grid table() {
        List<Grid.Column> columns = List.of(
                Grid.words("Number"),
                Grid.number("Lowest"),
                Grid.number("Change"),
                Grid.words("Target"),
                Grid.number("Highest"),
                Grid.number("Change"),
                Grid.words("Target"));
        List<List<String>> rows = found.swings().stream()
                .map(swing -> List.of(
                        text.name(swing),
                        RangedText.end(swing.low(), "lowest"),
                        values.difference(swing.low().change()),
                        target(swing.low()),
                        RangedText.end(swing.high(), "highest"),
                        values.difference(swing.high().change()),
                        target(swing.high())))
                .toList();
        return new Grid("what-matters-table", what + ": change at the ends of ranges", "", columns, rows).folding();
    }

    private String target(End end) {
        if (!end.problem().isEmpty()) {
            return "not possible";
        }
        if (found.verdict().isEmpty() || end.change().isEmpty()) {
            return ValueText.NOTHING;
        }
        return switch (found.state(end)) {
            case MET -> "met";
            case MISSED -> "missed";
            case UNSURE -> "not sure";
        };
    }

    /** For the console, which is narrow: number, and value and change at both ends. */
    List<List<String>> lines() {
        return found.swings().stream()
                .map(swing -> List.of(text.name(swing), brief(swing.low()), change(swing.low()), brief(swing.high()), change(swing.high())))
                .toList();
    }

    private static String brief(End end) {
        return end.value().isEmpty() ? "each" : end.value();
    }

    /** The unit stands above it. */
    private String change(End end) {
        return values.difference(end.change()).replace("\u00a0points", "");
    }

    /** Heading of the changes, with their unit where it is the same for all. */
    String changeTitle() {
        return values.unit() == Measure.Unit.SHARE ? "Points" : "Change";
    }

    /** What was looked at. */
    String title() {
        return what;
    }
}
