package mergedesk.scenario;

/**
 * A number of the scenario with where it comes from. Texts are as the user would write them.
 *
 * <p>{@code low}, {@code high} are null without a range. {@code source} is the id cited, or null. A figure without a source is an assumption.
 *
 * @param width of the range, as a share of its larger end: 0 without a range or in one of equal ends, 1 in one that begins at 0
 */
public record Figure(
        String path, String value, String low, String high, double width, String source, Status status, String file, int line) {
    /** How well a number is known; see SEED_FACTS. */
    public enum Status {
        REPORTED,
        PLANNED,
        PROPOSED,
        JUDGED,
        ASSUMPTION
    }
}
