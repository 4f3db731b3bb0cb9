package mergedesk.report;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mergedesk.report.text.DifferenceText;
import mergedesk.report.text.Measures;
import mergedesk.report.text.PeriodText;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Difference;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.Study.Theory;
import mergedesk.stats.Estimate;

/** What {@code run} and {@code compare} print: plain text, at most 80 columns. */
public final class ConsoleSummary {
    private static final List<String> MEASURES = List.of(
            "offered",
            "answered",
            "abandoned",
            "blocked",
            "turned_away",
            "answer_rate",
            "abandonment_rate",
            "sl_answered_of_offered",
            "wait_mean_answered",
            "wait_p50",
            "wait_p90",
            "wait_p99",
            "queue_mean",
            "occupancy",
            "handle_mean",
            "agent_hours_per_day",
            "fte");

    /** What the console cannot show, in ASCII. */
    private static final Map<String, String> SPELLINGS = Map.of("±", "+/-", "–", "-", "’", "'", "£", "GBP ");

    private static final int MOST_DESKS = 3;

    private final StringBuilder text = new StringBuilder();
    private final Charset console;

    private ConsoleSummary(Charset console) {
        this.console = console;
    }

    /**
     * The main measures of everything together, then a line for each target and warning.
     *
     * @param console what the console can show; signs that it lacks are spelt in ASCII
     */
    public static String of(Study study, Charset console) {
        return new ConsoleSummary(console).study(study);
    }

    /** The headline and the differences of everything together. */
    public static String of(Comparison comparison, Charset console) {
        return new ConsoleSummary(console).comparison(comparison);
    }

    private String study(Study study) {
        Parts parts = new Parts();
        paragraph(study.name(), "");
        text.append(parts.make("Table", "", () -> "\n" + table(study) + "\n"));
        parts.make("Verdicts on the targets", List.<String>of(), () -> verdicts(study))
                .forEach(verdict -> paragraph(verdict, "  "));
        study.sensitivity().ifPresent(found -> text.append(parts.make("What matters", "", () -> matters(new WhatMatters(found, study.names())))));
        RunFacts.warnings(study.manifest()).forEach(this::note);
        study.warnings().forEach(this::note);
        parts.make("Formulas", List.<String>of(), () -> overloaded(study)).forEach(this::note);
        parts.failures().forEach(this::note);
        return finished();
    }

    private String matters(WhatMatters found) {
        TextTable table = new TextTable("What matters", "Lowest", found.changeTitle(), "Highest", found.changeTitle());
        found.lines().forEach(line -> table.add(line.stream().map(this::spelt).toArray(String[]::new)));
        String sentences = found.findings().stream().map(sentence -> TextTable.wrap(spelt(sentence), "")).collect(Collectors.joining());
        return "\n" + TextTable.wrap(spelt(found.title() + ", changed by one assumption at a time:"), "") + "\n" + table + "\n" + sentences;
    }

    /** Where the formulas have no steady state. */
    private static List<String> overloaded(Study study) {
        List<String> desks = study.theory().stream()
                .filter(line -> line.theory().isEmpty())
                .map(Theory::desk)
                .distinct()
                .map(study.names()::desk)
                .toList();
        if (desks.isEmpty()) {
            return List.of();
        }
        String named = desks.stream().limit(MOST_DESKS).collect(Collectors.joining(", "));
        String others = desks.size() > MOST_DESKS ? " and " + (desks.size() - MOST_DESKS) + " others" : "";
        return List.of(named + others + ": no steady state by formula. At some time of the week more people who never"
                + " give up come than can be answered; if that lasts, waits grow with the length of the run.");
    }

    private TextTable table(Study study) {
        KpiIndex.Place overall = new KpiIndex(study.kpis(), study.names()).overall();
        boolean byMonth = study.kpis().stream().anyMatch(kpi -> kpi.scope().kind() == Scope.Kind.MONTH);
        TextTable table = byMonth ? new TextTable("Measure", "Value", spelt("±"), "n", "", "Worst month") : new TextTable("Measure", "Value", spelt("±"), "n");
        for (String measure : MEASURES) {
            Estimate estimate = overall.estimate(measure);
            if (!estimate.isEmpty()) {
                String[] parts = parts(ValueText.of(measure).text(estimate));
                List<String> cells = new ArrayList<>(List.of(Measures.title(measure), parts[0], parts[1], NumberText.count(estimate.n())));
                cells.addAll(byMonth ? worstMonth(study, measure) : List.of());
                table.add(cells.toArray(String[]::new));
            }
        }
        return table;
    }

    /** Value and month; nothing where no month is worse than another. */
    private List<String> worstMonth(Study study, String measure) {
        return PeriodText.worst(measure, study.busy(Scope.Kind.MONTH, measure, Scope.OVERALL))
                .map(worst -> List.of(
                        parts(ValueText.of(measure).text(worst.estimate()))[0], new PeriodText(study.manifest()).brief(worst.scope().interval())))
                .orElse(List.of("", ""));
    }

    private static List<String> verdicts(Study study) {
        VerdictText text = new VerdictText(study);
        return study.verdicts().isEmpty()
                ? List.of("No target was set.")
                : study.verdicts().stream()
                        .map(verdict -> text.word(verdict) + ": " + text.sentence(verdict) + text.worst(verdict).stream().map(sentence -> " " + sentence).collect(Collectors.joining()))
                        .toList();
    }

    private String comparison(Comparison comparison) {
        Parts parts = new Parts();
        paragraph("A: " + comparison.a().name(), "   ");
        paragraph("B: " + comparison.b().name(), "   ");
        text.append(parts.make("Table", "", () -> "\n" + table(comparison) + "\n"));
        paragraph(parts.make("Headline", "", () -> new DifferenceText(comparison).headline()), "");
        RunFacts.warnings(comparison).forEach(this::note);
        comparison.warnings().forEach(this::note);
        parts.failures().forEach(this::note);
        return finished();
    }

    private TextTable table(Comparison comparison) {
        TextTable table = new TextTable("Measure", "A", "B", "B - A", spelt("±"), "n");
        for (Difference difference : comparison.differences()) {
            if (difference.scope().isOverall()) {
                ValueText values = ValueText.of(difference.measure());
                String[] parts = parts(values.difference(difference.difference()));
                table.add(
                        Measures.title(difference.measure()),
                        spelt(values.text(difference.valueA())),
                        spelt(values.text(difference.valueB())),
                        parts[0],
                        parts[1],
                        NumberText.count(difference.difference().n()));
            }
        }
        return table;
    }

    private void note(String warning) {
        paragraph("Note: " + warning, "  ");
    }

    private void paragraph(String words, String indent) {
        text.append(TextTable.wrap(spelt(words), indent));
    }

    /** Value and half-width; the latter is empty when there is none. */
    private String[] parts(String value) {
        int half = value.indexOf(ValueText.PLUS_MINUS);
        return half < 0
                ? new String[] {spelt(value), ""}
                : new String[] {spelt(value.substring(0, half)), spelt(value.substring(half + ValueText.PLUS_MINUS.length()))
                };
    }

    private String spelt(String words) {
        String plain = words;
        for (Map.Entry<String, String> spelling : SPELLINGS.entrySet()) {
            if (!console.newEncoder().canEncode(spelling.getKey())) {
                plain = plain.replace(spelling.getKey(), spelling.getValue());
            }
        }
        return plain;
    }

    /** No-break spaces did their work when lines were broken. */
    private String finished() {
        return text.toString().replace('\u00a0', ' ');
    }
}
