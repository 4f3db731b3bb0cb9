package mergedesk.report.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import mergedesk.results.Comparison.Difference;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Scope;

/** Which councils gain and lose by one measure, as far as intervals that hold for all councils together show it. */
final class CouncilChanges {
    private static final String BLOCKED = "blocked_share";

    private final List<Difference> levels;
    private final List<Difference> blocked;
    private final String measure;
    private final int claims;

    /**
     * @param measure one of which everybody agrees what is worse
     * @param sides how many sides are compared with the base
     */
    CouncilChanges(Side side, String measure, int sides) {
        this.measure = measure;
        levels = of(side, measure);
        blocked = measure.equals(BLOCKED) ? List.of() : of(side, BLOCKED);
        claims = (levels.size() + blocked.size()) * sides;
    }

    /** None when there is but one council: it is everything together. */
    private static List<Difference> of(Side side, String measure) {
        List<Difference> all = side.differences().keySet().stream()
                .filter(scope -> scope.kind() == Scope.Kind.COUNCIL)
                .flatMap(scope -> side.difference(measure, scope).stream())
                .toList();
        return all.size() < 2 ? List.of() : all;
    }

    /** How many statements hold together. */
    int claims() {
        return claims;
    }

    /** The council that loses most. */
    Optional<Difference> worst() {
        return shown(levels).filter(difference -> loss(difference) > 0).max(Comparator.comparingDouble(this::loss));
    }

    /** The council that gains most. */
    Optional<Difference> best() {
        return shown(levels).filter(difference -> loss(difference) < 0).min(Comparator.comparingDouble(this::loss));
    }

    /** The council whose engaged tones change most. */
    Optional<Difference> blocked() {
        ToDoubleFunction<Difference> size = difference -> Math.abs(difference.difference().value());
        return shown(blocked).max(Comparator.comparingDouble(size));
    }

    /** How many gain and lose. */
    Optional<String> sentence() {
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        long lost = shown(levels).filter(difference -> loss(difference) > 0).count();
        long gained = shown(levels).count() - lost;
        if (lost + gained == 0) {
            return Optional.of("For none of the " + NumberText.count(levels.size()) + " councils can these runs show a gain or a loss in " + Measures.noun(measure) + ".");
        }
        if (lost + gained == levels.size() && lost * gained == 0) {
            return Optional.of("All " + NumberText.count(levels.size()) + " councils " + (lost == 0 ? "gain" : "lose") + " in " + Measures.noun(measure) + ".");
        }
        long others = levels.size() - lost - gained;
        return Optional.of("Of " + NumberText.count(levels.size()) + " councils, " + number(gained) + (gained == 1 ? " gains" : " gain") + " and " + number(lost) + (lost == 1 ? " loses" : " lose") + " in "
                + Measures.noun(measure) + (others == 0 ? "." : "; for the other" + (others == 1 ? "" : " " + NumberText.count(others)) + " these runs can show no difference."));
    }

    private static String number(long councils) {
        return councils == 0 ? "none" : NumberText.count(councils);
    }

    private Stream<Difference> shown(List<Difference> differences) {
        return differences.stream().filter(difference -> difference.isShown(claims));
    }

    private double loss(Difference difference) {
        return Measures.lowIsWorse(measure) ? -difference.difference().value() : difference.difference().value();
    }
}
