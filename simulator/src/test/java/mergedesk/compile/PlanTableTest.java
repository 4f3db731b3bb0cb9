package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mergedesk.kernel.Script;
import mergedesk.program.Plan;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;

/** What phases of a plan have in common is there once, so that a plan takes as much memory as its steps change. */
class PlanTableTest {
    private static Program program(String plan) {
        return new Script()
                .time("start: 2001-01-01, length: 60 days")
                .with(plan)
                .volume("calls", "volume: 60 / hour, work: {distribution: exponential, mean: 4 min}")
                .desk("desk", "opening: {mon-fri: 09:00-17:00}")
                .agents("team", "shifts: [{agents: 3, start: \"09:00\", end: \"17:00\"}]")
                .agents("others", "staffing: 2")
                .compile();
    }

    private static String steps(String change) {
        return IntStream.range(0, 40)
                .mapToObj(step -> "  s" + step + ": {on: \"" + LocalDate.of(2001, 1, 3).plusDays(step) + "\", change: {" + change.replace("NUMBER", String.valueOf(1 + step % 9)) + "}}\n")
                .collect(Collectors.joining("", "plan:\n", ""));
    }

    @Test
    void stepsShareWhatTheyLeaveAsItWas() {
        Program planned = program(steps("desks: {desk: {lines: 2NUMBER}}"));
        Plan.Rules first = new Plan.Rules(planned.plan().phases().get(0).rules().flow(), planned.contacts(), planned.desks(), planned.groups(), planned.routing());
        List<Plan.Rules> rules = planned.plan().phases().stream().map(Plan.Phase::rules).toList();
        assertThat(rules).hasSize(40).allSatisfy(one -> {
            assertThat(one.contacts()).isSameAs(first.contacts());
            assertThat(one.groups()).isSameAs(first.groups());
            assertThat(one.routing()).isSameAs(first.routing());
            assertThat(one.desks()).isNotSameAs(first.desks());
        });
        assertThat(Fingerprint.of(planned.timetable())).isEqualTo(Fingerprint.of(program("").timetable()));
    }

    @Test
    void agentsAreNumberedOnceForAllSteps() {
        Program planned = program(steps("groups: {others: {speed: {housing: 0.NUMBER}}}"));
        assertThat(planned.plan().phases()).hasSize(40).allSatisfy(phase -> {
            assertThat(phase.rules().groups()).isNotSameAs(planned.groups());
            assertThat(phase.rules().groups().firstAgent()).isSameAs(planned.groups().firstAgent());
            assertThat(phase.rules().desks()).isSameAs(planned.desks());
        });
    }
}
