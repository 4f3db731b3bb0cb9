package mergedesk.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Contenders that take turns: every round runs each of them once, so that what slows the machine for a while slows all. */
final class Race {
    private final String name;
    private final int rounds;
    private final Map<String, Supplier<Sample>> contenders = new LinkedHashMap<>();

    Race(String name, int rounds) {
        this.name = name;
        this.rounds = rounds;
    }

    Race with(String contender, Supplier<Sample> sample) {
        contenders.put(contender, sample);
        return this;
    }

    /** Runs all rounds; {@code log} takes a line for each sample. */
    Outcome run(Consumer<String> log) {
        Outcome outcome = new Outcome(name, new LinkedHashMap<>());
        for (int round = 1; round <= rounds; round++) {
            for (var contender : contenders.entrySet()) {
                Sample sample = contender.getValue().get();
                outcome.add(contender.getKey(), sample);
                String cpu = Double.isNaN(sample.cpuNanos()) ? "" : "%,12.1f ns, ".formatted(sample.cpuNanos());
                log.accept("%s %d/%d  %-18s %sby the wall's clock %,.1f ns"
                        .formatted(name, round, rounds, contender.getKey(), cpu, sample.wallNanos()));
            }
        }
        return outcome;
    }

    /** Samples of each contender, by round. */
    record Outcome(String race, Map<String, List<Sample>> samples) {
        private void add(String contender, Sample sample) {
            samples.computeIfAbsent(contender, who -> new ArrayList<>()).add(sample);
        }

        boolean has(String contender) {
            return samples.containsKey(contender);
        }

        /** Median processor time per operation. */
        double cpuNanos(String contender) {
            return Median.of(samples.get(contender).stream().mapToDouble(Sample::cpuNanos));
        }

        double wallNanos(String contender) {
            return Median.of(samples.get(contender).stream().mapToDouble(Sample::wallNanos));
        }

        double bytes(String contender) {
            return Median.of(samples.get(contender).stream().mapToDouble(Sample::bytes));
        }

        /** How many times as fast as the other: median of the rounds' ratios. */
        double speedOver(String contender, String other) {
            return Median.ofRatios(cpu(other), cpu(contender));
        }

        /** The same by wall time. */
        double wallSpeedOver(String contender, String other) {
            return Median.ofRatios(wall(other), wall(contender));
        }

        /** Lowest and highest ratio of a round. */
        double[] spread(String contender, String other) {
            double[] ratios = Median.ratios(cpu(other), cpu(contender)).sorted().toArray();
            return new double[] {ratios[0], ratios[ratios.length - 1]};
        }

        private double[] wall(String contender) {
            return samples.get(contender).stream()
                    .mapToDouble(Sample::wallNanos)
                    .toArray();
        }

        private double[] cpu(String contender) {
            return samples.get(contender).stream().mapToDouble(Sample::cpuNanos).toArray();
        }
    }
}
