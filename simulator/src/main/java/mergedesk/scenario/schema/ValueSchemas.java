package mergedesk.scenario.schema;

import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mergedesk.scenario.Figure;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.Profile;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Season;
import mergedesk.scenario.Staffing;
import mergedesk.scenario.WeeklyHours;
import mergedesk.scenario.WeeklyShare;
import mergedesk.scenario.bind.WeekTables;
import mergedesk.scenario.text.Days;
import mergedesk.scenario.text.KeysOfKinds;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.text.Syntaxes;
import mergedesk.scenario.text.Times;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of values with a syntax of their own; each is defined once and referred to. */
final class ValueSchemas {
    private static final String DAYS = Days.SYNTAX.pattern();

    private final ObjectMapper json;
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    ValueSchemas(ObjectMapper json) {
        this.json = json;
    }

    /** What has been referred to, by name. */
    Map<String, ObjectNode> definitions() {
        return definitions;
    }

    /** A reference to the definition of {@code type}, or null when it is an ordinary record, list or text. */
    ObjectNode reference(Type type, Meaning.Form form) {
        if (type == String.class || type == boolean.class) {
            return null;
        }
        if (form == Meaning.Form.OF_MEASURE) {
            return refer("bound", text(Numbers.SHARE, Times.DURATION, Numbers.NUMBER));
        }
        Syntax<?> syntax = Syntaxes.of(type, form);
        if (syntax != null) {
            return refer(
                    nameOf(type, form),
                    syntax.numeric()
                            ? figure(withFile(type, single(type, syntax)), single(type, syntax))
                            : single(type, syntax));
        }
        if (type == Staffing.class) {
            ObjectNode whole = integer();
            return refer("staffing", figure(any(whole, byDay(byTime(integer())), file()), whole));
        }
        if (type == WeeklyShare.class) {
            ObjectNode share = single(double.class, Numbers.SHARE);
            return refer("weekly_share", figure(any(share, byDay(byTime(share.deepCopy())), file()), share.deepCopy()));
        }
        if (type == Profile.class) {
            return refer("profile", figure(any(withWeights(byDay(byTime(number()))), withWeights(file())), null));
        }
        if (type == Season.class) {
            return refer("season", figure(table("^(" + String.join("|", WeekTables.MONTHS) + ")$", number()), null));
        }
        if (type == WeeklyHours.class) {
            return refer("opening", any(constant("always"), byDay(any(string("^[0-9]"), listOf(string("^[0-9]"))))));
        }
        return type == Set.class ? refer("days", any(string(DAYS), listOf(string(DAYS)))) : null;
    }

    /** A list of values of one syntax, which may cite a source as a whole; null when its items are no such values. */
    ObjectNode listOfNumbers(Type item, Meaning.Form form) {
        Syntax<?> syntax = Syntaxes.of(item, form);
        if (syntax == null || item == String.class) {
            return null;
        }
        ObjectNode list = listOf(single(item, syntax));
        return syntax.numeric() ? figure(list, null) : list;
    }

    private ObjectNode refer(String name, ObjectNode definition) {
        definitions.putIfAbsent(name, definition);
        return json.createObjectNode().put("$ref", "#/definitions/" + name);
    }

    private static String nameOf(Type type, Meaning.Form form) {
        if (type == double.class || type == Double.class) {
            return form.name().toLowerCase(Locale.ROOT);
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return "whole_number";
        }
        if (form == Meaning.Form.END) {
            return "end_time";
        }
        Class<?> raw = (Class<?>) type;
        String owner =
                raw.getEnclosingClass() == null ? "" : raw.getEnclosingClass().getSimpleName();
        return KeysOfKinds.snake(owner + raw.getSimpleName()).replaceFirst("^_", "");
    }

