package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.List;

/** Contacts that wait, and who may take them. */
final class ContactQueue {
    /** Agents of a group may take a contact that has waited long enough; lower ranks first. */
    record Row(Group group, long afterTicks, int rank) {}

    /** Whom an agent looks for. */
    enum Kinds {
        ANY,
        LIVE,
        DEFERRED
    }

    final int number;
    /** Whether they are chats. */
    final boolean chats;
    /** Whether they are deferred work. */
    final boolean deferred;

    final List<Row> rows = new ArrayList<>();
    final List<Person> waiting = new ArrayList<>();

    ContactQueue(int number, boolean chats, boolean deferred) {
        this.number = number;
        this.deferred = deferred;
        this.chats = chats;
    }

    /** The file in which they stand with others; null where they do not. */
    SingleFile file;

    /** Whether the person, who waits or comes, may be taken: nobody stands in front. */
    boolean lets(Person person) {
        return file == null || file.front() == null || file.front() == person;
    }
}
