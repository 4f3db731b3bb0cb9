package mergedesk.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.results.Comparison;
import mergedesk.results.PostsEnd;
import mergedesk.results.Scope;
import mergedesk.results.Study;

/** Posts that a plan ends, in a sentence: whose they are, and how they end. */
public final class PostsText {
    private PostsText() {}

    /** One sentence; none where the plan ends no posts. */
    public static List<String> ofPlan(Study study) {
        if (study.postsEnd().isEmpty()) {
            return List.of();
        }
        String employers = PostsEnd.byEmployer(study.postsEnd()).entrySet().stream()
                .map(one -> (one.getKey().isEmpty() ? "no employer" : study.names().of(Scope.council(one.getKey()))) + " " + NumberText.count(ended(one.getValue())) + " (" + ways(one.getValue()) + ")")
                .collect(Collectors.joining("; "));
        PeriodText text = new PeriodText(study.manifest());
        Optional<String> last = latest(study.postsEnd().stream().map(PostsEnd::last));
        Optional<String> late = latest(study.postsEnd().stream().map(PostsEnd::late));
        boolean isDrawn = study.postsEnd().stream().anyMatch(PostsEnd::isDrawn);
        String when = last.map(day -> isDrawn
                        ? " In the group that takes longest the last has gone by " + (last.equals(late) ? "" : text.moment(day) + " in half of all draws, and by ") + text.moment(late.orElseThrow()) + " in 95\u00a0%" + (last.equals(late) ? " of all draws." : ".")
                        : " The last goes on " + text.moment(day) + ".")
                .orElse("");
        return List.of("Posts that end: " + employers + "." + when);
    }

    /** The same of sides of a comparison, each by its letter. */
    public static List<String> ofPlans(Comparison comparison) {
        return comparison.sides().stream().flatMap(side -> ofPlan(side.study()).stream().map(sentence -> side.letter() + ": " + sentence)).toList();
    }

    private static int ended(List<PostsEnd> ends) {
        return ends.stream().mapToInt(PostsEnd::ended).sum();
    }

    private static Optional<String> latest(Stream<Optional<String>> days) {
        return days.flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private static String ways(List<PostsEnd> ends) {
        List<String> ways = new ArrayList<>();
        for (PostsEnd.How how : PostsEnd.How.values()) {
            add(ways, how.title().toLowerCase(Locale.ROOT), ends.stream().map(end -> end.people().get(how)).toList());
        }
        add(ways, "beyond that", ends.stream().map(PostsEnd::beyond).toList());
        return ways.isEmpty() ? "in no run" : String.join(", ", ways);
    }

    private static void add(List<String> ways, String name, List<PostsEnd.People> people) {
        double sum = people.stream().filter(one -> !one.mean().isEmpty()).mapToDouble(one -> one.mean().value()).sum();
        if (sum > 0) {
            ways.add(name + " " + NumberText.fixed(sum, people.stream().anyMatch(PostsEnd.People::isDrawn) ? 1 : 0));
        }
    }
}
