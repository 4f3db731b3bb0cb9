package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Desks that have nothing to do with each other are run one after another, and no number shows it. */
class IslandsTest {
    private static final String CALL = "volume: 40 / hour, work: {distribution: exponential, mean: 3 min}, patience: {distribution: exponential, mean: 1 min}";

    private static int count(Script script) {
        Program program = script.compile();
        return Islands.of(program, new Epoch(program)).count();
    }

    private static Script twoDesks() {
        return new Script().desk("other", "").volume("a", CALL).volume("b", CALL + ", desk: other").agents("team", "staffing: 3").agents("others", "desk: other, staffing: 3");
    }

    @Test
    void desksThatShareNothingAreIslands() {
        assertThat(count(twoDesks())).isEqualTo(2);
        assertThat(count(twoDesks().desk("third", "").volume("c", CALL + ", desk: third").agents("thirds", "desk: third, staffing: 3"))).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "routing: [{flow: a, group: others, after: 30 s}]",
        "channels: {phone: , web: {kind: self_service}}\nflow_defaults: {self_service: {channel: web, tries: 50 %, contained: 50 %, delay: {distribution: constant, mean: 1 min}, becomes: b}}",
        "channels: {phone: , email: {kind: deferred}}\nflow_defaults: {channel: email}",
        "channels: {phone: , counter: {kind: counter}}\nflow_defaults: {channel: counter}\ndesk_defaults: {ticket_machine: false}",
        "applications: {crm: }\nservices: {housing: {needs: {crm: {when_down: pauses}}}}",
        "applications: {crm: {failures: {every: {distribution: exponential, mean: 5 h}, repair: {distribution: exponential, mean: 1 h}}, incidents: {users: {a: 100}, calls: 50 %, delay: {distribution: exponential, mean: 5 min}}}}",
        "plan: {later: {on: 2011-01-03T09:30, change: {flows: {b: {desk: desk}}, groups: {others: {desk: desk}}}}}",
    })
    void whatLooksAtSeveralDesksJoinsThem(String with) {
        Script script = with.contains("email") ? new Script().desk("other", "").volume("a", CALL.replaceAll(", patience.*", "")).volume("b", "desk: other, " + CALL.replaceAll(", patience.*", "")).agents("team", "staffing: 3").agents("others", "desk: other, staffing: 3") : twoDesks();
        assertThat(count(script.with(with))).isEqualTo(1);
    }

    @Test
    void onlyWhatIsJoinedIsOneIsland() {
        Program program = twoDesks()
                .desk("third", "")
                .volume("c", CALL + ", desk: third")
                .agents("thirds", "desk: third, staffing: 3")
                .with("routing: [{flow: c, group: team, after: 30 s}]")
                .compile();
        Islands islands = Islands.of(program, new Epoch(program));
        assertThat(islands.count()).isEqualTo(2);
        int a = islands.ofDesk(program.contacts().flowDesk()[program.names().flows().indexOf("a")]);
        int b = islands.ofDesk(program.contacts().flowDesk()[program.names().flows().indexOf("b")]);
        int c = islands.ofDesk(program.contacts().flowDesk()[program.names().flows().indexOf("c")]);
        assertThat(a).isEqualTo(c).isNotEqualTo(b);
        assertThat(islands.flows(a)).containsExactly(program.names().flows().indexOf("a"), program.names().flows().indexOf("c"));
    }

    /** Towns at desks of their own, with everything that islands may have; of every other seed all happens at full minutes, and much at once. */
    private static final class Towns {
        private final Random random;
        private final boolean grid;
        private final Script script = new Script();
        private final StringBuilder routing = new StringBuilder();

        Towns(long seed, String time) {
            random = new Random(seed);
            grid = seed % 2 == 1;
            script.time("start: 2011-01-10, " + time);
            for (int town = 0; town < 2 + random.nextInt(4); town++) {
                add(town);
            }
            script.with("""
                    councils: {north: , south: }
                    channels: {phone: , chat: {kind: chat}, counter: {kind: counter}, web: {kind: self_service, opening: {daily: 07:00-16:00}}}
                    profiles: {day: {daily: {"07:30": 1, "08:30": 4, "12:00": 2, "17:30": 1, "18:40": 0}}}
                    routing: [%s]
                    """.formatted(routing));
        }

        private String length(int minutes) {
            return grid ? Script.seconds(60 * minutes) : "{distribution: exponential, mean: " + minutes + " min}";
        }

        private String maybe(String part) {
            return random.nextBoolean() ? part : "";
        }

        private void add(int town) {
            String desk = town == 0 ? "desk" : "desk" + town;
            script.desk(desk, "opening: {daily: 08:00-18:00}" + maybe(", lines: 6") + maybe(", queue_capacity: 3") + maybe(", home_first: 15 s") + maybe(", at_close: " + (random.nextBoolean() ? "disconnect" : "serve")));
            int flows = 1 + random.nextInt(3);
            for (int i = 0; i < flows; i++) {
                String inside = "desk: " + desk + ", work: " + length(3) + ", patience: " + length(2) + maybe(", after_call: " + length(1)) + maybe(", balk: 10 %")
                        + maybe(", channel: " + (random.nextBoolean() ? "chat" : "counter"))
                        + maybe(", retry: {probability: 60 %, limit: 3, after: [abandoned, blocked, turned_away, disconnected], delay: " + length(10) + "}")
                        + maybe(", self_service: {channel: web, tries: 40 %, contained: 50 %, delay: " + length(5) + "}");
                if (grid) {
                    script.calls("f" + town + i, inside, random.doubles(300, 7 * 60, 19 * 60).map(minute -> 60 * Math.floor(minute)).sorted().toArray());
                } else {
                    script.volume("f" + town + i, inside + ", profile: day, volume: " + (100 + random.nextInt(500)) + " / day");
                }
            }
            script.agents("g" + town, "desk: " + desk + ", staffing: {daily: {\"08:00\": 2, \"10:07\": 5, \"17:00\": 3, \"18:00\": 0}}" + maybe(", chats: {most: 2, speed_by_load: [1, 0.8]}"));
            script.agents("h" + town, "desk: " + desk + ", employer: " + (random.nextBoolean() ? "north" : "south") + ", shifts: [{agents: 2, days: daily, start: \"08:00\", end: \"18:00\", breaks: [{at: \"12:0" + random.nextInt(10) + "\", length: "
                    + (5 + random.nextInt(30)) + " min}, {at: \"17:30\", length: 20 min}]}]");
            if (random.nextInt(3) == 0) {
                routing.append(routing.isEmpty() ? "" : ", ").append("{flow: f").append(town).append("0, group: g").append(random.nextInt(town + 1)).append(", after: 20 s}");
            }
        }
    }

    private static List<Object> left(List<RunSummary> summaries) {
        List<Object> left = new ArrayList<>();
        for (RunSummary summary : summaries) {
            left.add(new Object[] {summary.replication(), summary.rows(), summary.numbers(), summary.waitBins(), summary.waitCounts(), summary.days(), summary.periods().size()});
            summary.periods().values().forEach(periods -> left.addAll(left(periods)));
        }
        return left;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"length: 2 days", "length: 50 h, end: cut, warm_up: 7 h, batches: 3", "length: 40 h, interval: 15 min", "length: 730 min", "length: 1065 min"})
    void islandsChangeNoNumber(String time) {
        int several = 0;
        for (long seed = 0; seed < 10; seed++) {
            Program program = new Towns(seed, time).script.compile();
            several += Islands.of(program, new Epoch(program)).count() > 1 ? 1 : 0;
            assertSame(program, seed);
        }
        assertThat(several).isGreaterThan(6);
    }

    @ParameterizedTest
    @CsvSource({"councils/three-districts/today.yaml, 3", "councils/cheshire/unmerged.yaml, 9", "oracles/pooling-separate.yaml, 9"})
    void norDoThoseOfShippedScenarios(String file, int count) {
        Program program = ScenarioCompiler.compile(ScenarioFile.read(Path.of("..", "scenarios", file), List.of("time.length=6 days")).scenario());
        assertThat(Islands.of(program, new Epoch(program)).count()).isEqualTo(count);
        assertSame(program, 1);
    }

    /** The same is left by a run on islands, in slices and with pauses, as in order and in one go. */
    private static void assertSame(Program program, long seed) {
        Totals[] totals = new Totals[2];
        Kernel apart = new Kernel(program, state -> totals[0] = new Totals(state));
        Kernel inOrder = new Kernel(program, state -> new Both(new Recorder() {}, totals[1] = new Totals(state)));
        Random random = new Random(seed);
        for (int replication = 0; replication < 2; replication++) {
            inOrder.reset(5, replication);
            inOrder.runUntil(Ticks.NEVER);
            apart.reset(5, replication);
            apart.runUntil(600 * Ticks.PER_SECOND, 5);
            for (long until = 600 * Ticks.PER_SECOND; until < program.horizon().endTick(); until += random.nextInt(20_000) * Ticks.PER_SECOND) {
                while (!apart.runUntil(until, 1 + random.nextInt(300))) {
                    assertThat(apart.now()).isLessThan(until);
                    if (random.nextInt(20) == 0) {
                        until += random.nextInt(5_000) * Ticks.PER_SECOND; // asked for more before that was reached
                    }
                }
                assertThat(apart.now()).isEqualTo(until);
            }
            for (boolean ended = false; !ended; ) {
                ended = apart.runUntil(Ticks.NEVER, 100);
            }
            assertThat(Arrays.deepEquals(left(totals[0].finish()).toArray(), left(totals[1].finish()).toArray())).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void whatSomeHaveReachedIsNotLeftOut() {
        Kernel kernel = new Kernel(twoDesks().compile(), Totals::new);
        kernel.reset(1, 0);
        assertThat(kernel.runUntil(1_800 * Ticks.PER_SECOND, 20)).isFalse();
        assertThatThrownBy(() -> kernel.runUntil(60 * Ticks.PER_SECOND)).isInstanceOf(IllegalStateException.class).hasMessageContaining("1800000000");
        assertThat(kernel.runUntil(1_800 * Ticks.PER_SECOND, 1_000_000)).isTrue();
        assertThat(kernel.eventFlow()).isEqualTo(State.NONE);
    }
}
