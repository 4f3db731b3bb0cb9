package mergedesk.dsol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.program.Program;
import mergedesk.program.Timetable;
import mergedesk.program.Timetables;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents who go away and come back at any moment, of groups by number and by shift: events and totals are those of the reference model. */
class AbsenceTest {
    @ParameterizedTest
    @ValueSource(longs = {2_000, 2_001, 2_002, 2_003, 2_004, 2_005, 2_006, 2_007, 2_008, 2_009, 2_010, 2_011, 2_012, 2_013, 2_014, 2_015})
    void runsAreTheSame(long seed, @TempDir Path folder) throws IOException {
        Program program = ScenarioCompiler.compile(WildScenario.of(seed, folder).scenario());
        SplittableRandom dice = new SplittableRandom(seed);
        List<Timetables.Step> steps = new ArrayList<>();
        for (int agent = 0; agent < program.agentCount(); agent++) {
            long tick = 0;
            while (tick < program.horizon().endTick()) {
                tick += dice.nextLong(4 * 3_600 * Ticks.PER_SECOND);
                long end = tick + dice.nextLong(2 * 3_600 * Ticks.PER_SECOND);
                if (end < program.calendar().dayStartTick()[program.calendar().dayCount()]) {
                    steps.add(new Timetables.Step(tick, Timetable.AWAY, agent, 0));
                    steps.add(new Timetables.Step(end, Timetable.BACK, agent, 0));
                }
                tick = end;
            }
        }
        assertThat(new SecondOpinion(Timetables.plus(program, steps), seed, 0).difference(20_000)).isEmpty();
    }
}
