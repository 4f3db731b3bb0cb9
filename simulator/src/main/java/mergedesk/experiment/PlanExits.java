package mergedesk.experiment;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import mergedesk.compile.PlanDraws;
import mergedesk.results.PostsEnd;
import mergedesk.scenario.Exit;
import mergedesk.scenario.Exits;
import mergedesk.scenario.PlanTimes;
import mergedesk.scenario.Scenario;
import mergedesk.stats.Estimate;
import mergedesk.stats.Sample;

/** Who goes where steps of a plan end posts, group by group. Where that is drawn, over the same draws as dates, or over the runs where results decide anything; nothing of it needs a simulation. */
final class PlanExits {
    private static final double EARLY = 0.05;
    private static final double MIDDLE = 0.5;
    private static final double LATE = 0.95;

    private final Scenario scenario;
    private final Map<List<String>, Found> found = new LinkedHashMap<>(); // by step and group, as they are written

    /** Of draws in which the step happens. */
    private static final class Found {
        private final Map<PostsEnd.How, List<Integer>> people = new EnumMap<>(PostsEnd.How.class);
        private final List<Integer> beyond = new ArrayList<>();
        private final List<LocalDateTime> last = new ArrayList<>();
        private final Map<String, Integer> employers = new TreeMap<>(); // how often

        private Found() {
            Stream.of(PostsEnd.How.values()).forEach(how -> people.put(how, new ArrayList<>()));
        }
    }

    /** Those of a scenario; {@code dates}: of its steps, with a seed, where anything is drawn. */
    PlanExits(Scenario scenario, Optional<PlanDates> dates, long seed) {
        this.scenario = scenario;
        scenario.plan().forEach((id, step) -> {
            if (step.release() != null) {
                step.release().posts().keySet().forEach(group -> found.put(List.of(id, group), new Found()));
            }
        });
        if (found.isEmpty()) {
            return;
        }
        if (dates.isEmpty()) {
            PlanTimes times = PlanTimes.planned(scenario.plan());
            add(times, Exits.planned(scenario, times));
            return;
        }
        PlanDraws draws = new PlanDraws(scenario);
        List<PlanTimes> all = dates.get().all();
        for (int replication = 0; replication < all.size(); replication++) {
            add(all.get(replication), draws.exitsForGood(seed, replication, all.get(replication)));
        }
    }

    private void add(PlanTimes times, Map<String, List<Exit>> exits) {
        found.forEach((key, of) -> {
            List<Exit> all = exits.get(key.get(0));
            if (all == null) {
                return;
            }
            List<Exit> ofGroup = all.stream().filter(exit -> exit.group().equals(key.get(1))).toList();
            int gone = 0;
            for (PostsEnd.How how : PostsEnd.How.values()) {
                int people = ofGroup.stream().filter(exit -> exit.reason().name().equals(how.name())).mapToInt(Exit::people).sum();
                of.people.get(how).add(people);
                gone += people;
            }
            of.beyond.add(Math.max(0, gone - scenario.plan().get(key.get(0)).release().posts().get(key.get(1))));
            LocalDateTime last = Exits.last(ofGroup);
            if (last != null) {
                of.last.add(last);
            }
            of.employers.merge(Exits.employer(scenario, times, key.get(1), last == null ? times.begins().get(key.get(0)) : last), 1, Integer::sum);
        });
    }

    /** By employer, in order of their names; groups as they are written. */
    List<PostsEnd> all() {
        return found.entrySet().stream().map(one -> of(one.getKey().get(0), one.getKey().get(1), one.getValue())).sorted(Comparator.comparing(PostsEnd::employer)).toList();
    }

    private PostsEnd of(String step, String group, Found of) {
        Map<PostsEnd.How, PostsEnd.People> people = new EnumMap<>(PostsEnd.How.class);
        of.people.forEach((how, counts) -> people.put(how, people(counts)));
        Collections.sort(of.last);
        String first = scenario.groups().get(group).employer();
        return new PostsEnd(
                scenario.plan().get(step).name(),
                of.employers.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(first == null ? "" : first),
                group,
                scenario.groups().get(group).posts(),
                scenario.plan().get(step).release().posts().get(group),
                people,
                people(of.beyond),
                by(of.last, MIDDLE),
                by(of.last, LATE));
    }

    private static Optional<String> by(List<LocalDateTime> sorted, double share) {
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((int) Math.ceil(share * sorted.size()) - 1).toString());
    }

    private static PostsEnd.People people(List<Integer> drawn) {
        double[] people = drawn.stream().mapToDouble(Integer::doubleValue).sorted().toArray();
        if (people.length == 0) {
            return new PostsEnd.People(Estimate.EMPTY, 0, 0);
        }
        boolean isSame = DoubleStream.of(people).distinct().count() == 1;
        return new PostsEnd.People(
                isSame ? Estimate.exact(people[0], people.length) : Sample.mean(people, 1, Estimate.Method.MEAN),
                (int) people[(int) (EARLY * (people.length - 1))],
                (int) people[(int) Math.ceil(LATE * (people.length - 1))]);
    }
}
