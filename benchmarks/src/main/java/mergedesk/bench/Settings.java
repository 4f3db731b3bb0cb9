package mergedesk.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * How to run, from system properties.
 *
 * @param quick two rounds, short measurements, fewer sizes, a month instead of a year of the country ({@code -Dbench.quick})
 * @param only races to run, by the beginning of their names; all when empty ({@code -Dbench.only=desk,hold-10})
 * @param profilers profilers of JMH with their options ({@code -Dbench.profilers=gc}, {@code async}, several with commas)
 */
record Settings(boolean quick, List<String> only, List<String> profilers) {
    static Settings fromSystem() {
        return new Settings(Boolean.getBoolean("bench.quick"), words("bench.only"), words("bench.profilers"));
    }

    private static List<String> words(String property) {
        return Stream.of(System.getProperty(property, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    int rounds() {
        return quick ? 2 : 5;
    }

    /** Rounds of what is told in figures and not compared. */
    int fewRounds() {
        return quick ? 1 : 2;
    }

    boolean wants(String race) {
        return only.isEmpty() || only.stream().anyMatch(race::startsWith);
    }
}
