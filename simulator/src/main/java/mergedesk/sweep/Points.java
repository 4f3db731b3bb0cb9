package mergedesk.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.design.Design;

/** The points of a sweep: for each, the value of every factor. A point is made when it is asked for. Thread-safe. */
public final class Points {
    private final List<Axis> axes;
    private final Design design; // null where points are listed
    private final List<List<Setting>> listed;

    /** Those of a design with as many factors as there are axes. */
    public Points(List<Axis> axes, Design design) {
        this.axes = List.copyOf(axes);
        this.design = design;
        listed = List.of();
    }

    /** Points that somebody wrote down. */
    public Points(List<List<Setting>> listed) {
        axes = List.of();
        design = null;
        this.listed = List.copyOf(listed);
    }

    /** The design, or null where points are listed. */
    public Design design() {
        return design;
    }

    /** How many there are. */
    public int size() {
        return design == null ? listed.size() : design.size();
    }

    /** The value of each factor at a point. */
    public List<Setting> at(int point) {
        if (design == null) {
            return listed.get(point);
        }
        List<Setting> settings = new ArrayList<>(axes.size());
        if (design instanceof Design.OfLevels ofLevels) {
            int[] row = ofLevels.row(point);
            IntStream.range(0, row.length).forEach(i -> settings.add(level(axes.get(i), row[i], ofLevels.levels(i))));
        } else {
            double[] row = ((Design.OfPoints) design).row(point);
            IntStream.range(0, row.length).forEach(i -> settings.add(axes.get(i).at(row[i])));
        }
        return settings;
    }

    /** A design that asks for two values of a factor that has more, or a range, takes its ends. */
    private static Setting level(Axis axis, int level, int levels) {
        if (axis.levels() == levels) {
            return axis.level(level);
        }
        return level == 0 ? axis.first() : axis.last();
    }
}
