package mergedesk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import mergedesk.api.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios in code: records that differ in a component, and the defaults of those that are new. */
class WithTest {
    private static final Distribution TALK = Distribution.exponential(Duration.ofMinutes(5));
    private static final Flow FLOW = Flow.of("north", "tax", "main", TALK);

    @Test
    void differsInOneComponentAndLeavesTheOther() {
        Flow changed = FLOW.with(Flow::balk, 0.2).with(Flow::priority, 3).with(Flow::season, "summer");

        assertThat(changed.balk()).isEqualTo(0.2);
        assertThat(changed.with(Flow::balk, 0.0).with(Flow::priority, 1).with(Flow::season, null)).isEqualTo(FLOW);
        assertThat(FLOW.balk()).isZero();
    }

    @Test
    void addsToTablesAndListsInOrder() {
        TimeFrame time = TimeFrame.of(LocalDateTime.parse("2025-04-07T00:00"), new CalendarSpan(7, ChronoUnit.DAYS));
        Scenario none = Scenario.named("Empty", time);
        Scenario two = none.plus(Scenario::councils, "south", Council.named("South")).plus(Scenario::councils, "north", Council.named("North"));

        assertThat(two.councils().keySet()).containsExactly("south", "north");
        assertThat(two.plus(Scenario::councils, "south", Council.named("Other")).councils().get("south").name()).isEqualTo("Other");
        assertThat(two.plus(Scenario::targets, ServiceTarget.atLeast("answer_rate", 0.9)).targets()).hasSize(1);
        assertThat(none.councils()).isEmpty();
        assertThatThrownBy(() -> two.councils().put("east", Council.named("East"))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void saysWhatIsNoComponent() {
        assertThatThrownBy(() -> FLOW.with(flow -> flow.balk(), 0.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write an accessor such as Flow::council");
        assertThatThrownBy(() -> FLOW.with(Flow::hashCode, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hashCode");
        assertThatThrownBy(() -> FLOW.with(Flow::volume, "10 / min"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value: found 10 / min, but volume is a Rate");
    }

    /** What new records leave unsaid is what the reader makes of keys that are not written. */
    @Test
    void defaultsAreThoseOfTheLanguage(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("least.yaml"), """
                name: Least
                time: {start: 2025-04-07, length: 7 days}
                sources: {S: {title: A source}}
                councils: {north: }
                services: {tax: }
                flows: {calls: {council: north, service: tax, desk: main, volume: 10 / min, work: {distribution: exponential, mean: 5 min}, retry: {probability: 10 %, delay: {distribution: constant, mean: 10 min}}}}
                desks: {main: }
                groups: {team: {desk: main, shifts: [{agents: 9, start: 09:00, end: 17:00}]}}
                routing: [{flow: calls, group: team}]
                events: {storm: {start: 2025-04-08, shape: [2]}}
                bank_holidays: {region: england_and_wales}
                busyness: {}
                targets: [{measure: sl_answered_of_offered, at_least: 80 %}, {measure: wait_mean_all, at_most: 30 s}]
                """);
        ScenarioFile read = ScenarioFile.read(file, List.of());
        assertThat(read.faults()).isEmpty();

        Retry retry = Retry.of(0.1, Distribution.of(Distribution.Shape.CONSTANT, Duration.ofMinutes(10)));
        Scenario built = Scenario.named("Least", TimeFrame.of(LocalDateTime.parse("2025-04-07T00:00"), new CalendarSpan(7, ChronoUnit.DAYS)))
                .plus(Scenario::sources, "S", Source.titled("A source"))
                .plus(Scenario::councils, "north", Council.named("north"))
                .plus(Scenario::services, "tax", Service.named("tax"))
                .plus(Scenario::flows, "calls", FLOW.with(Flow::volume, new Rate(10, Rate.Per.MINUTE)).with(Flow::retry, retry))
                .plus(Scenario::desks, "main", Desk.named("main"))
                .plus(
                        Scenario::groups,
                        "team",
                        AgentGroup.named("team", "main").plus(AgentGroup::shifts, Shift.of(9, LocalTime.of(9, 0), LocalTime.of(17, 0))))
                .plus(Scenario::routing, RoutingRow.of("calls", "team"))
                .plus(Scenario::events, "storm", DatedEvent.of(LocalDate.parse("2025-04-08"), List.of(2.0)))
                .with(Scenario::bankHolidays, BankHolidays.ENGLISH)
                .with(Scenario::busyness, Busyness.NONE)
                .plus(Scenario::targets, ServiceTarget.atLeast("sl_answered_of_offered", 0.8))
                .plus(Scenario::targets, ServiceTarget.atMost("wait_mean_all", 30));

        assertThat(built.with(Scenario::figures, read.scenario().figures())).isEqualTo(read.scenario());
    }
}
