package mergedesk.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that was measured.
 *
 * @param races by name
 * @param liveBytes P7: live bytes by days of horizon
 * @param country P8, if it was run
 */
record Results(Map<String, Race.Outcome> races, Map<Integer, Long> liveBytes, Optional<CountryRun> country) {
    Results() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>(), Optional.empty());
    }

    Results with(CountryRun run) {
        return new Results(races, liveBytes, Optional.of(run));
    }

    void add(Race.Outcome outcome) {
        races.put(outcome.race(), outcome);
    }

    /** The race, if both contenders took part in it. */
    Optional<Race.Outcome> race(String name, String one, String other) {
        return Optional.ofNullable(races.get(name)).filter(race -> race.has(one) && race.has(other));
    }
}
