package mergedesk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.report.text.ValueText;
import mergedesk.results.PostsEnd;
import mergedesk.results.PostsEnd.How;
import mergedesk.results.Scope;
import mergedesk.results.Study;

/** Whose posts end: by employer, and in which way. */
final class PostsGrid {
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
        boolean isDrawn = study.postsEnd().stream().anyMatch(PostsEnd::isDrawn);
        List<Grid.Column> columns = new ArrayList<>(List.of(Grid.words("Employer, and group"), Grid.words("Step"), Grid.number("Posts"), Grid.number("End")));
        Stream.of(How.values()).forEach(how -> columns.add(Grid.number(how.title())));
        columns.add(Grid.number("Beyond that"));
        columns.add(Grid.words("The last goes"));
        List<List<String>> rows = new ArrayList<>();
        PostsEnd.byEmployer(study.postsEnd()).forEach((employer, ends) -> {
            String name = employer.isEmpty() ? "No employer" : study.names().of(Scope.council(employer));
            ends.forEach(end -> rows.add(row(name + ", " + study.names().of(Scope.group(employer, "", end.group())), end)));
            if (ends.size() > 1) {
                rows.add(together(name + ", together", ends));
            }
        });
        return Optional.of(new Grid("posts", "Whose posts end",
                        "Posts are those of the group at first, vacant ones included; vacant ones end first, then those of agency staff. Whoever leaves of themselves by the end of consultation is counted before others are told to go; then some go to other work, whom the council pays on but not here, and the others go after their notice. The employer is the one when the last goes."
                                + (isDrawn ? " People are means of draws in which the step happens, in brackets between what numbers nine in ten of these are; the last has gone by the first day in half of them, and by the second in 95 %. Whoever leaves beyond the posts that end leaves a vacant one behind." : ""),
                        columns, rows)
                .folding());
    }

    private List<String> row(String name, PostsEnd end) {
        List<String> row = new ArrayList<>(List.of(name, end.step(), NumberText.count(end.posts()), NumberText.count(end.ended())));
        end.people().values().forEach(people -> row.add(people(people)));
        row.add(people(end.beyond()));
        row.add(end.last().map(text::moment).orElse(ValueText.NOTHING) + end.late().filter(late -> !end.last().equals(end.late())).map(late -> ", or by " + text.moment(late)).orElse(""));
        return row;
    }

    /** Groups of one employer; of a group of which several steps end posts, the posts are counted once. */
    private List<String> together(String name, List<PostsEnd> ends) {
        int posts = ends.stream().collect(Collectors.toMap(PostsEnd::group, PostsEnd::posts, (one, same) -> one)).values().stream().mapToInt(Integer::intValue).sum();
        List<String> row = new ArrayList<>(List.of(name, "", NumberText.count(posts), NumberText.count(ends.stream().mapToInt(PostsEnd::ended).sum())));
        for (How how : How.values()) {
            boolean isDrawn = ends.stream().anyMatch(end -> end.people().get(how).isDrawn());
            row.add(number(ends.stream().mapToDouble(end -> end.people().get(how).mean().value()).sum(), isDrawn));
        }
        row.add(number(ends.stream().mapToDouble(end -> end.beyond().mean().value()).sum(), true));
        row.add(ends.stream().flatMap(end -> end.last().stream()).max(Comparator.naturalOrder()).map(text::moment).orElse(ValueText.NOTHING));
        return row;
    }

    private static String people(PostsEnd.People people) {
        String mean = number(people.mean().value(), people.isDrawn());
        return people.low() == people.high() ? mean : mean + " (" + people.low() + " to " + people.high() + ")";
    }

    private static String number(double people, boolean isDrawn) {
        return Double.isNaN(people) || people == 0 ? ValueText.NOTHING : NumberText.fixed(people, isDrawn ? 1 : 0);
    }
}
