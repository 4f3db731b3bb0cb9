package mergedesk.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Kernel;
import mergedesk.program.Program;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** scenarios/councils/tickets: what is fitted to the first half of the incident log, and what both halves say of it. The facts of the log are in log.csv. */
class TicketLogTest {
    private static final Path FOLDER = Path.of("..", "scenarios", "councils", "tickets");
    private static final String PUT_ASIDE = "flows.incidents.ticket.holds";
    private static final int[] PERCENTS = {10, 25, 50, 75, 90};
    /** Quantiles that are fitted, of priority 3: all but the first, which is minutes. */
    private static final int FIRST_FITTED = 1;

    private final Map<String, Double> log = new HashMap<>();

    TicketLogTest() throws IOException {
        for (String line : Files.readAllLines(FOLDER.resolve("log.csv")).subList(1, Files.readAllLines(FOLDER.resolve("log.csv")).size())) {
            String[] cells = line.split(",");
            log.put(cells[0] + " " + cells[1], Double.parseDouble(cells[2]));
        }
    }

    private double fact(String half, String fact) {
        return log.get(half + " " + fact);
    }

    /** How often tickets are put aside, in each part, and for how long. */
    private record Aside(int percent, int hours, int cv) {
        String[] sets() {
            return new String[] {"flows.incidents.ticket.holds[1].chance=" + percent + " %", PUT_ASIDE + "[1].length.mean=" + hours + " h", PUT_ASIDE + "[1].length.cv=" + cv + " %"};
        }

        @Override
        public String toString() {
            return percent + " %, " + hours + " h, cv " + cv + " %";
        }
    }

    private static Resolved run(int replications, String... sets) {
        ScenarioFile file = ScenarioFile.read(FOLDER.resolve("desk.yaml"), List.of(sets));
        assertThat(file.faults()).isEmpty();
        Program program = ScenarioCompiler.compile(file.scenario());
        Resolved[] resolved = new Resolved[1];
        Kernel kernel = new Kernel(program, state -> resolved[0] = new Resolved(state));
        for (int replication = 0; replication < replications; replication++) {
            kernel.reset(1, replication);
            kernel.runUntil(Ticks.NEVER);
        }
        return resolved[0].done();
    }

    /** Mean of the squared logarithms of model over log, of the quantiles that are fitted. */
    private double miss(String half, Resolved run) {
        double sum = 0;
        for (int i = FIRST_FITTED; i < PERCENTS.length; i++) {
            double ratio = Math.log(run.hours(3, PERCENTS[i] / 100.0) / fact(half, "p3_resolved_hours_p" + PERCENTS[i]));
            sum += ratio * ratio;
        }
        return sum / (PERCENTS.length - FIRST_FITTED);
    }

