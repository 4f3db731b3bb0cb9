package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Kpi;
import mergedesk.results.Kpis;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

/** What a verdict says of the worst month, week and time of the week. */
class WorstPeriodTest {
    private static final String LEVEL = "sl_answered_of_offered";

    /** Twelve months of a year, all at 86 % but for March. */
    private static Study year(double march) {
        return withN(march, 0.012, 20);
    }

    private static Study withN(double march, double halfWidth, int n) {
        List<Kpi> kpis = withoutPlaces();
        for (int month = 1; month <= 12; month++) {
            String name = String.format("2026-%02d", month);
            kpis.add(new Kpi(LEVEL, Scope.month(name, Scope.OVERALL), new Estimate(month == 3 ? march : 0.86, halfWidth, n, Estimate.Method.RATIO)));
        }
        return StudyFixture.merged().with(Study::kpis, Kpis.of(kpis)).with(Study::manifest, StudyFixture.merged().manifest()
                .with(Study.Manifest::start, "2026-01-01T00:00").with(Study.Manifest::horizonSeconds, 365 * 86_400.0));
    }

    private static List<Kpi> withoutPlaces() {
        return new ArrayList<>(StudyFixture.merged().kpis().stream().filter(kpi -> kpi.scope().kind() != Scope.Kind.COUNCIL && kpi.scope().kind() != Scope.Kind.DESK).toList());
    }

    private static String said(Study study) {
        VerdictText text = new VerdictText(study);
        Study.Verdict verdict = study.verdicts().get(0);
        return (text.word(verdict) + ": " + text.sentence(verdict) + String.join("", text.worst(verdict).stream().map(worst -> " " + worst).toList())).replace('\u00a0', ' ');
    }

    @Test
    void aMonthThatClearlyMissesItIsSaidToDoSo() {
        assertThat(said(year(0.7))).startsWith("Met, but not in every month: ").endsWith(" The worst of 12 months was March 2026: 70.0 % ± 1.9, which misses it.");
    }

    /** 100,000 calls were asked of the year, and no month has them. */
    @Test
    void aMonthNeedNotHaveWhatTheYearHas() {
        List<Kpi> kpis = new ArrayList<>(StudyFixture.merged().kpis());
        for (int month = 1; month <= 12; month++) {
            kpis.add(new Kpi("answered", Scope.month(String.format("2026-%02d", month), Scope.OVERALL), new Estimate(9_000 + month, 10, 20, Estimate.Method.MEAN)));
        }
        Study.Verdict verdict = new Study.Verdict("answered", Scope.OVERALL, "100000", 100_000, true, new Estimate(108_078, 30, 20, Estimate.Method.MEAN), Study.Verdict.State.MET);
        assertThat(said(year(0.7).with(Study::kpis, Kpis.of(kpis)).with(Study::verdicts, List.of(verdict)))).startsWith("Met: Calls answered was 108,0").endsWith("was asked for.");
    }

    /** With two replications the interval of the lowest of twelve is twenty times that of one. */
    @Test
    void anIntervalThatSaysNothingIsNotShown() {
        assertThat(said(withN(0.7, 0.1, 2))).endsWith(" The worst of 12 months was March 2026: 70.0 % (so few runs do not pin it down).").startsWith("Met: ");
        assertThat(said(withN(0.7, 0.1, 20))).endsWith(" The worst of 12 months was March 2026: 70.0 % ± 15.6.");
        assertThat(said(withN(0.7, Double.NaN, 1))).endsWith(" The worst of 12 months was March 2026: 70.0 % (so few runs do not pin it down).");
    }

    /** 78.5 % ± 1.2 alone would lie below 80 %; but of twelve months the lowest is looked at, and one in 480 of its intervals may miss the truth on this side: ± 1.9. */
    @Test
    void theLowestOfTwelveMayBeSoByChance() {
        assertThat(said(year(0.785))).startsWith("Met: ").endsWith(" The worst of 12 months was March 2026: 78.5 % ± 1.9.");
        assertThat(said(year(0.78))).startsWith("Met, but not in every month: ").endsWith("± 1.9, which misses it.");
    }

    /** Of three councils two miss what all together keep; the third, 78 % ± 2 by itself, may be at 80 % when it is picked out of three. */
    @Test
    void placesThatMissWhatAllTogetherKeepAreNamed() {
        List<Kpi> kpis = withoutPlaces();
        council(kpis, "Aldermere", 0.733, 12);
        council(kpis, "Bexton", 0.75, 9);
        council(kpis, "Corve", 0.78, 8);
        assertThat(said(StudyFixture.merged().with(Study::kpis, Kpis.of(kpis))))
                .endsWith(" Below the target over all of the time: Aldermere 73.3 % ± 2.5 (in 12 of 12 months), Bexton 75.0 % ± 2.5 (in 9 of 12 months).");
        council(kpis, "Dorn", 0.6, 12);
        assertThat(said(StudyFixture.merged().with(Study::kpis, Kpis.of(kpis)))).contains("time: Dorn 60.0 % ±").contains(", Aldermere 73.3 %").endsWith(" and 1 more council.");
    }

    private static void council(List<Kpi> kpis, String name, double level, int below) {
        Scope council = Scope.council(name);
        kpis.add(new Kpi(LEVEL, council, new Estimate(level, 0.02, 20, Estimate.Method.RATIO)));
        for (int month = 1; month <= 12; month++) {
            kpis.add(new Kpi(LEVEL, Scope.month(String.format("2026-%02d", month), council), new Estimate(month <= below ? 0.7 : 0.9, 0.02, 20, Estimate.Method.RATIO)));
            kpis.add(new Kpi("offered", Scope.month(String.format("2026-%02d", month), council), new Estimate(100, 2, 20, Estimate.Method.MEAN)));
        }
    }
}
