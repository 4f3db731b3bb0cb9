package mergedesk.compile;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.program.Timetable;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Campaign;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Shift;
import mergedesk.scenario.WeeklyHours;
import mergedesk.units.Common;
import mergedesk.units.Ticks;

/**
 * Everything that happens at a planned time: doors (those of self-service too), hours of campaigns, staffing, rules of blending, shifts and breaks.
 *
 * <p>On a bank holiday a desk that does not open is closed, and nobody works there.
 *
 * <p>What happens on a day follows from what kind of day it is and what kind of day came before, because a shift may last until the morning and a door may stay open
 * over midnight; where desks have a last entry, also from what kind of day follows, as that may lie before the midnight at which they close. So each such situation is laid out once,
 * however often it comes; a year has some dozens.
 */
final class DoorsAndStaff {
    private static final int FIRST = -1;
    private static final int ANY = -2;
    private static final Comparator<Step> IN_ORDER = Comparator.comparingLong(Step::ticks)
            .thenComparingInt(Step::action)
            .thenComparingInt(Step::subject)
            .thenComparingLong(Step::value);

    static final Common<From, Timetable> COMMON = Common.of(DoorsAndStaff::of);

    private final TimeAxis time;
    private final Holidays holidays;
    private final boolean looksAhead; // whether a day depends on the next
    private final List<Rule> rules = new ArrayList<>();

    /**
     * What the timetable follows from.
     *
     * @param desks by number
     * @param portals hours of each, by number
     * @param campaigns by number
     * @param groups by number
     */
    record From(TimeAxis time, Holidays holidays, List<Doors> desks, List<WeeklyHours> portals, List<OfCampaign> campaigns, List<OfGroup> groups) {
        /** {@code firstAgent}: of each group. */
        static From of(Scenario scenario, TimeAxis time, Holidays holidays, int[] firstAgent) {
            Map<String, Doors> desks = new LinkedHashMap<>();
            scenario.desks().forEach((id, desk) -> desks.put(id, Doors.of(desk)));
            List<AgentGroup> groups = List.copyOf(scenario.groups().values());
            return new From(
                    time,
                    holidays,
                    List.copyOf(desks.values()),
                    scenario.channels().values().stream().filter(channel -> channel.kind() == Channel.Kind.SELF_SERVICE).map(Channel::opening).toList(),
                    scenario.campaigns().values().stream().map(campaign -> OfCampaign.of(campaign, desks.get(campaign.desk()))).toList(),
                    IntStream.range(0, groups.size()).mapToObj(group -> new OfGroup(groups.get(group), desks.get(groups.get(group).desk()), firstAgent[group])).toList());
        }
    }

    /** When a desk is open: what a step of a plan changes of it beside this makes no other timetable. */
    record Doors(WeeklyHours opening, boolean opensOnBankHolidays, Duration lastEntry) {
        private static Doors of(Desk desk) {
            return new Doors(desk.opening(), desk.opensOnBankHolidays(), desk.lastEntry());
        }
    }

    /** A campaign's hours, and the desk whose days off it has. */
    record OfCampaign(WeeklyHours hours, Doors desk) {
        private static OfCampaign of(Campaign campaign, Doors desk) {
            return new OfCampaign(campaign.hours() == null ? desk.opening() : campaign.hours(), desk);
        }
    }

    /** A group, its desk and the number of its first agent. */
    record OfGroup(AgentGroup group, Doors desk, int firstAgent) {}

    static Timetable of(From from) {
        return new DoorsAndStaff(from).timetable();
    }

    private DoorsAndStaff(From from) {
        time = from.time;
        holidays = from.holidays;
        looksAhead = from.desks.stream().anyMatch(desk -> !desk.lastEntry().isZero());
        each(from.desks, (desk, number) -> rules.add(doors(number, desk)));
        each(from.portals, (opening, number) -> rules.add(switched(opening, date -> false, number, Timetable.PORTAL_OPEN, Timetable.PORTAL_CLOSE)));
        each(from.campaigns, (campaign, number) -> rules.add(switched(campaign.hours, daysOff(campaign.desk), number, Timetable.CAMPAIGN_START, Timetable.CAMPAIGN_STOP)));
        each(from.groups, this::addGroup);
    }

