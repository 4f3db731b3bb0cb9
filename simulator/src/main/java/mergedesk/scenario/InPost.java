package mergedesk.scenario;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.units.With;

/**
 * How many people of a group are left on the way of a plan: agents fall in proportion.
 *
 * @param atFirst how many there were at the start, when staffing or shifts are as written
 * @param paid how many are left, of whom some may be away
 * @param there how many of these are not away
 */
public record InPost(int atFirst, int paid, int there) implements With<InPost> {
    public InPost {
        if (there < 0 || there > paid || paid > atFirst) {
            throw new IllegalArgumentException("people of a group: " + there + " there of " + paid + " of " + atFirst);
        }
    }

    /** Nobody has gone from the group yet. */
    private static InPost all(AgentGroup group) {
        return new InPost(group.peopleAtFirst(), group.peopleAtFirst(), group.peopleAtFirst());
    }

    /** After exits of one moment. */
    private InPost after(List<Exit> exits) {
        int gone = exits.stream().filter(exit -> exit.reason().isForGood()).mapToInt(Exit::people).sum();
        int away = exits.stream().filter(exit -> exit.reason() == Exit.Reason.AWAY).mapToInt(Exit::people).sum();
        return new InPost(atFirst, paid - gone, there - gone - away);
    }

    /** The turns of steps with those at which people go, each with what holds then for those who are left. */
    static List<Turn> over(List<Turn> steps, Scenario scenario) {
        Map<LocalDateTime, Map<String, List<Exit>>> exits = new HashMap<>(); // by moment and group
        List<Turn> all = new ArrayList<>(steps);
        scenario.plan().forEach((id, step) -> {
            List<Exit> counted = step.exits().stream().filter(exit -> exit.reason() != Exit.Reason.VACANT && exit.at().isBefore(scenario.time().ends())).toList();
            counted.forEach(exit -> exits.computeIfAbsent(exit.at(), at -> new LinkedHashMap<>()).computeIfAbsent(exit.group(), group -> new ArrayList<>()).add(exit));
            counted.stream().map(Exit::at).distinct().forEach(at -> all.add(new Turn(id, step, Turn.Kind.EXIT, at, null)));
        });
        if (exits.isEmpty()) {
            return steps;
        }
        all.sort(Comparator.comparing(Turn::at).thenComparing(Turn::kind));
        Map<String, InPost> left = new LinkedHashMap<>();
        Scenario now = scenario.with(Scenario::plan, Map.of());
        for (int i = 0; i < all.size(); i++) {
            Turn turn = all.get(i);
            if (turn.kind() == Turn.Kind.EXIT) { // of several steps of a moment the first takes all
                Map<String, List<Exit>> of = exits.remove(turn.at());
                (of == null ? Map.<String, List<Exit>>of() : of).forEach((group, some) -> left.compute(group, (id, known) -> (known == null ? all(scenario.groups().get(id)) : known).after(some)));
            } else {
                now = turn.then();
            }
            all.set(i, turn.with(Turn::then, now == null ? null : now.with(Scenario::groups, with(left, now.groups()))));
        }
        return all;
    }

    private static Map<String, AgentGroup> with(Map<String, InPost> left, Map<String, AgentGroup> groups) {
        Map<String, AgentGroup> now = new LinkedHashMap<>(groups);
        left.forEach((id, people) -> now.computeIfPresent(id, (same, group) -> group.with(AgentGroup::inPost, people)));
        return now;
    }
}
