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

    SingleFiles(Epoch epoch, Contacts contacts, int desks) {
        this.epoch = epoch;
        this.contacts = contacts;
        movedUp = new boolean[desks];
    }

    void clear() {
        Arrays.fill(movedUp, false);
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
            movedUp[file] = true;
        }
    }

    /** Whoever has come to the front of the desk's file since this was asked last; or NONE. */
    int movedUp(int desk) {
        if (!movedUp[desk]) {
            return State.NONE;
        }
        movedUp[desk] = false;
        return front(desk);
    }

    /** The first of all who stand there, or NONE. */
    private int front(int file) {
        int front = State.NONE;
        for (int queue = 0; queue < epoch.fileOfQueue.length; queue++) {
            int first = epoch.fileOfQueue[queue] == file ? contacts.first(queue) : State.NONE;
            if (first != State.NONE && (front == State.NONE || contacts.entry(first) < contacts.entry(front))) {
                front = first;
            }
        }
        return front;
    }
}
