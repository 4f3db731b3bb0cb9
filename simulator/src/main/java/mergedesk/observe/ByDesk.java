package mergedesk.observe;

import java.util.stream.IntStream;

/** Which flows, or groups, are at a desk. */
final class ByDesk {
    private ByDesk() {}

    /** By desk, in their order. */
    static int[][] of(int[] deskOf, int desks) {
        int[] counts = new int[desks];
        for (int desk : deskOf) {
            counts[desk]++;
        }
        int[][] found = IntStream.of(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int i = deskOf.length - 1; i >= 0; i--) {
            found[deskOf[i]][--counts[deskOf[i]]] = i;
        }
        return found;
    }
}
