package mergedesk.report.text;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import mergedesk.results.Study.DeskPicture;

/** The target wait T of desks, as sentences say it. */
public final class TargetWait {
    private TargetWait() {}

    /** What T is: T is the target wait, 20 s. */
    public static String explained(Stream<DeskPicture> desks) {
        OptionalDouble same = seconds(desks);
        return same.isPresent() ? "T is the target wait, " + VerdictText.duration(same.getAsDouble()) + "." : "T is the target wait of the contact’s desk; desks differ, or a step of the plan changes it.";
    }

    /** "within 20 s"; "within their desk’s target wait" when it is not always the same. */
    public static String within(Stream<DeskPicture> desks) {
        OptionalDouble same = seconds(desks);
        return same.isPresent() ? "within " + VerdictText.duration(same.getAsDouble()) : "within their desk’s target wait";
    }

    /** That of all of them; empty when it is not always the same. */
    private static OptionalDouble seconds(Stream<DeskPicture> desks) {
        double[] targets = desks.mapToDouble(DeskPicture::targetSeconds).distinct().toArray();
        return targets.length == 1 && targets[0] > 0 ? OptionalDouble.of(targets[0]) : OptionalDouble.empty();
    }
}
