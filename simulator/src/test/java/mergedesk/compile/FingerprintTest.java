package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.DAILY;
import static mergedesk.compile.ScenarioFixture.distribution;
import static mergedesk.compile.ScenarioFixture.exponential;
import static mergedesk.compile.ScenarioFixture.pause;
import static mergedesk.compile.ScenarioFixture.shift;
import static mergedesk.compile.ScenarioFixture.shifts;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import mergedesk.program.Names;
import mergedesk.program.Program;
import mergedesk.scenario.Busyness;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Runs;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Trace;
import org.junit.jupiter.api.Test;

/** Whatever differs in a Program differs in its fingerprint, and nothing else does. */
class FingerprintTest {
    private final ScenarioFixture fixture = new ScenarioFixture();

    FingerprintTest() {
        fixture.flow("calls", Flow::work, distribution(Distribution.Shape.HYPEREXPONENTIAL, 60, 2.0));
        fixture.flow("calls", Flow::afterCall, exponential(30));
        fixture.flow("replay", Flow::trace, Trace.ofTimes(List.of(LocalDateTime.of(2011, 1, 3, 9, 0))));
        fixture.busyness = new Busyness(new Busyness.Level(0.07, 0.2), null, null);
        fixture.groups.put("agents", shifts(shift(2, DAILY, "09:00", "17:00", false, pause("12:00", 30))));
    }

    @Test
    void equalScenariosHaveEqualFingerprints() {
        String fingerprint = Fingerprint.of(fixture.compile());
        assertThat(fingerprint).matches("[0-9a-f]{64}").isEqualTo(Fingerprint.of(fixture.compile()));
        Program other = ScenarioCompiler.compile(fixture.scenario().with(Scenario::runs, new Runs(7, 400, 99)));
        assertThat(Fingerprint.of(other)).isEqualTo(fingerprint);
    }

    @Test
    void everyElementOfEveryTableCounts() throws ReflectiveOperationException {
        Program program = fixture.compile();
        String fingerprint = Fingerprint.of(program);
        int arrays = 0;
        for (RecordComponent component : Program.class.getRecordComponents()) {
            Object table = component.getAccessor().invoke(program);
            for (Field field : table.getClass().getFields()) {
                if (field.getType().isArray()) {
                    arrays += changed(field.get(table), program, fingerprint, field.getName());
                }
            }
        }
        for (Record table : List.of(program.contacts().work, program.contacts().patience, program.names(), program.pay())) {
            for (RecordComponent component : table.getClass().getRecordComponents()) {
                if (component.getType().isArray()) {
                    arrays += changed(component.getAccessor().invoke(table), program, fingerprint, component.getName());
                }
            }
        }
        assertThat(arrays).isEqualTo(72);
    }

    @Test
    void everyNameCounts() {
        Program p = fixture.compile();
        List<Program> others = new ArrayList<>();
        for (int list = 0; list < 7; list++) {
            others.add(new Program(
                    p.calendar(),
                    p.horizon(),
                    p.demand(),
                    p.lengths(),
                    p.contacts(),
                    p.desks(),
                    p.groups(),
                    p.routing(),
                    p.timetable(),
                    p.pay(),
                    names(p.names(), list)));
        }
        assertThat(others)
                .map(Fingerprint::of)
                .doesNotContain(Fingerprint.of(p))
                .doesNotHaveDuplicates();
    }

    /** The names with one list replaced. */
    private static Names names(Names n, int list) {
        List<String> x = List.of("x");
        return new Names(
                list == 0 ? x : n.councils(),
                list == 1 ? x : n.services(),
                list == 2 ? x : n.channels(),
                list == 3 ? x : n.desks(),
                list == 4 ? x : n.groups(),
                list == 5 ? x : n.flows(),
                list == 6 ? x : n.intervals(),
                n.flowCouncil(),
                n.flowChannel(),
                n.groupEmployer());
    }

    @Test
    void horizonCounts() {
        Program p = fixture.compile();
        Program.Horizon h = p.horizon();
        List<Program.Horizon> others = List.of(
                new Program.Horizon(h.endTick() + 1, false, h.warmUpEndTick(), h.batchTicks(), h.lastReturnTick()),
                new Program.Horizon(h.endTick(), true, h.warmUpEndTick(), h.batchTicks(), h.lastReturnTick()),
                new Program.Horizon(h.endTick(), false, h.warmUpEndTick() + 1, h.batchTicks(), h.lastReturnTick()),
                new Program.Horizon(h.endTick(), false, h.warmUpEndTick(), h.batchTicks() + 1, h.lastReturnTick()),
                new Program.Horizon(h.endTick(), false, h.warmUpEndTick(), h.batchTicks(), h.lastReturnTick() + 1));
        assertThat(others)
                .map(other -> Fingerprint.of(new Program(
                        p.calendar(),
                        other,
                        p.demand(),
                        p.lengths(),
                        p.contacts(),
                        p.desks(),
                        p.groups(),
                        p.routing(),
                        p.timetable(),
                        p.pay(),
                        p.names())))
                .doesNotContain(Fingerprint.of(p))
                .doesNotHaveDuplicates();
    }

    /** Changes one element and back; 1 when the array has any, so that the test counts what it saw. */
    private static int changed(Object array, Program program, String fingerprint, String name) {
        assertThat(Array.getLength(array))
                .describedAs("the fixture fills " + name)
                .isPositive();
        int last = Array.getLength(array) - 1;
        Object before = Array.get(array, last);
        Array.set(array, last, other(before));
        assertThat(Fingerprint.of(program)).describedAs(name).isNotEqualTo(fingerprint);
        Array.set(array, last, before);
        assertThat(Fingerprint.of(program)).isEqualTo(fingerprint);
        return 1;
    }

    private static Object other(Object value) {
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof Double number) {
            return Math.nextUp(number);
        }
        return value instanceof Long number ? (Object) (number + 1) : (Object) ((Integer) value + 1);
    }
}
