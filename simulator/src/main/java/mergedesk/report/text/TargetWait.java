package mergedesk.report.text;

import java.util.stream.Stream;
import mergedesk.results.Study.DeskPicture;

/** The target wait T of desks, as sentences say it. */
final class TargetWait {
    private TargetWait() {}

    /** "within 20 s"; "within their desk's target wait" when desks differ. */
    static String within(Stream<DeskPicture> desks) {
        double[] targets = desks.mapToDouble(DeskPicture::targetSeconds).distinct().toArray();
        return targets.length == 1 ? "within " + VerdictText.duration(targets[0]) : "within their desk's target wait";
    }
}
