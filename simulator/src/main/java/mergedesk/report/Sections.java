package mergedesk.report;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.results.Parts;

/**
 * A page made section by section, as its frame (page.jte) reads it: a section that fails is left out and named in a note, and takes nothing else with it.
 *
 * @param header HTML of its title
 * @param first HTML of what comes before the notes
 * @param warnings what readers must know before they read on
 * @param notes on the scenario, folded: they have places in files, which those who wrote these look up
 * @param rest HTML of all else
 */
public record Sections(String title, String css, String header, String first, List<String> warnings, List<String> notes, String rest) {
    /** Notes on a scenario end with the name by which it silences them: {@code [talk_unusual]}. */
    private static final Predicate<String> NOTE = Pattern.compile(" \\[[a-z_]+]$").asPredicate();

    /** A section: what readers call it, and the template that makes it from the page. */
    record Section(String name, String template) {}

    /**
     * The whole page.
     *
     * @param notes what is to be said whether or not a section fails
     * @param page what the sections' templates read
     * @param sections the header, what comes before the notes, then the others
     */
    static String render(String title, Stream<String> notes, Object page, List<Section> sections, Parts parts) {
        List<String> html = sections.stream()
                .map(section -> parts.make(
                        "Section “" + section.name + "”", "", () -> Templates.render(section.template, page)))
                .toList();
        String css = parts.make("Style sheet", "", Templates::css);
        Map<Boolean, List<String>> all = Stream.concat(notes, parts.failures().stream()).collect(Collectors.partitioningBy(NOTE));
        String rest = html.stream().skip(2).collect(Collectors.joining());
        return Templates.render("page.jte", new Sections(title, css, html.get(0), html.get(1), all.get(false), all.get(true), rest));
    }
}
