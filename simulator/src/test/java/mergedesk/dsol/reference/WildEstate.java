package mergedesk.dsol.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What applications of a generated scenario run on, and how it fails: nothing of it in most. Failures are as frequent as calls, so that a day has many. */
final class WildEstate {
    /** As long as nothing else lasts, so that an outage which does shows that a failover failed. */
    static final long FAILED_SECONDS = 1_037;

    private static final String FAILED = "{distribution: constant, mean: " + FAILED_SECONDS + " s}";

    private final Dice dice;
    private final boolean grid;
    private final LocalDate start;
    private final boolean any;
    private final boolean asksDesk;
    private final List<String> supplies = new ArrayList<>();
    private final List<String> hosts = new ArrayList<>();

    /** {@code grid}: lengths at multiples of a few seconds. */
    WildEstate(Dice dice, boolean grid, LocalDate start) {
        this.dice = dice;
        this.grid = grid;
        this.start = start;
        any = dice.chance(0.5);
        asksDesk = any && dice.chance(0.6);
    }

    /** The flow as whose work what fails is repaired, if there is one, of a service that needs nothing. */
    boolean asksDesk() {
        return asksDesk;
    }

    /** All but the applications, of which there are so many. */
    void write(int applications, int desks) {
        if (!any) {
            return;
        }
        dice.line("repair_crews: {few: {crews: 1}, many: {crews: 3}%s}\ndatacentres: {site0: {}, site1: {}}\nsupplies:", asksDesk ? ", ict: {flow: upkeep}" : "");
        for (int n = 0; n < 2; n++) {
            dice.line("  feed%d: {%s%s}", n, failures(0.7), supplies.isEmpty() ? "" : dice.pick("", ", needs: [feed0]"));
            supplies.add("feed" + n);
        }
        dice.line("rooms:");
        for (int n = 0; n < 2; n++) {
            dice.line("  room%d: {datacentre: site%d, needs: [%s]%s}", n, n, dice.pick("", "feed0", "feed1", "feed0, feed1"), more(failures(0.4)));
        }
        dice.line("hosts:");
        for (int n = 0; n < 4; n++) {
            dice.line("  h%d: {room: room%d%s}", n, n % 2, more(failures(0.8)));
            hosts.add("h" + n);
        }
        if (dice.chance(0.5)) {
            dice.line("outages: {o: {%s%s, from: %sT%s, lasts: %d min}}", dice.pick("hosts: [h0, h2]", "rooms: [room0]", "supplies: [feed1]", "hosts: [h1], rooms: [room1]"), software(applications), start, dice.pick("08:10", "00:00", "09:15"), 1 + dice.below(200));
        }
        if (dice.chance(0.4)) {
            dice.line("links: {north: {desk: d0, datacentre: site0%s}, south: {desk: d%d, datacentre: site1, needs: [feed1]%s}}", more(failures(0.9)), dice.below(desks), more(failures(0.5)));
        }
        if (dice.chance(0.5)) {
            dice.line("maintenance:\n  patches: {%s%s, every: {daily: %s}}", dice.pick("hosts: [h0, h2]", "rooms: [room0]", "supplies: [feed1]", "hosts: [h1], rooms: [room1]"), software(applications), dice.pick("09:10-09:30", "[\"08:00-08:20\", \"16:40-17:10\"]"));
            dice.line("  upgrade: {%s, from: %sT%s, to: %sT19:00}", dice.pick("hosts: [h0]", "rooms: [room0]"), start, dice.pick("08:10", "18:00:10"), start);
            if (dice.chance(0.3)) {
                dice.line("change_freezes: {year_end: {from: %s, to: %s}}", start.plusDays(1), start.plusDays(1 + dice.below(2)));
            }
        }
    }

    /** One of them too, or none. */
    private String software(int applications) {
        return applications > 0 && dice.chance(0.5) ? ", applications: [a" + dice.below(applications) + "]" : "";
    }

    private static String more(String keys) {
        return keys.isEmpty() ? "" : ", " + keys;
    }

    private String failures(double chance) {
        if (!dice.chance(chance)) {
            return "";
        }
        return "failures: {every: " + length(3_000) + ", repair: " + length(600) + dice.pick("", ", crew: few", ", crew: many", asksDesk ? ", crew: ict" : "", asksDesk ? ", crew: ict" : "") + dice.pick("", "", ", clock: always") + "}";
    }

    private String length(int seconds) {
        int mean = grid ? 60 * (1 + dice.below(seconds / 60)) : seconds;
        String empirical = "{distribution: empirical, values: [" + mean / 2 + " s, " + mean + " s, " + mean + " s, " + 2 * mean + " s]}";
        return grid
                ? dice.pick("{mean: " + mean + " s}", "{distribution: constant, mean: " + mean + " s}", "{distribution: constant, mean: " + mean + " s}", empirical)
                : dice.pick(
                        "{mean: " + mean + " s}",
                        "{distribution: weibull, mean: " + mean + " s, shape: 0.7}",
                        "{distribution: lognormal, mean: " + mean + " s, cv: 140 %}",
                        "{distribution: gamma, mean: " + mean + " s, cv: " + dice.pick(50, 200) + " %}",
                        empirical);
    }

    /** Keys of an application with the number, so that it may need those before. */
    List<String> keysOf(int application) {
        List<String> keys = new ArrayList<>();
        if (!any) {
            return keys;
        }
        List<String> needs = new ArrayList<>();
        if (application > 0 && dice.chance(0.3)) {
            needs.add("a" + dice.below(application));
        }
        if (dice.chance(0.2)) {
            needs.add("feed" + dice.below(2));
        }
        keys.add("needs: [" + String.join(", ", needs) + "]");
        String failures = failures(0.4);
        if (!failures.isEmpty() || needs.isEmpty()) {
            keys.add(failures.isEmpty() ? "failures: {every: " + length(4_000) + ", repair: " + length(500) + "}" : failures);
        }
        int primary = dice.below(3);
        if (primary > 0) {
            keys.add("hosts: " + hosts.subList(0, primary));
            keys.add("needed: " + (1 + dice.below(primary)));
            if (dice.chance(0.7)) {
                standby(keys);
            }
        }
        return keys;
    }

    private void standby(List<String> keys) {
        int standby = 1 + dice.below(2);
        keys.add("standby: " + hosts.subList(2, 2 + standby));
        keys.add("standby_needed: " + (1 + dice.below(standby)));
        keys.add("failover: {takes: " + length(120) + dice.pick("", ", works: 60 %, otherwise: " + dice.pick(length(900), FAILED))
                + dice.pick("", ", back: never", ", back: after_hours", ", back: at_once, back_takes: " + length(120), ", back: after_hours, back_takes: " + length(120))
                + dice.pick("", ", during: {repair: waits, standby: cannot}", ", during: {repair: waits}", ", during: {standby: cannot}") + dice.pick("", ", both_down: serves") + "}");
    }
}
