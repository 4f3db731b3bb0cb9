package mergedesk.store;

import mergedesk.results.Scope;
import mergedesk.stats.Measure;

/** A measure that is kept of every run, in one place. */
public record Kept(Measure measure, Scope place) {
    /** The name of its column where no other has it: {@code offered}, {@code wait_p95__desk_one}. */
    public String column() {
        return measure.id() + where(place);
    }

    /** What the name of a column says of a place. */
    static String where(Scope place) {
        return place.isOverall() ? "" : "__" + place.kind().id() + "_" + place.name().replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    /** How people read it: {@code offered}, {@code wait_p95 in desk one}. */
    public String text() {
        return place.isOverall() ? measure.id() : measure.id() + " in " + place;
    }

    /** Whether runs leave a numerator and a denominator of it. */
    public boolean isRatio() {
        return measure.denominator() != null;
    }

    /** Whether runs leave a whole number of it, with or without a denominator. */
    public boolean isCounted() {
        return measure.numerator() != null;
    }
}
