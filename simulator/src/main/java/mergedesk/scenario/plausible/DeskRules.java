package mergedesk.scenario.plausible;

import static mergedesk.scenario.NoteKind.ANSWER_WITHIN_LONG;
import static mergedesk.scenario.NoteKind.COST_UNUSUAL;
import static mergedesk.scenario.NoteKind.HOME_FIRST_LONG;
import static mergedesk.scenario.NoteKind.PROFILE_DAY_MISSING;
import static mergedesk.scenario.NoteKind.SHIFT_WITHOUT_BREAK;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Profile;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Shift;

/** Desks and the people at them. */
final class DeskRules {
    private static final Duration LONGEST_TARGET_WAIT = Duration.ofMinutes(10);
    private static final long LEAST_COST_PENCE = 500_000;
    private static final long MOST_COST_PENCE = 15_000_000;
    private static final int LONGEST_WITHOUT_BREAK_MINUTES = 6 * 60;
    private static final int DAY_MINUTES = 24 * 60;

    private final Scenario scenario;
    private final List<Finding> findings;

    DeskRules(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void find() {
        scenario.desks().forEach(this::findWaits);
        scenario.groups().forEach(this::findStaff);
        findMissingDays();
    }

    private void findWaits(String id, Desk desk) {
        if (desk.answerWithin().compareTo(LONGEST_TARGET_WAIT) > 0) {
            findings.add(Finding.note(
                    ANSWER_WITHIN_LONG,
                    "desks." + id + ".answer_within",
                    "whoever waits less than " + Said.length(desk.answerWithin().toSeconds()) + " counts as answered in time; usual is 20 s to 5 min",
                    "check the unit"));
        }
        if (!desk.homeFirst().isZero() && desk.homeFirst().compareTo(desk.answerWithin()) >= 0 && hasHelp(id)) {
            findings.add(Finding.note(
                    HOME_FIRST_LONG,
                    "desks." + id + ".home_first",
                    "agents of other councils take nobody who has waited less than " + Said.length(desk.homeFirst().toMillis() * 1e-3) + ", which is too late for the target wait of "
                            + Said.length(desk.answerWithin().toMillis() * 1e-3),
                    "write a shorter one"));
        }
    }

    /** Whether the desk's groups have different employers. */
    private boolean hasHelp(String desk) {
        return scenario.groups().values().stream()
                .filter(group -> group.desk().equals(desk) && group.employer() != null)
                .map(AgentGroup::employer)
                .distinct()
                .count() > 1;
    }

    private void findStaff(String id, AgentGroup group) {
        String path = "groups." + id;
        if (group.cost() != null && (group.cost().pence() < LEAST_COST_PENCE || group.cost().pence() > MOST_COST_PENCE)) {
            findings.add(Finding.note(
                    COST_UNUSUAL,
                    path + ".cost",
                    String.format(Locale.ROOT, "a full-time agent costs £%,.0f a year; usual is £25,000 to £50,000", group.cost().pence() / 100.0),
                    "write the cost of one agent for a year"));
        }
        for (int i = 0; i < group.shifts().size(); i++) {
            Shift shift = group.shifts().get(i);
            int minutes = minutes(shift);
            if (shift.agents() > 0 && shift.breaks().isEmpty() && minutes > LONGEST_WITHOUT_BREAK_MINUTES) {
                findings.add(Finding.note(
                        SHIFT_WITHOUT_BREAK,
                        path + ".shifts[" + i + "]",
                        "the shift lasts " + Said.length(minutes * 60.0) + " and has no break; beyond six hours the law asks for 20 min",
                        "add breaks"));
            }
        }
    }

    private static int minutes(Shift shift) {
        int minutes = (shift.end().toSecondOfDay() - shift.start().toSecondOfDay()) / 60;
        return shift.overnight() || minutes <= 0 ? minutes + DAY_MINUTES : minutes;
    }

    /** Weekdays on which a desk is open and a profile of its flows has nobody; each pair of both once. */
    private void findMissingDays() {
        Set<List<String>> seen = new HashSet<>();
        for (Flow flow : scenario.flows().values()) {
            Profile profile = flow.trace() != null ? null : scenario.profiles().get(flow.profile());
            Desk desk = scenario.desks().get(flow.desk());
            if (profile == null || desk.opening().always() || !seen.add(List.of(flow.profile(), flow.desk()))) {
                continue;
            }
            Set<DayOfWeek> missing = new LinkedHashSet<>(List.of(DayOfWeek.values()));
            missing.removeIf(day -> desk.opening().byDay().getOrDefault(day, List.of()).isEmpty() || hasWeight(profile, day));
            if (!missing.isEmpty()) {
                String days = missing.stream().map(DeskRules::name).collect(Collectors.joining(", "));
                findings.add(Finding.note(
                        PROFILE_DAY_MISSING,
                        "profiles." + flow.profile(),
                        "nobody calls on " + days + ", when desk " + flow.desk() + " is open",
                        "add the day, or close the desk"));
            }
        }
    }

    private static boolean hasWeight(Profile profile, DayOfWeek day) {
        return profile.byDay().getOrDefault(day, Map.of()).values().stream().anyMatch(weight -> weight > 0);
    }

    private static String name(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
