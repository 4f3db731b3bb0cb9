package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Visitors of a counter without a ticket machine, who stand behind each other, whatever they came for: only the one in front may be taken. */
final class SingleFile {
    /** Where they wait by what they came for. */
    final List<ContactQueue> queues = new ArrayList<>();

    private Person lastFront;

    /** Who came first of all, and so of a queue; null for nobody. */
    Person front() {
        return queues.stream().filter(queue -> !queue.waiting.isEmpty()).map(queue -> queue.waiting.get(0)).min(Comparator.comparingLong(person -> person.entry)).orElse(null);
    }

    /** Who has come to the front since this was asked last, because the one before is gone; null for nobody. */
    Person movedUp() {
        Person before = lastFront;
        lastFront = front();
        return before != null && before != lastFront ? lastFront : null;
    }
}
