package mergedesk.bench;

import mergedesk.scenario.Country;

/** P11: what a scenario can have more of. Each axis grows alone, fourfold and sixteenfold, and a unit of work should cost what it cost before. */
enum Growth {
    /** People who wait at once: 2,000 call within two hours, hardly anybody answers them, and they give up within days. */
    BACKLOG("2,000 people who wait", true) {
        @Override
        String yaml(int times) {
            String people = "work: {distribution: exponential, mean: 1 h}, patience: {distribution: exponential, mean: 1 day}";
            return desk("2 h, end: drain", 24_000 * times + " / day", people, 1);
        }
    },
    /** Days of the Erlang-A desk. Nothing of the past is alive. */
    HORIZON("10 days", false) {
        @Override
        String yaml(int times) {
            return desk(10 * times + " days, end: cut", "10 / min", ERLANG_A, 50);
        }
    },
    /** Agents of the Erlang-A desk, with as many more callers, for as much shorter. */
    AGENTS("50 agents", true) {
        @Override
        String yaml(int times) {
            return desk(960 / times + " h, end: cut", 10 * times + " / min", ERLANG_A, 50 * times);
        }
    },
    /** Councils, eight to a merged desk, for a week. */
    COUNCILS("8 councils", true) {
        @Override
        String yaml(int times) {
            return Country.yaml(8 * times, times, "1 week");
        }
    };

    private static final String ERLANG_A =
            "work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 3 min}";

    private final String unit;
    private final boolean alive;

    Growth(String unit, boolean alive) {
        this.unit = unit;
        this.alive = alive;
    }

    /** The scenario with so many times as much. */
    abstract String yaml(int times);

    /** What there is one of to begin with. */
    String unit() {
        return unit;
    }

    /** Whether more of it is more that lives at once, and so more memory. */
    boolean alive() {
        return alive;
    }

    private static String desk(String length, String volume, String people, int agents) {
        return """
                name: Growth
                time: {start: 2001-01-01, zone: UTC, length: %s}
                councils: {town: {}}
                services: {general: {}}
                flows:
                  calls: {council: town, service: general, desk: desk, volume: %s, %s}
                desks: {desk: {answer_within: 20 s}}
                groups: {agents: {desk: desk, staffing: %d}}
                """.formatted(length, volume, people, agents);
    }
}
