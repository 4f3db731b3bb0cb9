package mergedesk.compile;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import mergedesk.program.Names;
import mergedesk.scenario.Scenario;

/** The way back from numbers to the keys of the scenario. */
final class NameTable {
    private NameTable() {}

    static Names of(Phases phases, Numbering numbers, TimeAxis time) {
        Scenario scenario = phases.scenarios().get(0);
        return new Names(
                numbers.councils().list(),
                numbers.services().list(),
                numbers.channels().list(),
                numbers.desks().list(),
                numbers.groups().list(),
                numbers.flows().list(),
                numbers.applications().list(),
                List.copyOf(scenario.rooms().keySet()),
                List.copyOf(scenario.datacentres().keySet()),
                intervals(scenario.time().interval().toMinutes()),
                PeriodTable.of(time, phases),
                scenario.flows().values().stream()
                        .mapToInt(flow -> numbers.councils().of(flow.council()))
                        .toArray(),
                scenario.flows().values().stream()
                        .mapToInt(flow -> numbers.channels().of(flow.channel()))
                        .toArray());
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
