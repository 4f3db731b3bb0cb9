package mergedesk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;

/** Whose posts end: by employer, and in which way. */
final class PostsGrid {
    private static final ValueText PEOPLE = new ValueText(Measure.Unit.NUMBER);

    private final Study study;
    private final PeriodText text;

    PostsGrid(Study study) {
        this.study = study;
        text = new PeriodText(study.manifest());
    }

    /** None where the plan ends no posts. */
    Optional<Grid> grid() {
        if (study.postsEnd().isEmpty()) {
            return Optional.empty();
        }
        boolean isDrawn = study.postsEnd().stream().flatMap(end -> end.people().values().stream()).anyMatch(people -> people.halfWidth() > 0);
        List<Grid.Column> columns = new ArrayList<>(List.of(Grid.words("Employer, and group"), Grid.words("Step"), Grid.number("Posts"), Grid.number("End")));
        Stream.of(Study.PostsEnd.How.values()).forEach(how -> columns.add(Grid.number(how.title())));
        columns.add(Grid.words("The last goes"));
        List<List<String>> rows = new ArrayList<>();
        byEmployer().forEach((employer, ends) -> {
            String name = employer.isEmpty() ? "No employer" : study.names().of(Scope.council(employer));
            ends.forEach(end -> rows.add(row(name + ", " + study.names().of(Scope.group(employer, "", end.group())), end)));
        });
        return Optional.of(new Grid("posts", "Whose posts end",
                        "Posts are those of the group at first, vacant ones included; vacant ones end first, then those of agency staff. Whoever leaves of themselves by the end of consultation is counted before others are told to go; then some go to other work, and the others go after their notice. "
                                + (isDrawn ? "People are means, with their 95 % interval, of draws in which the step happens, and in half of these the last has gone by the day that is shown. Leaving may cost more posts than end." : ""),
                        columns, rows)
                .folding());
    }

    private Map<String, List<Study.PostsEnd>> byEmployer() {
        return study.postsEnd().stream().collect(Collectors.groupingBy(Study.PostsEnd::employer, LinkedHashMap::new, Collectors.toList()));
    }

    private List<String> row(String name, Study.PostsEnd end) {
        List<String> row = new ArrayList<>(List.of(name, end.step(), NumberText.count(end.posts()), NumberText.count(end.ended())));
        end.people().values().forEach(people -> row.add(people(people)));
        row.add(end.last().map(text::moment).orElse(ValueText.NOTHING));
        return row;
    }

    private static String people(Estimate people) {
        return people.isEmpty() || people.value() == 0 ? ValueText.NOTHING : PEOPLE.text(people);
    }
}
