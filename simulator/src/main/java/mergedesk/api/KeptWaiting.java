package mergedesk.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.scenario.Finding;
import mergedesk.scenario.NoteKind;
import mergedesk.scenario.RoutingRow;
import mergedesk.scenario.Scenario;

/** Percentiles of waits that are nothing but the time for which callers are kept for some agents although others are idle. */
final class KeptWaiting {
    /** Percentiles are known to 1 %. */
    private static final double PRECISION = 0.011;

    private static final double NANOSECOND = 1e-9;

    private final Scenario scenario;
    private final Study study;
    private final Map<String, Map<String, Double>> keptByDesk = new LinkedHashMap<>(); // seconds, by the path of what says so

    private KeptWaiting(Scenario scenario, Study study) {
        this.scenario = scenario;
        this.study = study;
        scenario.desks().forEach((id, desk) -> keep(id, "desks." + id + ".home_first", desk.homeFirst().toNanos() * NANOSECOND));
        for (int i = 0; i < scenario.routing().size(); i++) {
            RoutingRow row = scenario.routing().get(i);
            keep(scenario.flows().get(row.flow()).desk(), "routing[" + i + "].after", row.after().toNanos() * NANOSECOND);
        }
    }

    private void keep(String desk, String path, double seconds) {
        if (seconds > 0) {
            keptByDesk.computeIfAbsent(desk, id -> new LinkedHashMap<>()).put(path, seconds);
        }
    }

    /** A note for each desk of which a percentile shows it. */
    static List<Finding> of(Scenario scenario, Study study) {
        List<Finding> findings = new ArrayList<>();
        KeptWaiting waiting = new KeptWaiting(scenario, study);
        waiting.keptByDesk.forEach((desk, kept) -> waiting.shown(desk, kept).ifPresent(findings::add));
        return findings;
    }

    /** The first percentile that is one of these times. */
    private Optional<Finding> shown(String desk, Map<String, Double> kept) {
        return IntStream.of(50, 90, 95, 99).boxed().flatMap(percent -> {
            double wait = study.estimate("wait_p" + percent, Scope.desk(desk)).value();
            return kept.entrySet().stream()
                    .filter(one -> Math.abs(wait - one.getValue()) <= PRECISION * one.getValue())
                    .map(one -> Finding.note(NoteKind.KEPT_WAITING, one.getKey(), rule(percent, wait, one.getKey()), advice()));
        }).findFirst();
    }

    private static String rule(int percent, double wait, String path) {
        String whose = path.startsWith("desks") ? "agents of their own council" : "some agents";
        return String.format(Locale.ROOT, "that %d %% of answered waited at most %.1f s is this rule: they wait so long for %s although others are idle", percent, wait, whose);
    }

    private String advice() {
        return scenario.groups().values().stream().anyMatch(group -> group.employer() != null) ? "own_council_share says what it brings" : "a shorter time lets others help sooner";
    }
}
