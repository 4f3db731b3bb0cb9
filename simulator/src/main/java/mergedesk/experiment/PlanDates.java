package mergedesk.experiment;

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

/** When steps of a plan happen whose dates are drawn. Dates need no simulation, so more of them are looked at than runs: those of the runs, and those that further runs would have. */
final class PlanDates {
    private static final int FEWEST_DRAWS = 2_000;
    private static final double EARLY = 0.05;
    private static final double MIDDLE = 0.5;
    private static final double LATE = 0.95;

    private final Scenario scenario;
    private final List<PlanTimes> draws = new ArrayList<>();

    /** Those of the first replications with a seed, of so many runs. */
    PlanDates(Scenario scenario, long seed, int runs) {
        this.scenario = scenario;
        PlanDraws plan = new PlanDraws(scenario);
        for (int replication = 0; replication < Math.max(FEWEST_DRAWS, runs); replication++) {
            draws.add(plan.times(seed, replication));
        }
    }

    /** When a step begins, or ends. */
    Study.Dates of(Turn turn) {
        List<LocalDateTime> dates = draws.stream().map(times -> at(turn, times)).sorted().toList();
        PlanStep step = turn.step();
        return new Study.Dates(
                quantile(dates, EARLY),
                quantile(dates, MIDDLE),
                quantile(dates, LATE),
                chance(dates.stream().filter(date -> date.isBefore(scenario.time().ends())).count()),
                turn.begins() && step.by() != null ? Optional.of(chance(dates.stream().filter(date -> !date.isAfter(step.by())).count())) : Optional.empty(),
                turn.begins() ? waitedFor(turn.id()) : List.of());
    }

    private static LocalDateTime at(Turn turn, PlanTimes times) {
        LocalDateTime begin = times.begins().get(turn.id());
        return turn.begins() ? begin : turn.step().lasts().endFrom(begin);
    }

    /** The smallest date by which so large a share of draws has it. */
    private static String quantile(List<LocalDateTime> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1).toString();
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
                : Optional.of(chance(draws.stream().filter(times -> due.stream().noneMatch(id -> times.begins().get(id).isAfter(scenario.plan().get(id).by()))).count()));
    }
}
