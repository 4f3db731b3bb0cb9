package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mergedesk.experiment.Tracing;
import mergedesk.program.Program;
import mergedesk.random.Exponential;
import mergedesk.random.Streams;
import org.junit.jupiter.api.Test;

/** Groups that need another time for the same contact than others. */
class WorkByGroupTest {
    @Test
    void whoAnswersDecidesHowLongItTakes() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(60) + ", work_by_group: {slow: " + seconds(90) + "}", 0, 1, 2)
                        .agents("team", "staffing: 1")
                        .agents("slow", "staffing: 1, speed: {housing: 2}")
                        .with("services: {housing: }")
                        .run())
                .contains("60 2 talk_ended a0 0", "46 2 talk_ended a1 1", "91 2 talk_ended a2 1");
    }

    /** Whoever answers, the bits are those of the person's work. */
    @Test
    void drawsWithTheBitsOfWork() {
        String flow = "volume: 30 / h, work: {distribution: exponential, mean: 10 s}, work_by_group: {slow: {distribution: exponential, mean: 20 s, shift: 5 s}}";
        Program one = new Script().time("start: 2011-01-03, length: 1 day").volume("a", flow).agents("slow", "staffing: 40").compile();
        long day = Streams.dayKey(Streams.runKey(1, 0), Streams.CONTACT, one.demand().flowKey()[0], one.calendar().firstCivilDay());
        List<Long> talks = new ArrayList<>();
        long[] since = new long[1_000];
        Tracing.trace(one, 1, 0, line -> {
            String[] columns = line.toString().split(",", -1);
            int ordinal = Integer.parseInt(columns[3].split(":")[2]);
            if (columns[2].equals("answered")) {
                since[ordinal] = Long.parseLong(columns[0]);
            } else if (columns[2].equals("talk_ended")) {
                long expected = 5_000_000 + (long) (20e6 * Exponential.of(Streams.bits(Streams.ordinalKey(day, ordinal), Streams.WORK)));
                assertThat(Long.parseLong(columns[0]) - since[ordinal]).isEqualTo(expected);
                talks.add(expected);
            }
        });
        assertThat(talks).hasSizeGreaterThan(500);
    }
}
