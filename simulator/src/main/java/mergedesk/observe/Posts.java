package mergedesk.observe;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.program.Plan;
import mergedesk.program.Program;

/**
 * Where agents of a group work: a group at a desk is a post. The first post of a group has its number; a group that a plan moves to another desk has further ones behind those of all groups.
 *
 * @param group of each post
 * @param desk of each post
 * @param ofPhase [phase, the first being what holds at first][group]: its post
 */
record Posts(int[] group, int[] desk, int[][] ofPhase) {
    static Posts of(Program program) {
        Map<List<Integer>, Integer> posts = new LinkedHashMap<>(); // group and desk, and its number
        int groups = program.groupCount();
        int[][] ofPhase = new int[1 + program.plan().phases().size()][groups];
        for (int group = 0; group < groups; group++) {
            posts.put(List.of(group, program.groups().desk()[group]), group);
            ofPhase[0][group] = group;
        }
        int phase = 0;
        for (Plan.Phase each : program.plan().phases()) {
            phase++;
            for (int g = 0; g < groups; g++) {
                List<Integer> post = List.of(g, each.rules().groups().desk()[g]);
                posts.putIfAbsent(post, posts.size());
                ofPhase[phase][g] = posts.get(post);
            }
        }
        List<List<Integer>> inOrder = List.copyOf(posts.keySet());
        return new Posts(ints(inOrder, 0), ints(inOrder, 1), ofPhase);
    }

    private static int[] ints(List<List<Integer>> posts, int at) {
        int[] ints = new int[posts.size()];
        Arrays.setAll(ints, post -> posts.get(post).get(at));
        return ints;
    }

    int count() {
        return group.length;
    }
}
