package mergedesk.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Takes away from an input what a complaint does not need: files, arguments, lines, in pieces that get smaller. */
final class Smaller {
    private Smaller() {}

    static Input of(Input input, Predicate<Input> same) {
        Input small = input;
        for (String file : input.files().keySet()) {
            Input without = small.without(file);
            if (!file.equals(Input.SCENARIO) && same.test(without)) {
                small = without;
            }
        }
        Input base = small;
        small = small.withArgs(lessOf(small.args(), args -> !args.isEmpty() && same.test(base.withArgs(args))));
        for (String file : small.files().keySet()) {
            Input now = small;
            List<String> lines = Arrays.asList(new String(now.files().get(file), StandardCharsets.ISO_8859_1).split("(?<=\n)"));
            List<String> less = lessOf(lines, some -> same.test(now.with(file, joined(some))));
            small = less.size() < lines.size() ? now.with(file, joined(less)) : now;
        }
        return small;
    }

    private static byte[] joined(List<String> lines) {
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> lessOf(List<String> parts, Predicate<List<String>> same) {
        List<String> left = new ArrayList<>(parts);
        for (int length = Math.max(1, left.size() / 2); length >= 1; length /= 2) {
            for (int from = 0; from + length <= left.size(); ) {
                List<String> without = new ArrayList<>(left.subList(0, from));
                without.addAll(left.subList(from + length, left.size()));
                if (same.test(without)) {
                    left = without;
                } else {
                    from += length;
                }
            }
        }
        return left;
    }
}
