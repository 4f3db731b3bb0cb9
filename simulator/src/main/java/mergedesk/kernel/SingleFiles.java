package mergedesk.kernel;

import java.util.Arrays;

/**
 * Counters without a ticket machine: all who wait there stand behind each other, whatever they came for. Only whoever is in front may be taken, by an agent who can; the others wait, though
 * agents may be idle who could serve them. A file is that of a desk, and lies across the desk's queues of visitors.
 */
final class SingleFiles {
    private final Epoch epoch;
    private final Contacts contacts;
    private final boolean[] movedUp; // by desk: somebody has come to the front, or nobody is left
    private int moved; // desks of which that is so
    private final boolean[] keeps; // by group
    private int keeping; // groups of which that is so

    SingleFiles(Epoch epoch, Contacts contacts, int desks, int groups) {
        this.epoch = epoch;
        this.contacts = contacts;
        movedUp = new boolean[desks];
        keeps = new boolean[groups];
    }

    void clear() {
        Arrays.fill(movedUp, false);
        moved = 0;
        Arrays.fill(keeps, false);
        keeping = 0;
    }

    /** Whether somebody stands where a newcomer to the queue would have to stand behind. */
    boolean isBehind(int queue) {
        int file = epoch.fileOfQueue[queue];
        return file != State.NONE && front(file) != State.NONE;
    }

    /** Whether a contact of the queue stands behind another; never where there is no file. */
    boolean isBehind(int contact, int queue) {
        int file = epoch.fileOfQueue[queue];
        return file != State.NONE && front(file) != contact;
    }

    /** The contact leaves its queue now: if it stood in front, somebody else does next. */
    void leaves(int contact) {
        int file = epoch.fileOfQueue[epoch.queue(contacts.flow(contact))];
        if (file != State.NONE && front(file) == contact) {
            moved += movedUp[file] ? 0 : 1;
            movedUp[file] = true;
        }
    }

    /** Whether {@link #movedUp} of any desk has something to tell. */
    boolean anyMovedUp() {
        return moved > 0;
    }

    /** Whoever has come to the front of the desk's file since this was asked last; or NONE. */
    int movedUp(int desk) {
        if (!movedUp[desk]) {
            return State.NONE;
        }
        movedUp[desk] = false;
        moved--;
        return front(desk);
    }

    /** Whether anybody who stands in a file is for the group, though perhaps behind others, or only after a longer wait. */
    boolean hasFor(int group) {
        Rows rows = epoch.queuesOfGroup;
        for (int row = rows.offset[group]; row < rows.offset[group + 1]; row++) {
            int word = rows.word[row];
            if ((rows.mask[row] & epoch.fileQueues.words[word] & contacts.waitedFor.words[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Agents of the group who should go stay idle for those in a file. Until {@link #letGo} the group takes up no deferred work. */
    void keep(int group) {
        keeping += keeps[group] ? 0 : 1;
        keeps[group] = true;
    }

    boolean keeps(int group) {
        return keeps[group];
    }

    boolean keepsAnybody() {
        return keeping > 0;
    }

    void letGo(int group) {
        keeping--;
        keeps[group] = false;
    }

    /** The first of all who stand there, or NONE. */
    private int front(int file) {
        int front = State.NONE;
        long[] all = epoch.fileQueues.words;
        for (int word = 0; word < all.length; word++) {
            for (long some = all[word] & contacts.waitedFor.words[word]; some != 0; some &= some - 1) {
                int queue = Bits.lowest(word, some);
                int first = epoch.fileOfQueue[queue] == file ? contacts.first(queue) : State.NONE;
                if (first != State.NONE && (front == State.NONE || contacts.entry(first) < contacts.entry(front))) {
                    front = first;
                }
            }
        }
        return front;
    }
}
