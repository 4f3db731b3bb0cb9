package mergedesk.program;

/**
 * How many chats an agent of each group may have at once, and how fast each of them goes. A group without a rule takes one contact at a time, whatever it is.
 *
 * @param most most chats at once of an agent of each group; 0 without a rule
 * @param callsWith a call, or whoever else wants an agent's whole attention, is for agents with at most so many chats
 * @param offset rows of each group, one more than groups
 * @param speed factor to the group's speed of each of an agent's chats, in the n-th row while the agent has n contacts in hand; the last holds for more too
 */
public record Chats(int[] most, int[] callsWith, int[] offset, double[] speed) {
    /** One contact at a time in each of so many groups. */
    public static Chats none(int groups) {
        int[] offset = new int[groups + 1];
        double[] speed = new double[groups];
        for (int group = 0; group < groups; group++) {
            offset[group + 1] = group + 1;
            speed[group] = 1;
        }
        return new Chats(new int[groups], new int[groups], offset, speed);
    }

    /** Whether the group has a rule. */
    public boolean has(int group) {
        return most[group] > 0;
    }

    /** Chats for which an agent of the group has places. */
    public int places(int group) {
        return Math.max(1, most[group]);
    }

    /** The most contacts that an agent of the group can have in hand: chats, or a call beside some. */
    public int hands(int group) {
        return Math.max(places(group), callsWith[group] + 1);
    }

    /** The most that an agent of the group can do of chats, as a multiple of one who has one contact at a time: number × speed, where that is most. */
    public double best(int group) {
        double best = 1;
        for (int chats = 1; chats <= most[group]; chats++) {
            best = Math.max(best, chats * speed(group, chats));
        }
        return best;
    }

    /** Factor to the group's speed of each chat of an agent who has so many contacts in hand, 1 or more. */
    public double speed(int group, int inHand) {
        return speed[Math.min(offset[group] + inHand, offset[group + 1]) - 1];
    }
}