    private void addGroup(OfGroup of, int number) {
        AgentGroup group = of.group;
        rules.add(
                GroupTable.isByShift(group)
                        ? shifts(group, of.desk, of.firstAgent)
                        : levels(Headcount.present(group, of.desk.opening()), of.desk, number, Timetable.STAFF));
        if (group.blend() != null && BlendTable.varies(group.blend().share())) {
            rules.add(levels(WeekSteps.of(group.blend().share()), of.desk, number, Timetable.SHARE));
        }
        if (group.blend() != null && BlendTable.varies(group.blend().reserve())) {
            rules.add(levels(WeekSteps.of(group.blend().reserve()), of.desk, number, Timetable.RESERVE));
        }
    }

    private static <T> void each(List<T> all, ObjIntConsumer<T> look) {
        IntStream.range(0, all.size()).forEach(number -> look.accept(all.get(number), number));
    }

    /** Adds the steps of a day of the calendar that something in the scenario asks for. */
    private interface Rule {
        void addTo(List<Step> steps, int day);
    }

    /**
     * A row of a pattern.
     *
     * @param ticks from the start of the day
     */
    private record Step(long ticks, int action, int subject, int subjects, long value) {}

    /**
     * What a day's steps follow from.
     *
     * @param kindBefore kind of the day before; {@link #FIRST} on the first day, which begins with all that is in force by then
     * @param kindAfter kind of the day after; {@link #ANY} where that has no part in it
     */
    private record Situation(int kindBefore, boolean holidayBefore, int kind, boolean holiday, int kindAfter, boolean holidayAfter) {}

    private Timetable timetable() {
        Map<Situation, Integer> patternOfSituation = new LinkedHashMap<>();
        Map<List<Step>, Integer> patterns = new LinkedHashMap<>();
        int[] patternOfDay = new int[time.days().dates().size()];
        for (int day = 0; day < patternOfDay.length; day++) {
            int d = day;
            patternOfDay[day] = patternOfSituation.computeIfAbsent(situation(day), s -> numberOf(pattern(d), patterns));
        }
        List<Step> steps = new ArrayList<>();
        int[] patternOffset = new int[patterns.size() + 1];
        patterns.forEach((pattern, number) -> {
            steps.addAll(pattern);
            patternOffset[number + 1] = steps.size();
        });
        return new Timetable(
                patternOfDay,
                patternOffset,
                longs(steps, Step::ticks),
                ints(steps, Step::action),
                ints(steps, Step::subject),
                ints(steps, Step::subjects),
                longs(steps, Step::value),
                time.days().endTick());
    }

    private static int numberOf(List<Step> pattern, Map<List<Step>, Integer> patterns) {
        Integer known = patterns.putIfAbsent(pattern, patterns.size());
        return known != null ? known : patterns.size() - 1;
    }

    private Situation situation(int day) {
        LocalDate date = time.days().dates().get(day);
        int kind = time.days().kindOf(date);
        boolean holiday = holidays.contains(date);
        boolean ahead = looksAhead && day + 1 < time.days().dates().size();
        LocalDate after = ahead ? time.days().dates().get(day + 1) : date;
        int kindAfter = ahead ? time.days().kindOf(after) : ANY;
        boolean holidayAfter = ahead && holidays.contains(after);
        if (day == 0) {
            return new Situation(FIRST, false, kind, holiday, kindAfter, holidayAfter);
        }
        LocalDate before = time.days().dates().get(day - 1);
        return new Situation(time.days().kindOf(before), holidays.contains(before), kind, holiday, kindAfter, holidayAfter);
    }

    private List<Step> pattern(int day) {
        List<Step> steps = new ArrayList<>();
        rules.forEach(rule -> rule.addTo(steps, day));
        steps.sort(IN_ORDER);
        return steps;
    }

    private Step step(int day, long tick, int action, int subject, int subjects, long value) {
        return new Step(tick - time.days().calendar().dayStartTick()[day], action, subject, subjects, value);
    }

    private Rule doors(int number, Doors desk) {
        WeekSteps hours = WeekSteps.of(desk.opening(), 1);
        return (steps, day) -> {
            List<CivilSteps.Change> changes = new CivilSteps(time).changes(day, hours, daysOff(desk));
            changes.forEach(change -> steps.add(step(day, change.tick(), change.value() == 1 ? Timetable.OPEN : Timetable.CLOSE, number, 1, 0)));
            if (!desk.lastEntry().isZero()) {
                List<CivilSteps.Change> next = day + 1 == time.days().dates().size() ? List.of() : new CivilSteps(time).changes(day + 1, hours, daysOff(desk));
                for (long tick : lastEntries(day, changes, next, Ticks.of(desk.lastEntry()))) {
                    steps.add(step(day, tick, Timetable.LAST_ENTRY, number, 1, 0));
                }
            }
        };
    }

