package mergedesk.surface;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A limit of a number as the reference has it: "at most 9", "more than 0 %"; {@code open}: the value itself is outside. */
record Bound(boolean above, boolean open, BigDecimal value, String unit) {
    private static final Pattern FORM = Pattern.compile("(at most|less than|at least|more than) (-?[0-9.]+)(.*)");

    static Optional<Bound> of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Bound(form.group(1).matches("at most|less than"), form.group(1).endsWith("than"), new BigDecimal(form.group(2)), form.group(3)))
                : Optional.empty();
    }

    /** Whether what keeps to {@code before} keeps to this too. */
    boolean holdsAllOf(Bound before) {
        int wider = (above ? 1 : -1) * value.compareTo(before.value);
        return above == before.above && unit.equals(before.unit) && (wider > 0 || wider == 0 && (before.open || !open));
    }
}
