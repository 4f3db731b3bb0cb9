package mergedesk.scenario;

import java.util.ArrayList;
import java.util.Comparator;
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
    /** Nobody has gone from the group yet. */
    private static InPost all(AgentGroup group) {
        return new InPost(group.peopleAtFirst(), group.peopleAtFirst(), group.peopleAtFirst());
    }

    private InPost after(Exit exit) {
        int paidLess = exit.reason().isForGood() ? exit.people() : 0;
        int thereLess = exit.reason() == Exit.Reason.VACANT ? 0 : exit.people();
        return new InPost(atFirst, paid - paidLess, there - thereLess);
    }

    /** The turns of steps with those at which people go, each with what holds then for those who are left. */
    static List<Turn> over(List<Turn> steps, Scenario scenario) {
        if (scenario.plan().values().stream().allMatch(step -> step.exits().isEmpty())) {
            return steps;
        }
        List<Turn> all = new ArrayList<>(steps);
        scenario.plan().forEach((id, step) -> step.exits().stream().map(Exit::at).distinct().filter(at -> at.isBefore(scenario.time().ends())).forEach(at -> all.add(new Turn(id, step, Turn.Kind.EXIT, at, null))));
        all.sort(Comparator.comparing(Turn::at).thenComparing(Turn::kind));
        Map<String, InPost> left = new LinkedHashMap<>();
        Scenario now = scenario.with(Scenario::plan, Map.of());
        for (int i = 0; i < all.size(); i++) {
            Turn turn = all.get(i);
            if (turn.kind() == Turn.Kind.EXIT) {
                turn.step().exits().stream().filter(exit -> exit.at().equals(turn.at())).forEach(exit -> left.compute(exit.group(), (id, known) -> (known == null ? all(scenario.groups().get(id)) : known).after(exit)));
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
