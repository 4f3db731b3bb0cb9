package mergedesk.scenario.check;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Profile;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.WeeklyHours;
import mergedesk.scenario.text.Days;
import mergedesk.scenario.tree.Places;

/** Whether the shapes of week and year bring anybody, and whether every day of a profile has an end. */
final class ProfileCheck {
    private final Scenario scenario;
    private final Places places;
    /** Pairs of profile and desk that have been judged. */
    private final Set<List<String>> judged = new HashSet<>();

    /** When the last weight of each day begins, where it is above zero. */
    private final Map<String, Map<DayOfWeek, LocalTime>> lastByProfile = new HashMap<>();

    ProfileCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        scenario.profiles()
                .forEach((id, profile) -> checkWeights(
                        "profiles." + id,
                        profile.byDay().values().stream()
                                .flatMap(day -> day.values().stream())
                                .toList(),
                        false));
        scenario.seasons()
                .forEach((id, season) -> checkWeights(
                        "seasons." + id,
                        List.copyOf(season.byMonth().values()),
                        season.byMonth().size() < 12));
        scenario.flows().forEach((id, flow) -> {
            if (flow.trace() == null && !scenario.isDeferred(flow)) { // which comes at any hour
                checkEnds(flow.profile(), id, flow, "flows." + id + ".profile");
                if (scenario.bankHolidays() != null) {
                    checkEnds(scenario.bankHolidays().profile(), id, flow, "bank_holidays.profile");
                }
            }
        });
    }

    /** {@code othersCount}: what is not listed has a weight above zero. */
    private void checkWeights(String path, List<Double> weights, boolean othersCount) {
        if (places.sound(path) && !othersCount && weights.stream().allMatch(weight -> weight == 0)) {
            places.fault(path, "all weights are zero", "give at least one a positive weight");
        }
    }

    /** The last weight of a day holds until the desk closes; where it is closed by then, nothing says how long. */
    private void checkEnds(String name, String id, Flow flow, String path) {
        Profile profile = name == null ? null : scenario.profiles().get(name);
        Desk desk = scenario.desks().get(flow.desk());
        if (profile == null
                || desk == null
                || !places.sound("profiles." + name)
                || !places.sound("desks." + flow.desk() + ".opening")
                || !judged.add(List.of(name, flow.desk()))) {
            return;
        }
        List<String> endless = new ArrayList<>();
        lastByProfile.computeIfAbsent(name, key -> lastWeights(profile)).forEach((day, last) -> {
            if (!opensAfter(desk.opening(), day, last)) {
                endless.add(Days.NAMES.get(day.ordinal()) + " " + last);
            }
        });
        if (!endless.isEmpty()) {
            places.fault(
                    path,
                    "the last weight of a day holds until the desk closes, but desk " + flow.desk() + ", to which " + id + " comes, is closed on "
                            + endless.get(0)
                            + switch (endless.size()) {
                                case 1 -> "";
                                case 2 -> " and " + endless.get(1);
                                default -> " and " + (endless.size() - 1) + " more days";
                            },
                    "end each day of profiles." + name + " with the time from which nobody comes and a weight of 0, or give " + id + " a profile of its own");
        }
    }

    private static Map<DayOfWeek, LocalTime> lastWeights(Profile profile) {
        Map<DayOfWeek, LocalTime> lasts = new EnumMap<>(DayOfWeek.class);
        profile.byDay().forEach((day, weights) -> {
            LocalTime last = weights.isEmpty() ? null : Collections.max(weights.keySet());
            if (last != null && weights.get(last) > 0) {
                lasts.put(day, last);
            }
        });
        return lasts;
    }

    private static boolean opensAfter(WeeklyHours opening, DayOfWeek day, LocalTime time) {
        return opening.byDay().getOrDefault(day, List.of()).stream()
                .anyMatch(range ->
                        range.to().equals(LocalTime.MIDNIGHT) || range.to().isAfter(time));
    }
}
