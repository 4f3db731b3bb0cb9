package mergedesk.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Changes scenarios as trees: keys lost, renamed, doubled, values moved and exchanged, numbers at their extremes, parts of one scenario grafted onto another where the
 * same key stands. Much of what comes out can still be read.
 */
final class Structures {
    /** Tables whose keys are names that the user chose. */
    private static final Set<String> NAMED = Set.of(
            "sources", "councils", "services", "channels", "flows", "desks", "groups", "profiles", "seasons", "events", "facts", "speed");

    private static final LoadSettings LOAD = LoadSettings.builder().setSchema(new Texts()).setMaxAliasesForCollections(10_000).build();
    private static final DumpSettings DUMP = DumpSettings.builder()
            .setSchema(new Texts())
            .setDefaultFlowStyle(FlowStyle.AUTO)
            .setWidth(120)
            .build();

    /** Values by the way to them, in all scenarios of the corpus. */
    private final Map<String, List<Object>> grafts = new TreeMap<>();

    /** Keys by the way to their table. */
    private final Map<String, List<String>> keys = new TreeMap<>();

    /** Every value is a text; our own language decides what it says. */
    private static final class Texts extends FailsafeSchema {
        @Override
        public ScalarResolver getScalarResolver() {
            return (value, implicit) -> Tag.STR;
        }
    }

    private record Slot(Object container, Object key, String way) {
        Object get() {
            return container instanceof Map<?, ?> map ? map.get(key) : ((List<?>) container).get((Integer) key);
        }

        @SuppressWarnings("unchecked")
        void set(Object value) {
            if (container instanceof Map<?, ?> map) {
                ((Map<Object, Object>) map).put(key, value);
            } else {
                ((List<Object>) container).set((Integer) key, value);
            }
        }

        @SuppressWarnings("unchecked")
        void remove() {
            if (container instanceof Map<?, ?> map) {
                ((Map<Object, Object>) map).remove(key);
            } else {
                ((List<Object>) container).remove((int) (Integer) key);
            }
        }
    }

    /** Learns what stands where in a scenario. */
    void learn(String yaml) {
        for (Slot slot : slots(load(yaml))) {
            grafts.computeIfAbsent(slot.way, way -> new ArrayList<>()).add(slot.get());
            if (slot.key instanceof String key && slot.way.endsWith("/" + key)) {
                List<String> known = keys.computeIfAbsent(parent(slot.way), way -> new ArrayList<>());
                if (!known.contains(key)) {
                    known.add(key);
                }
            }
        }
    }

    private static String parent(String way) {
        return way.substring(0, way.lastIndexOf('/'));
    }

    private static Object load(String yaml) {
        return copy(new Load(LOAD).loadFromString(yaml));
    }

    /** The scenario with a few changes. */
    String changed(String yaml, Random random) {
        Object tree = load(yaml);
        for (int changes = 1 + random.nextInt(random.nextInt(3) == 0 ? 8 : 2); changes > 0; changes--) {
            List<Slot> slots = slots(tree);
            if (slots.isEmpty()) {
                break;
            }
            if (random.nextInt(8) == 0) {
                addKey(new Slot(List.of(tree), 0, ""), random);
            } else {
                change(Splinters.pick(slots, random), slots, random);
            }
        }
        return new Dump(DUMP).dumpToString(tree);
    }

    private void change(Slot slot, List<Slot> slots, Random random) {
        Object value = slot.get();
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> slot.set(value instanceof String text ? Splinters.renumbered(text, random) : graft(slot.way, value, random));
            case 5, 6, 7 -> slot.set(graft(slot.way, value, random));
            case 8, 9, 10 -> addKey(slot, random);
            case 11 -> slot.remove();
            case 12 -> rename(slot, random);
            case 13 -> slot.set(copy(Splinters.pick(slots, random).get()));
            case 14 -> slot.set(Splinters.word(random));
            default -> slot.set(wrapped(value, random));
        }
    }

    /** A value that stands at such a place in some scenario. */
    private Object graft(String way, Object otherwise, Random random) {
        List<Object> known = grafts.get(way);
        return copy(known == null ? otherwise : Splinters.pick(known, random));
    }

    /** A key that such a table has in some scenario, or a second entry of the names that the user chose. */
    @SuppressWarnings("unchecked")
    private void addKey(Slot slot, Random random) {
        if (slot.get() instanceof Map<?, ?> table) {
            List<String> known = keys.get(slot.way);
            if (known != null) {
                String key = Splinters.pick(known, random);
                ((Map<Object, Object>) table).put(key, graft(slot.way + "/" + key, "1", random));
            } else if (!table.isEmpty()) {
                Object one = table.values().iterator().next();
                ((Map<Object, Object>) table).put("n" + random.nextInt(100), copy(one));
            }
        } else if (slot.get() instanceof List<?> list && !list.isEmpty()) {
            int copies = random.nextInt(20) == 0 ? random.nextInt(2_000) : 1;
            for (int i = 0; i < copies; i++) {
                ((List<Object>) list).add(copy(list.get(random.nextInt(list.size()))));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void rename(Slot slot, Random random) {
        if (slot.container instanceof Map<?, ?> map && slot.key instanceof String key) {
            Object value = slot.get();
            slot.remove();
            String other = random.nextBoolean() && key.length() > 1 ? key.substring(1) : Splinters.word(random);
            ((Map<Object, Object>) map).put(other, value);
        }
    }

    private static Object wrapped(Object value, Random random) {
        switch (random.nextInt(4)) {
            case 0:
                return new ArrayList<>(List.of(value));
            case 1:
                Map<Object, Object> stated = new LinkedHashMap<>();
                stated.put("value", value);
                stated.put("range", new ArrayList<>(List.of(value, copy(value))));
                return stated;
            case 2:
                return new LinkedHashMap<>(Map.of(Splinters.word(random), value));
            default:
                Object deep = value;
                for (int i = random.nextInt(90); i > 0; i--) {
                    deep = random.nextBoolean() ? new ArrayList<>(List.of(deep)) : new LinkedHashMap<>(Map.of("by_time", deep));
                }
                return deep;
        }
    }

    private static List<Slot> slots(Object tree) {
        List<Slot> slots = new ArrayList<>();
        collect(tree, "", slots);
        return slots;
    }

    private static void collect(Object node, String way, List<Slot> slots) {
        if (node instanceof Map<?, ?> map) {
            boolean named = NAMED.contains(way.substring(way.lastIndexOf('/') + 1));
            map.forEach((key, value) -> {
                Slot slot = new Slot(map, key, way + (named || key instanceof String text && text.contains(":") ? "/*" : "/" + key));
                slots.add(slot);
                collect(value, slot.way, slots);
            });
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size() && slots.size() < 20_000; i++) {
                slots.add(new Slot(list, i, way + "[]"));
                collect(list.get(i), way + "[]", slots);
            }
        }
    }

    private static Object copy(Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<Object, Object> copied = new LinkedHashMap<>();
            map.forEach((key, value) -> copied.put(key, copy(value)));
            return copied;
        }
        if (node instanceof List<?> list) {
            List<Object> copied = new ArrayList<>();
            list.forEach(item -> copied.add(copy(item)));
            return copied;
        }
        return "".equals(node) ? "null" : node;
    }
}
