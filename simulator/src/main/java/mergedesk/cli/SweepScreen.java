package mergedesk.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import mergedesk.api.SoFar;
import mergedesk.api.Watcher;
import mergedesk.report.SweepFindings;
import mergedesk.stats.Measure;

/**
 * A sweep on a terminal while it runs: how far it has come, how fast, and what is seen so far, drawn over itself a few times a second. On standard error, and gone at the end.
 *
 * <p>What ends the work is heard by another watcher.
 */
final class SweepScreen implements Watcher, AutoCloseable {
    private static final long NEXT_NANOS = 250_000_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int WIDTH = 79;
    private static final int BAR = 30;
    private static final int MEAN_BAR = 40;
    private static final int MOST_LINES = 20;
    private static final int LABEL = 18;
    private static final String WIPE_BELOW = "\u001b[J";

    private final Console console;
    private final Watcher other;
    private final String title;
    private final SoFar soFar;
    private final LongSupplier clock;
    private final long startNanos;
    private long lastNanos;
    private double planned;
    private double done;
    private int drawn; // lines
    private boolean closed;

    SweepScreen(Console console, Watcher other, String title, SoFar soFar) {
        this(console, other, title, soFar, System::nanoTime);
    }

    /** {@code clock}: nanoseconds since any moment. */
    SweepScreen(Console console, Watcher other, String title, SoFar soFar, LongSupplier clock) {
        this.console = console;
        this.other = other;
        this.title = title;
        this.soFar = soFar;
        this.clock = clock;
        startNanos = clock.getAsLong();
        lastNanos = startNanos - NEXT_NANOS;
    }

    @Override
    public synchronized void planned(double more) {
        planned += more;
        show();
    }

    @Override
    public synchronized void advanced(double replications) {
        done += replications;
        show();
    }

    @Override
    public boolean stopped() {
        return other.stopped();
    }

    @Override
    public void failed(Throwable fault) {
        other.failed(fault);
    }

    private void show() {
        long now = clock.getAsLong();
        if (!closed && !other.stopped() && now - lastNanos >= NEXT_NANOS) {
            lastNanos = now;
            List<String> lines = lines((now - startNanos) / NANOS_PER_SECOND);
            wipe();
            lines.forEach(console.err()::println);
            drawn = lines.size();
        }
    }

    /** What is drawn after so many seconds. */
    List<String> lines(double seconds) {
        List<String> lines = new ArrayList<>();
        lines.add(cut(title, WIDTH));
        double share = planned > 0 ? Math.min(1, done / planned) : 0;
        long made = soFar.made();
        String speed = made > 0 && seconds > 0 ? String.format(Locale.ROOT, ", %,.0f a second, %s left", made / seconds, ProgressWatcher.length(seconds * (planned - done) / made)) : "";
        String failures = soFar.failed() == 0 ? "" : String.format(Locale.ROOT, ", %,d failed", soFar.failed());
        lines.add(cut(String.format(Locale.ROOT, "[%s] %,.0f of %,.0f runs%s%s", bar(share, BAR), Math.floor(done), planned, speed, failures), WIDTH));
        soFar.measure().filter(measure -> done > 0).ifPresent(measure -> {
            lines.add("");
            lines.add(cut(SweepFindings.title(measure) + ", mean of the runs so far", WIDTH));
            soFar.factors().forEach(factor -> addFactor(lines, factor, measure));
        });
        return lines.size() <= MOST_LINES ? lines : lines.subList(0, MOST_LINES);
    }

    private static void addFactor(List<String> lines, SoFar.Factor factor, Measure measure) {
        double most = factor.values().stream().filter(value -> !Double.isNaN(value)).mapToDouble(Math::abs).max().orElse(0);
        lines.add(cut("by " + factor.name(), WIDTH));
        for (int level = 0; level < factor.levels().size(); level++) {
            double value = factor.values().get(level);
            String bar = Double.isNaN(value) || most == 0 ? "" : "=".repeat((int) Math.round(MEAN_BAR * Math.abs(value) / most));
            lines.add(cut(String.format(Locale.ROOT, "  %-" + LABEL + "s %12s  %s", cut(factor.levels().get(level), LABEL), SweepFindings.value(measure, value), bar), WIDTH));
        }
    }

    private static String bar(double share, int width) {
        int full = (int) Math.floor(share * width);
        return "=".repeat(full) + (full < width ? ">" : "") + " ".repeat(Math.max(0, width - full - 1));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }

    /** Takes away what was drawn, so that lines of others come in its place. */
    private void wipe() {
        if (drawn == 0 || other.stopped()) { // what is said of the end stands below it
            return;
        }
        try {
            OutputStream stream = console.errStream();
            stream.write(("\u001b[" + drawn + "A\r" + WIPE_BELOW).getBytes(StandardCharsets.US_ASCII));
            stream.flush();
        } catch (IOException e) {
            closed = true; // nobody is there to look
        }
        drawn = 0;
    }

    @Override
    public synchronized void close() {
        wipe();
        closed = true;
    }
}
