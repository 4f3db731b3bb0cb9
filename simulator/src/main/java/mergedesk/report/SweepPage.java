package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.report.chart.Chart;
import mergedesk.report.text.NumberText;
import mergedesk.results.Parts;
import mergedesk.results.SweepCsv;
import mergedesk.results.SweepStudy;
import mergedesk.results.SweepStudy.Failure;
import mergedesk.results.SweepStudy.Response;

/** report.html of a sweep as the templates of its sections read it; made when asked for, as {@link StudyPage} is. */
public final class SweepPage {
    private static final int MOST_FAILURES = 20;
    private static final int MOST_MEASURES = 8;
    private static final int MOST_SENTENCES = 30;
    private static final int MANY = 20; // points, of which the best looks better than it is

    private final SweepStudy study;
    private final SweepFindings findings;
    private final Parts parts;

    SweepPage(SweepStudy study, Parts parts) {
        this.study = study;
        this.parts = parts;
        findings = new SweepFindings(study);
    }

    /** A failed run: which, what failed, and what repeats it. */
    public record Failed(String which, String what, String command) {}

    /** What is to be said of a measure. */
    public record Found(String title, List<String> sentences) {}

    /** All there is of a measure. */
    public record Section(String id, String title, String equation, List<String> sentences, Optional<SweepHeat> heat, List<Chart> charts, List<Grid> grids) {}

    public String title() {
        return study.title();
    }

    public String question() {
        return study.question();
    }

    public List<String> ran() {
        return findings.ran();
    }

    /** The first failures. */
    public List<Failed> failures() {
        return study.failures().stream().limit(MOST_FAILURES).map(SweepPage::failed).toList();
    }

    private static Failed failed(Failure failure) {
        String which = "Point " + failure.point() + (failure.replication() < 0 ? " cannot be run" : ", replication " + failure.replication());
        return new Failed(which, failure.message(), failure.command());
    }

    /** How many failed, as the heading of their list. */
    public String failed() {
        long all = study.ran().failed();
        return NumberText.count(all) + (all == 1 ? " failure" : " failures") + ", with " + (all == 1 ? "its point" : "their points") + " left out of all that follows" + (all > MOST_FAILURES ? "; the first " + MOST_FAILURES + " are listed, all are in the table failures of the store" : "");
    }

    public List<Found> findings() {
        return study.responses().stream().limit(MOST_SENTENCES).map(response -> new Found(SweepFindings.title(response), findings.of(response))).toList();
    }

    /** What has no section or sentence of its own; empty when nothing. */
    public String cut() {
        int all = study.responses().size();
        return all > MOST_MEASURES ? "Charts are drawn of the first " + MOST_MEASURES + " measures, of " + all + "; the numbers of all are in the CSV files." : "";
    }

    /** How the charts of this design are to be read. */
    public List<String> reading() {
        SweepStudy.Ran ran = study.ran();
        int factors = study.factors().size();
        List<String> reading = new ArrayList<>();
        if (!ran.kind().isSpread() && factors > 1) {
            reading.add("Each mean is over all points that have this value, whatever the other factors are. ± is how far other random numbers could move it (95 %)"
                    + (ran.sameCallers() ? ". That is the most that it can be: as all points met the same people, their values move up and down together, nobody knows how much, and differences between means are surer." : "."));
        }
        if (ran.kind() == SweepStudy.Kind.MORRIS) {
            reading.add("μ* is by how much the measure changes on average, whichever way, when a factor goes across its whole range. A σ that is large beside it says that the effect is not the same everywhere: it is curved, or depends on other factors. Chance is in both: a factor that does nothing has a μ* above nought too.");
        }
        if (ran.kind() == SweepStudy.Kind.SALTELLI) {
            reading.add("S is what would go of the variance over all points if the factor were known; T is what would stay if all others were. T above S: it works together with others. Intervals are by resampling.");
        }
        if (factors > SweepCharts.MOST_FACTORS) {
            reading.add("Charts are of the factors that move a measure most; " + SweepCsv.EFFECTS + " has all " + factors + ".");
        }
        return reading;
    }

    public List<Section> sections() {
        return IntStream.range(0, Math.min(MOST_MEASURES, study.responses().size()))
                .filter(i -> isDifferent(study.responses().get(i)))
                .mapToObj(i -> section(study.responses().get(i), "m" + (i + 1)))
                .toList();
    }

    /** What is the same everywhere has been said, and makes no chart. */
    private static boolean isDifferent(Response response) {
        return response.lowest().isPresent() && response.lowest().get().estimate().value() < response.highest().orElseThrow().estimate().value();
    }

    private Section section(Response response, String id) {
        String title = SweepFindings.title(response);
        SweepCharts charts = new SweepCharts(study, response, id, parts);
        Optional<SweepHeat> none = Optional.empty();
        boolean isMapped = !study.ran().kind().isSpread();
        Optional<SweepHeat> heat = isMapped ? parts.make("Heat map of " + title, none, () -> SweepHeats.of(study, response, id + "-heat")) : none;
        List<Grid> grids = parts.make("Tables of " + title, List.<Grid>of(), () -> new SweepGrids(study).strengths(response, id));
        return new Section(id, title, response.measure().equation(), charts.notes(), heat, charts.all(), grids);
    }

    public Grid factors() {
        return new SweepGrids(study).factors();
    }

    public Optional<Grid> aliases() {
        return new SweepGrids(study).aliases();
    }

    public List<Fact> facts() {
        SweepStudy.Ran ran = study.ran();
        return List.of(
                new Fact("Command", "mergedesk sweep " + ran.file(), true),
                new Fact("Points", NumberText.count(ran.points()), false),
                new Fact("Runs", ran.complete() ? NumberText.count(ran.done()) : NumberText.count(ran.done()) + " of " + NumberText.count(ran.asked()), false),
                new Fact("Replications", ran.least() == ran.most() ? NumberText.count(ran.least()) : NumberText.count(ran.least()) + " to " + NumberText.count(ran.most()), false),
                new Fact("Seed", Long.toString(ran.seed()) + (ran.sameCallers() ? ", the same for all points" : ", from which each point has its own"), false),
                new Fact("Version", "Mergedesk " + ran.version(), false),
                new Fact("Files beside this one", "results.duckdb, " + String.join(", ", SweepCsv.files(study).keySet()), true));
    }

    /** How numbers and intervals came about. */
    public List<String> methods() {
        List<String> methods = new ArrayList<>();
        methods.add("± is half of a 95 % interval, over the replications of a point. T in the name of a measure is the target wait of the desk, answer_within.");
        if (study.ran().points() >= MANY) {
            methods.add("The best and the worst of many points are picked for their values, so chance has helped them: run the best one again with another seed before a decision rests on it.");
        }
        methods.addAll(RunFacts.methods(study.responses().stream().flatMap(response -> Stream.concat(response.lowest().stream(), response.highest().stream())).map(SweepStudy.Spot::estimate)));
        return methods;
    }
}
