package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mergedesk.stats.Estimate;

/**
 * Oracles of estates, run faster: 12 s stand for an hour, so that an interval of the week holds hundreds of failures. Shares of time are the same, and so are numbers of outages in as many times as short a time.
 */
final class Availability {
    private static final double SECONDS_AN_HOUR = 12;
    private static final int WARM_UP_DAYS = 2;
    private static final int REPLICATIONS = 10;

    private Availability() {}

    /** So many days; {@code hours}: means of the file, by path, in hours; {@code sets} as for the command line. */
    static OracleRun run(String scenario, int days, Map<String, Double> hours, String... sets) {
        List<String> all = new ArrayList<>(List.of(sets));
        all.add("time.length=" + days + " days");
        all.add("time.warm_up=" + WARM_UP_DAYS + " days");
        hours.forEach((path, mean) -> all.add(path + ".mean=" + Math.round(1_000 * SECONDS_AN_HOUR * mean) + " ms"));
        return OracleRun.of(scenario, REPLICATIONS, all.toArray(String[]::new));
    }

    /** An application is up so great a share of the time, and goes down so often in an hour of the oracle. */
    static void agrees(OracleRun run, int days, String application, double up, double outagesPerHour) {
        double hours = (days - WARM_UP_DAYS) * 86_400 / SECONDS_AN_HOUR;
        agrees(run, "availability", application, up);
        agrees(run, "availability_open", application, up);
        agrees(run, "outages", application, outagesPerHour * hours);
        agrees(run, "downtime", application, (1 - up) * hours * SECONDS_AN_HOUR);
        agrees(run, "outage_mean", application, (1 - up) / outagesPerHour * SECONDS_AN_HOUR);
    }

    static void agrees(OracleRun run, String measure, String application, double theory) {
        Estimate simulated = run.kpi(measure, "application " + application);
        assertThat(Agreement.fault(simulated, theory, 0, Agreement.DEFAULT)).as(measure + " of " + application).isEmpty();
    }
}
