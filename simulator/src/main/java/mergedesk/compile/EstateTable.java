package mergedesk.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import mergedesk.program.Estate;
import mergedesk.program.Plan;
import mergedesk.scenario.Application;
import mergedesk.scenario.Failures;
import mergedesk.scenario.Scenario;

/** Components of the estate, what they need of each other, and where applications run. */
final class EstateTable {
    private static final int ABSENT = Integer.MAX_VALUE;

    private final Scenario scenario;
    private final LengthTable lengths;
    private final Numbering numbers;
    private final Map<String, Integer> components = new LinkedHashMap<>(); // numbers, by kind/name
    private final List<Failures> failures = new ArrayList<>(); // null for what never fails
    private final List<Long> keys = new ArrayList<>();
    private final List<List<Integer>> neededBy = new ArrayList<>();
    private final List<List<Integer>> sidesOf = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>(); // those that must be worked out later

    private EstateTable(Scenario scenario, Numbering numbers, LengthTable lengths) {
        this.scenario = scenario;
        this.numbers = numbers;
        this.lengths = lengths;
        scenario.supplies().forEach((id, supply) -> add("supply", id, supply.failures()));
        scenario.links().forEach((id, link) -> add("link", id, link.failures()));
        scenario.rooms().forEach((id, room) -> add("room", id, room.closed() ? null : room.failures()));
        scenario.hosts().forEach((id, host) -> add("host", id, scenario.rooms().get(host.room()).closed() ? null : host.failures()));
        scenario.applications().forEach((id, application) -> add("application", id, application.failures()));
    }

    private void add(String kind, String id, Failures fails) {
        components.put(kind + "/" + id, components.size());
        failures.add(fails);
        keys.add(NameHash.of(kind, id));
        neededBy.add(new ArrayList<>());
        sidesOf.add(new ArrayList<>());
        before.add(new ArrayList<>());
    }

    /** What holds at first. {@code now}: see {@link Plan.Rules}. */
    static Estate of(Phases phases, int[] now, Numbering numbers, TimeAxis time, LengthTable lengths) {
        Scenario first = phases.scenarios().get(0);
        EstateTable table = new EstateTable(first, numbers, lengths);
        List<EstateTable> all = phases.scenarios().stream().map(phase -> phase == first ? table : new EstateTable(phase, numbers, lengths)).toList();
        Keys crews = new Keys("repair crew", first.repairCrews().keySet());
        int[] crew = IntStream.range(0, table.failures.size()).map(component -> table.crew(component, all, crews)).toArray();
        int[] never = new int[crew.length];
        Arrays.fill(never, Estate.NONE);
        return table.compile(now, never, crew, new WindowTable(first, time, crew.length).compile(table::number));
    }

    /** What holds in a later phase, after {@code before}: with the same crews and windows. */
    static Estate after(Estate before, Scenario phase, int[] now, Numbering numbers, LengthTable lengths) {
        return new EstateTable(phase, numbers, lengths).compile(now, before.repair(), before.crew(), before.windows());
    }

    /** The crew of a component is that of the first phase in which it may fail. */
    private int crew(int component, List<EstateTable> phases, Keys crews) {
        return phases.stream()
                .map(phase -> phase.failures.get(component))
                .filter(Objects::nonNull)
                .findFirst()
                .map(fails -> fails.crew() == null ? Estate.OWN_CREW : crews.of(fails.crew()))
                .orElse(Estate.OWN_CREW);
    }

