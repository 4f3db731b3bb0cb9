package mergedesk.design;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Generators of a two-level fraction as people write them: {@code "D=ABC, E=-ABC"}. Letters name the factors in order, A B C … without I, which stands for the mean [Box, Hunter, Hunter 2005]. A factor without a generator is one of the first; a
 * generator may use these, and factors that were generated before it.
 */
final class Generators {
    static final String LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ";
    private static final Pattern ONE = Pattern.compile("\\s*([A-Z])\\s*=\\s*([-+]?)\\s*([A-Z]+)\\s*");

    private final int factors;
    private final String text;
    final int[] columns; // by factor: its product of first factors, a bit for each, the highest for the first
    final boolean[] negative;
    final boolean[] generated;

    Generators(int factors, String text) {
        this.factors = Require.between(1, LETTERS.length(), "factors", factors);
        this.text = text;
        columns = new int[factors];
        negative = new boolean[factors];
        String[] each = text.isBlank() ? new String[0] : text.split(",", -1);
        generated = new boolean[factors];
        for (String one : each) {
            int left = factor(one, parsed(one).group(1).charAt(0));
            refuseIf(generated[left], one, "generates " + LETTERS.charAt(left) + " again");
            generated[left] = true;
        }
        int place = factors - each.length;
        for (int factor = 0; factor < factors; factor++) {
            columns[factor] = generated[factor] ? 0 : 1 << --place;
        }
        for (String one : each) {
            generate(one, parsed(one));
        }
    }

    private void generate(String one, Matcher parsed) {
        String right = parsed.group(3);
        int left = factor(one, parsed.group(1).charAt(0));
        int column = 0;
        boolean minus = parsed.group(2).equals("-");
        for (int i = 0; i < right.length(); i++) {
            int factor = factor(one, right.charAt(i));
            refuseIf(right.indexOf(right.charAt(i)) != i, one, "has " + right.charAt(i) + " twice");
            refuseIf(columns[factor] == 0, one, "needs " + right.charAt(i) + ", which is not generated before it");
            column ^= columns[factor];
            minus ^= negative[factor];
        }
        refuseIf(column == 0, one, "leaves " + LETTERS.charAt(left) + " the same in all runs");
        columns[left] = column;
        negative[left] = minus;
    }

    private Matcher parsed(String one) {
        Matcher parsed = ONE.matcher(one);
        refuseIf(!parsed.matches(), one, "is not of the form D=ABC or D=-ABC");
        return parsed;
    }

    private int factor(String one, char letter) {
        int factor = LETTERS.indexOf(letter);
        refuseIf(factor < 0 || factor >= factors, one, "names " + letter + ", must name factors of " + LETTERS.substring(0, factors));
        return factor;
    }

    private void refuseIf(boolean wrong, String one, String why) {
        if (wrong) {
            throw new IllegalArgumentException("generators: \"" + text + "\": \"" + one.strip() + "\" " + why);
        }
    }
}
