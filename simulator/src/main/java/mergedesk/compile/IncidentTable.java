package mergedesk.compile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import mergedesk.program.Incidents;
import mergedesk.scenario.Application;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.WeeklyHours;
import mergedesk.units.Ticks;

/** Who calls because an application is down. */
final class IncidentTable {
    private static final int NONE = -1;
    private static final double TICKS_PER_MEAN_YEAR = 365.25 * 86_400e6;

    private final Numbering numbers;
    private final LengthTable lengths;
    private final TimeAxis time;
    private final Holidays holidays;
    private final List<Application> applications;
    private final List<Integer> flow = new ArrayList<>();
    private final List<Integer> users = new ArrayList<>();
    private final List<Double> surge = new ArrayList<>();
    private final List<Long> workStart = new ArrayList<>();
    private final List<Long> workEnd = new ArrayList<>();

    private IncidentTable(Scenario scenario, Numbering numbers, TimeAxis time, Holidays holidays, LengthTable lengths) {
        this.numbers = numbers;
        this.lengths = lengths;
        this.time = time;
        this.holidays = holidays;
        applications = List.copyOf(scenario.applications().values());
    }

    static Incidents of(Scenario scenario, Numbering numbers, TimeAxis time, Holidays holidays, LengthTable lengths) {
        return new IncidentTable(scenario, numbers, time, holidays, lengths).compile();
    }

    private Incidents compile() {
        int[] offset = new int[applications.size() + 1];
        int[] workOffset = new int[applications.size() + 1];
        for (int i = 0; i < applications.size(); i++) {
            mergedesk.scenario.Incidents incidents = applications.get(i).incidents();
            if (incidents != null) {
                addFlows(incidents);
                if (!incidents.users().isEmpty()) {
                    addWork(incidents.working());
                }
            }
            offset[i + 1] = flow.size();
            workOffset[i + 1] = workStart.size();
        }
        return new Incidents(
                offset,
                ints(flow),
                ints(users),
                surge.stream().mapToDouble(Double::doubleValue).toArray(),
                doubles(mergedesk.scenario.Incidents::calls),
                numbers(incidents -> incidents.delay() == null ? NONE : lengths.number(incidents.delay().orExponential())),
                booleans(incidents -> incidents.afterRecovery() == mergedesk.scenario.Incidents.AfterRecovery.CALL),
                times(incidents -> incidents.announcement() == null ? null : incidents.announcement().after()),
                doubles(incidents -> incidents.announcement() == null ? 0 : incidents.announcement().lowers()),
                times(incidents -> incidents.parentTicket() == null ? null : incidents.parentTicket().after()),
                numbers(incidents -> incidents.parentTicket() == null ? NONE : lengths.number(incidents.parentTicket().work())),
                workOffset,
                longs(workStart),
                longs(workEnd));
    }

    private void addFlows(mergedesk.scenario.Incidents incidents) {
        Set<String> names = new LinkedHashSet<>(incidents.users().keySet());
        names.addAll(incidents.surge().keySet());
        for (String name : names) {
            Rate rate = incidents.surge().get(name);
            flow.add(numbers.flows().of(name));
            users.add(incidents.users().getOrDefault(name, 0));
            surge.add(rate == null ? Double.POSITIVE_INFINITY : TICKS_PER_MEAN_YEAR / rate.perMeanYear());
        }
    }

    private void addWork(WeeklyHours working) {
        WeekSteps hours = WeekSteps.of(working, 1);
        boolean begun = false;
        for (int day = 0; day < time.days().dates().size(); day++) {
            for (CivilSteps.Change change : new CivilSteps(time).changes(day, hours, holidays::contains)) {
                (change.value() == 1 ? workStart : workEnd).add(change.tick());
                begun = change.value() == 1;
            }
        }
        if (begun) {
            workEnd.add(time.days().endTick());
        }
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long[] longs(List<Long> list) {
        return list.stream().mapToLong(Long::longValue).toArray();
    }

    private double[] doubles(ToDoubleFunction<mergedesk.scenario.Incidents> column) {
        return applications.stream().mapToDouble(one -> one.incidents() == null ? 0 : column.applyAsDouble(one.incidents())).toArray();
    }

    private int[] numbers(ToIntFunction<mergedesk.scenario.Incidents> column) {
        return applications.stream().mapToInt(one -> one.incidents() == null ? NONE : column.applyAsInt(one.incidents())).toArray();
    }

    /** NEVER where there is none. */
    private long[] times(Function<mergedesk.scenario.Incidents, Duration> column) {
        return applications.stream().map(one -> one.incidents() == null ? null : column.apply(one.incidents())).mapToLong(after -> after == null ? Ticks.NEVER : Ticks.of(after)).toArray();
    }

    private boolean[] booleans(Predicate<mergedesk.scenario.Incidents> column) {
        boolean[] values = new boolean[applications.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = applications.get(i).incidents() != null && column.test(applications.get(i).incidents());
        }
        return values;
    }
}
