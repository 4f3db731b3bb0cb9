package mergedesk.dsol.reference;

import java.util.Random;

/** Decisions of a generated scenario, and its text so far. */
final class Dice {
    private final Random random;
    private final StringBuilder yaml = new StringBuilder();

    Dice(Random random) {
        this.random = random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** 0 .. bound - 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T pick(T... of) {
        return of[random.nextInt(of.length)];
    }

    void line(String format, Object... arguments) {
        yaml.append(String.format(java.util.Locale.ROOT, format, arguments)).append('\n');
    }

    @Override
    public String toString() {
        return yaml.toString();
    }
}
