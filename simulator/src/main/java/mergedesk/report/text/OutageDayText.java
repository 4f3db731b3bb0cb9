package mergedesk.report.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Difference;
import mergedesk.results.Comparison.Down;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Scope;

/**
 * What a day on which something is down at a stated time is like on one side of a comparison, against the base: how many more give up, and how many are answered in time. Each interval stands for itself.
 */
public final class OutageDayText {
    private static final String ABANDONED = "abandoned";

    private final Comparison comparison;
    private final Side side;

    /** @param side one of the others */
    public OutageDayText(Comparison comparison, Side side) {
        this.comparison = comparison;
        this.side = side;
    }

    /** One for each date that is compared. */
    public List<String> sentences() {
        return side.differences().keySet().stream().filter(scope -> scope.kind() == Scope.Kind.DATE).map(this::sentence).toList();
    }

    private String sentence(Scope day) {
        Map<String, Difference> differences = side.differences().get(day);
        String said = Stream.of(Optional.ofNullable(differences.get(ABANDONED)).map(this::givenUp), Optional.ofNullable(differences.get(Measures.SERVICE_LEVEL)).map(this::inTime))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        LocalDate date = LocalDate.parse(day.interval());
        return "On " + PeriodText.weekday(date) + " " + PeriodText.date(date) + ", when " + down(day.interval()) + ": " + said + ".";
    }

    private String givenUp(Difference difference) {
        ValueText values = ValueText.of(ABANDONED);
        String sides = " (" + values.change(difference.base(), difference.value()) + ")";
        return difference.isShown()
                ? values.size(difference.difference()) + (difference.difference().value() > 0 ? " more " : " fewer ") + comparison.contacts() + " were given up than on A" + sides
                : "as many " + comparison.contacts() + " were given up as on A, as far as these runs can show" + sides;
    }

    private String inTime(Difference difference) {
        ValueText values = ValueText.of(Measures.SERVICE_LEVEL);
        String within = TargetWait.within(comparison.sides().stream().flatMap(each -> each.study().desks().stream()));
        String change = difference.isShown() ? values.difference(difference.difference(), difference.base(), difference.value()) : DifferenceText.NONE;
        return values.change(difference.base(), difference.value()) + " were answered " + within + " (" + change + ")";
    }

    /** What is down, and on which side where the two differ. */
    private String down(String date) {
        String base = down(comparison.base(), date);
        String own = down(side, date);
        return base.equals(own) ? own : Stream.of(on(comparison.base(), base), on(side, own)).filter(said -> !said.isEmpty()).collect(Collectors.joining(" and "));
    }

    private static String on(Side of, String down) {
        return down.isEmpty() ? "" : "on " + of.letter() + " " + down;
    }

    private static String down(Side of, String date) {
        return of.down().stream().filter(one -> one.date().equals(date)).map(OutageDayText::down).collect(Collectors.joining(" and "));
    }

    private static String down(Down one) {
        return String.join(", ", one.what()) + (one.what().size() == 1 ? " was" : " were") + " down " + one.hours();
    }
}
