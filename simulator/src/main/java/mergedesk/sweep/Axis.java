package mergedesk.sweep;

/** A factor as a design sees it: some values, counted from 0, or a range with places 0 .. 1. */
public interface Axis {
    /** How many values it has; 0 for a range in which it may be anywhere. */
    int levels();

    /** Value number {@code i}. Only where it has values. */
    Setting level(int i);

    /** The value at a place in the range, 0 .. 1; where it has values, each has an equal part of the places. */
    Setting at(double place);

    /** Its lowest value, or the first. */
    default Setting first() {
        return levels() > 0 ? level(0) : at(0);
    }

    /** Its highest value, or the last. */
    default Setting last() {
        return levels() > 0 ? level(levels() - 1) : at(1);
    }
}
