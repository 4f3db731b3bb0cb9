package mergedesk.api;

import java.util.List;
import java.util.Locale;

/** What must be so before anything is run; what is not is told as {@link WrongInput}. */
final class Requirements {
    private static final double GIGABYTE = 1L << 30;

    private Requirements() {}

    /** That a scenario has no faults. */
    static void sound(ScenarioFile file) {
        requireNone(file.faults());
    }

    /** That a sweep has none. */
    static void sound(SweepFile file) {
        requireNone(file.faults());
    }

    private static void requireNone(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new WrongInput(String.join("\n", faults));
        }
    }

    /** That there is one at least; nothing where it is not given. */
    static void atLeastOne(String what, Integer found) {
        if (found != null && found < 1) {
            throw new WrongInput(what + ": found " + found + ": must be at least 1");
        }
    }

    /** That pairs can be made: the same calendar and horizon. */
    static void sameTime(List<ScenarioFile> files) {
        List<String> faults = files.stream()
                .filter(file -> !file.scenario().time().equals(files.get(0).scenario().time()))
                .map(file -> file.path() + ": differs from " + files.get(0).path() + " under time:; pairs need the same calendar and horizon")
                .distinct()
                .toList();
        if (!faults.isEmpty()) {
            throw new WrongInput(String.join("\n", faults));
        }
    }

    /** That Java may use so much. */
    static void memory(long bytes) {
        long most = Runtime.getRuntime().maxMemory();
        if (bytes > most) {
            throw new WrongInput(String.format(
                    Locale.ROOT,
                    "this takes %.1f GB of memory or more, and Java may use %.1f GB: give it more (-Xmx%dg, for the command in MERGEDESK_JAVA_OPTS), or take fewer threads or replications",
                    bytes / GIGABYTE,
                    most / GIGABYTE,
                    1 + (long) Math.ceil(1.2 * bytes / GIGABYTE)));
        }
    }
}
