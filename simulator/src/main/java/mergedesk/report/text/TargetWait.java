package mergedesk.report.text;

import java.util.stream.Stream;
import mergedesk.results.Study.DeskPicture;

/** The target wait T of desks, as sentences say it. */
public final class TargetWait {
    private TargetWait() {}

    /** What T is: T is the target wait, 20 s. */
    public static String explained(Stream<DeskPicture> desks) {
        double[] targets = seconds(desks);
        return targets.length == 1 ? "T is the target wait, " + VerdictText.duration(targets[0]) + "." : "T is the target wait of the contact’s desk; desks differ.";
    }

    /** "within 20 s"; "within their desk's target wait" when desks differ. */
    static String within(Stream<DeskPicture> desks) {
        double[] targets = seconds(desks);
        return targets.length == 1 ? "within " + VerdictText.duration(targets[0]) : "within their desk's target wait";
    }

    private static double[] seconds(Stream<DeskPicture> desks) {
        return desks.mapToDouble(DeskPicture::targetSeconds).distinct().toArray();
    }
}
