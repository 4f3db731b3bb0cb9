package mergedesk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.report.StudyPage.SourceItem;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Study;
import mergedesk.results.Study.Assumption;
import mergedesk.results.Study.Theory;

/** What a result rests on: assumptions, sources, formulas beside it, and the equations of its measures. */
final class Foundations {
    private static final int MOST_ASSUMPTIONS = 200;
    private static final String NO_STEADY_STATE = "no steady state";

    /** Parts of paths that not every reader knows, in order. */
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("flows", "A flow is what people of one council call about in one service, on one channel, at one desk.");
        WORDS.put("cv", "cv is the standard deviation divided by the mean.");
        WORDS.put("balk", "balk is the share of those who leave at once when told to wait.");
    }

    private final Study study;

    Foundations(Study study) {
        this.study = study;
    }

    /** What several flows, desks or groups have alike is one. */
    private List<Assumption> figures() {
        return SameFigures.of(study.assumptions());
    }

    /** Of how many assumptions the result is made, and which notes the scenario does not want to hear of. */
    String sentence() {
        return Stream.of(numbers(), silenced()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    private String silenced() {
        if (study.silenced().isEmpty()) {
            return "";
        }
        return study.silenced().entrySet().stream()
                .map(note -> note.getKey() + " (" + note.getValue().strip().replaceAll("\\.$", "") + ")")
                .collect(Collectors.joining("; ", "Notes that the scenario silences: ", "."));
    }

    private String numbers() {
        int all = figures().size();
        if (all == 0) {
            return "The scenario names no number that could be an assumption.";
        }
        long assumed = figures().stream().filter(Foundations::isAssumed).count();
        long cited = all - assumed;
        int written = study.assumptions().size();
        String together = written == all ? "" : " (" + NumberText.count(written) + " with those that several flows, desks or groups have alike)";
        return "Of the scenario’s " + NumberText.count(all, "number") + together + ", " + NumberText.count(assumed)
                + (assumed == 1 ? " is an assumption" : " are assumptions") + " and " + NumberText.count(cited)
                + (cited == 1 ? " has" : " have") + " a source.";
    }

    String assumptionsSummary() {
        int shown = Math.min(MOST_ASSUMPTIONS, figures().size());
        return shown < figures().size()
                ? "The first " + shown + " numbers, assumptions first"
                : "Every number, assumptions first";
    }

    /** Assumptions first; a large scenario's list is cut, its file has the rest. */
    Optional<Grid> assumptions() {
        if (figures().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = figures().stream()
                .sorted(Comparator.comparing(figure -> !isAssumed(figure)))
                .limit(MOST_ASSUMPTIONS)
                .map(figure -> List.of(
                        figure.path(),
                        figure.value(),
                        range(figure),
                        figure.status().toLowerCase(Locale.ROOT),
                        orNothing(figure.source()),
                        orNothing(figure.where())))
                .toList();
        String note = figures().size() > MOST_ASSUMPTIONS
                ? "The first " + MOST_ASSUMPTIONS + " of "
                        + NumberText.count(figures().size()) + "; the scenario file has the rest. "
                : "";
        return Optional.of(new Grid(
                "figures",
                "Numbers of the scenario",
                (note + words(rows)).strip(),
                List.of(
                        Grid.code("Number"),
                        Grid.words("Value"),
                        Grid.words("Range"),
                        Grid.words("Status"),
                        Grid.words("Source"),
                        Grid.code("Where")),
                rows).folding());
    }

    /** What the words of paths mean, those that occur. */
    private static String words(List<List<String>> rows) {
        return WORDS.entrySet().stream()
                .filter(word -> rows.stream().anyMatch(row -> List.of(row.get(0).split("[.,]")).contains(word.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
    }

    List<SourceItem> sources() {
        return study.sources().stream()
                .map(source -> {
                    String url = source.url() == null ? "" : source.url();
                    boolean link = url.startsWith("https://") || url.startsWith("http://");
                    String text = source.text() == null ? "" : source.text();
                    return new SourceItem(source.id(), source.title(), url, link, text);
                })
                .toList();
    }

    Optional<Grid> theory() {
        if (study.theory().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        for (Theory line : study.theory()) {
            ValueText values = ValueText.of(line.measure());
            rows.add(List.of(
                    study.names().desk(line.desk()),
                    line.model(),
                    Measures.title(line.measure()),
                    line.theory().isPresent() ? values.text(line.theory().getAsDouble()) : NO_STEADY_STATE,
                    values.text(line.simulated())));
            if (rows.size() == ScopeGrids.MOST_ROWS) {
                break;
            }
        }
        String note = rows.size() < study.theory().size()
                ? "The first " + rows.size() + " of " + study.theory().size() + "."
                : "";
        return Optional.of(new Grid(
                "formulas",
                "Formula and simulation",
                note,
                List.of(
                        Grid.words("Desk"),
                        Grid.words("Formula"),
                        Grid.words("Measure"),
                        Grid.number("By formula"),
                        Grid.number("Simulated")),
                rows).folding());
    }

    /** Whether each desk meets the conditions of its formulas, and why not: once for all measures. */
    List<String> conditions() {
        return study.theory().stream()
                .limit(ScopeGrids.MOST_ROWS)
                .map(line -> study.names().desk(line.desk()) + ", " + line.model() + ". " + (line.holds() ? "Conditions hold: " : "Conditions do not hold: ") + line.why() + ".")
                .distinct()
                .toList();
    }

    private static boolean isAssumed(Assumption figure) {
        return figure.status().equalsIgnoreCase("assumption");
    }

    private static String range(Assumption figure) {
        boolean none = orNothing(figure.low()).equals(ValueText.NOTHING)
                || orNothing(figure.high()).equals(ValueText.NOTHING);
        return none ? ValueText.NOTHING : figure.low() + " to " + figure.high();
    }

    private static String orNothing(String text) {
        return text == null || text.isBlank() ? ValueText.NOTHING : text;
    }
}
