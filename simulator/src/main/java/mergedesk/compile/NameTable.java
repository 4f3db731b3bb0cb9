package mergedesk.compile;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import mergedesk.program.Names;
import mergedesk.scenario.Scenario;
import mergedesk.units.Common;
import mergedesk.units.InCommon;

/** The way back from numbers to the keys of the scenario. */
final class NameTable {
    private NameTable() {}

    private static final Common<From, Names> COMMON = Common.of(NameTable::of);

    /**
     * What the names follow from.
     *
     * @param steps when steps of the plan begin or end, see {@link Phases}
     * @param areDrawn the same
     * @param flowCouncil by flow, the number of its council
     * @param flowChannel by flow, the number of its channel
     */
    private record From(
            TimeAxis time, Duration interval, List<Long> steps, boolean areDrawn, Numbering numbers, List<String> rooms, List<String> datacentres, List<Integer> flowCouncil, List<Integer> flowChannel) {}

    static Names of(Phases phases, Numbering numbers, TimeAxis time, InCommon common) {
        Scenario scenario = phases.scenarios().get(0);
        return common.of(COMMON, new From(
                time,
                scenario.time().interval(),
                phases.steps(),
                phases.areDrawn(),
                numbers,
                List.copyOf(scenario.rooms().keySet()),
                List.copyOf(scenario.datacentres().keySet()),
                scenario.flows().values().stream().map(flow -> numbers.councils().of(flow.council())).toList(),
                scenario.flows().values().stream().map(flow -> numbers.channels().of(flow.channel())).toList()));
    }

    private static Names of(From from) {
        Numbering numbers = from.numbers;
        return new Names(
                numbers.councils().list(),
                numbers.services().list(),
                numbers.channels().list(),
                numbers.desks().list(),
                numbers.groups().list(),
                numbers.flows().list(),
                numbers.applications().list(),
                from.rooms,
                from.datacentres,
                intervals(from.interval.toMinutes()),
                PeriodTable.of(from.time, from.steps, from.areDrawn),
                from.flowCouncil.stream().mapToInt(Integer::intValue).toArray(),
                from.flowChannel.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<String> intervals(long minutes) {
        List<String> times = new ArrayList<>();
        for (long minute = 0; minute < 1_440; minute += minutes) {
            times.add(" " + LocalTime.MIDNIGHT.plusMinutes(minute));
        }
        List<String> labels = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            times.forEach(time -> labels.add(PeriodTable.name(day) + time));
        }
        return List.copyOf(labels);
    }
}
