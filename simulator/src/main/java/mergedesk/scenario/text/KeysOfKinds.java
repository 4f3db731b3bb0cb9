package mergedesk.scenario.text;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Only;

/** Which keys of a flow are for which kinds of channel, see {@link Only}. */
public final class KeysOfKinds {
    private static final Map<String, Only> KEYS = keys();

    private KeysOfKinds() {}

    private static Map<String, Only> keys() {
        Map<String, Only> keys = new LinkedHashMap<>();
        for (RecordComponent component : Flow.class.getRecordComponents()) {
            Only only = component.getAnnotation(Only.class);
            if (only != null) {
                keys.put(snake(component.getName()), only);
            }
        }
        return keys;
    }

    /** {@code bankHolidays} to {@code bank_holidays}. */
    public static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Keys that flows by a channel of this kind cannot have. */
    public static List<String> not(Channel.Kind kind) {
        return KEYS.keySet().stream().filter(key -> !Arrays.asList(KEYS.get(key).value()).contains(kind)).toList();
    }

    /** Why a flow by this channel cannot have the key. */
    public static String reason(String key, String channel, Channel.Kind kind) {
        Only only = KEYS.get(key);
        return only.because().isEmpty()
                ? "this is for " + Arrays.stream(only.value()).map(KeysOfKinds::contacts).collect(Collectors.joining(", ")) + ", and the channel " + channel + " is " + word(kind)
                : only.because();
    }

    /** What to do about it. */
    public static String advice(String key, String channel) {
        Channel.Kind[] kinds = KEYS.get(key).value();
        return kinds.length == 1 ? "remove it, or write kind: " + word(kinds[0]) + " at channels." + channel : "remove it";
    }

    private static String word(Channel.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String contacts(Channel.Kind kind) {
        return switch (kind) {
            case LIVE -> "calls";
            case COUNTER -> "people at a counter";
            case CHAT -> "chats";
            case DEFERRED -> "deferred work";
            case SELF_SERVICE -> "self-service";
        };
    }
}
