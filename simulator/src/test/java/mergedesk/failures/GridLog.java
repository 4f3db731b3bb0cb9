package mergedesk.failures;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** When 1,288 machines of the French research grid Grid'5000 could be had, by its monitor, May 2005 to November 2006. */
final class GridLog {
    private static final double SECONDS = 3600;
    private static final int MACHINE = 2;
    private static final int TYPE = 5;
    private static final int START = 6;
    private static final int STOP = 7;

    /**
     * A stretch in which a machine was up, or down.
     *
     * @param start in seconds since 1970
     */
    record Stretch(long start, long stop, boolean up) {}

    private final TreeMap<Integer, List<Stretch>> byMachine;

    private GridLog(TreeMap<Integer, List<Stretch>> byMachine) {
        this.byMachine = byMachine;
    }

    static GridLog read() throws IOException {
        TreeMap<Integer, List<Stretch>> byMachine = new TreeMap<>();
        try (BufferedReader text = SharedData.open("grid5000_failures/event_trace.tab.xz")) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.trim().split("\\s+");
                byMachine.computeIfAbsent(Integer.valueOf(cells[MACHINE]), machine -> new ArrayList<>())
                        .add(new Stretch(Long.parseLong(cells[START]), Long.parseLong(cells[STOP]), cells[TYPE].equals("1")));
            }
        }
        byMachine.values().forEach(stretches -> stretches.sort(Comparator.comparingLong(Stretch::start)));
        return new GridLog(byMachine);
    }

    int machines() {
        return byMachine.size();
    }

    long stretches() {
        return byMachine.values().stream().mapToLong(List::size).sum();
    }

    /** The same log where a machine counts as up while it was down for less than so many seconds. */
    GridLog withoutOutagesBelow(long seconds) {
        TreeMap<Integer, List<Stretch>> longer = new TreeMap<>();
        byMachine.forEach((machine, stretches) -> longer.put(machine, joined(stretches, seconds)));
        return new GridLog(longer);
    }

    private static List<Stretch> joined(List<Stretch> inOrder, long seconds) {
        List<Stretch> joined = new ArrayList<>();
        for (Stretch stretch : inOrder) {
            boolean up = stretch.up() || stretch.stop() - stretch.start() < seconds;
            Stretch last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.up() == up && stretch.start() <= last.stop()) {
                joined.set(joined.size() - 1, new Stretch(last.start(), Math.max(last.stop(), stretch.stop()), up));
            } else {
                joined.add(new Stretch(stretch.start(), stretch.stop(), up));
            }
        }
        return joined;
    }

    /** Times up of machines that have at least so many; the first and the last stretch of a machine are cut off by the log and left out. */
    List<Lengths> working(int least) {
        return byMachine.values().stream()
                .map(stretches -> inner(stretches, true))
                .filter(times -> times.length >= least)
                .map(Lengths::of)
                .toList();
    }

    /** Times down of all machines. */
    Lengths repairs() {
        return Lengths.of(byMachine.values().stream().flatMapToDouble(stretches -> Arrays.stream(inner(stretches, false))).toArray());
    }

    private static double[] inner(List<Stretch> stretches, boolean up) {
        return stretches.subList(1, Math.max(1, stretches.size() - 1)).stream()
                .filter(stretch -> stretch.up() == up && stretch.stop() > stretch.start())
                .mapToDouble(stretch -> (stretch.stop() - stretch.start()) / SECONDS)
                .toArray();
    }
}
