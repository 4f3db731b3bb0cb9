package mergedesk.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mergedesk.stats.Estimate;

/**
 * Posts of a group that a step ends, and who goes.
 *
 * @param employer council that employs them when the last of them goes, in most draws; empty when none does
 * @param posts how many the group has at first
 * @param ended how many of them the step ends
 * @param people how many posts or people go in each way
 * @param beyond people who go beyond the posts that end, and leave vacant ones behind
 * @param last date and time by which in half of the draws in which anybody goes the last of them has gone; empty where nobody does
 * @param late the same in 95 % of them
 */
public record PostsEnd(String step, String employer, String group, int posts, int ended, Map<How, People> people, People beyond, Optional<String> last, Optional<String> late) {
    /**
     * How many posts or people, over draws in which the step happens.
     *
     * @param mean exact where all agree
     * @param low at least so many in 95 % of them
     * @param high at most so many in 95 % of them
     */
    public record People(Estimate mean, int low, int high) {
        /** Whether it differs between draws. */
        public boolean isDrawn() {
            return mean.halfWidth() > 0;
        }
    }

    /** Whether anything of it differs between draws. */
    public boolean isDrawn() {
        return people.values().stream().anyMatch(People::isDrawn);
    }

    /** By employer, in the order in which they come. */
    public static Map<String, List<PostsEnd>> byEmployer(List<PostsEnd> ends) {
        return ends.stream().collect(Collectors.groupingBy(PostsEnd::employer, LinkedHashMap::new, Collectors.toList()));
    }

    /** How a post ends. */
    public enum How {
        VACANT("vacant", "Vacant"),
        AGENCY("agency", "Agency staff"),
        REDEPLOYED("redeployed", "To other work"),
        LEFT("left", "Left of themselves"),
        REDUNDANT("redundant", "Redundant");

        private final String id;
        private final String title;

        How(String id, String title) {
            this.id = id;
            this.title = title;
        }

        public String id() {
            return id;
        }

        /** What a table calls it. */
        public String title() {
            return title;
        }
    }
}
