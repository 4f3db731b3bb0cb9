package mergedesk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mergedesk.api.SweepFile;
import mergedesk.api.SweepTrial;
import mergedesk.api.Sweeps;
import mergedesk.api.Swept;
import mergedesk.report.SweepFindings;
import mergedesk.store.RunFailure;
import mergedesk.sweep.Setting;
import mergedesk.sweep.Sweeping;

/** What the command says of a sweep, before and after. */
final class SweepSummary {
    private static final int ALL_SHOWN = 100; // points
    private static final int POINTS_SHOWN = 10; // of more than that
    private static final int MEASURES_SHOWN = 8;
    private static final double MINUTE = 60;
    private static final double HOUR = 3_600;

    private SweepSummary() {}

    /** Which points there are, and about how long they take. */
    static String plan(SweepFile sweep, SweepTrial trial, int threads) {
        Sweeps.Shown shown = Sweeps.shown(sweep);
        StringBuilder text = new StringBuilder(sweep.title()).append('\n');
        if (!sweep.question().isEmpty()) {
            text.append(sweep.question()).append('\n');
        }
        text.append('\n');
        shown.factors().forEach(factor -> text.append("Factor ").append(factor.name()).append(": ").append(factor.paths()).append(factor.unit().isEmpty() ? "" : ", in " + factor.unit()).append('\n'));
        text.append(said("%n%,d %s, %s:%n%n", shown.points().size(), shown.points().size() == 1 ? "point" : "points", String.valueOf(shown.kind()).toLowerCase(Locale.ROOT)));
        text.append(table(shown));
        long least = (long) shown.rule().first() * shown.points().size();
        long most = shown.rule().mostRuns(shown.points().size());
        text.append(said("%n%s runs; kept of each: %s%n", least == most ? said("%,d", most) : said("%,d to %,d", least, most), shown.layout().kept().stream().map(kept -> kept.text()).collect(Collectors.joining(", "))));
        text.append(said("About %s of processor time a run%s: %s on %d threads, and %s of disk%n",
                length(trial.secondsOfRun()), trial.secondsOfPoint() > trial.secondsOfRun() / 10 ? " and " + length(trial.secondsOfPoint()) + " to prepare a point" : "",
                length(trial.seconds(most) / threads), threads, size(trial.bytes(most))));
        trial.failures().forEach(failure -> text.append("But ").append(failure(failure)).append('\n'));
        return text.toString();
    }

    /** All points; of many the first and the last. */
    private static String table(Sweeps.Shown shown) {
        int size = shown.points().size();
        int first = size <= ALL_SHOWN ? size : POINTS_SHOWN - 1;
        List<List<String>> rows = new ArrayList<>();
        rows.add(IntStream.range(-1, shown.factors().size()).mapToObj(i -> i < 0 ? "point" : shown.factors().get(i).name()).toList());
        for (int point = 0; point < size; point++) {
            if (point < first || point == size - 1) {
                List<String> row = new ArrayList<>(List.of(Integer.toString(point)));
                shown.points().at(point).stream().map(Setting::text).forEach(row::add);
                rows.add(row);
            } else {
                rows.add(rows.get(0).stream().map(none -> "...").toList());
                point = size - 2;
            }
        }
        return Columns.of(rows);
    }

    /** What has been done, what it shows, and where it is. */
    static String of(SweepFile sweep, Swept swept, Path folder) {
        Sweeping.Outcome outcome = swept.outcome();
        StringBuilder text = new StringBuilder();
        String runs = outcome.done() > outcome.runs() ? said("%,d runs, of which the sweep asks for %,d,", outcome.done(), outcome.runs()) : said("%,d of %,d runs", outcome.done(), outcome.runs());
        text.append(said("%s: %s at %,d %s are done.%n", sweep.title(), runs, outcome.points(), outcome.points() == 1 ? "point" : "points"));
        if (!outcome.complete()) {
            text.append("Stopped early: the same command goes on from here.\n");
        }
        swept.study().ifPresent(study -> new SweepFindings(study).measures(MEASURES_SHOWN).forEach(line -> text.append('\n').append(line).append('\n')));
        text.append("\nRuns: ").append(folder.resolve("results.duckdb")).append('\n');
        swept.report().ifPresent(report -> text.append("Report: ").append(report).append('\n'));
        return text.toString();
    }

    /** What failed, and what repeats it. */
    static String failure(RunFailure failure) {
        String which = failure.replication() == RunFailure.EVERY ? "point " + failure.point() + " cannot be run: " : "point " + failure.point() + ": ";
        return which + failure.message().lines().findFirst().orElse("") + ". It repeats with: " + failure.command();
    }

    private static String said(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String length(double seconds) {
        if (seconds < 1) {
            return said(seconds < 0.01 ? "%.1f ms" : "%.0f ms", Math.max(seconds * 1e3, 0.1));
        }
        return seconds < 2 * MINUTE ? said("%.0f s", seconds) : seconds < 2 * HOUR ? said("%.0f min", seconds / MINUTE) : said("%.1f h", seconds / HOUR);
    }

    private static String size(double bytes) {
        return bytes < 1e6 ? said("%.0f kB", Math.max(1, bytes / 1e3)) : bytes < 1e9 ? said("%.0f MB", bytes / 1e6) : said("%.1f GB", bytes / 1e9);
    }
}
