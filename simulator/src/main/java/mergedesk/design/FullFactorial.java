package mergedesk.design;

/** All combinations of the levels of some factors, in the order of counting: the first factor changes slowest. */
public final class FullFactorial implements Design.OfLevels {
    private final int[] levels;
    private final int size;

    /**
     * @param levels of each factor, 1 or more; at least one factor
     * @throws IllegalArgumentException also if there were more than 2,147,483,647 combinations
     */
    public FullFactorial(int... levels) {
        Require.atLeast(1, "factors", levels.length);
        this.levels = levels.clone();
        long product = 1;
        for (int factor = 0; factor < levels.length; factor++) {
            product = Require.atLeast(1, "combinations", product * Require.atLeast(1, "levels[" + factor + "]", levels[factor]));
        }
        size = (int) product;
    }

    @Override
    public int dimension() {
        return levels.length;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int levels(int factor) {
        return levels[Require.index("factor", factor, levels.length)];
    }

    @Override
    public int[] row(int row) {
        int rest = Require.index("row", row, size);
        int[] numbers = new int[levels.length];
        for (int factor = levels.length - 1; factor >= 0; factor--) {
            numbers[factor] = rest % levels[factor];
            rest /= levels[factor];
        }
        return numbers;
    }
}
