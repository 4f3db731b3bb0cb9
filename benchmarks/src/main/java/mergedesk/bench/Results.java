package mergedesk.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was measured.
 *
 * @param races by name
 * @param liveBytes P7: live bytes by days of horizon
 * @param country P8, if it was run
 * @param growth P11: by axis, from little to much
 */
record Results(
        Map<String, Race.Outcome> races,
        Map<Integer, Long> liveBytes,
        Optional<CountryRun> country,
        Map<Growth, List<GrowthRun.Point>> growth) {
    Results() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>(), Optional.empty(), new EnumMap<>(Growth.class));
    }

    Results with(CountryRun run) {
        return new Results(races, liveBytes, Optional.of(run), growth);
    }

    /** One more point of an axis. */
    void add(Growth axis, GrowthRun.Point point) {
        growth.computeIfAbsent(axis, none -> new ArrayList<>()).add(point);
    }

    void add(Race.Outcome outcome) {
        races.put(outcome.race(), outcome);
    }

    /** The race, if both contenders took part in it. */
    Optional<Race.Outcome> race(String name, String one, String other) {
        return Optional.ofNullable(races.get(name)).filter(race -> race.has(one) && race.has(other));
    }
}
