package mergedesk.report.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Difference;

/** What a comparison shows, in plain sentences; never more than its intervals allow. */
public final class DifferenceText {
    private static final String NONE = "no difference that these runs can show";
    private static final String SERVICE_LEVEL = "sl_answered_of_offered";
    /** What merging is meant to save, and how that is said of a difference; the first that differs makes the headline. */
    private static final List<String> EFFORT = List.of("agent_hours_per_day", "fte", "cost");

    private final Comparison comparison;

    public DifferenceText(Comparison comparison) {
        this.comparison = comparison;
    }

    /** What the headline leaves to be said of everything together. */
    public List<String> further() {
        List<Difference> said = effort().isPresent()
                ? Stream.concat(effort().stream(), overall(SERVICE_LEVEL).stream())
                        .toList()
                : List.of();
        String headline = headline();
        return comparison.differences().stream()
                .filter(difference -> difference.scope().isOverall() && !said.contains(difference))
                .map(this::sentence)
                .filter(sentence -> !sentence.equals(headline))
                .toList();
    }

    /** The sentence to take home: what is saved, and what the service level does meanwhile. */
    public String headline() {
        Optional<Difference> effort = effort();
        Optional<Difference> level = overall(SERVICE_LEVEL);
        if (effort.isPresent() && !effort.get().sentence().isBlank()) {
            return effort.get().sentence();
        }
        if (effort.isPresent()) {
            return sentenceCase(effortSentence(effort.get()))
                    + level.map(this::meanwhile).orElse("") + ".";
        }
        return comparison.differences().stream()
                .filter(difference -> difference.scope().isOverall() && difference.isShown())
                .findFirst()
                .map(this::sentence)
                .orElse("There is " + NONE + " between " + comparison.a().name() + " and "
                        + comparison.b().name() + ".");
    }

    /** One sentence for a difference: the author's, or one made from the numbers. */
    public String sentence(Difference difference) {
        if (!difference.sentence().isBlank()) {
            return difference.sentence();
        }
        String title = Measures.title(difference.measure());
        ValueText values = ValueText.of(difference.measure());
        if (difference.difference().isEmpty()) {
            return title + ": one side has no value.";
        }
        String both = " (A " + values.text(difference.valueA()) + ", B " + values.text(difference.valueB()) + ").";
        if (!difference.isShown()) {
            return title + ": " + NONE + both;
        }
        String way = difference.difference().value() > 0 ? " higher" : " lower";
        return title + " is " + values.size(difference.difference()) + way + " with "
                + comparison.b().name() + both;
    }

    private Optional<Difference> effort() {
        return EFFORT.stream()
                .flatMap(measure -> overall(measure).stream())
                .filter(Difference::isShown)
                .findFirst();
    }

    private String effortSentence(Difference effort) {
        String size = ValueText.of(effort.measure()).size(effort.difference());
        String what = effort.measure().equals("cost") ? "" : " " + inSentence(Measures.title(effort.measure()));
        boolean saves = effort.difference().value() < 0;
        return comparison.b().name() + (saves ? " saves " : " takes ") + size + what + (saves ? "" : " more")
                + ", against " + comparison.a().name();
    }

    private String meanwhile(Difference level) {
        if (level.difference().isEmpty()) {
            return "";
        }
        if (!level.isShown()) {
            return ", with " + NONE + " in service level (" + ValueText.SHARE.text(level.valueA()) + " and "
                    + ValueText.SHARE.text(level.valueB()) + ")";
        }
        return level.difference().value() > 0
                ? ", and the service level is " + ValueText.SHARE.size(level.difference()) + " higher"
                : ", but the service level is " + ValueText.SHARE.size(level.difference()) + " lower";
    }

    private Optional<Difference> overall(String measure) {
        return comparison.differences().stream()
                .filter(difference -> difference.scope().isOverall()
                        && difference.measure().equals(measure))
                .findFirst();
    }

    private static String sentenceCase(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** FTE stays as it is, Agent-hours does not. */
    private static String inSentence(String title) {
        boolean abbreviation = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return abbreviation ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
