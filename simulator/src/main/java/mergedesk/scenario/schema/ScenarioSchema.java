package mergedesk.scenario.schema;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.Change;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.NoteKind;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.bind.Key;
import mergedesk.scenario.bind.WeekTables;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.scenario.text.KeysOfKinds;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.tree.Defaulted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of the scenario language, made from the records, for editors that complete and explain.
 *
 * <p>It is more lenient than the reader where a file that extends another says only what differs: keys are required at the top of a file that
 * extends nothing, and nowhere else. Draft 7, because that is what YAML editors know best.
 */
public final class ScenarioSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEFINITIONS = "definitions";

    private final ValueSchemas values = new ValueSchemas(JSON);

    private ScenarioSchema() {}

    /** The schema as indented JSON text that ends with a line feed; the same text on every machine. */
    public static String json() {
        return text(new ScenarioSchema().scenario());
    }

    /** The same of sweep files. */
    public static String sweepJson() {
        return text(new ScenarioSchema().sweep());
    }

    private static String text(ObjectNode schema) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema).replace("\r\n", "\n") + "\n";
    }

    private ObjectNode scenario() {
        ObjectNode schema = generate(Scenario.class);
        finish(schema);
        return schema;
    }

    private ObjectNode sweep() {
        ObjectNode schema = generate(Sweep.class);
        schema.put("title", "Mergedesk sweep");
        ArrayNode required = schema.putArray("required");
        Key.written(Sweep.class).stream().filter(key -> key.required()).forEach(key -> required.add(key.name()));
        define(schema);
        allowNumbers(schema);
        return schema;
    }

    /** Values of factors are texts that are read as the scenario's keys have it: editors need not ask for quotation marks. */
    private static void allowNumbers(JsonNode node) {
        if (node instanceof ObjectNode table && table.path("type").asString("").equals("string")) {
            table.putArray("type").add("string").add("number").add("boolean");
        }
        node.forEach(ScenarioSchema::allowNumbers);
    }

    private ObjectNode generate(Class<?> type) {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        JSON, SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES, Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
                .without(Option.FLATTENED_ENUMS);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider(this::definitionOf)
                .withPropertySorter((a, b) -> 0);
        config.forTypesInGeneral().withDescriptionResolver(scope -> {
            Meaning meaning = scope.getType() == null
                    ? null
                    : scope.getType().getErasedType().getAnnotation(Meaning.class);
            return meaning == null ? null : meaning.value();
        });
        config.forFields()
                .withIgnoreCheck(
                        field -> keyOf(field) == null || keyOf(field).meaning().filledByReader())
                .withPropertyNameOverrideResolver(field -> KeysOfKinds.snake(field.getDeclaredName()))
                .withDescriptionResolver(field -> field.isFakeContainerItemScope()
                        ? null
                        : description(keyOf(field).meaning()))
                .withCustomDefinitionProvider(this::definitionOf);
        return new SchemaGenerator(config.build()).generateSchema(type);
    }

    private static String description(Meaning meaning) {
        String text = meaning.value();
        if (meaning.required()) {
            return text + " Required.";
        }
        boolean simple = !meaning.byDefault().isEmpty()
                && !meaning.byDefault().equals(Meaning.OWN_KEY)
                && !meaning.byDefault().equals("{}");
        return simple ? text + " Default: " + meaning.byDefault() + "." : text;
    }

    /** The key that a record's field holds; null for constants. */
    private static Key keyOf(FieldScope field) {
        Class<?> owner = field.getDeclaringType().getErasedType();
        if (!owner.isRecord()) {
            return null;
        }
        return Key.of(owner).stream()
                .filter(key -> key.name().equals(KeysOfKinds.snake(field.getDeclaredName())))
                .findFirst()
                .orElse(null);
    }

    /** Types with a syntax of their own, wherever they stand. */
    private CustomDefinition definitionOf(ResolvedType type, SchemaGenerationContext context) {
        Class<?> raw = type.getErasedType();
        if (raw == Change.class) {
            return new CustomDefinition(JSON.createObjectNode().put("type", "object"), true);
        }
        ObjectNode reference = values.reference(raw, Meaning.Form.NUMBER);
        return reference == null ? null : new CustomDefinition(reference, true);
    }

    /** Numbers, whose syntax depends on the key. */
    private CustomPropertyDefinition definitionOf(FieldScope field, SchemaGenerationContext context) {
        if (field.isFakeContainerItemScope()) {
            return null;
        }
        Key key = keyOf(field);
        ObjectNode reference = property(key);
        return reference == null
                ? null
                : new CustomPropertyDefinition(key.required() ? reference : orNothing(reference));
    }

    private ObjectNode property(Key key) {
        Type type = key.type();
        Class<?> raw = Key.rawType(type);
        if (WeekTables.isDays(type)) {
            return values.reference(Set.class, Meaning.Form.NUMBER);
        }
        if (raw == List.class) {
            return values.listOfNumbers(Key.argument(type, 0), key.form());
        }
        if (raw == Map.class) {
            ObjectNode value =
                    values.reference(Key.argument(type, 1), key.form());
            return value == null
                    ? null
                    : JSON.createObjectNode().put("type", "object").set("additionalProperties", value);
        }
        return values.reference(type, key.form());
    }

    private void finish(ObjectNode schema) {
        schema.put("title", "Mergedesk scenario");
        ObjectNode properties = (ObjectNode) schema.get("properties");
        ObjectNode extended = properties
                .putObject("extends")
                .put("description", "Another scenario file, seen from this one, or a list of them, of which the later goes over the earlier; this file says only what differs.");
        extended.putArray("type").add("string").add("array");
        extended.putObject("items").put("type", "string");
        Key.written(Scenario.class).forEach(key -> {
            Defaulted.SECTIONS.forEach((defaults, section) -> {
                if (key.name().equals(section)) {
                    addDefaults(properties, defaults, key);
                }
            });
            if (key.name().equals("silence")) {
                properties.set(key.name(), silence(key));
            }
        });
        ArrayNode required = JSON.createArrayNode();
        Key.written(Scenario.class).stream()
                .filter(key -> key.required())
                .forEach(key -> required.add(key.name()));
        schema.putObject("if").putObject("not").putArray("required").add("extends");
        schema.putObject("then").set("required", required);
        define(schema);
        ObjectNode change = ((ObjectNode) schema.get(DEFINITIONS).get("PlanStep").get("properties").get("change")).putObject("properties");
        PlanStep.SECTIONS.forEach(section -> change.putObject(section).put("$ref", "#/properties/" + section));
    }

    private void define(ObjectNode schema) {
        ObjectNode definitions = (ObjectNode) schema.get(DEFINITIONS);
        values.definitions().forEach(definitions::set);
        definitions.forEach(ScenarioSchema::allowNothing);
        allowNothingInside(schema);
        cleanReferences(schema);
    }

    /** What an entry of a section may say, as all have it. */
    private static void addDefaults(ObjectNode properties, String defaults, Key section) {
        ArrayNode all = properties.putObject(defaults).putArray("allOf");
        all.addObject().put("$ref", "#/" + DEFINITIONS + "/" + Key.rawType(Key.argument(section.type(), 1)).getSimpleName());
        all.addObject().put("description", "What holds for all " + section.name() + " that do not say otherwise, written as in one of them.");
    }

    /** The names of notes, with what they are about. */
    private static ObjectNode silence(Key key) {
        ObjectNode silence = JSON.createObjectNode();
        silence.putArray("type").add("object").add("null");
        silence.put("description", key.meaning().value());
        ObjectNode kinds = silence.putObject("properties");
        for (NoteKind kind : NoteKind.values()) {
            ObjectNode reason = kinds.putObject(kind.id());
            reason.putArray("type").add("string").add("null");
            reason.put("description", kind.rule() + " " + kind.why());
        }
        return silence.put("additionalProperties", false);
    }

    /** An empty value takes a key away from the file that is extended, or stands for an entry with nothing to say. */
    private static ObjectNode orNothing(ObjectNode schema) {
        ObjectNode choice = JSON.createObjectNode();
        choice.putArray("anyOf").add(schema).addObject().put("type", "null");
        return choice;
    }

    /** The same of all keys of tables that are tables or lists. */
    private static void allowNothingInside(JsonNode node) {
        if (node instanceof ObjectNode && node.get("properties") instanceof ObjectNode keys) {
            keys.forEach(ScenarioSchema::allowNothing);
        }
        node.forEach(ScenarioSchema::allowNothingInside);
    }

    private static void allowNothing(JsonNode value) {
        String type = value.path("type").asString("");
        if (value instanceof ObjectNode node && (type.equals("object") || type.equals("array"))) {
            node.putArray("type").add(type).add("null");
        }
        value.path("allOf").forEach(ScenarioSchema::allowNothing);
    }

    /** The generator forbids other keys beside a reference too, where some editors would apply that to the definition. */
    private static void cleanReferences(JsonNode node) {
        if (node instanceof ObjectNode object && (object.has("$ref") || object.has("anyOf"))) {
            object.remove("additionalProperties");
        }
        node.forEach(ScenarioSchema::cleanReferences);
    }
}
