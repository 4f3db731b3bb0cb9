package mergedesk.spark;

import java.util.ArrayList;
import java.util.List;
import mergedesk.cli.Main;

/** What spark-submit starts: the ordinary command line, whose sweeps run where spark-submit was told to. */
public final class Submit {
    private Submit() {}

    public static void main(String[] args) {
        Main.main(arguments(args));
    }

    static String[] arguments(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        boolean sweeps = !all.isEmpty() && all.get(0).equals("sweep");
        if (sweeps && all.stream().noneMatch(arg -> arg.equals("--engine") || arg.startsWith("--engine="))) {
            all.addAll(1, List.of("--engine", "spark"));
        }
        return all.toArray(String[]::new);
    }
}
