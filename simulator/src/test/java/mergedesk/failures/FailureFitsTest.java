package mergedesk.failures;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import mergedesk.docs.GeneratedTable;
import mergedesk.failures.LanlLog.Cause;
import mergedesk.failures.LanlLog.Failure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/failures.md says what the logs of Los Alamos and of Grid'5000 say. */
class FailureFitsTest {
    private static final String DOCUMENT = "failures.md";
    private static final int LEAST = 20;
    private static final double SAME_EVENT_HOURS = 1;
    private static final long FLAP_SECONDS = 600;

    /** Counts and means of ../shared/data/FACTS.txt. */
    @Test
    void logsAreReadWhole() throws IOException {
        LanlLog lanl = LanlLog.read();
        assertThat(lanl.failures()).hasSize(23_739);
        assertThat(Arrays.stream(Cause.values()).map(cause -> lanl.of(cause).failures().size())).containsExactly(14_341, 5_361, 421, 362, 149, 2_652);
        assertThat(meanMinutes(lanl.of(Cause.FACILITIES))).isCloseTo(572.3, within(0.05));
        assertThat(meanMinutes(lanl.of(Cause.HARDWARE))).isCloseTo(343.8, within(0.05));
    }

    private static double meanMinutes(LanlLog log) {
        return log.failures().stream().mapToDouble(Failure::downMinutes).average().orElseThrow();
    }

    /**
     * What Schroeder and Gibson [2006] found in the same log: machine 22 of the system with 49 machines (20 in their paper, 2 in the file) has Weibull
     * times of shape 0.7 from 2000 on and is best described by a lognormal before; more than 30 % of the times of the whole system were zero before 2000.
     */
    @Test
    void fitsArePublishedOnes() throws IOException {
        List<Failure> system = LanlLog.read().failures().stream().filter(failure -> failure.system().equals("2")).toList();
        List<Failure> machine = system.stream().filter(failure -> failure.machine().equals("2/22")).toList();

        Fit late = Fit.all(List.of(Lengths.of(between(machine, 2000, 2006)))).get(0);
        assertThat(late.family()).isEqualTo(Family.WEIBULL);
        assertThat(late.shape()).isCloseTo(0.7, within(0.05));
        assertThat(Fit.all(List.of(Lengths.of(between(machine, 1996, 2000)))).get(0).family()).isEqualTo(Family.LOGNORMAL);
        assertThat(Fit.all(List.of(Lengths.of(between(system, 2000, 2006)))).get(0).family()).isEqualTo(Family.WEIBULL);
        long early = system.stream().filter(failure -> failure.start() < hours(2000)).count();
        assertThat(between(system, 1996, 2000).length).isLessThan((int) (0.7 * early));
    }

    /** Times between starts that are not zero. */
    private static double[] between(List<Failure> inOrder, int from, int to) {
        double[] starts = inOrder.stream().mapToDouble(Failure::start).filter(start -> start >= hours(from) && start < hours(to)).toArray();
        double[] times = new double[starts.length - 1];
        Arrays.setAll(times, i -> starts[i + 1] - starts[i]);
        return Arrays.stream(times).filter(time -> time > 0).toArray();
    }

    private static double hours(int year) {
        return LocalDate.of(year, 1, 1).toEpochDay() * 24.0;
    }

    @Test
    void tablesOfTheDocumentAreThoseOfTheLogs() throws IOException {
        LanlLog lanl = LanlLog.read();
        StringBuilder working = head("What works | things | times | mean");
        StringBuilder repair = head("What is repaired | repairs | median");
        StringBuilder blocks = new StringBuilder("```yaml\n");
        for (Cause cause : Cause.values()) {
            List<Lengths> times = working(lanl.of(cause), cause);
            Lengths repairs = lanl.of(cause).repairs();
            List<Fit> fits = Fit.all(List.of(repairs));
            workingRow(working, what(cause), times);
            repairRow(repair, what(cause), repairs);
            if (cause != Cause.NOT_FOUND) {
                blocks.append(block(cause, Fit.of(Family.WEIBULL, times), fits.get(0), repairs));
            }
        }
        GeneratedTable.check(DOCUMENT, "working", working.toString());
        GeneratedTable.check(DOCUMENT, "repair", repair.toString());
        GeneratedTable.check(DOCUMENT, "blocks", blocks.append("```\n").toString());
    }

