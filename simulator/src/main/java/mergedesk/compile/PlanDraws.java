package mergedesk.compile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.random.Normal;
import mergedesk.random.Streams;
import mergedesk.scenario.Exit;
import mergedesk.scenario.Exits;
import mergedesk.scenario.PlanTimes;
import mergedesk.scenario.Scenario;
import org.apache.commons.math3.special.Erf;

/**
 * When the steps of a plan happen in a replication, and who goes: slips are drawn by the key of each step, so that two plans with a step of the same key meet the same luck.
 *
 * <p>With Z common to all steps, E of each, and the stated correlation c, all normal: X = √c Z + √(1 − c) E, and the slip is the quantile at Φ(X) of its distribution (a Gaussian copula of one factor).
 */
public final class PlanDraws {
    private static final long COMMON = NameHash.of("slips", "common");

    private final Scenario scenario;
    private final Map<String, SlipLaw> laws = new LinkedHashMap<>();
    private final double common;
    private final double own;

    public PlanDraws(Scenario scenario) {
        this.scenario = scenario;
        common = StrictMath.sqrt(scenario.slips().correlation());
        own = StrictMath.sqrt(1 - scenario.slips().correlation());
        scenario.plan().forEach((id, step) -> {
            if (step.slips() != null) {
                laws.put(id, new SlipLaw(step.slips()));
            }
        });
    }

    /** When each step begins that results do not decide, and whom it waited for. */
    public PlanTimes times(long seed, long replication) {
        return times(seed, replication, Map.of());
    }

    /** The same, where results have decided some steps, by key, when these civil days began. */
    public PlanTimes times(long seed, long replication, Map<String, Long> decided) {
        Map<String, LocalDateTime> moments = new LinkedHashMap<>();
        decided.forEach((step, day) -> moments.put(step, LocalDate.ofEpochDay(day).atStartOfDay()));
        long runKey = Streams.runKey(seed, replication);
        double shared = Normal.of(Streams.undatedKey(runKey, Streams.SLIP, COMMON));
        Map<String, Long> days = new LinkedHashMap<>();
        laws.forEach((id, law) -> {
            double normal = common * shared + own * Normal.of(Streams.undatedKey(runKey, Streams.SLIP, NameHash.of("slips", "step", id)));
            days.put(id, law.days(0.5 * Erf.erfc(-normal / StrictMath.sqrt(2))));
        });
        return PlanTimes.happening(scenario.plan(), days, moments);
    }

    /** Who goes when, by step that ends posts, where steps begin at these times: drawn by the key of the group and the number of a person, so that two plans of the same groups meet the same luck. */
    public Map<String, List<Exit>> exits(long seed, long replication, PlanTimes times) {
        return Exits.of(scenario, times, new Luck(Streams.runKey(seed, replication)));
    }

    /** The same without those who are away for a time. */
    public Map<String, List<Exit>> exitsForGood(long seed, long replication, PlanTimes times) {
        return Exits.forGood(scenario, times, new Luck(Streams.runKey(seed, replication)));
    }

    /** The luck of people in a run. */
    private static final class Luck implements Exits.Luck {
        private final long runKey;
        private final Map<String, Long> leaving = new LinkedHashMap<>(); // keys, by group
        private final Map<String, Long> away = new LinkedHashMap<>();

        private Luck(long runKey) {
            this.runKey = runKey;
        }

        @Override
        public double leaves(String group, int person) {
            return Streams.uniform(Streams.ordinalKey(leaving.computeIfAbsent(group, id -> Streams.undatedKey(runKey, Streams.LEAVING, NameHash.of("exits", id))), person));
        }

        @Override
        public double isAway(String group, int person, long week) {
            long ofPerson = Streams.ordinalKey(away.computeIfAbsent(group, id -> Streams.undatedKey(runKey, Streams.AWAY, NameHash.of("exits", id))), person);
            return Streams.uniform(Streams.ordinalKey(ofPerson, (int) week));
        }
    }
}
