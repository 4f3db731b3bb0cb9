package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.report.chart.Chart;
import mergedesk.report.chart.SwingChart;
import mergedesk.report.text.AssumptionText;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.results.PlaceNames;
import mergedesk.results.Sensitivity;
import mergedesk.results.Sensitivity.End;
import mergedesk.results.Sensitivity.Swing;
import mergedesk.results.Study.Verdict.State;
import mergedesk.stats.Measure;

/** Which assumptions move the result, in sentences, a chart and a table. */
public final class WhatMatters {
    private static final int MOST_NAMED = 4;

    private final Sensitivity found;
    private final AssumptionText text;
    private final ValueText values;
    private final String what;

    WhatMatters(Sensitivity found, PlaceNames names) {
        this.found = found;
        text = new AssumptionText(names);
        values = ValueText.of(found.measure());
        String place = found.scope().isOverall() ? "" : names.of(found.scope()) + ": ";
        what = place + Measures.title(found.measure());
    }

    /** What it hangs on most, and at which ends the target's verdict is another. */
    public List<String> findings() {
        List<String> sentences = new ArrayList<>();
        if (found.swings().isEmpty() || found.swings().get(0).reach() == 0) {
            sentences.add("No assumption that was tried moves it.");
        } else {
            Swing most = found.swings().get(0);
            sentences.add("It hangs most on " + inSentence(text.name(most)) + ": " + change("lowest", most.low()) + ", " + change("highest", most.high()) + ".");
        }
        if (found.bound().isPresent() && !found.base().isEmpty()) {
            sentences.add(verdicts(found.bound().getAsDouble()));
        }
        return sentences;
    }

    private String change(String which, End end) {
        return "at the " + which + brackets(end, which) + " " + (end.change().isEmpty() ? "it has no value" : values.difference(end.change()));
    }

    private static String brackets(End end, String which) {
        return end.value().isEmpty() ? "" : " (" + AssumptionText.end(end, which) + ")";
    }

    /** Paths stay as they are. */
    private static String inSentence(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private String verdicts(double bound) {
        State now = State.of(found.base(), bound, found.atLeast());
        if (now == State.UNSURE) {
            return "With all assumptions at their values these few runs do not tell whether the target is met.";
        }
        State other = now == State.MET ? State.MISSED : State.MET;
        List<String> where = found.swings().stream()
                .flatMap(swing -> Stream.of(at(swing, "lowest", swing.low(), other, bound), at(swing, "highest", swing.high(), other, bound)).flatMap(List::stream))
                .toList();
        String verb = now == State.MET ? "missed" : "met";
        if (where.isEmpty()) {
            return "At no end of these ranges alone is the target clearly " + verb + ".";
        }
        String named = where.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
        return "The target, " + (now == State.MET ? "met" : "missed") + " with all assumptions at their values, is clearly " + verb + " with one alone: " + named
                + (where.size() > MOST_NAMED ? "; and " + (where.size() - MOST_NAMED) + " more." : ".");
    }

    private List<String> at(Swing swing, String which, End end, State state, double bound) {
        boolean is = end.state(bound, found.atLeast()) == state;
        return is ? List.of(inSentence(text.name(swing)) + " at the " + which + brackets(end, which)) : List.of();
    }

    /** How it was found, and what that leaves out. */
    public String method() {
        long n = Math.max(found.base().n(), 1);
        String tried = found.swings().size() < found.assumptions()
                ? "The " + found.swings().size() + " with the widest ranges of " + NumberText.count(found.assumptions()) + " assumptions"
                : NumberText.count(found.assumptions()) + (found.assumptions() == 1 ? " assumption" : " assumptions");
        String stopped = found.complete() ? "" : " Stopped before all were tried.";
        return tried + " with a range, each put to the ends of it alone while all others keep their values; the same callers, " + NumberText.count(n) + (n == 1 ? " observation" : " observations")
                + " each. The same number of several flows, desks or groups is moved together. What two assumptions do together is not in it, and a range that was written too narrow looks harmless." + stopped;
    }

    public Chart chart() {
        OptionalDouble room = found.bound().isPresent() && !found.base().isEmpty() ? OptionalDouble.of(found.bound().getAsDouble() - found.base().value()) : OptionalDouble.empty();
        Measure.Unit unit = values.unit();
        String in = switch (unit) {
            case SHARE -> ", points";
            case SECONDS -> ", s";
            case POUNDS -> ", £";
            case COUNT, NUMBER -> "";
        };
        List<SwingChart.Row> rows = found.swings().stream().map(swing -> new SwingChart.Row(text.name(swing), swing.low().change(), swing.high().change())).toList();
        return SwingChart.of("what-matters", what + ": how far one assumption moves it", String.join(" ", findings()), unit, "Change" + in, rows, room);
    }

    public Grid table() {
        List<Grid.Column> columns = List.of(
                Grid.words("Assumption"),
                Grid.number("Lowest"),
                Grid.number("Change"),
                Grid.words("Target"),
                Grid.number("Highest"),
                Grid.number("Change"),
                Grid.words("Target"));
        List<List<String>> rows = found.swings().stream()
                .map(swing -> List.of(
                        text.name(swing),
                        AssumptionText.end(swing.low(), "lowest"),
                        values.difference(swing.low().change()),
                        target(swing.low()),
                        AssumptionText.end(swing.high(), "highest"),
                        values.difference(swing.high().change()),
                        target(swing.high())))
                .toList();
        return new Grid("what-matters-table", what + ": change at the ends of ranges", problems(), columns, rows);
    }

    private String target(End end) {
        if (found.bound().isEmpty() || end.level().isEmpty()) {
            return ValueText.NOTHING;
        }
        return switch (end.state(found.bound().getAsDouble(), found.atLeast())) {
            case MET -> "met";
            case MISSED -> "missed";
            case UNSURE -> "not sure";
        };
    }

    private String problems() {
        return found.swings().stream()
                .flatMap(swing -> Stream.of(swing.low(), swing.high()))
                .map(End::problem)
                .filter(problem -> !problem.isEmpty())
                .distinct()
                .map(problem -> "Not possible: " + problem + ".")
                .collect(Collectors.joining(" "));
    }

    /** For the console, which is narrow: assumption, and value and change at both ends. */
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