    /** {@code repair}: of what may not fail, whose repair may be to come from before. */
    private Estate compile(int[] now, int[] repair, int[] crew, Estate.Windows windows) {
        scenario.supplies().forEach((id, supply) -> supply.needs().forEach(need -> needs("supply", id, "supply", need)));
        scenario.links().forEach((id, link) -> link.needs().forEach(need -> needs("link", id, "supply", need)));
        scenario.rooms().forEach((id, room) -> room.needs().forEach(need -> needs("room", id, "supply", need)));
        scenario.hosts().forEach((id, host) -> needs("host", id, "room", host.room()));
        scenario.applications().forEach((id, application) -> application.needs().forEach(need -> needs("application", id, scenario.supplies().containsKey(need) ? "supply" : "application", need)));
        int application = 0;
        for (Map.Entry<String, Application> entry : scenario.applications().entrySet()) {
            String kind = Connections.is(entry.getKey()) ? "link" : "host";
            runsOn(number("application", entry.getKey()), Estate.SIDES * application, kind, entry.getValue().hosts());
            runsOn(number("application", entry.getKey()), Estate.SIDES * application++ + 1, kind, entry.getValue().standby());
        }
        return new Estate(
                failures.stream().mapToInt(fails -> fails == null ? Estate.NONE : lengths.number(fails.every().orExponential())).toArray(),
                IntStream.range(0, repair.length).map(component -> failures.get(component) == null ? repair[component] : lengths.number(failures.get(component).repair().orExponential())).toArray(),
                crew,
                scenario.repairCrews().values().stream().mapToInt(pool -> pool.crews() == null ? 0 : pool.crews()).toArray(),
                scenario.repairCrews().values().stream().mapToInt(pool -> pool.flow() == null ? Estate.NONE : numbers.flows().of(pool.flow())).toArray(),
                clocks(),
                keys.stream().mapToLong(Long::longValue).toArray(),
                order(),
                lists(neededBy),
                lists(sidesOf),
                new Estate.Applications(needed(), software(), lists(UsedAt.of(scenario, now, numbers))),
                new FailoverTable(scenario, lengths).compile(),
                windows);
    }

    private int number(String kind, String id) {
        return components.get(kind + "/" + id);
    }

    private void needs(String kind, String id, String neededKind, String needed) {
        neededBy.get(number(neededKind, needed)).add(number(kind, id));
        before.get(number(neededKind, needed)).add(number(kind, id));
    }

    private void runsOn(int software, int side, String kind, List<String> hosts) {
        for (String host : hosts) {
            sidesOf.get(number(kind, host)).add(side);
            before.get(number(kind, host)).add(software);
        }
    }

    private boolean[] clocks() {
        boolean[] always = new boolean[failures.size()];
        for (int component = 0; component < always.length; component++) {
            always[component] = failures.get(component) != null && failures.get(component).clock() == Failures.Clock.ALWAYS;
        }
        return always;
    }

    private int[] needed() {
        return scenario.applications().values().stream()
                .flatMapToInt(one -> IntStream.of(needed(one.needed(), one.hosts()), one.standby().isEmpty() ? ABSENT : needed(one.standbyNeeded(), one.standby())))
                .toArray();
    }

    private static int needed(Integer written, List<String> hosts) {
        return written == null ? hosts.size() : written;
    }

    private int[] software() {
        return scenario.applications().keySet().stream().mapToInt(id -> number("application", id)).toArray();
    }

    /** Behind all that each needs, the software of an application behind its hosts. */
    private int[] order() {
        int[] missing = new int[before.size()];
        before.forEach(later -> later.forEach(component -> missing[component]++));
        int[] order = IntStream.range(0, missing.length).filter(component -> missing[component] == 0).toArray();
        order = Arrays.copyOf(order, missing.length);
        int ordered = (int) IntStream.of(missing).filter(count -> count == 0).count();
        for (int i = 0; i < ordered; i++) {
            for (int component : before.get(order[i])) {
                if (--missing[component] == 0) {
                    order[ordered++] = component;
                }
            }
        }
        if (ordered < order.length) {
            throw new IllegalArgumentException("needs go in a circle");
        }
        return order;
    }

    private static Estate.Lists lists(List<List<Integer>> lists) {
        int[] offset = new int[lists.size() + 1];
        for (int i = 0; i < lists.size(); i++) {
            offset[i + 1] = offset[i] + lists.get(i).size();
        }
        return new Estate.Lists(offset, lists.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray());
    }
}
