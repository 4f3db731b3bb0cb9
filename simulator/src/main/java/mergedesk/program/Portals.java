package mergedesk.program;

import java.util.BitSet;

/**
 * What people try before they come to a desk, by flow.
 *
 * @param portals number of self-service channels; the timetable says when each is open, and none is before it does
 * @param needsOffset rows of each self-service channel
 * @param needs application without which it is not available
 * @param portal self-service of each flow; -1 for none
 * @param tries chance that a person tries it at the first attempt
 * @param contained chance that who tries it gets what is needed and never comes to a desk
 * @param delay time after which the others come, a number of Lengths; -1 for flows without self-service
 * @param becomes flow as which they come
 */
public record Portals(int portals, int[] needsOffset, int[] needs, int[] portal, double[] tries, double[] contained, int[] delay, int[] becomes) {
    /** No portal. */
    public static final int NONE = -1;

    /** Whether anybody may try anything. */
    public boolean any() {
        return portals > 0;
    }

    /** Flows whose people may try it first, or who come after it as contacts of the flow. */
    public BitSet concerned() {
        BitSet flows = new BitSet();
        for (int flow = 0; flow < portal.length; flow++) {
            if (portal[flow] != NONE) {
                flows.set(flow);
                flows.set(becomes[flow]);
            }
        }
        return flows;
    }

    /** Share of those who arrive whom no desk sees now: contained, or to come later as a contact of another flow. */
    public double lost(int flow) {
        return tries[flow] * (becomes[flow] == flow ? contained[flow] : 1);
    }

    /** Takes out of expected numbers, by flow, whom self-service contains, and adds whom it fails to the flows that they become: as if it were always available and they came at once. */
    public void divide(double[] expected) {
        double[] come = new double[any() ? expected.length : 0];
        for (int flow = 0; flow < come.length; flow++) {
            come[flow] += expected[flow] * (1 - lost(flow));
            if (becomes[flow] != flow) {
                come[becomes[flow]] += expected[flow] * tries[flow] * (1 - contained[flow]);
            }
        }
        System.arraycopy(come, 0, expected, 0, come.length);
    }
}
