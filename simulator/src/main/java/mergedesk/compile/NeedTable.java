package mergedesk.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import mergedesk.program.Needs;
import mergedesk.scenario.Application;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Need;
import mergedesk.scenario.Scenario;

/** What contacts need applications for. Calls of campaigns need none: they go at their own pace. */
final class NeedTable {
    private static final String KIND = "application";
    private static final int NONE = -1;

    private final Scenario scenario;
    private final Numbering numbers;
    private final LengthTable lengths;
    private final int[] offset;
    private final List<Integer> application = new ArrayList<>();
    private final List<Double> share = new ArrayList<>();
    private final List<Integer> told = new ArrayList<>();
    private final List<Integer> after = new ArrayList<>();
    private final List<Boolean> held = new ArrayList<>();
    private final List<Double> speedWhenDown = new ArrayList<>();

    private NeedTable(Scenario scenario, Numbering numbers, LengthTable lengths) {
        this.scenario = scenario;
        this.numbers = numbers;
        this.lengths = lengths;
        offset = new int[scenario.flows().size() + 1];
    }

    static Needs of(Scenario scenario, Numbering numbers, LengthTable lengths) {
        return new NeedTable(scenario, numbers, lengths).compile();
    }

    private Needs compile() {
        int flows = 0;
        for (Map.Entry<String, Flow> flow : scenario.flows().entrySet()) {
            if (!scenario.campaigns().containsKey(flow.getKey())) {
                boolean deferred = scenario.isDeferred(flow.getValue());
                byNumber(scenario.needs(flow.getValue())).forEach((number, need) -> add(number, need, deferred));
            }
            offset[++flows] = application.size();
        }
        return new Needs(
                scenario.applications().keySet().stream().mapToLong(name -> NameHash.of(KIND, Connections.application(name))).toArray(),
                ofApplications(NeedTable::load),
                ofApplications(one -> one.response() == null ? 1 : 1 / one.response().slowest()),
                offset,
                ints(application),
                doubles(share),
                booleans(held),
                ints(told),
                ints(after),
                doubles(speedWhenDown));
    }

    private TreeMap<Integer, Need> byNumber(Map<String, Need> needs) {
        TreeMap<Integer, Need> sorted = new TreeMap<>();
        needs.forEach((name, need) -> sorted.put(numbers.applications().of(name), need));
        return sorted;
    }

    private void add(int number, Need need, boolean deferred) {
        application.add(number);
        share.add(need.share());
        boolean comesBack = !deferred && need.whenDown() == Need.WhenDown.COMES_BACK;
        told.add(comesBack ? lengths.number(need.told().orExponential()) : NONE);
        after.add(comesBack ? lengths.number(need.after().orExponential()) : NONE);
        held.add(deferred && need.deferred() == Need.Deferred.HELD);
        speedWhenDown.add(deferred ? speed(need.deferred(), need.speed()) : speed(need.whenDown(), need.speed()));
    }

    private static double speed(Need.WhenDown whenDown, double slower) {
        return switch (whenDown) {
            case SLOWER -> slower;
            case PAUSES -> 0;
            case COMES_BACK -> 1; // what is to be written up
            case GOES_ON -> 1;
        };
    }

    private static double speed(Need.Deferred whenDown, double slower) {
        return switch (whenDown) {
            case HELD -> 0;
            case SLOWER -> slower;
            case PAUSES -> 0;
            case GOES_ON -> 1;
        };
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean[] booleans(List<Boolean> list) {
        boolean[] values = new boolean[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i);
        }
        return values;
    }

    private static double[] doubles(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double[] ofApplications(ToDoubleFunction<Application> column) {
        return scenario.applications().values().stream().mapToDouble(column).toArray();
    }

    private static double load(Application one) {
        return one.capacity() == null ? 0 : one.response().transactions().perMeanYear() / one.capacity().perMeanYear();
    }
}
