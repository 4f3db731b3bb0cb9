package mergedesk.results;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people call councils, services, channels, desks and groups: the names that the user gave. Files and paths have identifiers, which {@link Scope} holds;
 * reports, charts and the console show these.
 *
 * @param shown what is shown for an identifier, by kind; identifiers that are missing are shown themselves
 */
public record PlaceNames(Map<Scope.Kind, Map<String, String>> shown) {
    /** None given. */
    public static final PlaceNames NONE = new PlaceNames(Map.of());

    /** From the names of identifiers by kind; where several of a kind have the same name, the identifier stands behind it. */
    public static PlaceNames of(Map<Scope.Kind, Map<String, String>> given) {
        Map<Scope.Kind, Map<String, String>> shown = new EnumMap<>(Scope.Kind.class);
        given.forEach((kind, names) -> {
            Map<String, Long> uses = names.values().stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
            Map<String, String> ofKind = new LinkedHashMap<>();
            names.forEach((id, name) -> ofKind.put(id, uses.get(name) == 1 || name.equals(id) ? name : name + " (" + id + ")"));
            shown.put(kind, ofKind);
        });
        return new PlaceNames(shown);
    }

    /** These, and where they have none, those of another scenario. */
    public PlaceNames or(PlaceNames others) {
        Map<Scope.Kind, Map<String, String>> both = new EnumMap<>(Scope.Kind.class);
        for (PlaceNames names : List.of(others, this)) {
            names.shown.forEach((kind, ofKind) -> both.computeIfAbsent(kind, same -> new LinkedHashMap<>()).putAll(ofKind));
        }
        return new PlaceNames(both);
    }

    /** How the scope is shown among those of its kind; everything together is empty. */
    public String of(Scope scope) {
        return switch (scope.kind()) {
            case FLOW -> flow(scope);
            case INTERVAL, MONTH, WEEK, WEEKDAY, DATE, PHASE -> (scope.interval() + " " + of(scope.place())).strip();
            default -> of(scope.kind(), scope.name());
        };
    }

    private String flow(Scope scope) {
        return Stream.of(
                        of(Scope.Kind.COUNCIL, scope.council()), of(Scope.Kind.SERVICE, scope.service()), of(Scope.Kind.CHANNEL, scope.channel()), desk(scope.desk()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The name of a desk; what is no desk's identifier, such as "all desks", stays. */
    public String desk(String id) {
        return of(Scope.Kind.DESK, id);
    }

    /** The name of what has an identifier among those of its kind. */
    public String of(Scope.Kind kind, String id) {
        return shown.getOrDefault(kind, Map.of()).getOrDefault(id, id);
    }
}