    private ObjectNode single(Type type, Syntax<?> syntax) {
        if (type instanceof Class<?> raw && raw.isEnum()) {
            return words(raw);
        }
        if (syntax == Numbers.WHOLE || syntax == Numbers.LONG) {
            return integer();
        }
        if (syntax == Numbers.NUMBER || syntax == Numbers.COUNT) {
            return number();
        }
        return syntax == Numbers.RATIO
                ? any(number(), string(syntax.pattern()))
                : example(string(syntax.pattern()), syntax);
    }

    private ObjectNode text(Syntax<?>... syntaxes) {
        ObjectNode[] choices = new ObjectNode[syntaxes.length];
        for (int i = 0; i < choices.length; i++) {
            choices[i] = syntaxes[i] == Numbers.NUMBER ? number() : example(string(syntaxes[i].pattern()), syntaxes[i]);
        }
        return any(choices);
    }

    private ObjectNode withFile(Type type, ObjectNode plain) {
        return type == Rate.class ? any(plain, file()) : plain;
    }

    /** {@code plain}, or a table that holds it as value; {@code end}: the schema of the ends of its range, null when it has none. */
    private ObjectNode figure(ObjectNode plain, ObjectNode end) {
        ObjectNode table = json.createObjectNode().put("type", "object");
        ObjectNode properties = table.putObject("properties");
        properties.set("value", plain.deepCopy());
        if (end != null) {
            properties.set(
                    "range",
                    listOf(end.deepCopy())
                            .put("minItems", 2)
                            .put("maxItems", 2)
                            .put("description", "Lowest and highest value."));
        }
        properties
                .putObject("source")
                .put("type", "string")
                .put("description", "Where it comes from: S1, S1.4, or several: S1.4, U3.");
        Syntaxes.names(Figure.Status.class)
                .forEach(properties
                        .putObject("status")
                        .put("description", "How well it is known.")
                        .putArray("enum")::add);
        return any(plain, table.put("additionalProperties", false));
    }

    private ObjectNode byDay(ObjectNode value) {
        return table(DAYS, value);
    }

    private ObjectNode byTime(ObjectNode value) {
        return table(Times.TIME.pattern(), value);
    }

    private ObjectNode table(String keys, ObjectNode value) {
        ObjectNode table = json.createObjectNode().put("type", "object");
        table.putObject("patternProperties").set(keys, value);
        return table.put("additionalProperties", false);
    }

    private ObjectNode file() {
        ObjectNode table = json.createObjectNode().put("type", "object");
        table.putObject("properties")
                .putObject("file")
                .put("type", "string")
                .put("description", "A CSV file beside the scenario.");
        table.putArray("required").add("file");
        return table.put("additionalProperties", false);
    }

    /** {@code plain}, a table, with the key that says what its numbers are. */
    private ObjectNode withWeights(ObjectNode plain) {
        plain.withObject("properties").set(WeekTables.WEIGHTS, words(Profile.Weights.class));
        return plain;
    }

    private ObjectNode words(Class<?> type) {
        ObjectNode words = json.createObjectNode();
        Syntaxes.names(type).forEach(words.putArray("enum")::add);
        return words;
    }

    private ObjectNode any(ObjectNode... choices) {
        ObjectNode any = json.createObjectNode();
        for (ObjectNode choice : choices) {
            any.withArray("anyOf").add(choice);
        }
        return any;
    }

    private ObjectNode listOf(ObjectNode item) {
        return json.createObjectNode().put("type", "array").set("items", item);
    }

    private ObjectNode string(String pattern) {
        return json.createObjectNode().put("type", "string").put("pattern", pattern);
    }

    private ObjectNode example(ObjectNode schema, Syntax<?> syntax) {
        schema.putArray("examples").add(syntax.example());
        return schema;
    }

    private ObjectNode constant(String text) {
        return json.createObjectNode().put("const", text);
    }

    private ObjectNode integer() {
        return json.createObjectNode().put("type", "integer");
    }

    private ObjectNode number() {
        return json.createObjectNode().put("type", "number");
    }
}
