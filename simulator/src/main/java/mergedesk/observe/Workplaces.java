package mergedesk.observe;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.program.Plan;
import mergedesk.program.Program;

/**
 * Where agents of a group work, and for whom: a group at a desk with an employer is a workplace. The first one of a group has its number; a group that a plan moves to another desk or employer has further ones behind those of all groups.
 *
 * @param group of each workplace
 * @param desk of each
 * @param employer council of each; -1: none
 * @param ofPhase [phase, the first being what holds at first][group]: its workplace
 */
record Workplaces(int[] group, int[] desk, int[] employer, int[][] ofPhase) {
    static Workplaces of(Program program) {
        Map<List<Integer>, Integer> places = new LinkedHashMap<>(); // group, desk and employer, and its number
        int groups = program.groupCount();
        int[][] ofPhase = new int[1 + program.plan().phases().size()][groups];
        for (int group = 0; group < groups; group++) {
            places.put(place(program.groups(), group), group);
            ofPhase[0][group] = group;
        }
        int phase = 0;
        for (Plan.Phase each : program.plan().phases()) {
            phase++;
            for (int group = 0; group < groups; group++) {
                List<Integer> place = place(each.rules().groups(), group);
                places.putIfAbsent(place, places.size());
                ofPhase[phase][group] = places.get(place);
            }
        }
        List<List<Integer>> inOrder = List.copyOf(places.keySet());
        return new Workplaces(ints(inOrder, 0), ints(inOrder, 1), ints(inOrder, 2), ofPhase);
    }

    private static List<Integer> place(Program.Groups groups, int group) {
        return List.of(group, groups.desk()[group], groups.employer()[group]);
    }

    private static int[] ints(List<List<Integer>> places, int at) {
        int[] ints = new int[places.size()];
        Arrays.setAll(ints, place -> places.get(place).get(at));
        return ints;
    }

    int count() {
        return group.length;
    }
}
