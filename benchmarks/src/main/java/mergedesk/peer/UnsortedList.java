package mergedesk.peer;

import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A queue in a list without order: right, and slow. */
final class UnsortedList<E extends Comparable<E>> extends AbstractQueue<E> {
    private final List<E> list = new ArrayList<>();

    @Override
    public boolean offer(E element) {
        return list.add(element);
    }

    @Override
    public E poll() {
        if (list.isEmpty()) {
            return null;
        }
        int first = first();
        E last = list.remove(list.size() - 1);
        return first == list.size() ? last : list.set(first, last);
    }

    @Override
    public E peek() {
        return list.isEmpty() ? null : list.get(first());
    }

    private int first() {
        int first = 0;
        for (int i = 1; i < list.size(); i++) {
            if (list.get(i).compareTo(list.get(first)) < 0) {
                first = i;
            }
        }
        return first;
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
