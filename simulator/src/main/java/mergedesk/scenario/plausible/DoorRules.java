package mergedesk.scenario.plausible;

import static mergedesk.scenario.NoteKind.MESSAGE_NEVER;
import static mergedesk.scenario.NoteKind.QUEUE_CAPACITY_NEVER;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;

/** Ways out of a queue, or not into it, that nobody can ever take. */
final class DoorRules {
    private final Scenario scenario;
    private final List<Finding> findings;

    DoorRules(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void find() {
        scenario.flows().forEach(this::findMessage);
        scenario.desks().forEach(this::findCapacity);
    }

    private void findMessage(String id, Flow flow) {
        if (flow.message() == null || flow.patience() == null) {
            return;
        }
        longest(flow.patience())
                .filter(patience -> flow.message().after().compareTo(patience) >= 0)
                .ifPresent(patience -> findings.add(Finding.note(
                        MESSAGE_NEVER,
                        "flows." + id + ".message.after",
                        "nobody leaves a message, as nobody waits longer than " + Said.length(patience.toMillis() * 1e-3),
                        "write a shorter wait, or leave message out")));
    }

    private void findCapacity(String id, Desk desk) {
        boolean callsOnly = scenario.flows().values().stream()
                .filter(flow -> flow.desk().equals(id) && !scenario.isDeferred(flow))
                .allMatch(flow -> scenario.channels().get(flow.channel()).kind() == Channel.Kind.LIVE);
        if (desk.queueCapacity() != null && desk.lines() != null && desk.queueCapacity() >= desk.lines() && callsOnly) {
            findings.add(Finding.note(
                    QUEUE_CAPACITY_NEVER,
                    "desks." + id + ".queue_capacity",
                    "it keeps nobody out: whoever waits has one of the " + desk.lines() + " lines, and more are blocked already",
                    "write fewer than there are lines, or leave it out"));
        }
    }

    /** The longest length that there can be, where there is one. */
    private static Optional<Duration> longest(Distribution length) {
        if (!length.byTime().isEmpty()) {
            return longest(length.byTime().values().stream());
        }
        return switch (length.family()) {
            case CONSTANT -> Optional.of(length.mean().plus(length.shift()));
            case UNIFORM, TRIANGULAR, PERT -> Optional.of(length.high().plus(length.shift()));
            case EMPIRICAL -> length.values().stream().max(Comparator.naturalOrder()).map(length.shift()::plus);
            case MIXTURE -> longest(length.mixture().stream().map(Distribution.Part::length)).map(length.shift()::plus);
            case EXPONENTIAL, LOGNORMAL, GAMMA, WEIBULL, ERLANG, HYPEREXPONENTIAL -> Optional.empty();
        };
    }

    private static Optional<Duration> longest(Stream<Distribution> lengths) {
        List<Optional<Duration>> each = lengths.map(DoorRules::longest).toList();
        return each.stream().allMatch(Optional::isPresent) ? each.stream().flatMap(Optional::stream).max(Comparator.naturalOrder()) : Optional.empty();
    }
}
