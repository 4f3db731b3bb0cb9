package mergedesk.scenario.check;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Shift;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.Places;

/**
 * Whether the whole is small enough for the counters and tables that simulate it: numbers that are sound one by one can be too much together. The limits are far beyond a
 * country; what memory holds is less as a rule, and depends on the machine.
 */
final class SizeCheck {
    private static final long MOST_AGENTS = 1_000_000;
    private static final long MOST_AGENT_YEARS = 146_000;
    private static final long MOST_CELLS = 50_000_000;
    private static final int MOST_CATCH_UP = 366;
    private static final double YEAR_SECONDS = 31_557_600;

    private final Scenario scenario;
    private final Places places;

    SizeCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    /** What does not depend on amounts. */
    void check() {
        checkPairs();
        checkCalendar();
        checkWork();
    }

    /** Each flow looks at each day of each event, each holiday at each day after it. */
    private void checkCalendar() {
        long days = scenario.events().values().stream()
                .mapToLong(event -> 1L + event.shape().size() + event.councils().size() + event.services().size())
                .sum();
        if (scenario.flows().size() * days > MOST_CELLS) {
            places.fault("events", "flows × days of events are more than 50,000,000", "join events, or flows");
        }
        if (scenario.bankHolidays() != null && scenario.bankHolidays().catchUp().size() > MOST_CATCH_UP) {
            places.fault("bank_holidays.catch_up", "people do not catch up for more than a year", "write fewer multipliers");
        }
    }

    /** What does. */
    void checkAgents() {
        long agents = scenario.groups().values().stream().mapToLong(SizeCheck::agents).sum();
        if (agents > MOST_AGENTS) {
            places.fault("groups", "all groups together have " + agents + " agents, more than 1,000,000", "check the numbers, or divide the scenario");
            return;
        }
        LocalDateTime end = places.sound("time") && scenario.time() != null ? end(scenario.time()) : null;
        if (end == null) {
            return;
        }
        double years = ChronoUnit.SECONDS.between(scenario.time().start(), end) / YEAR_SECONDS;
        if (agents * years > MOST_AGENT_YEARS) {
            places.fault(
                    "time.length",
                    "the time of " + agents + " agents adds up to more than 146,000 years",
                    "make it shorter and take more replications, or divide the scenario");
        }
        double days = ChronoUnit.DAYS.between(scenario.time().start(), end);
        if (scenario.flows().size() * days > MOST_CELLS) {
            places.fault("time.length", "flows × days are more than 50,000,000", "make it shorter and take more replications, or join flows");
        }
    }

    private static LocalDateTime end(TimeFrame time) {
        return time.start() == null || time.length() == null ? null : TimeCheck.end(time);
    }

    /** As many as the group's table ever needs, or all of its shifts. */
    private static long agents(AgentGroup group) {
        long ofShifts = group.shifts().stream().mapToLong(Shift::agents).sum();
        if (group.staffing() == null) {
            return ofShifts;
        }
        Stream<Integer> ofTable = group.staffing().byDay().values().stream().flatMap(day -> day.values().stream());
        Integer constant = group.staffing().constant();
        return constant != null ? constant : ofTable.mapToLong(Integer::longValue).max().orElse(0);
    }

    /** Tables of who may take whom, and at what speed. */
    private void checkPairs() {
        if ((long) scenario.groups().size() * scenario.services().size() > MOST_CELLS) {
            places.fault("groups", "groups × services are more than 50,000,000", "join groups of the same skills");
        }
        Map<String, Long> flowsByDesk = new HashMap<>();
        scenario.flows().values().forEach(flow -> flowsByDesk.merge(String.valueOf(flow.desk()), 1L, Long::sum));
        long pairs = scenario.groups().values().stream().mapToLong(group -> flowsByDesk.getOrDefault(String.valueOf(group.desk()), 0L)).sum();
        if (pairs > MOST_CELLS) {
            places.fault("groups", "flows × groups of the same desk are more than 50,000,000", "join groups of the same skills, or flows");
        }
    }

    /** A slow group makes work longer, which may not pass the longest time that can be written. */
    private void checkWork() {
        Map<String, Double> longestByService = new HashMap<>();
        scenario.flows().forEach((id, flow) -> {
            if (flow.service() != null && places.sound("flows." + id + ".work") && places.sound("flows." + id + ".work_by_group")) {
                longestByService.merge(flow.service(), longestMean(flow), Math::max);
            }
        });
        scenario.groups().forEach((id, group) -> group.speed().forEach((service, speed) -> {
            String path = "groups." + id + ".speed." + service;
            if (places.sound(path) && longestByService.getOrDefault(service, 0.0) / speed > Times.LONGEST_YEARS * YEAR_SECONDS) {
                places.fault(path, "at this speed the work of " + service + " takes more than 100 years on average", "check its unit, or the speed");
            }
        }));
    }

    private static double longestMean(Flow flow) {
        if (flow.work() == null) {
            return 0;
        }
        Stream<Distribution> parts = flow.work().byTime().isEmpty() ? Stream.of(flow.work()) : flow.work().byTime().values().stream();
        return Stream.concat(parts, flow.workByGroup().values().stream()).mapToDouble(Distribution::meanSeconds).max().orElse(0);
    }
}
