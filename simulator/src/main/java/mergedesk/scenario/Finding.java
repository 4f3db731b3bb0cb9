package mergedesk.scenario;

/**
 * What a whole scenario, laid on its calendar, shows of itself.
 *
 * @param fault true: it cannot be run so. False: it runs, and whoever reads its numbers should know this
 * @param path keys from the top of the scenario, such as {@code flows.north.trace}
 * @param rule what is so, with numbers
 * @param advice what to write instead; empty when nothing needs to be done
 */
public record Finding(boolean fault, String path, String rule, String advice) {
    /** It cannot be run so. */
    public static Finding fault(String path, String rule, String advice) {
        return new Finding(true, path, rule, advice);
    }

    /** It runs, and this should be known. */
    public static Finding note(String path, String rule, String advice) {
        return new Finding(false, path, rule, advice);
    }
}
