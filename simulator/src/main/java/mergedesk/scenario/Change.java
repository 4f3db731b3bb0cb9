package mergedesk.scenario;

import java.util.Map;

/**
 * What a step of the plan says of the scenario, written as there.
 *
 * @param keys by key: a text, a list of these, a table like this, or null for an empty value
 */
public record Change(Map<String, Object> keys) {
    /** What it says of an entry of a section, by key; nothing where it does not speak of it. */
    public Map<?, ?> of(String section, String entry) {
        return keys.get(section) instanceof Map<?, ?> entries && entries.get(entry) instanceof Map<?, ?> of ? of : Map.of();
    }
}
