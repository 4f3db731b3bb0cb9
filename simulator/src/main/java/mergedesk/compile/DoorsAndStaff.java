package mergedesk.compile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import mergedesk.program.Program;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Shift;

/**
 * Everything that happens at a planned time: doors, staffing, shifts and breaks.
 *
 * <p>On a bank holiday a desk that does not open is closed, and nobody works there.
 */
final class DoorsAndStaff {
    private final Scenario scenario;
    private final Numbering numbers;
    private final TimeAxis time;
    private final Holidays holidays;
    private final List<Step> steps = new ArrayList<>();

    DoorsAndStaff(Scenario scenario, Numbering numbers, TimeAxis time, Holidays holidays) {
        this.scenario = scenario;
        this.numbers = numbers;
        this.time = time;
        this.holidays = holidays;
    }

    /**
     * The steps in order of time.
     *
     * @param firstAgent first agent of each group
     */
    Program.Timetable timetable(int[] firstAgent) {
        scenario.desks().forEach((key, desk) -> addDoors(numbers.desks().of(key), desk));
        scenario.groups().forEach((key, group) -> {
            int number = numbers.groups().of(key);
            if (GroupTable.isByShift(group)) {
                addShifts(group, firstAgent[number]);
            } else {
                addStaffing(group, number);
            }
        });
        steps.removeIf(step -> step.tick() >= time.planEndTick());
        steps.sort(Comparator.comparingLong(Step::tick)
                .thenComparingInt(Step::action)
                .thenComparingInt(Step::subject)
                .thenComparingLong(Step::value));
        return new Program.Timetable(
                steps.stream().mapToLong(Step::tick).toArray(),
                steps.stream().mapToInt(Step::action).toArray(),
                steps.stream().mapToInt(Step::subject).toArray(),
                steps.stream().mapToLong(Step::value).toArray());
    }

    private void addDoors(int number, Desk desk) {
        for (CivilSteps.Change change : new CivilSteps(time).changes(WeekSteps.of(desk.opening(), 1), daysOff(desk))) {
            int action = change.value() == 1 ? Program.Timetable.OPEN : Program.Timetable.CLOSE;
            steps.add(new Step(change.tick(), action, number, 0));
        }
    }

    private void addStaffing(AgentGroup group, int number) {
        Desk desk = scenario.desks().get(group.desk());
        Integer constant = group.staffing().constant();
        WeekSteps agents = constant == null ? WeekSteps.of(group.staffing()) : WeekSteps.of(desk.opening(), constant);
        for (CivilSteps.Change change : new CivilSteps(time).changes(agents, daysOff(desk))) {
            steps.add(new Step(change.tick(), Program.Timetable.STAFF, number, change.value()));
        }
    }

    private void addShifts(AgentGroup group, int firstAgent) {
        ShiftSpans spans = new ShiftSpans(time, daysOff(scenario.desks().get(group.desk())));
        int agent = firstAgent;
        for (Shift shift : group.shifts()) {
            List<ShiftSpans.Span> presence = spans.presence(shift);
            List<ShiftSpans.Span> breaks = spans.breaks(shift);
            for (int end = agent + shift.agents(); agent < end; agent++) {
                for (ShiftSpans.Span span : presence) {
                    steps.add(new Step(span.fromTick(), Program.Timetable.SHIFT_START, agent, 0));
                    steps.add(new Step(span.toTick(), Program.Timetable.SHIFT_END, agent, 0));
                }
                for (ShiftSpans.Span span : breaks) {
                    steps.add(new Step(span.fromTick(), Program.Timetable.BREAK, agent, span.ticks()));
                }
            }
        }
    }

    private Predicate<LocalDate> daysOff(Desk desk) {
        return date -> !desk.opensOnBankHolidays() && holidays.contains(date);
    }

    private record Step(long tick, int action, int subject, long value) {}
}
