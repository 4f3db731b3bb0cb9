package mergedesk.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Several command lines in one process, with {@code then} between them: the launcher has Java archive the classes that they meet. Ends after the first that fails, with its exit code. */
public final class Rehearsal {
    private static final String NEXT = "then";

    private Rehearsal() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        Console console = Console.ofThisProcess();
        int code = ExitCode.DONE;
        for (List<String> left = Arrays.asList(args); code == ExitCode.DONE && !left.isEmpty(); ) {
            int end = left.contains(NEXT) ? left.indexOf(NEXT) : left.size();
            code = Main.execute(console, left.subList(0, end).toArray(String[]::new));
            left = left.subList(Math.min(end + 1, left.size()), left.size());
        }
        System.exit(code);
    }
}
