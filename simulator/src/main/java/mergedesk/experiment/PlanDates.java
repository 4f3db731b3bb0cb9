package mergedesk.experiment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mergedesk.compile.PlanDraws;
import mergedesk.results.Study;
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
    private final List<PlanTimes> draws = new ArrayList<>();

    /** Those of the first replications with a seed. {@code decided}: what results decided in each run; where they may decide anything, there are no other draws than these. */
    PlanDates(Scenario scenario, long seed, List<Map<String, Long>> decided) {
        this.scenario = scenario;
        PlanDraws plan = new PlanDraws(scenario);
        boolean areDecided = scenario.plan().values().stream().anyMatch(step -> step.when() != null);
        for (int replication = 0; replication < (areDecided ? decided.size() : Math.max(FEWEST_DRAWS, decided.size())); replication++) {
            Map<String, LocalDateTime> moments = new HashMap<>();
            if (areDecided) {
                decided.get(replication).forEach((step, day) -> moments.put(step, LocalDate.ofEpochDay(day).atStartOfDay()));
            }
            draws.add(plan.times(seed, replication, moments));
        }
    }

    /** When a step begins, or ends. */
    Study.Dates of(Turn turn) {
        List<LocalDateTime> dates = draws.stream().map(times -> at(turn, times)).flatMap(Optional::stream).sorted().toList();
        PlanStep step = turn.step();
        return new Study.Dates(
                quantile(dates, EARLY),
                quantile(dates, MIDDLE),
                quantile(dates, LATE),
                chance(dates.stream().filter(date -> date.isBefore(scenario.time().ends())).count()),
                turn.begins() && step.by() != null ? Optional.of(chance(dates.stream().filter(date -> !date.isAfter(step.by())).count())) : Optional.empty(),
                turn.begins() ? waitedFor(turn.id()) : List.of());
    }

    private static Optional<LocalDateTime> at(Turn turn, PlanTimes times) {
        return Optional.ofNullable(turn.begins() ? times.begins().get(turn.id()) : times.ends().get(turn.id()));
    }

    /** The smallest date by which so large a share of draws has it. */
    private Optional<String> quantile(List<LocalDateTime> sorted, double share) {
        int at = (int) Math.ceil(share * draws.size()) - 1;
        return at < sorted.size() ? Optional.of(sorted.get(at).toString()) : Optional.empty();
    }

    private Chance chance(long times) {
        return new Chance((int) times, draws.size());
    }

    private List<Study.Waited> waitedFor(String id) {
        Map<String, Integer> times = new HashMap<>();
        draws.stream().map(draw -> draw.waitedFor().get(id)).filter(other -> other != null).forEach(other -> times.merge(other, 1, Integer::sum));
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Study.Waited(scenario.plan().get(entry.getKey()).name(), chance(entry.getValue())))
                .toList();
    }

    /** How often all steps come in time that have to; empty where none has. */
    Optional<Chance> inTime() {
        List<String> due = scenario.plan().keySet().stream().filter(id -> scenario.plan().get(id).by() != null).toList();
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(chance(draws.stream().filter(times -> due.stream().allMatch(id -> times.begins().containsKey(id) && !times.begins().get(id).isAfter(scenario.plan().get(id).by()))).count()));
    }
}
