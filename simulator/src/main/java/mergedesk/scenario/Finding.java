package mergedesk.scenario;

import java.util.Optional;

/**
 * What a whole scenario shows of itself, where each part is well written.
 *
 * @param kind what kind of note it is; empty: a fault, with which it cannot be run
 * @param path keys from the top of the scenario, such as {@code flows.north.trace}
 * @param rule what is so, with numbers
 * @param advice what to write instead; empty when nothing needs to be done
 */
public record Finding(Optional<NoteKind> kind, String path, String rule, String advice) {
    /** It cannot be run so. */
    public static Finding fault(String path, String rule, String advice) {
        return new Finding(Optional.empty(), path, rule, advice);
    }

    /** It runs, and this should be known. */
    public static Finding note(NoteKind kind, String path, String rule, String advice) {
        return new Finding(Optional.of(kind), path, rule, advice);
    }
}
