package mergedesk.law;

import java.util.Random;
import mergedesk.kernel.Script;
import mergedesk.program.Program;

/**
 * A generated centre of a few hundred to a few thousand contacts in six hours, loaded between four fifths and a little more than it can serve. Each kind of
 * change that a law speaks of is a parameter; the same seed gives the same centre otherwise.
 */
final class Centre {
    private static final String[] LENGTHS = {
        "{distribution: exponential, mean: %d s}",
        "{distribution: lognormal, mean: %d s, cv: 130 %%}",
        "{distribution: gamma, mean: %d s, cv: 60 %%}",
        "{distribution: weibull, mean: %d s, shape: 1.5}",
    };

    private final long seed;
    private Random random;

    Centre(long seed) {
        this.seed = seed;
    }

    private Script begin() {
        random = new Random(seed);
        return new Script()
                .time("start: 2011-01-03T08:00, length: 6 h")
                .with("councils: {north: , south: , east: , west: }\nservices: {housing: , tax: }\n"
                        + (random.nextBoolean() ? "busyness: {all: {cv: 10 %}}" : ""));
    }

    private String length(int seconds) {
        return LENGTHS[random.nextInt(LENGTHS.length)].formatted(seconds);
    }

    /** Calls a day that keep so many agents as busy as the centre is loaded. */
    private long volume(int agents, int talkSeconds) {
        return Math.round(agents * 86_400.0 / talkSeconds * (0.8 + 0.3 * random.nextDouble()));
    }

    /** Anything but the calendar: councils, priorities, skills, home first, lines, balking, retries; {@code extra} agents in every group. */
    Program general(int extra) {
        Script script = begin();
        script.desk("desk", "home_first: " + 20 * random.nextInt(3) + " s" + (random.nextBoolean() ? ", lines: " + (20 + random.nextInt(10)) : ""));
        int talk = 120 + 60 * random.nextInt(4);
        int flows = 2 + random.nextInt(3);
        for (int flow = 0; flow < flows; flow++) {
            script.volume("f" + flow, "key: people" + flow + ", council: " + (random.nextBoolean() ? "north" : "south") + ", service: "
                    + (flow > 0 && random.nextBoolean() ? "housing" : "tax") + ", priority: " + (1 + random.nextInt(2)) + ", volume: " + volume(9, talk) / flows
                    + " / day, work: " + length(talk) + ", patience: " + length(60 + 30 * random.nextInt(6)) + (random.nextBoolean() ? ", balk: 10 %" : "")
                    + (random.nextBoolean() ? ", retry: {probability: 50 %, limit: 3, delay: " + length(600) + "}" : ""));
        }
        return script.agents("all", "staffing: " + (4 + extra))
                .agents("north", "employer: north, staffing: " + (3 + extra))
                .agents("south", "employer: south, skills: [tax], staffing: " + (2 + extra))
                .compile();
    }

    /** Several flows of the same work and their own patience, by priority, at agents who take all. */
    Program patient(int factor) {
        Script script = begin();
        int agents = 4 + random.nextInt(8);
        int talk = 120 + 60 * random.nextInt(4);
        String work = length(talk);
        int flows = 1 + random.nextInt(3);
        for (int flow = 0; flow < flows; flow++) {
            script.volume("f" + flow, "key: people" + flow + ", priority: " + (1 + random.nextInt(2)) + ", volume: " + volume(agents, talk) / flows + " / day, work: "
                    + work + ", patience: " + length(factor * (40 + 20 * random.nextInt(6))));
        }
        return script.agents("pool", "staffing: " + agents).compile();
    }

    /** Two to four identical desks of one council each, or all of them merged. */
    Program desks(boolean merged) {
        Script script = begin();
        String[] councils = {"north", "south", "east", "west"};
        int desks = 2 + random.nextInt(3);
        int agents = 2 + random.nextInt(4);
        int talk = 120 + 60 * random.nextInt(4);
        String people = "volume: " + volume(agents, talk) + " / day, work: " + length(talk) + ", patience: " + length(60 + 60 * random.nextInt(4));
        for (int desk = 0; desk < desks; desk++) {
            String at = merged ? "desk" : "desk" + desk;
            script.desk(at, "").volume("f" + desk, "council: " + councils[desk] + ", desk: " + at + ", " + people);
            script.agents("g" + desk, "desk: " + at + ", staffing: " + agents);
        }
        return script.compile();
    }

    /** One stream of calls, as one flow or as several of the same kind. */
    Program flows(int flows) {
        Script script = begin();
        int agents = 4 + random.nextInt(8);
        int talk = 120 + 60 * random.nextInt(4);
        long volume = volume(agents, talk) / 2 * 2;
        String people = "volume: " + volume / flows + " / day, work: " + length(talk) + ", patience: " + length(60 + 60 * random.nextInt(4));
        for (int flow = 0; flow < flows; flow++) {
            script.volume("f" + flow, "key: people" + flow + ", " + people);
        }
        return script.agents("pool", "staffing: " + agents).compile();
    }
}
