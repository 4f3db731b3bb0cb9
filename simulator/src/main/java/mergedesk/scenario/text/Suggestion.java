package mergedesk.scenario.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Guesses which known word a mistyped one was meant to be. */
public final class Suggestion {
    /** How a guess begins. */
    public static final String GUESS = "did you mean ";

    private static final int LISTED = 12;
    private static final int LONGEST_WORD = 100;
    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_ENDING = 3;

    /** What planners also say: their word, and ours where it is one of those asked for. */
    private static final Map<String, String> ALSO_SAID = Map.ofEntries(
            Map.entry("beta", "pert"),
            Map.entry("beta_pert", "pert"),
            Map.entry("fixed", "constant"),
            Map.entry("deterministic", "constant"),
            Map.entry("min", "low"),
            Map.entry("minimum", "low"),
            Map.entry("least", "low"),
            Map.entry("mode", "likely"),
            Map.entry("most_likely", "likely"),
            Map.entry("max", "high"),
            Map.entry("maximum", "high"),
            Map.entry("most", "high"),
            Map.entry("walk_in", "counter"),
            Map.entry("walkin", "counter"),
            Map.entry("reception", "counter"),
            Map.entry("face_to_face", "counter"),
            Map.entry("email", "deferred"),
            Map.entry("post", "deferred"),
            Map.entry("back_office", "deferred"),
            Map.entry("case", "deferred"),
            Map.entry("webchat", "chat"),
            Map.entry("web_chat", "chat"),
            Map.entry("phone", "live"),
            Map.entry("voice", "live"),
            Map.entry("call", "live"),
            Map.entry("portal", "self_service"),
            Map.entry("backlog", "backlog_end"),
            Map.entry("sla", "sl_answered_of_offered"),
            Map.entry("wrap_up", "after_call"),
            Map.entry("acw", "after_call"),
            Map.entry("concurrency", "most"));

    private Suggestion() {}

    /** "did you mean 'patience'?", or the words there are, or {@code otherwise} when there are none or too many. */
    public static String of(String typed, Collection<String> known, String otherwise) {
        String nearest = nearest(typed, known);
        if (nearest != null) {
            return GUESS + "'" + nearest + "'?";
        }
        return listed(known, otherwise);
    }

    /** The words there are, or {@code otherwise} when there are none or too many. */
    public static String listed(Collection<String> known, String otherwise) {
        if (known.isEmpty() || known.size() > LISTED) {
            return otherwise;
        }
        return "write " + (known.size() == 1 ? "" : "one of ")
                + known.stream().map(Suggestion::shortened).collect(Collectors.joining(", "));
    }

    /** The nearest known word, or what people also call one, or null when none is near. */
    private static String nearest(String typed, Collection<String> known) {
        if (typed.length() > LONGEST_WORD) {
            return null;
        }
        String word = normal(typed);
        String meant = ALSO_SAID.get(word);
        if (meant != null && known.contains(meant)) {
            return meant;
        }
        String best = stem(word, known);
        int bestDistance = best == null ? Integer.MAX_VALUE : 1; // weekly is week rather than weekday
        for (String candidate : known) {
            String other = normal(candidate);
            int allowed = Math.min(bestDistance - 1, allowed(Math.min(word.length(), other.length())));
            if (Math.abs(other.length() - word.length()) <= allowed) {
                int distance = distance(word, other, allowed);
                if (distance <= allowed) {
                    best = candidate;
                    bestDistance = distance;
                }
            }
        }
        return best;
    }

    /** The longest known word that has but an ending more: month for monthly; null when there is none. */
    private static String stem(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> candidate.length() >= SHORTEST_STEM && candidate.length() < word.length() && word.length() - candidate.length() <= LONGEST_ENDING && word.startsWith(normal(candidate)))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    /** Short words are too alike for guessing: S1 is not S2. */
    private static int allowed(int letters) {
        return letters < 3 ? 0 : Math.max(1, letters / 3);
    }

    private static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static String shortened(String word) {
        return word.length() > 40 ? word.substring(0, 37) + "..." : word;
    }

    /**
     * Letters to insert, remove, replace or swap with their neighbour (optimal string alignment), or a number above {@code most}.
     *
     * <p>Only the cells of the table that can hold {@code most} or less are made, row by row: those near its diagonal.
     */
    public static int distance(String a, String b, int most) {
        int[] twoBefore = new int[b.length() + 1];
        int[] before = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(before, j -> j);
        int least = 0;
        for (int i = 1; i <= a.length(); i++) {
            int leastBefore = least;
            least = Integer.MAX_VALUE;
            Arrays.fill(row, most + 1);
            for (int j = Math.max(0, i - most); j <= Math.min(b.length(), i + most); j++) {
                if (j == 0) {
                    row[j] = i;
                } else {
                    int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
                    if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                        row[j] = Math.min(row[j], 1 + twoBefore[j - 2]);
                    }
                }
                least = Math.min(least, row[j]);
            }
            if (least > most && leastBefore > most) {
                return most + 1;
            }
            int[] spare = twoBefore;
            twoBefore = before;
            before = row;
            row = spare;
        }
        return before[b.length()];
    }
}
