package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import mergedesk.experiment.Tracing;
import mergedesk.observe.Count;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.random.Exponential;
import mergedesk.random.Streams;
import org.junit.jupiter.api.Test;

/** Every draw of a run hangs on its own key: seed, replication, flow, day, ordinal, and attempt where a new attempt draws anew. */
class DrawsTest {
    private static final long MINUTE = 60_000_000;

    /** Work and after-call work of a person are one draw each, whatever the attempt; patience, balking, retry and delay are drawn at each. */
    @Test
    void hangOnTheirKeys() {
        Program program = new Script()
                .time("start: 2011-01-03, length: 1 day")
                .volume("a", "volume: 2000 / day, work: {distribution: exponential, mean: 3 min}, after_call: {distribution: exponential, mean: 1 min}, "
                        + "patience: {distribution: exponential, mean: 2 min}, balk: 20 %, "
                        + "retry: {probability: 60 %, limit: 5, delay: {distribution: exponential, mean: 10 min}}")
                .agents("team", "staffing: 4")
                .compile();
        long day = Streams.dayKey(Streams.runKey(1, 6), Streams.CONTACT, program.demand().flowKey()[0], program.calendar().firstCivilDay());
        Map<String, Long> last = new HashMap<>(); // tick of the last event of a person
        Map<String, Integer> seen = new HashMap<>();
        Tracing.trace(program, 1, 6, line -> {
            String[] columns = line.toString().split(",", -1);
            String[] contact = columns[3].split(":");
            if (!contact[1].equals("0")) {
                return;
            }
            long tick = Long.parseLong(columns[0]);
            int attempt = Integer.parseInt(contact[3]);
            long key = Streams.ordinalKey(day, Integer.parseInt(contact[2]));
            String event = columns[2];
            long since = last.getOrDefault(contact[2], 0L);
            switch (event) {
                case "offered" -> {
                    if (attempt > 0) {
                        assertThat(tick - since).isEqualTo(ticks(10, Streams.bits(key, Streams.RETRY_DELAY, attempt - 1)));
                    }
                }
                case "queued" -> assertThat(chance(key, Streams.BALK, attempt)).isGreaterThanOrEqualTo(0.2);
                case "balked" -> assertThat(chance(key, Streams.BALK, attempt)).isLessThan(0.2);
                case "abandoned" -> assertThat(tick - since).isEqualTo(ticks(2, Streams.bits(key, Streams.PATIENCE, attempt)));
                case "answered" -> assertThat(tick - since).isLessThanOrEqualTo(ticks(2, Streams.bits(key, Streams.PATIENCE, attempt)));
                case "will_return" -> assertThat(chance(key, Streams.RETRY, attempt)).isLessThan(0.6);
                case "gave_up" -> assertThat(attempt == 5 || chance(key, Streams.RETRY, attempt) >= 0.6).isTrue();
                case "talk_ended" -> assertThat(tick - since).isEqualTo(ticks(3, Streams.bits(key, Streams.WORK)));
                case "wrap_ended" -> assertThat(tick - since).isEqualTo(ticks(1, Streams.bits(key, Streams.AFTER_CALL)));
                default -> throw new AssertionError(line);
            }
            last.put(contact[2], tick);
            seen.merge(event + (attempt > 0 ? " again" : ""), 1, Integer::sum);
        });
        assertThat(seen).hasSize(18).allSatisfy((event, count) -> assertThat(count).as(event).isGreaterThan(20));
    }

    private static long ticks(long meanMinutes, long bits) {
        return (long) (meanMinutes * MINUTE * Exponential.of(bits));
    }

    private static double chance(long key, long purpose, int attempt) {
        return Streams.uniform(Streams.bits(key, purpose, attempt));
    }

    /** Two staffings meet the same people: same arrivals, and who is served by both has the same work. */
    @Test
    void doNotDependOnStaffing() {
        String flow = "volume: 2000 / day, work: {distribution: lognormal, mean: 3 min, cv: 1.2}, patience: {distribution: exponential, mean: 2 min}";
        Map<String, Long> few = talkTimes(new Script().time("start: 2011-01-03, length: 1 day").volume("a", flow).agents("team", "staffing: 3").compile());
        Map<String, Long> many = talkTimes(new Script()
                .time("start: 2011-01-03, length: 1 day")
                .with("services: {tax: , housing: }")
                .volume("other", "service: tax, " + flow)
                .volume("a", flow)
                .agents("team", "staffing: 40") // everybody is served
                .compile());
        assertThat(few).hasSizeGreaterThan(1_000);
        assertThat(many).containsAllEntriesOf(few);
    }

    /** By name of service, arrival tick and ordinal. */
    private static Map<String, Long> talkTimes(Program program) {
        Map<String, Long> offered = new HashMap<>();
        Map<String, Long> answered = new HashMap<>();
        Map<String, Long> talk = new HashMap<>();
        Tracing.trace(program, 1, 0, line -> {
            String[] columns = line.toString().split(",", -1);
            int flow = Integer.parseInt(columns[3].substring(0, columns[3].indexOf(':')));
            long tick = Long.parseLong(columns[0]);
            if (!program.names().flows().get(flow).equals("a")) {
                return;
            }
            String contact = columns[3].substring(columns[3].indexOf(':'));
            switch (columns[2]) {
                case "offered" -> offered.put(contact, tick);
                case "answered" -> answered.put(contact, tick);
                case "talk_ended" -> talk.put(offered.get(contact) + contact, tick - answered.get(contact));
                default -> {}
            }
        });
        return talk;
    }

    /** T is 20 s, a short abandon less than 5 s: to the tick. */
    @Test
    void countExactlyTheTargetWaitAndTheShortAbandon() {
        Script.Result result = new Script()
                .calls("a", "work: " + seconds(60), 0, 39.999999, 100, 140)
                .calls("b", "work: " + seconds(10) + ", patience: " + seconds(5), 1)
                .calls("c", "work: " + seconds(10) + ", patience: " + seconds(20), 2)
                .calls("d", "work: " + seconds(10) + ", patience: " + seconds(20.001), 3)
                .calls("e", "work: " + seconds(10) + ", patience: " + seconds(4.999), 4)
                .agents("team", "staffing: 1")
                .summarise();
        // a1 waits 20.000001 s, a2 until 120.000000 s: 20 s, a3 40 s
        assertThat(result.overall(Count.ANSWERED)).isEqualTo(4);
        assertThat(result.overall(Count.ANSWERED_WITHIN)).isEqualTo(2);
        assertThat(result.of(Kind.GROUP, 0, Count.ANSWERED_WITHIN)).isEqualTo(2);
        assertThat(result.overall(Count.ABANDONED)).isEqualTo(4);
        assertThat(result.overall(Count.ABANDONED_WITHIN)).isEqualTo(3);
        assertThat(result.overall(Count.ABANDONED_SHORT)).isEqualTo(1);
        assertThat(result.overall(Count.WAIT_ANSWERED)).isEqualTo(20_000_001 + 20_000_000 + 40_000_000);
        assertThat(result.of(Kind.INTERVAL, 18, Count.OFFERED)).isEqualTo(8); // Monday 09:00
        assertThat(result.overall(Count.WINDOW)).isEqualTo(3_600_000_000L);
    }
}
