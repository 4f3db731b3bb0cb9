package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import mergedesk.report.CompareReport;
import mergedesk.report.text.DifferenceText;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Kpi;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class ComparingTest {
    private static final String YAML = """
            name: Two desks
            time: {start: 2025-03-01T00:00, length: 35 days, zone: Europe/London}
            councils: {east: {}, west: {}}
            services: {tax: {}}
            profiles: {office: {mon-fri: {"09:00": 1}}}
            flows:
              east_tax: {council: east, service: tax, desk: east, volume: 8 / hour, work: {distribution: exponential, mean: 4 min}, patience: {distribution: exponential, mean: 5 min}, profile: office}
              west_tax: {council: west, service: tax, desk: west, volume: 5 / hour, work: {distribution: exponential, mean: 4 min}, patience: {distribution: exponential, mean: 5 min}, profile: office}
            desks: {east: {opening: {mon-fri: 09:00-17:00}}, west: {opening: {mon-fri: 09:00-17:00}, lines: 4}}
            groups: {east: {desk: east, staffing: 3}, west: {desk: west, staffing: 2}}
            targets:
              - {measure: sl_answered_of_offered, at_least: 60 %}
              - {measure: abandonment_rate, at_most: 20 %, every: month}
              - {measure: wait_p90, at_most: 100 s, desk: east}
            """;
    private static final RunOptions OPTIONS = new RunOptions(6, 7L, 2, "");
    private static final ScenarioFile BASE = file("base.yaml");
    private static final ScenarioFile MORE = file("more.yaml", "name: Two desks", "name: One more", "staffing: 3", "staffing: 4");
    private static final ScenarioFile ONE = file("one.yaml",
            "name: Two desks", "name: One desk", "desk: east, volume", "desk: west, volume", "groups: {east: {desk: east,", "groups: {east: {desk: west,", "east: {opening: {mon-fri: 09:00-17:00}}, ", "",
            ", lines: 4", "", "desk: east}", "desk: west}");

    private static ScenarioFile file(String name, String... changes) {
        String text = YAML;
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).contains(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        ScenarioFile file = ScenarioFile.of(text, Path.of(name));
        assertThat(file.faults()).isEmpty();
        return file;
    }

    private static Comparison compare(ScenarioFile... files) {
        return Mergedesk.compare(List.of(files), OPTIONS, Watcher.NONE);
    }

    /** Whoever else is compared, and in whatever order. */
    @Test
    void eachIsComparedWithTheFirstAsIfAlone() {
        Comparison three = compare(BASE, MORE, ONE);
        assertThat(three.sides()).extracting(Side::letter).containsExactly("A", "B", "C");
        assertThat(three.base().differences()).isEmpty();
        assertThat(three.others().get(0).differences()).isEqualTo(compare(BASE, MORE).others().get(0).differences()).isNotEmpty();
        assertThat(three.others().get(1).differences()).isEqualTo(compare(BASE, ONE).others().get(0).differences());
        assertThat(compare(BASE, ONE, MORE).others().get(0).differences()).isEqualTo(three.others().get(1).differences());
    }

    /** Means over the parts of a plan in which the same people are contracted differ in their last digits; nobody is more or fewer. */
    @Test
    void exactNumbersThatOnlyRoundingTellsApartAreTheSame() {
        StringBuilder plan = new StringBuilder("plan:\n");
        for (int step = 0; step < 9; step++) {
            plan.append("  s").append(step).append(": {on: 2025-03-").append(11 + step).append(", change: {desks: {west: {lines: ").append(5 + step).append("}}}}\n");
        }
        Comparison two = compare(BASE, file("planned.yaml", "targets:", plan + "targets:"));
        assertThat(two.others().get(0).differences().get(Scope.OVERALL).get("fte")).satisfies(fte -> {
            assertThat(fte.value()).as("or this shows nothing").isNotEqualTo(fte.base());
            assertThat(fte.difference().value()).isZero();
        });
        Comparison more = compare(BASE, MORE);
        assertThat(more.others().get(0).differences().get(Scope.OVERALL).get("fte").difference().value()).isPositive();
    }

    @Test
    void eachSideFindsWhatARunFinds() {
        for (Side side : compare(BASE, MORE, ONE).sides()) {
            Study study = Mergedesk.run(side.letter().equals("A") ? BASE : side.letter().equals("B") ? MORE : ONE, OPTIONS, Watcher.NONE);
            assertThat(side.study().kpis()).isEqualTo(study.kpis());
            assertThat(side.study().verdicts()).isEqualTo(study.verdicts()).hasSize(3);
            assertThat(side.study().verdicts().get(1).every()).isPresent();
            assertThat(side.study().by(Scope.Kind.MONTH, "sl_answered_of_offered", Scope.OVERALL)).hasSize(2);
        }
    }

    /** As the worst month beside a verdict is. */
    @Test
    void theWorstMonthIsOneOfSeveral() {
        Study study = compare(BASE, MORE).base().study();
        Kpi worst = DifferenceText.worstMonth(study, "sl_answered_of_offered").orElseThrow();
        List<Kpi> months = study.by(Scope.Kind.MONTH, "sl_answered_of_offered", Scope.OVERALL);
        Estimate single = months.stream().filter(month -> month.scope().equals(worst.scope())).findFirst().orElseThrow().estimate();
        assertThat(worst.estimate()).isEqualTo(single.amongst(months.size()));
        assertThat(months).hasSize(2).allSatisfy(month -> assertThat(month.estimate().value()).isGreaterThanOrEqualTo(worst.estimate().value()));
    }

    @Test
    void aScenarioDoesNotDifferFromItself() {
        assertThat(compare(BASE, BASE).others().get(0).all()).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.isShown()).isFalse();
            assertThat(difference.difference().value()).isZero();
        });
        assertThat(compare(BASE, BASE).warnings()).doesNotHaveDuplicates().noneMatch(warning -> warning.contains("Not the same people"));
    }

    /** A desk that only one side has is in that side's numbers, and there is no difference to tell. */
    @Test
    void whatOnlyOneSideHasHasNoDifference() {
        Side one = compare(BASE, ONE).others().get(0);
        assertThat(one.difference("offered", Scope.desk("east"))).isEmpty();
        assertThat(one.difference("offered", Scope.desk("west"))).isPresent();
        assertThat(one.study().estimate("offered", Scope.desk("east"))).isEqualTo(Estimate.EMPTY);
    }

    @Test
    void saysWhenThePeopleAreNotTheSame() {
        ScenarioFile other = file("other.yaml", "west_tax: {council: west", "west_tax: {council: north", "west: {}", "west: {}, north: {}");
        assertThat(compare(BASE, other, MORE).warnings())
                .contains("B: Not the same people as on side A: 1 of its flows are not there, and 1 of A's are not here (by council, service and channel). "
                        + "Numbers of everything together compare different people.")
                .noneMatch(warning -> warning.startsWith("C: Not the same"));
        String page = Jsoup.parse(CompareReport.render(compare(BASE, other), new Parts())).select("table:has(#councils-side-by-side)").text();
        assertThat(page).contains("east", "west", "north");
    }

    @Test
    void refusesWhatCannotBePaired() {
        ScenarioFile longer = file("longer.yaml", "35 days", "36 days");
        assertThatThrownBy(() -> compare(BASE, longer, MORE, longer)).isInstanceOf(WrongInput.class).hasMessage("longer.yaml: differs from base.yaml under time:; pairs need the same calendar and horizon");
        assertThatThrownBy(() -> compare(BASE)).isInstanceOf(WrongInput.class).hasMessage("found 1 scenarios: from 2 to 26 can be compared");
        assertThatThrownBy(() -> Mergedesk.compare(Collections.nCopies(27, BASE), OPTIONS, Watcher.NONE)).hasMessage("found 27 scenarios: from 2 to 26 can be compared");
    }
}
