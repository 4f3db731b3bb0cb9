package mergedesk.experiment;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import mergedesk.compile.PlanDraws;
import mergedesk.results.Study;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Exit;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.PlanTimes;
import mergedesk.scenario.Scenario;
import mergedesk.stats.Estimate;
import mergedesk.stats.Sample;

/** Who goes where steps of a plan end posts, group by group. Where that is drawn, over the same draws as dates; nothing of it needs a simulation. */
final class PlanExits {
    private final Scenario scenario;
    private final Map<String, List<List<Exit>>> draws = new LinkedHashMap<>(); // by step, of draws in which it happens

    /** Those of a scenario; {@code dates}: of its steps, with a seed, where anything is drawn. */
    PlanExits(Scenario scenario, Optional<PlanDates> dates, long seed) {
        this.scenario = scenario;
        PlanDraws plan = new PlanDraws(scenario);
        scenario.plan().entrySet().stream().filter(step -> step.getValue().release() != null).forEach(step -> draws.put(step.getKey(), dates.map(of -> drawn(plan, seed, step.getKey(), of.of(step.getKey()))).orElse(List.of(step.getValue().exits()))));
    }

    private static List<List<Exit>> drawn(PlanDraws plan, long seed, String step, List<PlanTimes> times) {
        List<List<Exit>> all = new ArrayList<>();
        for (int replication = 0; replication < times.size(); replication++) {
            List<Exit> exits = plan.exits(seed, replication, times.get(replication)).get(step);
            if (exits != null) {
                all.add(exits);
            }
        }
        return all;
    }

    /** By employer, in order of their names; groups as they are written. */
    List<Study.PostsEnd> all() {
        return draws.entrySet().stream()
                .flatMap(step -> scenario.plan().get(step.getKey()).release().posts().entrySet().stream().map(posts -> of(scenario.plan().get(step.getKey()), posts.getKey(), posts.getValue(), step.getValue())))
                .sorted(Comparator.comparing(Study.PostsEnd::employer))
                .toList();
    }

    private Study.PostsEnd of(PlanStep step, String id, int posts, List<List<Exit>> drawn) {
        AgentGroup group = scenario.groups().get(id);
        List<List<Exit>> ofGroup = drawn.stream().map(exits -> exits.stream().filter(exit -> exit.group().equals(id)).toList()).toList();
        Map<Study.PostsEnd.How, Estimate> people = new EnumMap<>(Study.PostsEnd.How.class);
        Stream.of(Study.PostsEnd.How.values()).forEach(how -> people.put(how, people(Exit.Reason.valueOf(how.name()), ofGroup)));
        List<LocalDateTime> last = ofGroup.stream().flatMap(exits -> exits.stream().filter(exit -> exit.reason().isForGood()).map(Exit::at).max(Comparator.naturalOrder()).stream()).sorted().toList();
        return new Study.PostsEnd(
                step.name(),
                group.employer() == null ? "" : group.employer(),
                id,
                group.posts(),
                posts,
                people,
                last.isEmpty() ? Optional.empty() : Optional.of(last.get((last.size() - 1) / 2).toString()));
    }

    /** The mean, exact where all draws say the same. */
    private static Estimate people(Exit.Reason reason, List<List<Exit>> drawn) {
        double[] people = drawn.stream().mapToDouble(exits -> exits.stream().filter(exit -> exit.reason() == reason).mapToInt(Exit::people).sum()).toArray();
        return DoubleStream.of(people).distinct().count() == 1 ? Estimate.exact(people[0], people.length) : Sample.mean(people, 1, Estimate.Method.MEAN);
    }
}
