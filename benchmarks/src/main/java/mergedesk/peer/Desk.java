package mergedesk.peer;

/**
 * The desk that everybody simulates: 10 calls a minute, 50 agents, mean talk 5 min, mean patience 3 min, all exponential; first come, first
 * served. Target: answered within 20 s.
 */
public interface Desk {
    double CALLS_PER_MINUTE = 10;
    int AGENTS = 50;
    double TALK_MINUTES = 5;
    double PATIENCE_MINUTES = 3;
    double TARGET_MINUTES = 20.0 / 60;

    /** Simulates about so many calls, from an empty desk until all have ended. */
    Figures run(long calls, long seed);

    /**
     * The statistics of the table, as sums.
     *
     * @param answeredWithin calls answered within the target
     * @param waitMinutes of all calls, abandoned ones included
     * @param talkMinutes of all agents, the time that busy agents took
     * @param spanMinutes time during which calls arrived
     */
    record Figures(
            long calls,
            long abandoned,
            long answeredWithin,
            double waitMinutes,
            double talkMinutes,
            double spanMinutes) {
        /** An arrival, a start and an end of talk, an abandonment each are one event. */
        public long events() {
            return 3 * calls - abandoned;
        }

        public double meanWaitMinutes() {
            return waitMinutes / calls;
        }

        public double abandonedShare() {
            return (double) abandoned / calls;
        }

        public double answeredWithinShare() {
            return (double) answeredWithin / calls;
        }

        /** Mean number of busy agents. What the desk lacks while it fills up it has left while it empties. */
        public double busyAgents() {
            return talkMinutes / spanMinutes;
        }
    }
}
