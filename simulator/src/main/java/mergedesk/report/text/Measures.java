package mergedesk.report.text;

import java.util.Set;
import mergedesk.stats.Measure;

/** What tables and sentences call measures, and which way they get worse. */
public final class Measures {
    /** What planners mean by the service level. */
    public static final String SERVICE_LEVEL = "sl_answered_of_offered";

    private static final Set<String> LOW_IS_WORSE = Set.of("answer_rate", "person_answer_rate", "containment_rate", "connect_rate");
    private static final Set<String> HIGH_IS_WORSE = Set.of(
            "abandoned", "blocked", "turned_away", "disconnected", "self_service_failed", "mismatches", "mismatch_rate", "incident_contacts", "came_back", "held", "stretched_mean", "left_in_chat", "abandonment_rate", "blocked_share", "delayed_share", "wait_mean_answered", "wait_mean_abandoned", "wait_mean_all", "queue_mean", "occupancy",
            "occupancy_talk", "occupancy_scheduled");

    private Measures() {}

    /** The title; of what is no measure, its identifier in words. */
    public static String title(String id) {
        return Measure.byId(id).map(Measure::title).orElseGet(() -> capitalised(id.replace('_', ' ')));
    }

    /** The title, where those who come are {@code contacts}: calls, visits, chats, or contacts. */
    public static String title(String id, String contacts) {
        return title(id).replaceFirst("^Calls ", capitalised(contacts) + " ");
    }

    /** What a sentence calls what is measured: the service level, abandoned. */
    static String noun(String id) {
        return id.equals(SERVICE_LEVEL) ? "the service level" : inSentence(id);
    }

    /** The title within a sentence: FTE stays as it is, Agent-hours does not. */
    static String inSentence(String id) {
        String title = title(id);
        boolean abbreviation = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return abbreviation ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    /** Whether everybody agrees that less of it is worse. */
    public static boolean lowIsWorse(String id) {
        return id.startsWith("sl_") || LOW_IS_WORSE.contains(id);
    }

    /** Whether everybody agrees that more of it is worse. */
    public static boolean highIsWorse(String id) {
        return HIGH_IS_WORSE.contains(id);
    }

    /** With a capital, as at the beginning of a sentence. */
    public static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
