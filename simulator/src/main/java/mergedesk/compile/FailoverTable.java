package mergedesk.compile;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import mergedesk.program.Estate;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Failover;
import mergedesk.scenario.Failover.During;
import mergedesk.scenario.Scenario;

/** How one side of an application follows the other; of one without a standby what nobody asks for. */
final class FailoverTable {
    private static final Failover NONE = new Failover(null, 1, null, Failover.Back.AT_ONCE, null, During.USUAL, Failover.BothDown.FAILS_OVER);

    private final List<Failover> failovers;
    private final LengthTable lengths;

    FailoverTable(Scenario scenario, LengthTable lengths) {
        failovers = scenario.applications().values().stream().map(application -> application.failover() == null ? NONE : application.failover()).toList();
        this.lengths = lengths;
    }

    Estate.Failovers compile() {
        return new Estate.Failovers(
                lengths(Failover::takes),
                failovers.stream().mapToDouble(Failover::works).toArray(),
                lengths(Failover::otherwise),
                failovers.stream().mapToInt(failover -> back(failover.back())).toArray(),
                lengths(Failover::backTakes),
                flags(failover -> failover.during().repair() == During.Repair.WAITS),
                flags(failover -> failover.during().standby() == During.Standby.CANNOT),
                flags(failover -> failover.bothDown() == Failover.BothDown.SERVES));
    }

    private int[] lengths(Function<Failover, Distribution> which) {
        return failovers.stream().map(which).mapToInt(length -> length == null ? Estate.NONE : lengths.number(length.orExponential())).toArray();
    }

    private boolean[] flags(Predicate<Failover> which) {
        boolean[] flags = new boolean[failovers.size()];
        for (int application = 0; application < flags.length; application++) {
            flags[application] = which.test(failovers.get(application));
        }
        return flags;
    }

    private static int back(Failover.Back back) {
        return switch (back) {
            case AT_ONCE -> Estate.Failovers.AT_ONCE;
            case AFTER_HOURS -> Estate.Failovers.AFTER_HOURS;
            case NEVER -> Estate.Failovers.NEVER;
        };
    }
}
