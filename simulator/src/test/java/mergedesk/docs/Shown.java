package mergedesk.docs;

import java.util.ArrayList;
import java.util.List;

/** What a document shows of a command's output, brought up to date. */
final class Shown {
    static final String REST = "...";

    private Shown() {}

    /** All of the output where all was shown; else each stretch between "..." from its first line's words on, as long as it was. */
    static List<String> anew(List<String> shown, String printed) {
        List<String> lines = printed.lines().toList();
        if (!shown.contains(REST)) {
            return lines;
        }
        List<String> fresh = new ArrayList<>();
        int next = 0;
        boolean inside = false;
        for (String line : shown) {
            if (line.equals(REST)) {
                inside = false;
                fresh.add(line);
                continue;
            }
            while (!inside && next < lines.size() && !words(lines.get(next)).equals(words(line))) {
                next++;
            }
            inside = true;
            if (next < lines.size()) {
                fresh.add(lines.get(next++));
            }
        }
        return fresh;
    }

    /** The beginning of a line, before its numbers. */
    private static String words(String line) {
        return line.split(" {2}|: ", 2)[0];
    }
}
