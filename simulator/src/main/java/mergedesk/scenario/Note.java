package mergedesk.scenario;

/**
 * What is no fault but should be known to whoever reads the numbers.
 *
 * @param place where it stands, and what is so there
 */
public record Note(NoteKind kind, Problem place) {
    /** One line, as {@link Problem#format} has it, with the name that silences it: {@code file:line:column: path: found "x": rule; advice [talk_unusual]}. */
    public String format() {
        return place.format() + " [" + kind.id() + "]";
    }

    @Override
    public String toString() {
        return format();
    }
}
