package mergedesk.api;

/** A watcher of several runs, one after the other: all that is to come was planned at once, so that the time left is that of all. */
record AlreadyPlanned(Watcher all) implements Watcher {
    @Override
    public void planned(double more) {}

    @Override
    public void advanced(double replications) {
        all.advanced(replications);
    }

    @Override
    public void emptying(int people) {
        all.emptying(people);
    }

    @Override
    public boolean stopped() {
        return all.stopped();
    }
}
