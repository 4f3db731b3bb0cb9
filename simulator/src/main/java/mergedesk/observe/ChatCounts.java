package mergedesk.observe;

import java.util.Arrays;
import mergedesk.program.Chats;
import mergedesk.program.Program;

/** How agents' places for chats are used, in groups that have a rule for chats: by workplace, and by interval of the week and desk. Nothing is kept where none has. */
final class ChatCounts {
    private static final int LEVELS = 3; // chats in hand, agents with any, places: the order of Count

    private final Chats rules;
    private final int[] deskOfWorkplace;
    private final int desks;
    private final int intervals; // of the week
    private final boolean any;
    private final Levels chats;
    private final Levels chatting;
    private final long[] byWorkplace; // [workplace × LEVELS + level]
    private final long[] byInterval; // [(interval × desks + desk) × LEVELS + level]

    ChatCounts(Program program, Workplaces workplaces) {
        deskOfWorkplace = workplaces.desk();
        rules = program.groups().chats();
        desks = program.deskCount();
        intervals = program.calendar().intervalsPerWeek();
        any = Feature.CHATS.isIn(program);
        int groups = any ? program.groupCount() : 0;
        chats = new Levels(groups);
        chatting = new Levels(groups);
        byWorkplace = new long[any ? workplaces.count() * LEVELS : 0];
        byInterval = new long[any ? intervals * desks * LEVELS : 0];
    }

    /** Bytes that it takes. */
    static long bytes(Program program) {
        return Feature.CHATS.isIn(program) ? ((long) program.calendar().intervalsPerWeek() * program.deskCount() + program.groupCount() * 3L) * LEVELS * Long.BYTES : 0;
    }

    /** Nobody has anything in hand. */
    void clearLevels() {
        chats.clear();
        chatting.clear();
    }

    void clear() {
        Arrays.fill(byWorkplace, 0);
        Arrays.fill(byInterval, 0);
    }

    /** Chats in hand, and agents with any, are so many more. */
    void change(int group, int more, int moreWithAny, long tick) {
        chats.change(group, more, tick);
        chatting.change(group, moreWithAny, tick);
    }

    /** Counts the time of a group at its workplace up to {@code tick} for an interval of the week, or for none after those; its agents have been at work so long. */
    void close(int group, int workplace, int interval, long tick, long presentTicks) {
        if (!any || !rules.has(group)) {
            return;
        }
        add(workplace, interval, 0, chats.take(group, tick));
        add(workplace, interval, 1, chatting.take(group, tick));
        add(workplace, interval, 2, presentTicks * rules.places(group));
    }

    private void add(int workplace, int interval, int level, long ticks) {
        if (interval < intervals) {
            add(byWorkplace, workplace * LEVELS + level, ticks);
            add(byInterval, (interval * desks + deskOfWorkplace[workplace]) * LEVELS + level, ticks);
        }
    }

    private static void add(long[] to, int at, long ticks) {
        to[at] = Exact.sum(to[at], ticks);
    }

    /** Adds the time at a workplace to the row of a summary that begins at {@code at}. */
    void addTime(int of, long[] to, int at) {
        addLevels(byWorkplace, of, to, at);
    }

    /** Adds the time of a desk's agents in an interval of the week. */
    void addInterval(int interval, int desk, long[] to, int at) {
        addLevels(byInterval, interval * desks + desk, to, at);
    }

    private void addLevels(long[] from, int row, long[] to, int at) {
        for (int level = 0; any && level < LEVELS; level++) {
            add(to, at + Count.CHATS + level, from[row * LEVELS + level]);
        }
    }
}
