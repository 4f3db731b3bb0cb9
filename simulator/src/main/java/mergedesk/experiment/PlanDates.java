package mergedesk.experiment;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mergedesk.compile.PlanDraws;
import mergedesk.results.Study;
import mergedesk.scenario.Exits;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.PlanTimes;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Turn;
import mergedesk.stats.Chance;

/** When steps of a plan happen whose dates are drawn or decided by results. Dates that are drawn need no simulation, so more of them are looked at than runs: those of the runs, and those that further runs would have. */
final class PlanDates {
    private static final int FEWEST_DRAWS = 2_000;
    private static final double EARLY = 0.05;
    private static final double MIDDLE = 0.5;
    private static final double LATE = 0.95;

    private final Scenario scenario;
    private final List<PlanTimes> draws = new ArrayList<>(); // of dates, where results decide nothing
    private final List<PlanTimes> runs = new ArrayList<>();
    private final Map<PlanTimes, Map<String, LocalDateTime>> lastGone = new IdentityHashMap<>(); // by step that ends posts and has a date by which they should have ended
    private final Set<String> byResults = new HashSet<>(); // steps of which results may move the date

    /** Those of the first replications with a seed. {@code decided}: what results decided in each run. */
    PlanDates(Scenario scenario, long seed, List<Map<String, Long>> decided) {
        this.scenario = scenario;
        PlanDraws plan = new PlanDraws(scenario);
        for (int replication = 0; replication < Math.max(FEWEST_DRAWS, decided.size()); replication++) {
            draws.add(plan.times(seed, replication));
        }
        for (int replication = 0; replication < decided.size(); replication++) {
            runs.add(plan.times(seed, replication, decided.get(replication)));
        }
        if (scenario.plan().values().stream().anyMatch(step -> step.release() != null && step.by() != null)) {
            lookForExits(plan, seed, draws);
            lookForExits(plan, seed, runs);
        }
        Map<String, LocalDateTime> earliest = PlanTimes.possible(scenario.plan(), scenario.time().counted(), Map.of());
        int before = -1;
        while (before < byResults.size()) {
            before = byResults.size();
            scenario.plan().forEach((id, step) -> {
                if (step.when() != null || step.after().stream().anyMatch(byResults::contains)) {
                    byResults.add(id);
                }
                if (byResults.contains(id)) {
                    step.ends().stream().filter(other -> !waitsFor(id, other) && !alwaysBegins(other, earliest.get(id))).forEach(byResults::add);
                }
            });
        }
    }

    /** Whether any step should be done by a date that hangs on when people go. */
    boolean hangsOnExits() {
        return !lastGone.isEmpty();
    }

    private void lookForExits(PlanDraws plan, long seed, List<PlanTimes> all) {
        for (int replication = 0; replication < all.size(); replication++) {
            Map<String, LocalDateTime> last = new HashMap<>();
            plan.exitsForGood(seed, replication, all.get(replication)).forEach((step, exits) -> last.put(step, Exits.last(exits)));
            lastGone.put(all.get(replication), last);
        }
    }

    /** Whether a step is done by the date by which it should be: it has begun, and whoever goes has gone. */
    private boolean isInTime(String step, PlanTimes times) {
        LocalDateTime begin = times.begins().get(step);
        LocalDateTime last = lastGone.getOrDefault(times, Map.of()).get(step);
        LocalDateTime by = scenario.plan().get(step).by();
        return begin != null && !begin.isAfter(by) && (last == null || !last.isAfter(by));
    }

    /** Whether a step waits for another, directly or through others: whatever it ends began before it. */
    private boolean waitsFor(String id, String other) {
        Set<String> before = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(id));
        while (!left.isEmpty()) {
            scenario.plan().get(left.pop()).after().stream().filter(before::add).forEach(left::push);
        }
        return before.contains(other);
    }

    /** Whether it has begun by then in every draw, so that what comes later can only end it. */
    private boolean alwaysBegins(String step, LocalDateTime by) {
        return draws.stream().allMatch(times -> times.begins().containsKey(step) && times.begins().get(step).isBefore(by));
    }

    /** When a step begins, or ends. */
    Study.Dates of(Turn turn) {
        boolean isEnded = !turn.begins() && scenario.plan().entrySet().stream().anyMatch(step -> step.getValue().ends().contains(turn.id()) && byResults.contains(step.getKey()));
        List<PlanTimes> all = isEnded ? runs : of(turn.id());
        List<LocalDateTime> dates = all.stream().map(times -> at(turn, times)).flatMap(Optional::stream).sorted().toList();
        PlanStep step = turn.step();
        return new Study.Dates(
                quantile(dates, EARLY, all.size()),
                quantile(dates, MIDDLE, all.size()),
                quantile(dates, LATE, all.size()),
                chance(dates.stream().filter(date -> date.isBefore(scenario.time().ends())).count(), all),
                turn.begins() && step.by() != null ? Optional.of(chance(all.stream().filter(times -> isInTime(turn.id(), times)).count(), all)) : Optional.empty(),
                turn.begins() && step.when() != null ? Optional.of(chance(all.stream().filter(times -> times.decided().contains(turn.id())).count(), all)) : Optional.empty(),
                turn.begins() ? waitedFor(turn.id()) : List.of());
    }

    /** By replication, all that is known of the plan together: the runs where results decide anything of it, or else more draws than these. */
    List<PlanTimes> all() {
        return byResults.isEmpty() ? draws : runs;
    }

    /** What is known of a step, by replication: of one that results may move, the runs. */
    private List<PlanTimes> of(String step) {
        return byResults.contains(step) ? runs : draws;
    }

    private static Optional<LocalDateTime> at(Turn turn, PlanTimes times) {
        return Optional.ofNullable(turn.begins() ? times.begins().get(turn.id()) : times.ends().get(turn.id()));
    }

    /** The smallest date by which so large a share of draws has it. */
    private static Optional<String> quantile(List<LocalDateTime> sorted, double share, int draws) {
        int at = (int) Math.ceil(share * draws) - 1;
        return at < sorted.size() ? Optional.of(sorted.get(at).toString()) : Optional.empty();
    }

    private static Chance chance(long times, List<PlanTimes> all) {
        return new Chance((int) times, all.size());
    }

    private List<Study.Waited> waitedFor(String id) {
        Map<String, Integer> times = new HashMap<>();
        of(id).stream().map(draw -> draw.waitedFor().get(id)).filter(other -> other != null).forEach(other -> times.merge(other, 1, Integer::sum));
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Study.Waited(scenario.plan().get(entry.getKey()).name(), chance(entry.getValue(), of(id))))
                .toList();
    }

    /** How often all steps come in time that have to, but those that happen only if results decide so; empty where none has. */
    Optional<Chance> inTime() {
        List<String> due = scenario.plan().keySet().stream().filter(id -> scenario.plan().get(id).by() != null && draws.get(0).begins().containsKey(id)).toList();
        List<PlanTimes> all = due.stream().anyMatch(byResults::contains) ? runs : draws;
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(chance(all.stream().filter(times -> due.stream().allMatch(id -> isInTime(id, times))).count(), all));
    }
}
