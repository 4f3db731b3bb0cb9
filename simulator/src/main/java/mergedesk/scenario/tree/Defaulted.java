package mergedesk.scenario.tree;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A scenario in which every flow, desk, group, room, host and application says all, because what {@code flow_defaults}, {@code desk_defaults} and so on say has been laid under each.
 *
 * <p>An entry goes over the defaults as a file goes over the one that it extends, and a key of which an entry may have one only takes the defaults of the others away: who writes
 * {@code shifts} does not have the {@code staffing} of all. A flow takes no default that contacts by its channel cannot have: an email has no {@code patience}.
 *
 * @param written the scenario as it was written
 * @param whole the same without defaults, with entries that say all
 */
public record Defaulted(Tree.Table written, Tree.Table whole) {
    /** The sections whose entries have defaults, by the key of these. */
    public static final Map<String, String> SECTIONS = sections();

    /** Keys of which an entry has one. */
    private static final List<Set<String>> ALTERNATIVES = List.of(Set.of("volume", "volume_per_head", "trace"), Set.of("staffing", "shifts"));

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("flow_defaults", "flows");
        sections.put("desk_defaults", "desks");
        sections.put("group_defaults", "groups");
        sections.put("room_defaults", "rooms");
        sections.put("host_defaults", "hosts");
        sections.put("application_defaults", "applications");
        return sections;
    }

    /** Where to look for what a path names: only {@code written} has the defaults themselves. */
    public Tree.Table of(String path) {
        int dot = path.indexOf('.');
        return SECTIONS.containsKey(dot < 0 ? path : path.substring(0, dot)) ? written : whole;
    }

    /** Lays defaults under the entries of a scenario. */
    public static Defaulted of(Tree.Table written, Faults faults) {
        Tree.Table nothing = new Tree.Table(written.place(), Map.of());
        return of(written, new Defaulted(nothing, nothing), faults);
    }

    /** The same; entries and defaults that are those of an earlier scenario, not only equal to them, give the entries that they gave there. */
    public static Defaulted of(Tree.Table written, Defaulted earlier, Faults faults) {
        Tree.Table whole = written;
        for (Map.Entry<String, String> section : SECTIONS.entrySet()) {
            Tree defaults = written.get(section.getKey());
            if (defaults != null) {
                whole = whole.without(section.getKey());
            }
            if (defaults instanceof Tree.Table table) {
                faults.share(section.getValue(), section.getKey(), places(table, new HashSet<>()));
                whole = applied(whole, section.getKey(), section.getValue(), table, earlier);
            } else if (isWritten(defaults)) {
                faults.add(defaults, section.getKey(), "a table of keys is needed here", "write the keys that all " + section.getValue() + " have, one a line");
            }
        }
        return new Defaulted(written, whole);
    }

    private static Tree.Table applied(Tree.Table top, String key, String section, Tree.Table defaults, Defaulted earlier) {
        Tree.Entry entries = top.entries().get(section);
        if (entries == null || !(entries.value() instanceof Tree.Table table)) {
            return top;
        }
        Kinds kinds = new Kinds(top);
        boolean isSame = earlier.written.get(key) == defaults && earlier.written.get(Kinds.CHANNELS) == top.get(Kinds.CHANNELS);
        if (isSame && earlier.written.get(section) == table) {
            return top.with(section, earlier.whole.entries().get(section));
        }
        Map<String, Tree.Entry> all = new LinkedHashMap<>();
        table.entries().forEach((name, entry) -> {
            boolean isKnown = isSame && earlier.written.get(section) instanceof Tree.Table before && before.get(name) == entry.value();
            Tree value = isKnown ? ((Tree.Table) earlier.whole.get(section)).get(name) : over(section.equals("flows") ? kinds.withoutOthers(defaults, entry.value()) : defaults, entry.value());
            all.put(name, entry.with(value));
        });
        return top.with(section, entries.with(new Tree.Table(table.place(), all)));
    }

    private static Tree over(Tree.Table defaults, Tree entry) {
        if (entry instanceof Tree.Leaf leaf && leaf.text() == null) {
            return new Tree.Table(leaf.place(), defaults.entries());
        }
        if (!(entry instanceof Tree.Table own)) {
            return entry;
        }
        Tree.Table lower = defaults;
        for (Set<String> alternatives : ALTERNATIVES) {
            if (alternatives.stream().anyMatch(key -> isWritten(own.get(key)))) {
                for (String key : alternatives) {
                    lower = isWritten(own.get(key)) ? lower : lower.without(key);
                }
            }
        }
        return Layers.over(lower, own);
    }

    private static boolean isWritten(Tree value) {
        return value != null && !(value instanceof Tree.Leaf leaf && leaf.text() == null);
    }

    /** Where anything stands in a tree. */
    private static Set<Place> places(Tree tree, Set<Place> places) {
        places.add(tree.place());
        if (tree instanceof Tree.Items list) {
            list.items().forEach(item -> places(item, places));
        } else if (tree instanceof Tree.Table table) {
            table.entries().values().forEach(entry -> {
                places.add(entry.keyPlace());
                places(entry.value(), places);
            });
        }
        return places;
    }
}
