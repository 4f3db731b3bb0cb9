package mergedesk.peer;

import java.util.AbstractQueue;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.ListIterator;

/** A queue in a sorted linked list: right, and slow. */
final class SortedList<E extends Comparable<E>> extends AbstractQueue<E> {
    private final LinkedList<E> list = new LinkedList<>();

    @Override
    public boolean offer(E element) {
        ListIterator<E> place = list.listIterator();
        while (place.hasNext()) {
            if (place.next().compareTo(element) > 0) {
                place.previous();
                break;
            }
        }
        place.add(element);
        return true;
    }

    @Override
    public E poll() {
        return list.pollFirst();
    }

    @Override
    public E peek() {
        return list.peekFirst();
    }

    @Override
    public Iterator<E> iterator() {
        return list.iterator();
    }

    @Override
    public int size() {
        return list.size();
    }
}