    /** Fits, compares and writes target/tickets.md, from which the README's tables are taken. A minute or two. */
    @Test
    @Tag("nightly")
    void fitAndComparison() throws IOException {
        Aside best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int percent : new int[] {30, 35, 40, 45, 50, 55, 60}) {
            for (int hours : new int[] {40, 60, 80, 100, 120, 150}) {
                for (int cv : new int[] {100, 150, 200, 300, 400}) {
                    Aside aside = new Aside(percent, hours, cv);
                    double miss = miss("first", run(1, aside.sets()));
                    if (miss < least) {
                        least = miss;
                        best = aside;
                    }
                }
            }
        }
        String text = "Fitted: put aside " + best + String.format(Locale.ROOT, ", miss %.3f%n%n", Math.sqrt(least)) + table(best) + "\n" + queuesAlone();
        Files.writeString(Path.of("target", "tickets.md"), text);
        System.out.println(text);
        String file = Files.readString(FOLDER.resolve("desk.yaml"));
        assertThat(file).contains("chance: " + best.percent + " %, length: {distribution: lognormal, mean: " + best.hours + " h, cv: " + best.cv + " %}");
        assertThat(Files.readString(FOLDER.resolve("README.md"))).contains(table(best)).contains(queuesAlone());
    }

    /** Priority 3 if nothing is put aside: as it is, and where each part takes the specialists so long that they are busy nearly always. */
    private static String queuesAlone() {
        StringBuilder table = new StringBuilder("| nothing put aside | 25 % | 50 % | 75 % | 90 % |\n|---|---|---|---|---|\n");
        for (int minutes : new int[] {40, 70, 80}) {
            Resolved run = run(5, PUT_ASIDE + "[1].chance=0 %", "flows.incidents.ticket.work_by_group.specialists.mean=" + minutes + " min", "flows.incidents.ticket.work_by_group.others.mean=" + minutes + " min");
            table.append("| ").append(minutes).append(" min behind the service desk");
            for (int i = FIRST_FITTED; i < PERCENTS.length; i++) {
                table.append(String.format(Locale.ROOT, " | %.1f h", run.hours(3, PERCENTS[i] / 100.0)));
            }
            table.append(" |\n");
        }
        return table.toString();
    }

    private String table(Aside aside) {
        Resolved model = run(20, aside.sets());
        List<String> own = new ArrayList<>(Arrays.asList(aside.sets()));
        own.add(String.format(Locale.ROOT, "flows.incidents.volume=%.1f / week", fact("second", "opened_a_week")));
        own.add(String.format(Locale.ROOT, "flows.incidents.ticket.reassign[0].chance=%.1f %%", 100 * fact("second", "reassigned_1_or_more")));
        own.add(String.format(Locale.ROOT, "flows.incidents.ticket.reassign[1].chance=%.1f %%", 100 * fact("second", "reassigned_2_or_more") / fact("second", "reassigned_1_or_more")));
        own.add(String.format(Locale.ROOT, "flows.incidents.ticket.reassign[2].chance=%.1f %%", 100 * fact("second", "reassigned_3_or_more") / fact("second", "reassigned_2_or_more")));
        own.add(String.format(Locale.ROOT, PUT_ASIDE + "[0].chance=%.1f %%", 100 * fact("second", "holds_per_ticket") / (1 + fact("second", "reassignments_mean"))));
        own.add(String.format(Locale.ROOT, PUT_ASIDE + "[0].length.mean=%.0f h", fact("second", "hold_hours_mean")));
        Resolved knowing = run(20, own.toArray(String[]::new));
        StringBuilder table = new StringBuilder("| | log, March to mid-April | model | log, mid-April to May | the same model | model with that half's volume, reassignments and holds |\n|---|---|---|---|---|---|\n");
        row(table, "resolved a week", "opened_a_week", "%,.0f", model.aWeek(), knowing.aWeek());
        row(table, "reassignments of a ticket", "reassignments_mean", "%.2f", model.reassignments(), knowing.reassignments());
        row(table, "holds with a reason, of a ticket", "holds_per_ticket", "%.2f", Double.NaN, Double.NaN);
        for (int priority : new int[] {3, 1, 2, 4}) {
            for (int percent : PERCENTS) {
                row(table, "priority " + priority + ", h until resolved, " + percent + " %" + (priority == 3 && percent > PERCENTS[0] ? " (fitted)" : ""), "p" + priority + "_resolved_hours_p" + percent, "%.1f",
                        model.hours(priority, percent / 100.0), knowing.hours(priority, percent / 100.0));
            }
            row(table, "priority " + priority + ", mean", "p" + priority + "_resolved_hours_mean", "%.0f", model.meanHours(priority), knowing.meanHours(priority));
        }
        return table.toString();
    }

    private void row(StringBuilder table, String name, String fact, String format, double model, double knowing) {
        String shown = Double.isNaN(model) ? "" : String.format(Locale.ROOT, format, model);
        table.append("| ").append(name).append(" | ").append(String.format(Locale.ROOT, format, fact("first", fact))).append(" | ").append(shown).append(" | ")
                .append(String.format(Locale.ROOT, format, fact("second", fact))).append(" | ").append(shown).append(" | ")
                .append(Double.isNaN(knowing) ? "" : String.format(Locale.ROOT, format, knowing)).append(" |\n");
    }

    /** The model brings as many tickets, priorities and reassignments as the log has: what is given is given. */
    @Test
    void bringsWhatTheLogHas() {
        Resolved run = run(2);
        assertThat(run.aWeek() / fact("first", "opened_a_week")).isBetween(0.97, 1.03);
        assertThat(run.share(1) / fact("first", "share_p1")).isBetween(0.85, 1.15);
        assertThat(run.share(3) / fact("first", "share_p3")).isBetween(0.99, 1.01);
        assertThat(run.reassignments() / fact("first", "reassignments_mean")).isBetween(0.9, 1.0);
    }
}
