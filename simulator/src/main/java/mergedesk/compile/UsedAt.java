package mergedesk.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import mergedesk.program.Plan;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;

/** At which desks an application is needed: by contacts there, by the self-service before it, or by an application that is needed there. */
final class UsedAt {
    private UsedAt() {}

    /** By application, numbers of desks; all of them where nobody needs it. {@code now}: see {@link Plan.Rules}. */
    static List<List<Integer>> of(Scenario scenario, int[] now, Numbering numbers) {
        List<TreeSet<Integer>> desks = numbers.applications().list().stream().map(application -> new TreeSet<Integer>()).toList();
        scenario.flows().forEach((id, flow) -> {
            if (!scenario.campaigns().containsKey(id) && now[numbers.flows().of(id)] == numbers.flows().of(id)) {
                mark(scenario, numbers, flow, desks);
            }
        });
        return desks.stream().map(of -> of.isEmpty() ? IntStream.range(0, numbers.desks().size()).boxed().toList() : (List<Integer>) new ArrayList<>(of)).toList();
    }

    private static void mark(Scenario scenario, Numbering numbers, Flow flow, List<TreeSet<Integer>> desks) {
        int desk = numbers.desks().of(flow.desk());
        Deque<String> needed = new ArrayDeque<>(scenario.needs(flow).keySet());
        if (flow.selfService() != null) {
            needed.addAll(scenario.channels().get(flow.selfService().channel()).needs());
        }
        while (!needed.isEmpty()) {
            String application = needed.remove();
            if (desks.get(numbers.applications().of(application)).add(desk)) {
                scenario.applications().get(application).needs().stream().filter(scenario.applications()::containsKey).forEach(needed::add);
            }
        }
    }
}
