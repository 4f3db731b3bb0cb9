package mergedesk.experiment;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import mergedesk.compile.PlanDraws;
import mergedesk.results.PostsEnd;
import mergedesk.results.Study;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Exit;
import mergedesk.scenario.Exits;
import mergedesk.scenario.PlanTimes;
import mergedesk.scenario.Scenario;
import mergedesk.stats.Estimate;
import mergedesk.stats.Sample;

/** Who goes where steps of a plan end posts, group by group. Where that is drawn, over the same draws as dates; nothing of it needs a simulation. */
final class PlanExits {
    private static final double EARLY = 0.05;
    private static final double LATE = 0.95;

    private final Scenario scenario;
    private final Map<String, List<List<Exit>>> draws = new LinkedHashMap<>(); // by step, of draws in which it happens
    private final Map<String, PlanTimes> first = new HashMap<>(); // by step, times of the first of these

    /** Those of a scenario; {@code dates}: of its steps, with a seed, where anything is drawn. */
    PlanExits(Scenario scenario, Optional<PlanDates> dates, long seed) {
        this.scenario = scenario;
        PlanDraws plan = new PlanDraws(scenario);
        scenario.plan().forEach((id, step) -> {
            if (step.release() != null) {
                draw(id, plan, seed, dates.map(of -> of.of(id)).orElse(List.of(PlanTimes.planned(scenario.plan()))));
            }
        });
    }

    private void draw(String step, PlanDraws plan, long seed, List<PlanTimes> times) {
        List<List<Exit>> all = new ArrayList<>();
        for (int replication = 0; replication < times.size(); replication++) {
            List<Exit> exits = plan.exits(seed, replication, times.get(replication)).get(step);
            if (exits != null) {
                all.add(exits);
                first.putIfAbsent(step, times.get(replication));
            }
        }
        draws.put(step, all);
    }

    /** By employer, in order of their names; groups as they are written. */
    List<PostsEnd> all() {
        return draws.entrySet().stream()
                .flatMap(step -> scenario.plan().get(step.getKey()).release().posts().entrySet().stream().map(posts -> of(step.getKey(), posts.getKey(), posts.getValue(), step.getValue())))
                .sorted(Comparator.comparing(PostsEnd::employer))
                .toList();
    }

    private PostsEnd of(String step, String id, int posts, List<List<Exit>> drawn) {
        AgentGroup group = scenario.groups().get(id);
        List<List<Exit>> ofGroup = drawn.stream().map(exits -> exits.stream().filter(exit -> exit.group().equals(id)).toList()).toList();
        Map<PostsEnd.How, PostsEnd.People> people = new EnumMap<>(PostsEnd.How.class);
        Stream.of(PostsEnd.How.values()).forEach(how -> people.put(how, people(Exit.Reason.valueOf(how.name()), ofGroup)));
        List<LocalDateTime> last = ofGroup.stream().flatMap(exits -> exits.stream().filter(exit -> exit.reason().isForGood()).map(Exit::at).max(Comparator.naturalOrder()).stream()).sorted().toList();
        return new PostsEnd(
                scenario.plan().get(step).name(),
                first.containsKey(step) ? Exits.employer(scenario, first.get(step), id, first.get(step).begins().get(step)) : group.employer() == null ? "" : group.employer(),
                id,
                group.posts(),
                posts,
                people,
                last.isEmpty() ? Optional.empty() : Optional.of(last.get((last.size() - 1) / 2).toString()));
    }

    private static PostsEnd.People people(Exit.Reason reason, List<List<Exit>> drawn) {
        double[] people = drawn.stream().mapToDouble(exits -> exits.stream().filter(exit -> exit.reason() == reason).mapToInt(Exit::people).sum()).toArray();
        Estimate mean = DoubleStream.of(people).distinct().count() == 1 ? Estimate.exact(people[0], people.length) : Sample.mean(people, 1, Estimate.Method.MEAN);
        double[] sorted = DoubleStream.of(people).sorted().toArray();
        return sorted.length == 0 ? new PostsEnd.People(mean, 0, 0) : new PostsEnd.People(mean, (int) sorted[(int) (EARLY * (sorted.length - 1))], (int) sorted[(int) Math.ceil(LATE * (sorted.length - 1))]);
    }
}
