package mergedesk.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mergedesk.report.text.Measures;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Scope;
import mergedesk.results.Study.Verdict;

/** Every target of any side, judged on all sides: what one file does not ask for may still be kept or missed there. */
final class CompareTargets {
    private final Comparison comparison;

    CompareTargets(Comparison comparison) {
        this.comparison = comparison;
    }

    /**
     * A target and its verdict on each side.
     *
     * @param target what is asked for, and which sides' files ask for it where not all do
     */
    record Row(String target, List<String> verdicts) {}

    /** What a target asks for, wherever it stands. */
    private record Asked(String measure, Scope where, String bound, boolean atLeast, Optional<Scope.Kind> every, Verdict.Dates dates) {
        static Asked of(Verdict verdict) {
            return new Asked(verdict.measure(), verdict.scope().place(), verdict.bound(), verdict.atLeast(), verdict.asked(), verdict.dates());
        }
    }

    /** In the order of the sides and their files. */
    List<Row> rows() {
        Map<Asked, Map<String, Verdict>> targets = new LinkedHashMap<>();
        for (Side side : comparison.sides()) {
            side.study().verdicts().forEach(verdict -> targets.computeIfAbsent(Asked.of(verdict), none -> new LinkedHashMap<>()).putIfAbsent(side.letter(), verdict));
        }
        List<Judge> judges = comparison.sides().stream().map(side -> new Judge(side, new VerdictText(side.study()))).toList();
        return targets.entrySet().stream().map(target -> row(target.getKey(), target.getValue(), judges)).toList();
    }

    /** A side and the words for its verdicts. */
    private record Judge(Side side, VerdictText text) {
        String brief(Map<String, Verdict> asking) {
            Verdict own = asking.get(side.letter());
            Verdict of = asking.values().iterator().next();
            return own == null && of.dates().any() ? "not asked for" : text.brief(own != null ? own : side.study().judge(of));
        }
    }

    private Row row(Asked asked, Map<String, Verdict> asking, List<Judge> judges) {
        List<String> verdicts = judges.stream().map(judge -> judge.brief(asking)).toList();
        String whose = asking.size() == comparison.sides().size() ? "" : " (asked for by " + String.join(", ", asking.keySet()) + ")";
        return new Row(text(asked) + whose, verdicts);
    }

    private String text(Asked asked) {
        String where = asked.where.isOverall() ? "" : comparison.names().of(asked.where) + ": ";
        return where + Measures.title(asked.measure) + (asked.atLeast ? " ≥\u00a0" : " ≤\u00a0") + asked.bound.replace(' ', '\u00a0') + asked.every.map(every -> " " + VerdictText.every(every)).orElse("") + VerdictText.dates(asked.dates);
    }
}
