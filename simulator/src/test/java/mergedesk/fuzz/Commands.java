package mergedesk.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Command lines: mostly right ones, with options that are wrong, twice there, or of another command. */
final class Commands {
    private static final String[] COMMANDS = {"run", "run", "compare", "solve", "check", "check", "new", "help", "nope", "--version", "--help"};
    private static final String[] FILES = {Input.SCENARIO, Input.SCENARIO, Input.SCENARIO, "second.yaml", "none.yaml", "", ".", "table.csv", "m\u00e4in.yaml", "a b.yaml"};

    /** Never many: an endless wish is granted. */
    private static final String[] COUNTS = {"1", "2", "3", "0", "-1", "many", "", "1e1", "2.0", "٣", "99999999999", "+2", " 2", "0x2"};

    private static final String[] PATHS = {
        "groups.agents.staffing", "groups.agents.chats", "groups.agents", "groups.agents.staffing.mon", "flows.calls.volume", "flows.calls.patience.mean", "flows.calls.work", "flows.calls.balk", "desks.desk.lines",
        "desks.desk.answer_within", "desks.desk.opening", "targets[0].at_least", "targets[1]", "targets[999999]", "runs.seed", "runs.replications", "time.interval", "time.length", "time.end", "name",
        "flows.calls.retry", "busyness.all.cv", "councils.town.population", "councils", "nope", "", ".", "a..b", "[0]", "flows.calls.profile", "flows.nobody.volume", "extends", "routing", "events"
    };
    private static final String[] VALUES = {
        "", "null", "[]", "{}", "[1, 2]", "{a: b}", "{mon: {\"08:00\": 3}}", "{file: table.csv}", "{value: 3, range: [1, 9]}", "{distribution: exponential, mean: 1 min}",
        "{probability: 50 %, delay: {distribution: constant, mean: 1 min}}", "[[[", "&a", "*a", "!!int 3", "- 1", "a: b: c"
    };
    private static final String[] MEASURES = {
        "sl_answered_of_offered", "wait_mean_all", "wait_p90", "occupancy", "occupancy_with_wrap_up", "GoS", "answer_rate", "abandonment_rate", "offered", "cost", "fte", "queue_mean", "nope", ""
    };
    private static final String[] GOALS = {">=", "<=", ">", "<", "=", "", " >= "};

    private Commands() {}

    /** A command on the files of {@code input}; what it writes stays in their folder. */
    static Input of(Input input, Random random) {
        String command = Splinters.pick(COMMANDS, random);
        List<String> args = new ArrayList<>(List.of(command));
        if (!command.equals("new")) {
            for (int files = command.equals("compare") ? 2 + random.nextInt(2) : 1; files > 0; files--) {
                args.add(Input.FOLDER + "/" + Splinters.pick(FILES, random));
            }
        }
        for (int options = random.nextInt(5); options > 0; options--) {
            option(args, command, random);
        }
        if (command.equals("solve")) {
            args.addAll(List.of("--vary", Splinters.pick(PATHS, random), "--until", goal(random)));
        }
        if (random.nextInt(5) == 0) {
            args.remove(random.nextInt(args.size()));
        }
        if (random.nextInt(10) == 0) {
            args.add(random.nextInt(args.size() + 1), Splinters.pick(new String[] {"--", "-", "", "--nope", "-h", "@" + Input.FOLDER + "/" + Input.SCENARIO, "@/dev/null", "\u001b[31m", "--quiet=maybe"}, random));
        }
        return new Input(input.files(), bounded(args, command), answers(random));
    }

    private static void option(List<String> args, String command, Random random) {
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> args.addAll(List.of("--set", Splinters.pick(PATHS, random) + "=" + value(random)));
            case 3 -> args.addAll(List.of("--replications", Splinters.pick(COUNTS, random)));
            case 4 -> args.addAll(List.of("--seed", Splinters.pick(new String[] {"1", "-1", "0", "9223372036854775807", "9223372036854775808", "x", "١٢٣", ""}, random)));
            case 5 -> args.addAll(List.of("--threads", Splinters.pick(COUNTS, random)));
            case 6 -> args.add("--quiet");
            case 7 -> args.addAll(List.of("--out", place(random)));
            default -> args.addAll(List.of(command.equals("run") || random.nextInt(4) == 0 ? "--trace" : "--out", place(random)));
        }
    }

    private static String value(Random random) {
        return random.nextInt(3) == 0 ? Splinters.pick(VALUES, random) : Splinters.word(random);
    }

    private static String goal(Random random) {
        return Splinters.pick(MEASURES, random) + " " + Splinters.pick(GOALS, random) + " " + (random.nextBoolean() ? "80 %" : Splinters.word(random));
    }

    private static String place(Random random) {
        return Input.FOLDER + "/" + Splinters.pick(new String[] {
            "out", "out", "out", "deep/er/out", "r", "trace.csv", Input.SCENARIO, "table.csv", ".", "", Input.SCENARIO + "/x", "n".repeat(300), "a b", "\u00e9", "\u202e", "x\ny"
        }, random);
    }

    /** Replications and a place for what is written are always given, so that no command takes minutes or writes elsewhere. */
    private static List<String> bounded(List<String> args, String command) {
        List<String> bounded = args.stream().map(arg -> arg.replace("\u0000", "")).collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < bounded.size(); i++) {
            boolean writes = bounded.get(i).equals("--out") || bounded.get(i).equals("--trace");
            if (writes && (i + 1 == bounded.size() || !bounded.get(i + 1).startsWith(Input.FOLDER))) {
                bounded.add(i + 1, Input.FOLDER + "/out");
            }
        }
        if (!bounded.contains("--out") && List.of("run", "compare", "solve", "new").contains(command)) {
            bounded.addAll(List.of("--out", Input.FOLDER + "/out"));
        }
        if (!bounded.contains("--replications") && List.of("run", "compare", "solve").contains(command)) {
            bounded.addAll(List.of("--replications", "2"));
        }
        return bounded;
    }

    private static String answers(Random random) {
        StringBuilder answers = new StringBuilder();
        for (int lines = random.nextInt(40); lines > 0; lines--) {
            answers.append(random.nextInt(3) == 0 ? "" : Splinters.word(random)).append('\n');
        }
        return answers + "\n".repeat(random.nextInt(14));
    }
}
