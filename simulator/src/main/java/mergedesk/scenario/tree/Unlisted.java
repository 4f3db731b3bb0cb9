package mergedesk.scenario.tree;

/** Rows of one table whose faults are counted, but not listed any more: nobody reads hundreds that are alike. */
public final class Unlisted {
    /** Faults of a table that are listed. */
    public static final int ENOUGH_FAULTS = 20;

    private final int most;
    private int count;
    private Place first;

    /** Who takes the fault that tells of them. */
    @FunctionalInterface
    public interface Reader {
        void take(Place row, String column, String found, String rule, String advice);
    }

    /** Counts no more than {@code most}. */
    public Unlisted(int most) {
        this.most = most;
    }

    /** One more. */
    public void add(Place row) {
        first = count == 0 ? row : first;
        count++;
    }

    /** Whether looking at further rows would tell no more. */
    public boolean isFull() {
        return count >= most;
    }

    /** One fault at the first of them that says how many there are; nothing where there are none. */
    public void tell(Reader reader) {
        if (count > 0) {
            reader.take(first, "", "", (isFull() ? "at least " : "") + count + " further rows from here on have faults and are not listed", "mend these first");
        }
    }
}