    @Test
    @Tag("nightly")
    void tablesOfTheGridAreThoseOfItsLog() throws IOException {
        GridLog all = GridLog.read();
        GridLog longer = all.withoutOutagesBelow(FLAP_SECONDS);
        assertThat(all.machines()).isEqualTo(1_288);
        assertThat(all.stretches()).isEqualTo(588_463);
        StringBuilder working = head("What works | things | times | mean");
        workingRow(working, "machine, outages from 10 min", longer.working(LEAST));
        workingRow(working, "machine, all outages", all.working(LEAST));
        StringBuilder repair = head("What is repaired | repairs | median");
        repairRow(repair, "machine, outages from 10 min", longer.repairs());
        repairRow(repair, "machine, all outages", all.repairs());
        GeneratedTable.check(DOCUMENT, "grid", working.append('\n').append(repair).toString());
    }

    /** Machines fail by themselves; a network, a building and a person's mistake take down many machines, so there the site is what fails. */
    private static List<Lengths> working(LanlLog log, Cause cause) {
        return switch (cause) {
            case HARDWARE, SOFTWARE, NOT_FOUND -> log.working(Failure::machine, 0, LEAST);
            case NETWORK, FACILITIES, HUMAN_ERROR -> log.working(failure -> "site", SAME_EVENT_HOURS, LEAST);
        };
    }

    private static String what(Cause cause) {
        return switch (cause) {
            case HARDWARE -> "hardware of a machine";
            case SOFTWARE -> "software of a machine";
            case NETWORK -> "network of the site";
            case FACILITIES -> "power and cooling of the site";
            case HUMAN_ERROR -> "human error at the site";
            case NOT_FOUND -> "machine, cause not found";
        };
    }

    private static StringBuilder head(String columns) {
        String table = "| " + columns + " | exponential | Weibull | lognormal | gamma | likeliest, its shape |\n";
        return new StringBuilder(table).append("|---".repeat(columns.split("\\|").length + 5)).append("|\n");
    }

    private static void workingRow(StringBuilder table, String what, List<Lengths> things) {
        long count = things.stream().mapToLong(Lengths::count).sum();
        table.append(String.format(ROOT, "| %s | %,d | %,d | %.1f days", what, things.size(), count, mean(things) / 24)).append(fits(things));
    }

    private static void repairRow(StringBuilder table, String what, Lengths repairs) {
        table.append(String.format(ROOT, "| %s | %,d | %.0f min", what, repairs.count(), median(repairs) * 60)).append(fits(List.of(repairs)));
    }

    private static String fits(List<Lengths> lengths) {
        List<Fit> fits = Fit.all(lengths);
        Fit likeliest = fits.get(0);
        StringBuilder cells = new StringBuilder();
        for (Family family : Family.values()) {
            Fit fit = fits.stream().filter(each -> each.family() == family).findFirst().orElseThrow();
            cells.append(String.format(ROOT, " | %,.0f; %.3f", fit.akaike() - likeliest.akaike(), fit.distance()));
        }
        String name = likeliest.family() == Family.WEIBULL ? "Weibull" : likeliest.family().name().toLowerCase(ROOT);
        return cells.append(String.format(ROOT, " | %s, %.2f |", name, likeliest.shape())).append('\n').toString();
    }

    private static double mean(List<Lengths> things) {
        return things.stream().flatMapToDouble(thing -> Arrays.stream(thing.hours())).average().orElseThrow();
    }

    private static double median(Lengths lengths) {
        double[] sorted = Arrays.stream(lengths.hours()).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Shapes are those of the log; how long a thing of an office works on average is an assumption, in days. */
    private static String block(Cause cause, Fit working, Fit repair, Lengths repairs) {
        assertThat(repair.family()).as("repairs after %s", cause).isEqualTo(Family.LOGNORMAL);
        double meanHours = Family.LOGNORMAL.mean(Family.LOGNORMAL.scale(repairs, repair.shape()), repair.shape());
        double cv = Math.sqrt(Math.exp(repair.shape() * repair.shape()) - 1);
        int days = switch (cause) {
            case HARDWARE -> 730;
            case SOFTWARE -> 180;
            case NETWORK, HUMAN_ERROR -> 365;
            case FACILITIES, NOT_FOUND -> 1_095;
        };
        String component = switch (cause) {
            case HARDWARE -> "hosts: hardware";
            case SOFTWARE -> "applications: software";
            case NETWORK -> "links: network";
            case FACILITIES -> "rooms and supplies: power and cooling";
            case HUMAN_ERROR, NOT_FOUND -> "applications: human error";
        };
        return String.format(
                ROOT,
                "# %s\nfailures: {every: {distribution: weibull, mean: %d days, shape: %.2f}, repair: {distribution: lognormal, mean: %.0f min, cv: %.0f %%}}\n",
                component, days, working.shape(), meanHours * 60, cv * 100);
    }
}
