package mergedesk.scenario.check;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.tree.Places;

/** When the steps of a plan happen, and what they may change. What comes of them is checked as a scenario is. */
public final class PlanCheck {
    private static final int MOST_STEPS = 1_000;
    private static final String WHAT = "a step changes staffing and shifts of groups, opening of desks and channels, hours of campaigns, and volume, profile and season of flows";
    private static final Pattern STAFF = Pattern.compile("groups\\.[^.]+\\.(staffing|shifts)|campaigns\\.[^.]+\\.hours|channels\\.[^.]+\\.opening");
    private static final Pattern DEMAND = Pattern.compile("desks\\.[^.]+\\.(opening|opens_on_bank_holidays)|flows\\.[^.]+\\.(volume|volume_per_head|profile|season)");

    private final Scenario scenario;
    private final Places places;
    private final Set<String> changed = new HashSet<>(); // keys, with the moment

    public PlanCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    /** Notes every fault. */
    public void check() {
        if (scenario.plan().size() > MOST_STEPS) {
            places.fault("plan", "more than 1,000 steps", "join those of a date");
        }
        scenario.plan().forEach((id, step) -> {
            checkTime(step.on(), "plan." + id + ".on");
            check(step, "plan." + id);
        });
    }

    private void checkTime(LocalDateTime on, String path) {
        TimeFrame time = scenario.time();
        if (on.isBefore(time.start())) {
            places.fault(path, "the run begins on " + time.start() + " only", "write a later date, or change the scenario itself");
        } else if (!on.isBefore(end(time))) {
            places.fault(path, "the run is over by then, on " + end(time), "write an earlier date, or make time.length longer");
        }
    }

    private static LocalDateTime end(TimeFrame time) {
        return time.start().atZone(time.zone()).plus(time.duration()).toLocalDateTime();
    }

    private void check(PlanStep step, String path) {
        step.change().keys().forEach((section, entries) -> {
            String at = path + ".change." + section;
            if (!(entries instanceof Map<?, ?> table)) {
                refuse(at);
                return;
            }
            table.forEach((id, keys) -> checkEntry(step, section, id.toString(), keys, at + "." + id));
        });
        if (step.change().keys().isEmpty()) {
            places.fault(path + ".change", "nothing changes", "name what does, or remove the step");
        }
    }

    private void checkEntry(PlanStep step, String section, String id, Object keys, String at) {
        if (!places.keys(section).contains(id) && STAFF.matcher(section + "." + id + ".staffing").matches()) {
            places.fault(at, "there is none of this name in the scenario", places.suggestion(id, places.keys(section), "add it there from the start, with staffing: 0"));
            return;
        }
        if (!(keys instanceof Map<?, ?> table)) {
            refuse(at);
            return;
        }
        for (Object key : table.keySet()) {
            String what = section + "." + id + "." + key;
            if (!changed.add(step.on() + " " + what)) {
                places.fault(at + "." + key, "another step of the same moment changes it, too", "join the two, or give one a later time");
            }
            boolean ofDemand = DEMAND.matcher(what).matches();
            if (!ofDemand && !STAFF.matcher(what).matches()) {
                refuse(at + "." + key);
            } else if (ofDemand && !step.on().toLocalTime().equals(LocalTime.MIDNIGHT)) {
                places.fault(at + "." + key, "volumes and opening hours change at midnight", "write on: " + step.on().toLocalDate() + ", or give this key a step of its own");
            }
        }
    }

    private void refuse(String path) {
        places.fault(path, "a step cannot change this", WHAT);
    }
}
