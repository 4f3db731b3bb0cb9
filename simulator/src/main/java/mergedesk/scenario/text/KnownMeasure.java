package mergedesk.scenario.text;

import java.util.Map;
import java.util.Set;

/**
 * What a target may say of a measure.
 *
 * @param id its identifier; it may be written by other words, too
 * @param bound how its bound is written; read as the value stands in kpis.csv
 * @param most the largest value that it can have: 1 for a share, as a rule
 * @param scopes where it can hold beside overall: those of council, service, desk and group for which it exists
 * @param everyScopes by the words of {@code every}, those of these scopes, and overall, in which it can hold in each such period
 * @param subject what it counts, so that a place without any has no value
 */
public record KnownMeasure(String id, Syntax<Double> bound, double most, Set<String> scopes, Map<String, Set<String>> everyScopes, Subject subject) {
    /** What a measure counts. */
    public enum Subject {
        CONTACTS,
        /** Contacts, where some group has an employer. */
        OWN_CONTACTS,
        AGENTS,
        /** Agents, where all of them have a cost. */
        MONEY
    }

    public KnownMeasure {
        scopes = Set.copyOf(scopes);
        everyScopes = Map.copyOf(everyScopes);
    }
}
