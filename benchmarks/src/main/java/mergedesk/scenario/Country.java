package mergedesk.scenario;

import java.util.Random;

/**
 * P8: a whole country as a scenario. Councils of very different sizes, eight to a merged desk at most, each with its own agents, all flows of
 * four services by the two live channels, shaped as the merged Cheshire desk is: busyness, season, bank holidays, after-call work, retries.
 */
public final class Country {
    /** The size that P8 asks for. */
    public static final int COUNCILS = 300;
    /** The number of desks that P8 asks for. */
    public static final int DESKS = 40;

    private static final String[] SERVICES = {"general", "council_tax", "housing", "environment"};
    private static final double[] CALLS_PER_HEAD = {0.55, 0.40, 0.20, 0.15};
    private static final double VISITS_PER_CALL = 0.15;
    private static final double RESIDENTS = 187_000; // of a council, on average: 56 million in all
    private static final double HANDLING_HOURS = (290 + 60) / 3600.0;
    private static final int WORKING_DAYS = 253;

    private static final String[] BLOCK_START = {"08:30", "12:00", "14:00", "16:00"};
    private static final double[] BLOCK_HOURS = {3.5, 2, 2, 1};
    private static final double[] BLOCK_SHARE = {0.47, 0.21, 0.24, 0.08}; // of a day's contacts

    private static final String HEAD = """
            name: "The country: %d councils, %d merged desks"
            time: {start: 2008-04-01, length: %s}
            services: {general: {}, council_tax: {}, housing: {}, environment: {}}
            channels: {phone: {}, counter: {}}
            profiles:
              office_hours:
                mon-fri: {"08:30": 67, "09:00": 67, "09:30": 72, "10:00": 67, "10:30": 68, "11:00": 68, "11:30": 69, "12:00": 54, "12:30": 53,
                  "13:00": 54, "13:30": 57, "14:00": 58, "14:30": 62, "15:00": 61, "15:30": 60, "16:00": 44, "16:30": 37}
            seasons: {billing: {mar: 1.3}}
            bank_holidays: {region: england_and_wales, volume: 0 %%, catch_up: [1.3, 1.1]}
            busyness: {all: {cv: 7 %%}, council: {cv: 5 %%}}
            targets: [{measure: sl_answered_of_offered, at_least: 80 %%}]
            """;
    private static final String FLOW = """
              %s_%s_%s:
                {council: %1$s, service: %2$s, channel: %3$s, desk: %4$s, volume_per_head: %5$.4f / year, profile: office_hours, season: billing,
                work: {distribution: lognormal, mean: 290 s, cv: 140 %%}, after_call: {distribution: exponential, mean: 60 s},
                patience: {distribution: exponential, mean: 15 min},
                retry: {probability: 50 %%, delay: {distribution: exponential, mean: 15 min}, limit: 3}}
            """;

    private final int councils;
    private final int desks;
    private final StringBuilder councilRows = new StringBuilder("councils:\n");
    private final StringBuilder flowRows = new StringBuilder("flows:\n");
    private final StringBuilder deskRows = new StringBuilder("desks:\n");
    private final StringBuilder groupRows = new StringBuilder("groups:\n");

    private Country(int councils, int desks) {
        this.councils = councils;
        this.desks = desks;
    }

    /** The scenario as YAML; {@code length} as the language has it: {@code 1 year}. */
    public static String yaml(int councils, int desks, String length) {
        return new Country(councils, desks).write(length);
    }

    private String write(String length) {
        Random random = new Random(300);
        for (int desk = 0; desk < desks; desk++) {
            deskRows.append("  d%02d: {opening: {mon-fri: 08:30-17:00}, answer_within: 45 s}\n".formatted(desk));
        }
        for (int i = 0; i < councils; i++) {
            long residents = Math.round(RESIDENTS * Math.exp(0.6 * random.nextGaussian() - 0.18));
            council("c%03d".formatted(i), "d%02d".formatted(i % desks), residents);
        }
        return HEAD.formatted(councils, desks, length) + councilRows + flowRows + deskRows + groupRows;
    }

    private void council(String council, String desk, long residents) {
        councilRows.append("  %s: {population: %d}\n".formatted(council, residents));
        double contactsPerHead = 0;
        for (int service = 0; service < SERVICES.length; service++) {
            double calls = CALLS_PER_HEAD[service];
            flowRows.append(FLOW.formatted(council, SERVICES[service], "phone", desk, calls));
            flowRows.append(FLOW.formatted(council, SERVICES[service], "counter", desk, calls * VISITS_PER_CALL));
            contactsPerHead += calls * (1 + VISITS_PER_CALL);
        }
        groupRows.append("  %s_agents: {desk: %s, employer: %s, staffing: {mon-fri: {%s}}}\n"
                .formatted(council, desk, council, staffing(residents * contactsPerHead / WORKING_DAYS)));
    }

    private static String staffing(double contactsPerDay) {
        StringBuilder rows = new StringBuilder();
        for (int block = 0; block < BLOCK_START.length; block++) {
            double busy = contactsPerDay * BLOCK_SHARE[block] / BLOCK_HOURS[block] * HANDLING_HOURS;
            rows.append("\"%s\": %d, ".formatted(BLOCK_START[block], (int) Math.ceil(busy)));
        }
        return rows + "\"17:00\": 0";
    }
}
