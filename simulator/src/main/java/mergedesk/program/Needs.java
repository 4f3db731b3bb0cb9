package mergedesk.program;

/**
 * Applications that contacts need: rows by flow, sorted by application.
 *
 * @param applicationKey 64-bit key of each application, a hash of its name: what draws hang on
 * @param load share of the application's capacity that one contact in service takes; 0 where it is never slow
 * @param slowest speed below which load does not slow work, of each application: at least above 0, at most 1
 * @param offset rows of each flow
 * @param application which application
 * @param share chance that a contact of the flow needs it
 * @param heldWhenDown whether deferred work that needs the application waits, in nobody's hand, while that is down
 * @param told talk, a number of Lengths, in which such a contact is told to come again while the application is down; -1 where it is served
 * @param after time until it does, a number of Lengths; -1 where it is served
 * @param speedWhenDown speed of work of such a contact while the application is down, as a share of that with nothing to do; 0: nothing is done
 */
public record Needs(long[] applicationKey, double[] load, double[] slowest, int[] offset, int[] application, double[] share, boolean[] heldWhenDown, int[] told, int[] after, double[] speedWhenDown) {
    /** Number of applications. */
    public int applications() {
        return load.length;
    }

    /** Whether contacts of any flow may need an application. */
    public boolean any() {
        return application.length > 0;
    }

    /** Whether contacts of the flow may need one. */
    public boolean concerns(int flow) {
        return offset[flow + 1] > offset[flow];
    }

    /** Whether any pieces may be held. */
    public boolean holds() {
        return holds(0, application.length);
    }

    /** Whether pieces of the flow may be held. */
    public boolean holds(int flow) {
        return holds(offset[flow], offset[flow + 1]);
    }

    private boolean holds(int from, int to) {
        boolean any = false;
        for (int row = from; row < to; row++) {
            any |= heldWhenDown[row];
        }
        return any;
    }

    /** Whether any people may be told to come again. */
    public boolean sendsBack() {
        return sendsBack(0, application.length);
    }

    /** Whether people of the flow may be told to come again. */
    public boolean sendsBack(int flow) {
        return sendsBack(offset[flow], offset[flow + 1]);
    }

    private boolean sendsBack(int from, int to) {
        boolean any = false;
        for (int row = from; row < to; row++) {
            any |= told[row] >= 0;
        }
        return any;
    }

    /** Speed of work, as a share of that with nothing to do, when so many contacts in service need the application: its time to answer is 1 ÷ (1 − load) of what it is with nothing to do, up to a limit. */
    public double pace(int ofApplication, int inService) {
        return Math.max(1 - inService * load[ofApplication], slowest[ofApplication]);
    }
}
