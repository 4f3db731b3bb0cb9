package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Queues in order of entry. */
class ContactsTest {
    private static final int QUEUES = 2;

    private final Contacts contacts = new Contacts(QUEUES);

    ContactsTest() {
        contacts.clear();
    }

    private int person() {
        int contact = contacts.take(0, 0, 0, 0, 0, 0);
        contacts.arrive(contact, 0, 0);
        return contact;
    }

    private List<Integer> queue(int queue) {
        List<Integer> found = new ArrayList<>();
        for (int contact = contacts.first(queue); contact != State.NONE; contact = contacts.next(contact)) {
            found.add(contact);
        }
        return found;
    }

    @Test
    void whoComesLaterGoesBehindUnlessTheEntryIsLower() {
        int first = person();
        int second = person();
        int early = person();
        int between = person();
        int same = person();
        contacts.join(0, first, 10);
        contacts.join(0, second, 20);
        contacts.join(0, early, 5);
        contacts.join(0, between, 15);
        contacts.join(0, same, 10);
        int justBefore = person();
        contacts.join(0, justBefore, 19);
        assertThat(queue(0)).containsExactly(early, first, same, between, justBefore, second);
        assertThat(queue(1)).isEmpty();
        contacts.leave(first);
        assertThat(queue(0)).containsExactly(early, same, between, justBefore, second);
    }

    @Test
    void anyOrderOfComingAndGoingLeavesTheQueueSorted() {
        Random random = new Random(7);
        List<TreeMap<Long, Integer>> expected = List.of(new TreeMap<>(), new TreeMap<>());
        for (int step = 0; step < 5_000; step++) {
            int queue = random.nextInt(QUEUES);
            TreeMap<Long, Integer> there = expected.get(queue);
            if (random.nextInt(3) > 0 || there.isEmpty()) {
                long entry = random.nextInt(1_000_000);
                if (!there.containsKey(entry)) {
                    int contact = person();
                    there.put(entry, contact);
                    contacts.join(queue, contact, entry);
                }
            } else {
                Long entry = there.ceilingKey((long) random.nextInt(1_000_000));
                int contact = there.remove(entry == null ? there.firstKey() : entry);
                contacts.leave(contact);
                contacts.giveBack(contact);
            }
            assertThat(contacts.waitedFor.has(queue)).isEqualTo(!there.isEmpty());
        }
        for (int queue = 0; queue < QUEUES; queue++) {
            assertThat(queue(queue)).containsExactlyElementsOf(expected.get(queue).values());
        }
    }

    /** Of the same entry who came first goes first, of those who came at once who joined first; whichever end is nearer, and wherever the search starts besides. */
    @Test
    void fromBothEndsTheSamePlaceIsFound() {
        Random random = new Random(11);
        record Waiting(long entry, long tick, int contact) {}
        List<Waiting> expected = new ArrayList<>();
        for (int step = 0; step < 2_000; step++) {
            if (random.nextInt(3) > 0 || expected.isEmpty()) {
                Waiting next = new Waiting(random.nextInt(20), random.nextInt(5), person());
                contacts.arrive(next.contact(), next.tick(), 0);
                int start = expected.isEmpty() || random.nextBoolean() ? State.NONE : expected.get(random.nextInt(expected.size())).contact();
                contacts.joinFrom(start, 1, next.contact(), next.entry());
                expected.add(next);
                expected.sort(Comparator.comparingLong(Waiting::entry).thenComparingLong(Waiting::tick)); // stable
            } else {
                int contact = expected.remove(random.nextInt(expected.size())).contact();
                contacts.leave(contact);
                contacts.giveBack(contact);
            }
            assertThat(queue(1)).containsExactlyElementsOf(expected.stream().map(Waiting::contact).toList());
        }
    }

    @Test
    void whoCameSinceIsFoundFromTheEnd() {
        List<Integer> came = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            came.add(person());
            contacts.join(0, came.get(i), contacts.nextEntry());
        }
        assertThat(contacts.firstSince(0, 2)).isEqualTo(came.get(2));
        assertThat(contacts.firstSince(0, 0)).isEqualTo(came.get(0));
        assertThat(contacts.firstSince(0, contacts.entries())).isEqualTo(State.NONE);
    }

    @Test
    void anyNumberMayOrderAQueue() {
        int late = person();
        int early = person();
        contacts.join(0, late, -2);
        contacts.join(0, early, Long.MIN_VALUE + 1);
        assertThat(queue(0)).containsExactly(early, late);
    }

    @Test
    void aRecordIsGivenBackOnce() {
        int contact = person();
        contacts.giveBack(contact);
        assertThatThrownBy(() -> contacts.giveBack(contact)).isInstanceOf(IllegalStateException.class);
        assertThat(person()).isNotEqualTo(person());
    }

    @Test
    void whoeverBecomesAContactOfAnotherFlowStaysTheSamePerson() {
        int contact = contacts.take(70_000, 11, 222, 3_333L, 44, 5);
        contacts.countAttempt(contact);
        contacts.become(contact, 90_001, 55);
        assertThat(contacts.flow(contact)).isEqualTo(90_001);
        assertThat(contacts.workTicks(contact)).isEqualTo(55);
        assertThat(contacts.origin(contact)).isEqualTo(70_000);
        assertThat(contacts.day(contact)).isEqualTo(11);
        assertThat(contacts.ordinal(contact)).isEqualTo(222);
        assertThat(contacts.key(contact)).isEqualTo(3_333L);
        assertThat(contacts.attempt(contact)).isEqualTo(1);
        contacts.become(contact, 3, 66);
        assertThat(contacts.flow(contact)).isEqualTo(3);
        assertThat(contacts.origin(contact)).describedAs("of the first").isEqualTo(70_000);
    }
}
