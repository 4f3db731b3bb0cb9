package mergedesk.scenario.plausible;

import static mergedesk.scenario.NoteKind.PATIENCE_UNUSUAL;
import static mergedesk.scenario.NoteKind.RETRY_ENDLESS;
import static mergedesk.scenario.NoteKind.TALK_UNUSUAL;
import static mergedesk.scenario.NoteKind.WRAP_UP_LONG;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Flow;
import mergedesk.scenario.NoteKind;
import mergedesk.scenario.Retry;
import mergedesk.scenario.Scenario;

/** How long people talk and wait, and how often they try. */
final class BehaviourRules {
    private static final double SHORTEST_TALK = 10;
    private static final double LONGEST_TALK = 1_800;
    private static final double LONGEST_WRAP_UP = 2; // × talk
    private static final double SHORTEST_PATIENCE = 20;
    private static final double LONGEST_PATIENCE = 3_600;
    private static final double LIKELIEST_RETRY = 0.9;

    private final Scenario scenario;
    private final List<Finding> findings;

    BehaviourRules(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void find() {
        scenario.flows().forEach((id, flow) -> {
            String path = "flows." + id;
            if (!scenario.isDeferred(flow)) { // a letter may take a minute or a day
                findUnusualTalk(flow.work(), path + ".work");
            }
            flow.workByGroup().forEach((group, work) -> findUnusualTalk(work, path + ".work_by_group." + group));
            findLongWrapUp(flow, path + ".after_call");
            if (flow.patience() != null) {
                findUnusual(
                        PATIENCE_UNUSUAL, flow.patience(), path + ".patience", "people wait %s on average before they give up; usual is 20 s to 1 h", SHORTEST_PATIENCE,
                        LONGEST_PATIENCE);
            }
            findEndlessRetry(flow.retry(), path + ".retry");
        });
    }

    private void findUnusualTalk(Distribution work, String path) {
        findUnusual(TALK_UNUSUAL, work, path, "talk lasts %s on average; usual is 10 s to 30 min", SHORTEST_TALK, LONGEST_TALK);
    }

    /** The first part of a length, by time of day, that is out of all bounds. */
    private void findUnusual(NoteKind kind, Distribution length, String path, String rule, double least, double most) {
        for (Map.Entry<String, Distribution> part : parts(length, path).entrySet()) {
            double seconds = part.getValue().meanSeconds();
            if (seconds < least || seconds > most) {
                findings.add(Finding.note(kind, mean(part.getValue(), part.getKey()), String.format(Locale.ROOT, rule, Said.length(seconds)), "check the unit"));
                return;
            }
        }
    }

    private void findLongWrapUp(Flow flow, String path) {
        if (flow.afterCall() == null) {
            return;
        }
        double talk = parts(flow.work(), "").values().stream().mapToDouble(Distribution::meanSeconds).max().orElseThrow();
        double wrapUp = flow.afterCall().meanSeconds();
        if (wrapUp > LONGEST_WRAP_UP * talk) {
            findings.add(Finding.note(
                    WRAP_UP_LONG,
                    mean(flow.afterCall(), path),
                    "after-call work lasts " + Said.length(wrapUp) + " on average, and talk " + Said.length(talk),
                    "check both units"));
        }
    }

    private void findEndlessRetry(Retry retry, String path) {
        boolean meetsFullDesk = retry != null && (retry.after().contains(Retry.Failure.BLOCKED) || retry.after().contains(Retry.Failure.ABANDONED));
        if (meetsFullDesk && retry.limit() == null && retry.probability() >= LIKELIEST_RETRY) {
            String attempts = retry.probability() == 1 ? "without end" : Said.number(1 / (1 - retry.probability())) + " times on average";
            findings.add(Finding.note(
                    RETRY_ENDLESS, path + ".probability", "people for whom the desk has no room try " + attempts + ", as there is no limit", "write a limit, such as limit: 5"));
        }
    }

    /** A length that is the same at all times, or those by time of day, by path. */
    private static Map<String, Distribution> parts(Distribution length, String path) {
        Map<String, Distribution> parts = new TreeMap<>();
        if (length.byTime().isEmpty()) {
            parts.put(path, length);
        }
        for (Map.Entry<LocalTime, Distribution> part : length.byTime().entrySet()) {
            parts.put(path + ".by_time." + part.getKey(), part.getValue());
        }
        return parts;
    }

    /** Where the mean stands. */
    private static String mean(Distribution length, String path) {
        return length.mean() == null ? path : path + ".mean";
    }
}
