package mergedesk.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.dsol.reference.SecondOpinion;
import mergedesk.program.Program;
import mergedesk.report.ConsoleSummary;
import mergedesk.report.HtmlReport;
import mergedesk.results.Kpi;
import mergedesk.results.Parts;
import mergedesk.results.ResultCsv;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Measure;
import mergedesk.units.Ticks;

/** Whatever a sound scenario says, its run ends when it is told to, and the numbers add up. */
final class RunLaws {
    private static final int REPLICATIONS = 2;
    /** A run is asked whether to stop after each 64th of a replication, and after 200,000 events: so it may have some millions, whatever the machine. */
    private static final int MOST_LOOKS = REPLICATIONS * 66 + 20;

    private static final long REFERENCE_LINES = 5_000;
    private static final int REFERENCE_AGENTS = 1_000;
    private static final long REFERENCE_TICKS = 30L * 86_400 * Ticks.PER_SECOND;
    private static final Pattern NO_NUMBER = Pattern.compile("NaN|Infinity|\u221e");
    private static final String LEFT_OUT = "left out, as making it failed";

    /** Busy time may pass staffed time, because agents finish their calls. */

    private final ScenarioFile file;
    private boolean finished;
    private boolean compared;

    RunLaws(ScenarioFile file) {
        this.file = file;
    }

    /** Whether runs of the scenarios take a moment only; unsound ones do. */
    static boolean areShort(List<Path> files, List<String> sets) {
        for (Path path : files) {
            ScenarioFile file = ScenarioFile.read(path, sets);
            if (file.isSound() && !run(file).manifest().complete()) {
                return false;
            }
        }
        return true;
    }

    /** Whether all was run that was asked for. */
    boolean finished() {
        return finished;
    }

    /** Whether a second opinion was asked for. */
    boolean compared() {
        return compared;
    }

    /** Two replications, or what is finished of them after some millions of events. */
    private static Study run(ScenarioFile file) {
        AtomicInteger looks = new AtomicInteger();
        return Mergedesk.run(file, new RunOptions(REPLICATIONS, null, 1, "fuzz"), new Watcher() {
            @Override
            public void planned(double more) {}

            @Override
            public void advanced(double replications) {}

            @Override
            public void failed(Throwable fault) {
                throw new AssertionError(fault);
            }

            @Override
            public boolean stopped() {
                return looks.incrementAndGet() > MOST_LOOKS;
            }
        });
    }

    Optional<String> complaint() {
        Study study = run(file);
        if (study.manifest().replications() == 0) {
            return Optional.empty();
        }
        finished = study.manifest().complete();
        Parts parts = new Parts();
        String page = HtmlReport.render(study, parts);
        Study complete = study.warnedOf(parts.failures());
        for (String warning : complete.warnings()) {
            if (warning.contains(LEFT_OUT)) {
                return Optional.of(warning);
            }
        }
        String summary = ConsoleSummary.of(complete, StandardCharsets.UTF_8);
        String csv = new String(ResultCsv.kpis(study.kpis()), StandardCharsets.UTF_8);
        boolean words = NO_NUMBER.matcher(file.scenario().toString() + file.path()).find();
        for (String text : words ? List.<String>of() : List.of(page, summary, csv)) { // names are in all three
            Matcher none = NO_NUMBER.matcher(text);
            if (none.find()) {
                return Optional.of("a number that is none: " + text.substring(Math.max(0, none.start() - 200), none.end()));
            }
        }
        Optional<String> complaint = numbers(study.kpis());
        return complaint.isPresent() || !study.manifest().complete() ? complaint : repeated(csv);
    }

    /** The same numbers on more threads, and the same events as in the reference model. */
    private Optional<String> repeated(String csv) {
        Study again = Mergedesk.run(file, new RunOptions(REPLICATIONS, null, 2, "again"), Watcher.NONE);
        if (!new String(ResultCsv.kpis(again.kpis()), StandardCharsets.UTF_8).equals(csv)) {
            return Optional.of("other numbers with other threads");
        }
        Program program = ScenarioCompiler.compile(file.scenario());
        int groups = program.groupCount();
        if (program.horizon().endTick() > REFERENCE_TICKS || program.groups().firstAgent()[groups] > REFERENCE_AGENTS) {
            return Optional.empty();
        }
        compared = true;
        String difference = new SecondOpinion(program, file.scenario().runs().seed(), 0).difference(REFERENCE_LINES);
        return difference.isEmpty() ? Optional.empty() : Optional.of("another opinion: " + difference);
    }

    private static Optional<String> numbers(List<Kpi> kpis) {
        Map<String, Double> overall = new HashMap<>();
        Map<String, Double> sums = new HashMap<>();
        for (Kpi kpi : kpis) {
            double value = kpi.estimate().value();
            double half = kpi.estimate().halfWidth();
            if (kpi.estimate().isEmpty()) {
                continue;
            }
            double most = Measure.byId(kpi.measure()).orElseThrow().most();
            if (Double.isInfinite(value) || Double.isInfinite(half) || value < 0 || half < 0 || value > most + 1e-12) {
                return Optional.of("not a possible value: " + kpi);
            }
            if (kpi.scope().isOverall()) {
                overall.put(kpi.measure(), value);
            }
            sums.merge(rows(kpi.scope()) + " " + kpi.measure(), value, Double::sum);
        }
        return overall.isEmpty() ? Optional.of("no measure of everything") : conserved(overall, sums);
    }

    /** What the rows of a scope add up to everything with: intervals of all together, and those of desks. */
    private static String rows(Scope scope) {
        if (scope.kind() != Scope.Kind.INTERVAL) {
            return scope.kind().id();
        }
        boolean isOfOthers = !scope.council().isEmpty() || !scope.service().isEmpty() || !scope.group().isEmpty();
        return isOfOthers ? "interval of a target" : scope.desk().isEmpty() ? "interval" : "interval of desks";
    }

    private static Optional<String> conserved(Map<String, Double> overall, Map<String, Double> sums) {
        double ended = overall.get("answered") + overall.get("abandoned") + overall.get("blocked") + overall.getOrDefault("disconnected", 0.0) + overall.getOrDefault("messages", 0.0);
        if (ended > overall.get("offered") * (1 + 1e-12)) {
            return Optional.of("more ended than were offered: " + ended + " of " + overall.get("offered"));
        }
        for (String measure : List.of("offered", "answered", "abandoned", "balked", "blocked", "turned_away", "retried", "disconnected", "messages")) {
            if (!overall.containsKey(measure)) {
                continue; // of what this scenario has not
            }
            for (String scope : List.of("council", "service", "channel", "desk", "flow", "interval", "interval of desks")) {
                double sum = sums.getOrDefault(scope + " " + measure, 0.0);
                // People who come back after the horizon's end are in no interval.
                boolean less = scope.startsWith("interval") && sum < overall.get(measure);
                if (!less && Math.abs(sum - overall.get(measure)) > 1e-9 * (1 + sum)) {
                    return Optional.of(measure + " by " + scope + " adds up to " + sum + ", not to " + overall.get(measure));
                }
            }
        }
        return Optional.empty();
    }
}
