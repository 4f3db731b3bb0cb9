package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.observe.Count;
import mergedesk.stats.Erlang;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Desks whose steady state is known exactly: the oracles with {@code end: cut}. Every expectation is computed here, by {@link Erlang} or {@link
 * GeneralPatience}, which have tests of their own against the case files.
 *
 * <p>The default run takes as few replications as the 2 % of {@link Agreement} and its 30 batches allow, some with shorter batches than the file's; the
 * nightly run takes as many as 0.5 % needs. Longest first.
 */
class SteadyStateTest {
    /**
     * A row of the table.
     *
     * @param quick replications of the default suite
     * @param many of the nightly suite
     * @param sets overrides
     */
    record Case(String scenario, int quick, int many, List<Expected> expected, String... sets) {
        @Override
        public String toString() {
            return scenario + " " + String.join(" ", sets);
        }
    }

    /** Makes a day of case 01 or 02 the steady state that its file quotes beside it. */
    private static final String[] STEADY = {"time.end=cut", "time.length=31 days", "time.warm_up=1 day", "time.batches=5"};

    static Stream<Case> cases() {
        return Stream.of(
                new Case("14_erlang_reference-c50", 5, 92, erlangCWithQuantile(48, 1, 50, 20), "time.batches=6"),
                new Case("erlang-c", 5, 72, erlangCWithQuantile(10, 5, 55, 20), "time.batches=8"),
                new Case("priority", 5, 76, priorities(50, 5, List.of("urgent", "normal", "low"), 3, 4, 2), "time.batches=8"),
                new Case("14_erlang_reference-a505", 9, 164, erlangA(100, 5, 505, 15, 20)),
                new Case("14_erlang_reference-a100", 8, 114, erlangA(19, 5, 100, 15, 20)),
                new Case("16_general_patience_exact", 3, 18, sixteen(Patience.exponential(1)), "time.batches=14"),
                new Case("16_general_patience_exact-erlang2", 3, 30, sixteen(Patience.erlang2(1)), "time.batches=14"),
                new Case("16_general_patience_exact-lognormal-cv2", 3, 18, sixteen(Patience.lognormal(1, 2)), "time.batches=14"),
                new Case("16_general_patience_exact-lognormal-cv1", 3, 30, sixteen(Patience.lognormal(1, 1)), "time.batches=14"),
                new Case("16_general_patience_exact-uniform", 3, 18, sixteen(Patience.uniform(2)), "time.batches=14"),
                new Case("erlang-a-desk", 3, 34, erlangA(10, 5, 50, 3, 20), "time.batches=10"),
                new Case("14_erlang_reference-a50", 4, 48, erlangA(48, 1, 50, 2, 20), "time.batches=14"),
                new Case("pooling-separate", 3, 52, nineDesks(), "time.batches=10"),
                new Case("pooling-merged", 4, 44, erlangA(8.1, 6, 54, 3, 20), "time.batches=10"),
                new Case("campaign", 8, 12, campaign(5, 20, 0.3, 240)),
                new Case("self-service", 6, 110, selfService(4, 0.5, 0.6, 4, 14)),
                new Case("14_erlang_reference-c15", 14, 210, erlangC(10 / 3.0, 3, 15, 20)),
                new Case("14_erlang_reference", 10, 164, erlangC(10 / 3.0, 3, 14, 20)),
                new Case("erlang-b", 3, 40, erlangB(5, 5, 30), "time.batches=10"),
                new Case("erlang-b", 3, 40, erlangB(5, 5, 30), "time.batches=10", "flows.calls.work.distribution=constant"), // insensitivity
                new Case("16_general_patience_exact-14-agents", 12, 216, generalPatience(10 / 3.0, 3, 14, Patience.lognormal(5, 1), 20)),
                new Case("chat-one-agent", 6, 44, chats(ChatChainTest.ONE_AGENT, 1, 3)),
                new Case("chat-two-agents", 6, 40, chats(ChatChainTest.TWO_AGENTS, 2, 2)),
                new Case("blend-parked", 5, 60, blendParked(3, 5, 20, 10), "time.length=31 days", "time.batches=8"),
                new Case("blend-parked", 28, 450, blendParkedWaits(3, 5, 20), "time.length=31 days", "time.batches=8"),
                new Case("blend-reserve", 5, 60, blendReserve(3, 5, 20, 17), "time.length=31 days", "time.batches=8"),
                new Case("queue-capacity", 8, 26, queueCapacity(1.2, 4, 5, 3)),
                new Case("tickets-reopened", 8, 90, ticketsReopened(0.3, 0.25, 10, 5)),
                new Case("message", 8, 60, message(5, 6, 3, 0.4)),
                new Case("load-response", 6, 80, loadResponse(new LoadChain(1.9, 0.2, 20, 40, 1.6), 20), "flows.calls.volume=1.9 / min", "time.length=51 days"), // waits are rare with fewer
                new Case("load-response", 6, 20, List.of(Expected.exact("occupancy", LoadChainTest.QUESTION.inService() / 20)), "time.length=51 days"),
                new Case("breakdown", 6, 60, twoStates(TwoStateDeskTest.BREAKDOWN, 1)),
                new Case("self-service-down", 9, 110, twoStates(TwoStateDeskTest.SELF_SERVICE, 5)),
                new Case("outage-surge", 9, 120, twoStates(TwoStateDeskTest.SMALL_SURGE, 8), "time.length=61 days", "groups.agents.staffing=8", "flows.calls.volume=1.2 / min",
                        "applications.case_system.incidents.surge.calls=1.8 / min", "applications.case_system.failures.every.mean=200 min"), // outages of the file's are rare
                new Case("17b_retrials", 6, 24, retrials(0.7, 1, 2)),
                new Case("17b_retrials", 6, 10, erlangB(0.7, 1, 1), "flows.calls.retry.probability=0 %"), // the trap: the blocked are gone
                new Case("17a_two_priorities", 6, 34, priorities(10, 1, List.of("high", "low"), 3, 5)),
                new Case("17a_two_priorities", 6, 34, erlangC(8, 1, 10, 20), "flows.low.priority=1"),
                new Case("02_mmc_abandon_day", 6, 34, erlangA(4.2, 2, 12, 1, 20), STEADY),
                new Case("14_erlang_reference-a13", 7, 70, erlangA(10 / 3.0, 3, 13, 5, 20)),
                new Case("14_erlang_reference-a14", 8, 84, erlangA(10 / 3.0, 3, 14, 5, 20)),
                new Case("14_erlang_reference-a8", 7, 86, erlangA(1.3, 5, 8, 15, 20)),
                new Case("14_erlang_reference-b1", 7, 20, erlangB(1 / 3.0, 3, 1)),
                new Case("14_erlang_reference-b2", 7, 24, erlangB(1 / 3.0, 3, 2)),
                new Case("14_erlang_reference-b16", 7, 56, erlangB(10 / 3.0, 3, 16)),
                new Case("14_erlang_reference-b17", 7, 84, erlangB(10 / 3.0, 3, 17)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheory(Case row) {
        OracleRun run = OracleRun.of(row.scenario(), row.quick(), row.sets());
        assertThat(Expected.faults(run, Agreement.DEFAULT, row.expected())).isEmpty();
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheoryToHalfAPercent(Case row) {
        OracleRun run = OracleRun.of(row.scenario(), row.many(), row.sets());
        assertThat(Expected.faults(run, Agreement.NIGHTLY, row.expected())).isEmpty();
    }

    /** Agents, and places of each. */
    private static List<Expected> chats(ChatChain chain, int agents, int places) {
        return List.of(
                Expected.exact("delayed_share", chain.delayed()),
                Expected.exact("abandonment_rate", chain.abandoned()),
                Expected.exact("wait_mean_all", chain.waitAll() * 60),
                Expected.exact("queue_mean", chain.queue()),
                Expected.exact("occupancy", chain.busy() / agents),
                Expected.exact("chats_per_busy_agent", chain.chats() / chain.busy()),
                Expected.exact("chat_occupancy", chain.chats() / (agents * places)));
    }

    /** While something is up and while it is down; rates per minute. */
    private static List<Expected> twoStates(TwoStateDesk chain, int agents) {
        List<Expected> expected = new ArrayList<>(List.of(
                Expected.exact("delayed_share", chain.delayed()),
                Expected.exact("wait_mean_all", chain.queue() / chain.arrivals() * 60),
                Expected.exact("queue_mean", chain.queue()),
                Expected.exact("occupancy", chain.busy() / agents)));
        if (chain.abandoned() > 0) {
            expected.add(Expected.exact("abandonment_rate", chain.abandoned()));
        }
        return expected;
    }

    /** Waits vary more than the chance of any, and would take many more replications. */
    private static List<Expected> loadResponse(LoadChain chain, int agents) {
        return List.of(Expected.exact("delayed_share", chain.delayed()), Expected.exact("occupancy", chain.inService() / agents));
    }

    /** Arrivals per minute, mean talk in minutes, agents and as many lines. */
    private static List<Expected> erlangB(double lambda, double talk, int lines) {
        double blocked = Erlang.blocked(lambda * talk, lines);
        return List.of(
                Expected.exact("blocked_share", blocked),
                Expected.exact("answer_rate", 1 - blocked),
                Expected.exact("sl_answered_of_offered", 1 - blocked),
                Expected.exact("occupancy", lambda * talk * (1 - blocked) / lines),
                Expected.exact("agents_busy", lambda * talk * (1 - blocked)),
                Expected.exact("talk_mean", talk * 60),
                Expected.exact("delayed_share", 0),
                Expected.exact("wait_mean_all", 0),
                Expected.exact("queue_mean", 0));
    }

    /** Target in seconds. */
    private static List<Expected> erlangC(double lambda, double talk, int agents, double target) {
        Erlang.Steady exact = Erlang.steady(lambda, 1 / talk, agents, 0).orElseThrow();
        double within = exact.answeredWithin(target / 60);
        return List.of(
                Expected.exact("delayed_share", exact.delayed()),
                Expected.exact("wait_mean_all", exact.waitAll() * 60),
                Expected.exact("queue_mean", exact.queue()),
                Expected.exact("occupancy", lambda * talk / agents),
                Expected.exact("sl_answered_of_offered", within),
                Expected.exact("sl_answered_of_answered", within),
                Expected.exact("talk_mean", talk * 60),
                Expected.exact("abandoned", 0),
                Expected.exact("blocked", 0));
    }

    /** Arrivals per minute, mean talk in minutes, agents, and as many as may wait. */
    private static List<Expected> queueCapacity(double lambda, double talk, int agents, int room) {
        int most = agents + room;
        Chain<Integer> there = new Chain<>(0, n -> {
            Map<Integer, Double> rates = new HashMap<>();
            rates.put(n - 1, Math.min(n, agents) / talk);
            rates.put(n + 1, lambda);
            rates.keySet().removeIf(to -> to < 0 || to > most);
            return rates;
        });
        return List.of(
                Expected.exact("blocked_share", there.chance(n -> n == most)),
                Expected.exact("answer_rate", there.chance(n -> n < most)),
                Expected.exact("delayed_share", there.chance(n -> n >= agents && n < most)),
                Expected.exact("queue_mean", there.mean(n -> Math.max(0, n - agents))),
                Expected.exact("occupancy", there.mean(n -> Math.min(n, agents)) / agents),
                Expected.exact("abandoned", 0));
    }

    /** Arrivals per minute, mean patience and the wait until a message in minutes, and the share that leaves one, where nobody is answered. */
    private static List<Expected> message(double lambda, double patience, double after, double share) {
        double left = share * Math.exp(-after / patience);
        return List.of(
                Expected.exactRate("messages a minute", lambda * left, 60, Count.MESSAGES),
                Expected.exact("abandonment_rate", 1 - left),
                Expected.exact("wait_mean_all", (patience - after * left / (1 - left)) * 60), // of those who gave up
                Expected.exact("queue_mean", lambda * patience * (1 - left)),
                Expected.exact("answered", 0));
    }

    /** Tickets per minute, the share that comes back each time, mean work in minutes, agents. */
    private static List<Expected> ticketsReopened(double lambda, double back, double work, int agents) {
        double visits = lambda / (1 - back);
        double wait = Erlang.steady(visits, 1 / work, agents, 0).orElseThrow().waitAll();
        return List.of(
                Expected.exactRate("reopened a minute", visits * back, 60, Count.REOPENED),
                Expected.exact("resolution_mean", (wait + work) * 60),
                Expected.exact("backlog_mean", visits * (wait + work)),
                Expected.exact("occupancy", visits * work / agents));
    }

    /** As {@link #erlangC}, and the wait that 90 % do not exceed: the wait of those who wait is exponential. */
    private static List<Expected> erlangCWithQuantile(double lambda, double talk, int agents, double target) {
        List<Expected> all = new ArrayList<>(erlangC(lambda, talk, agents, target));
        double delayed = Erlang.steady(lambda, 1 / talk, agents, 0).orElseThrow().delayed();
        all.add(Expected.exact("wait_p90", 60 * Math.log(delayed / 0.1) / (agents / talk - lambda)));
        return all;
    }

    /** People per minute, of whom some try self-service first, which contains some. Thinned and delayed, a Poisson process is one again. */
    private static List<Expected> selfService(double people, double tries, double contained, double talk, int agents) {
        double calls = people * (1 - tries * contained);
        List<Expected> all = new ArrayList<>(erlangC(calls, talk, agents, 20));
        all.add(Expected.exactRate("calls a minute", calls, 60, Count.OFFERED));
        all.add(Expected.exactRate("contained a minute", people * tries * contained, 60, Count.SELF_SERVICE_CONTAINED));
        all.add(Expected.exact("containment_rate", contained));
        return all;
    }

    /** Calls per minute, their mean talk, agents, and the mean work of letters: agents without a call have one, and calls do not notice. */
    private static List<Expected> blendParked(double calls, double talk, int agents, double letter) {
        Erlang.Steady exact = Erlang.steady(calls, 1 / talk, agents, 0).orElseThrow();
        return List.of(
                Expected.exact("delayed_share", exact.delayed()),
                Expected.exact("occupancy_talk", calls * talk / agents),
                Expected.exact("occupancy", 1),
                Expected.exactRate("letters an hour", 60 / letter * (agents - calls * talk), 3_600, Count.FINISHED));
    }

    /** Of the same calls; they vary so much more that they take more replications. */
    private static List<Expected> blendParkedWaits(double calls, double talk, int agents) {
        double wait = Erlang.steady(calls, 1 / talk, agents, 0).orElseThrow().waitAll();
        return List.of(Expected.exact("wait_mean_all", wait * 60), Expected.exact("queue_mean", calls * wait));
    }

    /** Calls per minute, mean of both works, agents, and busy agents below which a letter is begun. */
    private static List<Expected> blendReserve(double calls, double work, int agents, int below) {
        BlendChain chain = new BlendChain(calls, 1 / work, agents, below);
        return List.of(
                Expected.exact("delayed_share", chain.delayed()),
                Expected.exact("wait_mean_all", chain.waitAll() * 60),
                Expected.exact("occupancy", chain.occupancy()),
                Expected.exact("occupancy_talk", calls * work / agents),
                Expected.exactRate("letters an hour", chain.letters() * 60, 3_600, Count.FINISHED));
    }

    /** Agents who dial, each held for so many seconds; a share of the dials is answered, and talk lasts so many seconds (renewal reward). */
    private static List<Expected> campaign(int agents, double dial, double answered, double talk) {
        double round = dial / answered + talk; // from one talk to the next
        return List.of(
                Expected.exactRate("people reached an hour", agents * 3_600 / round, 3_600, Count.CONNECTS),
                Expected.exactRate("dials an hour", agents * 3_600 / round / answered, 3_600, Count.DIALS),
                Expected.exact("connect_rate", answered),
                Expected.exact("occupancy_talk", talk / round),
                Expected.exact("occupancy", 1),
                Expected.exact("mismatches", 0),
                Expected.exact("answered", 0));
    }

    private static List<Expected> erlangA(double lambda, double talk, int agents, double patience, double target) {
        List<Expected> all = new ArrayList<>(generalPatience(lambda, talk, agents, Patience.exponential(patience), target));
        Erlang.Steady chain = Erlang.steady(lambda, 1 / talk, agents, 1 / patience).orElseThrow();
        all.add(Expected.exact("agents_busy", chain.busy()));
        all.add(Expected.exact("wait_mean_all", chain.abandoned() * patience * 60)); // the identity P(abandon) = theta E[W]
        return all;
    }

    private static List<Expected> generalPatience(double lambda, double talk, int agents, DoubleUnaryOperator patience, double target) {
        return GeneralPatience.of(lambda, 1 / talk, agents, patience, target / 60).expected(60);
    }

    private static List<Expected> sixteen(DoubleUnaryOperator patience) {
        return generalPatience(102, 1, 100, patience, 6);
    }

    private static List<Expected> nineDesks() {
        GeneralPatience exact = GeneralPatience.of(0.9, 1 / 6.0, 6, Patience.exponential(3), 1 / 3.0);
        List<Expected> all = new ArrayList<>();
        for (String scope : IntStream.rangeClosed(0, 9).mapToObj(i -> i == 0 ? "overall" : "desk desk" + i).toList()) {
            all.add(Expected.exact("delayed_share", scope, exact.delayed()));
            all.add(Expected.exact("abandonment_rate", scope, exact.abandoned()));
            all.add(Expected.exact("wait_mean_all", scope, exact.waitAll() * 60));
            all.add(Expected.exact("wait_mean_answered", scope, exact.waitAnswered() * 60));
            all.add(Expected.exact("queue_mean", scope, exact.queue() * (scope.equals("overall") ? 9 : 1)));
            all.add(Expected.exact("occupancy", scope, exact.occupancy()));
            all.add(Expected.exact("sl_answered_of_offered", scope, exact.good()));
            all.add(Expected.exact("sl_answered_of_answered", scope, exact.goodOfAnswered()));
        }
        return all;
    }

    /** Classes by priority, arrivals per minute each (Cobham 1954). */
    private static List<Expected> priorities(int agents, double talk, List<String> services, double... lambda) {
        double delayed = Erlang.steady(Arrays.stream(lambda).sum(), 1 / talk, agents, 0).orElseThrow().delayed();
        List<Expected> all = new ArrayList<>(erlangC(Arrays.stream(lambda).sum(), talk, agents, 20));
        all.removeIf(e -> e.measure().startsWith("sl_")); // other than without priorities
        double below = 1;
        for (int k = 0; k < lambda.length; k++) {
            double left = below - lambda[k] * talk / agents;
            double wait = delayed / (agents / talk * below * left) * 60;
            all.add(Expected.exact("delayed_share", "service " + services.get(k), delayed));
            all.add(Expected.exact("wait_mean_all", "service " + services.get(k), wait));
            all.add(Expected.exact("queue_mean", "service " + services.get(k), lambda[k] * wait / 60));
            below = left;
        }
        return all;
    }

    /**
     * M/M/1 without a queue; who is blocked tries again after an exponential delay (Falin and Templeton 1997, section 1.1): the server is busy ρ = λ ×
     * talk of the time, and ρ (ρ + λ × delay) / (1 − ρ) people are between two attempts.
     */
    private static List<Expected> retrials(double lambda, double talk, double delay) {
        double busy = lambda * talk;
        double away = busy * (busy + lambda * delay) / (1 - busy);
        double attempts = lambda + away / delay;
        return List.of(
                Expected.exact("occupancy", busy),
                Expected.exactRate("between two attempts, by Little's law", away, delay * 60, Count.RETRIED),
                Expected.exact("blocked_share", away / delay / attempts),
                Expected.exact("answer_rate", lambda / attempts),
                Expected.exact("person_answer_rate", 1),
                Expected.exact("abandoned", 0),
                Expected.exact("delayed_share", 0));
    }

    /**
     * The trap of cases 02, 14, 15 and 16: one run, four percentages. Who gives up quickly is counted as lost, left out, counted as good, or out of sight
     * like everybody who gives up.
     */
    @ParameterizedTest
    @ValueSource(strings = {"02_mmc_abandon_day", "14_erlang_reference-a14", "16_general_patience_exact"})
    void everyDefinitionOfTheServiceLevelGivesItsOwnNumber(String scenario) {
        OracleRun run = OracleRun.of(scenario, 2);
        List<String> ascending =
                List.of("sl_answered_of_offered", "sl_excluding_quick_abandons", "sl_counting_quick_abandons", "sl_answered_of_answered");
        double[] levels = ascending.stream().mapToDouble(id -> run.kpi(id, "overall").value()).toArray();
        for (int i = 1; i < levels.length; i++) {
            assertThat(levels[i]).as(ascending.get(i)).isGreaterThan(levels[i - 1]);
        }
    }

    /** Case 17a's trap: the wait of a call is not the mean of the classes' waits, as most calls are of the class that waits. */
    @Test
    void theWaitOfAllIsWeightedByCalls() {
        OracleRun run = OracleRun.of("17a_two_priorities", 2);
        double high = run.kpi("wait_mean_all", "service high").value();
        double low = run.kpi("wait_mean_all", "service low").value();
        assertThat(run.kpi("wait_mean_all", "overall").value()).isGreaterThan((high + low) / 2).isBetween(high, low);
    }

    /** What is computed here is what the files print. */
    @Test
    void expectsWhatTheFilesPrint() {
        List<Expected> classes = priorities(10, 1, List.of("high", "low"), 3, 5);
        assertThat(theory(classes, "delayed_share", "service low")).isCloseTo(0.409180, within(6e-7));
        assertThat(theory(classes, "wait_mean_all", "service high") / 60).isCloseTo(0.0584543, within(6e-8));
        assertThat(theory(classes, "wait_mean_all", "service low") / 60).isCloseTo(0.2922715, within(6e-8));
        assertThat(theory(erlangC(8, 1, 10, 20), "wait_mean_all", "overall") / 60).isCloseTo(0.2045901, within(6e-8));
        assertThat(campaign(5, 20, 0.3, 240).get(0).theory()).isCloseTo(58.6957, within(6e-5));
        assertThat(campaign(5, 20, 0.3, 240).get(1).theory()).isCloseTo(195.652, within(6e-4));
        assertThat(theory(campaign(5, 20, 0.3, 240), "occupancy_talk", "overall")).isCloseTo(0.782609, within(6e-7));
        assertThat(theory(selfService(4, 0.5, 0.6, 4, 14), "delayed_share", "overall")).isCloseTo(0.334530, within(6e-7));
        assertThat(theory(selfService(4, 0.5, 0.6, 4, 14), "wait_mean_all", "overall") / 60).isCloseTo(0.477901, within(6e-7));
        assertThat(theory(queueCapacity(1.2, 4, 5, 3), "blocked_share", "overall")).isCloseTo(0.136286, within(6e-7));
        assertThat(theory(queueCapacity(1.2, 4, 5, 3), "delayed_share", "overall")).isCloseTo(0.443887, within(6e-7));
        assertThat(theory(message(5, 6, 3, 0.4), "wait_mean_all", "overall")).isCloseTo(302.341, within(6e-4));
        assertThat(theory(ticketsReopened(0.3, 0.25, 10, 5), "resolution_mean", "overall") / 60).isCloseTo(15.5411, within(6e-5));
        assertThat(retrials(0.7, 1, 2).get(1).theory()).isCloseTo(4.9, within(1e-12));
        assertThat(retrials(0.7, 1, 2).get(0).theory()).isEqualTo(0.7);
    }

    private static double theory(List<Expected> all, String measure, String scope) {
        return all.stream().filter(e -> e.measure().equals(measure) && e.scope().equals(scope)).findFirst().orElseThrow().theory();
    }
}
