package mergedesk.docs;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import mergedesk.scenario.Meaning;
import mergedesk.surface.Surface;

/** What a file may say and must say: each key by the section of the reference that has it, with its value, the words that it may be, what holds without it, whether it is required and between which limits. */
public final class LanguageSurface {
    private final SortedSet<String> lines = new TreeSet<>();

    private LanguageSurface() {}

    /** Of the record that is a whole file, and all that it has. */
    public static SortedSet<String> of(Class<?> whole) {
        LanguageSurface surface = new LanguageSurface();
        LanguageTable.records(whole).values().forEach(record -> LanguageTable.written(record).forEach(key -> surface.key(LanguageTable.title(record), key)));
        return surface.lines;
    }

    private void key(String section, RecordComponent key) {
        Meaning meaning = key.getAnnotation(Meaning.class);
        Class<?> inner = LanguageTable.innermost(key.getGenericType());
        String name = section + ": " + LanguageTable.snake(key.getName());
        if (inner.isEnum() && inner != DayOfWeek.class) {
            lines.add(name + ", " + shape(key.getGenericType()) + "word");
            words(inner).forEach(word -> lines.add(name + ", may be " + word));
        } else {
            lines.add(name + ", " + LanguageTable.value(key.getGenericType(), meaning.form()).replace("`", "").replaceAll("\\[(.*)\\]\\(.*\\)", "section $1"));
        }
        if (meaning.required()) {
            lines.add(Surface.demand(section + ":", LanguageTable.snake(key.getName()) + " required"));
        } else if (!meaning.byDefault().isEmpty()) {
            lines.add(name + ", by default " + LanguageTable.byDefault(meaning).replace("`", ""));
        }
        String limits = LanguageTable.limits(key, meaning).replaceFirst("^; ", "");
        Stream.of(limits.split(", ")).filter(limit -> !limit.isEmpty()).forEach(limit -> lines.add(Surface.demand(name + ",", limit)));
    }

    private static List<String> words(Class<?> type) {
        List<String> words = new ArrayList<>();
        Stream.of(type.getEnumConstants()).forEach(word -> words.add(((Enum<?>) word).name().toLowerCase(Locale.ROOT)));
        return words;
    }

    private static String shape(Type type) {
        if (!(type instanceof ParameterizedType generic)) {
            return "";
        }
        Type[] arguments = generic.getActualTypeArguments();
        return (generic.getRawType() == Map.class ? "table of " : "list of ") + shape(arguments[arguments.length - 1]);
    }
}
