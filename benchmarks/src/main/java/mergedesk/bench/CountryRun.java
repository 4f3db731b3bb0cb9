package mergedesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mergedesk.scenario.Country;

/**
 * P8: a replication of the country through the command line, in a heap of 2 GB.
 *
 * @param run what the run left
 * @param peakBytes most that the heap held, garbage included
 * @param liveBytes most that it held after a collection
 */
record CountryRun(CommandLine.Run run, long peakBytes, long liveBytes) {
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");
    private static final long MEGABYTE = 1 << 20;

    static CountryRun of(CommandLine commandLine, String length) {
        try {
            Path scenario = Files.createTempFile("country", ".yaml");
            Path log = Files.createTempFile("collections", ".log");
            try {
                Files.writeString(scenario, Country.yaml(Country.COUNCILS, Country.DESKS, length));
                CommandLine.Run run = commandLine.run(scenario, "-Xmx2g -Xlog:gc:file=" + log, "--replications", "1");
                return measured(run, Files.readString(log));
            } finally {
                Files.delete(scenario);
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CountryRun measured(CommandLine.Run run, String collections) {
        long peak = 0;
        long live = 0;
        for (Matcher matcher = COLLECTION.matcher(collections); matcher.find(); ) {
            peak = Math.max(peak, Long.parseLong(matcher.group(1)));
            live = Math.max(live, Long.parseLong(matcher.group(2)));
        }
        return new CountryRun(run, peak * MEGABYTE, live * MEGABYTE);
    }

    Sample sample() {
        return run.sample();
    }
}
