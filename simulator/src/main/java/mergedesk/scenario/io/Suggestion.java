package mergedesk.scenario.io;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Guesses which known word a mistyped one was meant to be. */
public final class Suggestion {
    private static final int LISTED = 12;
    private static final int LONGEST_WORD = 100;

    private Suggestion() {}

    /** "did you mean 'patience'?", or the words there are, or {@code otherwise} when there are none or too many. */
    public static String of(String typed, Collection<String> known, String otherwise) {
        String nearest = nearest(typed, known);
        if (nearest != null) {
            return "did you mean '" + nearest + "'?";
        }
        if (known.isEmpty() || known.size() > LISTED) {
            return otherwise;
        }
        return "write " + (known.size() == 1 ? "" : "one of ")
                + known.stream().map(Suggestion::shortened).collect(Collectors.joining(", "));
    }

    /** The nearest known word, or null when none is near. */
    private static String nearest(String typed, Collection<String> known) {
        if (typed.length() > LONGEST_WORD) {
            return null;
        }
        String word = normal(typed);
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : known) {
            String other = normal(candidate);
            if (Math.abs(other.length() - word.length()) > word.length()) {
                continue;
            }
            int distance = distance(word, other);
            if (distance <= allowed(Math.min(word.length(), other.length())) && distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
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

    /** Letters to insert, remove, replace or swap with their neighbour (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