    /** When a desk lets in the last on a day, so long before it closes on that day or the next, but not before it opens. */
    private List<Long> lastEntries(int day, List<CivilSteps.Change> changes, List<CivilSteps.Change> next, long beforeTicks) {
        long[] starts = time.days().calendar().dayStartTick();
        List<Long> ticks = new ArrayList<>();
        long openedTick = Long.MIN_VALUE; // on a day before
        for (CivilSteps.Change change : Stream.concat(changes.stream(), next.stream()).toList()) {
            long tick = Math.max(openedTick, change.tick() - beforeTicks);
            if (change.value() == 1) {
                openedTick = change.tick();
            } else if (tick >= starts[day] && tick < starts[day + 1]) {
                ticks.add(tick);
            }
        }
        return ticks;
    }

    /** What is on in the hours of a week, and off otherwise. */
    private Rule switched(WeeklyHours opening, Predicate<LocalDate> dayOff, int number, int on, int off) {
        WeekSteps hours = WeekSteps.of(opening, 1);
        return (steps, day) -> new CivilSteps(time)
                .changes(day, hours, dayOff)
                .forEach(change -> steps.add(step(day, change.tick(), change.value() == 1 ? on : off, number, 1, 0)));
    }

    /** A number of a group, by time; 0 on days on which its desk does not open. */
    private Rule levels(WeekSteps number, Doors desk, int group, int action) {
        return (steps, day) -> new CivilSteps(time)
                .changes(day, number, daysOff(desk))
                .forEach(change -> steps.add(step(day, change.tick(), action, group, 1, change.value())));
    }

    private Rule shifts(AgentGroup group, Doors desk, int firstAgent) {
        List<Shift> present = Headcount.presentShifts(group);
        return (steps, day) -> {
            int agent = firstAgent;
            for (int i = 0; i < present.size(); i++) {
                addShift(steps, day, present.get(i), agent, daysOff(desk));
                agent += group.shifts().get(i).agents();
            }
        };
    }

    /** What concerns a day of the shifts that start on it or on the day before: none is longer than 24 hours on the wall clock. */
    private void addShift(List<Step> steps, int day, Shift shift, int agent, Predicate<LocalDate> dayOff) {
        LocalDate date = time.days().dates().get(day);
        LocalDate before = day == 0 ? date.minusDays(1) : time.days().dates().get(day - 1);
        ShiftSpans spans = new ShiftSpans(time.clock(), List.of(before, date), dayOff);
        List<Step> all = new ArrayList<>();
        for (ShiftSpans.Span presence : spans.presence(shift)) {
            all.add(step(day, presence.fromTick(), Timetable.SHIFT_START, agent, shift.agents(), 0));
            all.add(step(day, presence.toTick(), Timetable.SHIFT_END, agent, shift.agents(), 0));
        }
        List<ShiftSpans.Span> breaks = spans.breaks(shift);
        int together = breaks.stream().map(ShiftSpans.Span::fromTick).distinct().count() == breaks.size()
                ? shift.agents()
                : 1; // an agent's two breaks at a tick before the next agent's
        for (int first = agent; first < agent + shift.agents(); first += together) {
            for (ShiftSpans.Span pause : breaks) {
                all.add(step(day, pause.fromTick(), Timetable.BREAK, first, together, pause.ticks()));
            }
        }
        long[] starts = time.days().calendar().dayStartTick();
        all.removeIf(step -> step.ticks() < 0 || step.ticks() >= starts[day + 1] - starts[day] || step.subjects() == 0);
        steps.addAll(all);
    }

    private Predicate<LocalDate> daysOff(Doors desk) {
        return date -> !desk.opensOnBankHolidays() && holidays.contains(date);
    }

    private static long[] longs(List<Step> steps, ToLongFunction<Step> column) {
        return steps.stream().mapToLong(column).toArray();
    }

    private static int[] ints(List<Step> steps, ToIntFunction<Step> column) {
        return steps.stream().mapToInt(column).toArray();
    }
}
