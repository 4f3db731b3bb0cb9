package mergedesk.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.random.Streams;
import mergedesk.scenario.io.SweepReader;
import mergedesk.scenario.io.SweepReading;
import mergedesk.scenario.sweep.Factor;
import mergedesk.scenario.sweep.PointPlan;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.tree.HeldFiles;
import mergedesk.store.FactorColumn;
import mergedesk.store.Layout;
import mergedesk.sweep.PointFault;
import mergedesk.sweep.Points;
import mergedesk.sweep.ReadyPoint;
import mergedesk.sweep.Rounds;
import mergedesk.sweep.Setting;

/**
 * A sweep that has been read, with its scenarios and every fault found in any of them.
 *
 * <pre>{@code
 * Sweep sweep = Sweep.named("How many agents").vary("agents", "groups.north.staffing", 8, 9, 10).keep("sl_answered_of_offered");
 * SweepResults results = Mergedesk.sweep(SweepFile.of(sweep, ScenarioFile.read(Path.of("merged.yaml"))), Path.of("out"));
 * }</pre>
 *
 * <p>Immutable and thread-safe. Its points are numbered from 0, in an order that depends on what it says alone.
 */
public final class SweepFile {
    private static final int VALUES_TRIED = 50; // of each factor, before anything is run; of more, the ends

    private final HeldFiles held;
    private final boolean sound; // known before it is read
    private final SweepReading reading;
    private final List<String> faults = new ArrayList<>();
    private final List<ScenarioFile> scenarios = new ArrayList<>();
    private final List<ScenarioFile.Varying> varying = new ArrayList<>();
    private final List<FactorAxis> axes = new ArrayList<>();
    private Points points;
    private Layout layout;
    private Rounds.Rule rule;

    private SweepFile(Path path, HeldFiles held, boolean sound) {
        this.held = held;
        this.sound = sound;
        reading = SweepReader.read(path, held);
        reading.problems().forEach(problem -> faults.add(problem.format()));
        if (reading.isSound()) {
            prepare();
        }
    }

    /** Reads and checks a sweep file, the scenarios that it names, and each value of its factors by itself. */
    public static SweepFile read(Path path) {
        return new SweepFile(path, new HeldFiles(), false);
    }

    /**
     * A sweep that was made in code, checked as files are. Faults call it {@code sweep in code}; files that it names are looked for in the working folder.
     *
     * @param scenarios what the sweep names, by their paths, whatever lies in those files now; one alone need not be named
     * @throws WrongInput when a scenario has faults, two are called the same, or several have different overrides
     */
    public static SweepFile of(Sweep sweep, ScenarioFile... scenarios) {
        return SweepInCode.read(sweep, List.of(scenarios));
    }

    /**
     * A sweep whose text stands in code, checked as files are. Faults call it by the name; files that it names are looked for in the folder of that.
     *
     * @param scenarios what the text names, by their paths, whatever lies in those files now
     * @throws WrongInput when a scenario has faults or overrides (the text has {@code set} for these), or two are called the same
     */
    public static SweepFile of(String yaml, Path name, ScenarioFile... scenarios) {
        return SweepInCode.ofText(yaml, name, List.of(scenarios));
    }

    static SweepFile read(Path path, HeldFiles held) {
        return new SweepFile(path, held, false);
    }

    /** The sweep that was {@link #frozen}: the same points, with the same runs. No file is opened. */
    static SweepFile of(FrozenSweep frozen) {
        return new SweepFile(Path.of(frozen.path()), HeldFiles.only(frozen.files(), frozen.inCode()), true);
    }

    /** All that it was read from, as it was when it was read, for another machine; only when sound. */
    FrozenSweep frozen() {
        Requirements.sound(this);
        return new FrozenSweep(path().toString(), held.all(), held.inCode());
    }

    /** What was read; only when sound. */
    Sweep sweep() {
        if (!reading.isSound()) {
            throw new WrongInput(String.join("\n", faults));
        }
        return reading.sweep();
    }

    /** Its scenarios as they are without the factors' values; only when sound. */
    List<ScenarioFile> scenarios() {
        return scenarios;
    }

    private void prepare() {
        files().forEach(file -> scenarios.add(ScenarioFile.read(reading.resolve(file), sweep().set(), held)));
        scenarios.stream().flatMap(file -> file.faults().stream()).distinct().forEach(faults::add);
        if (!faults.isEmpty()) {
            return;
        }
        scenarios.forEach(file -> varying.add(file.varying()));
        sweep().factors().forEach((name, factor) -> axis("factors." + name, name, factor));
        if (faults.isEmpty()) {
            refuseOverlaps();
        }
        if (faults.isEmpty()) {
            at("design", () -> points = new PointReader(axes, reading.table()).points(sweep().design()));
            KeptReader kept = new KeptReader(scenarios);
            at("measures", () -> layout = new Layout(kept.all(sweep().measures())));
            refuseColumnsTwice();
        }
        if (faults.isEmpty()) {
            at("runs", () -> rule = RuleReader.rule(sweep().runs(), layout.kept().get(0), points.size()));
        }
    }

    /** Its scenarios, as it names them; only when sound. */
    List<String> files() {
        return sweep().factors().values().stream().filter(factor -> !factor.scenarios().isEmpty()).findFirst().map(Factor::scenarios).orElseGet(() -> List.of(sweep().scenario()));
    }

    /** Faults that come of it stand at a place of the sweep file. */
    private void at(String path, Runnable part) {
        try {
            part.run();
        } catch (Misread misread) {
            faults.add(reading.problem(path, misread.rule(), misread.advice()).format());
        } catch (IllegalArgumentException e) {
            faults.add(reading.problem(path, e.getMessage(), "").format());
        }
    }

    private void axis(String path, String name, Factor factor) {
        at(path, () -> {
            FactorAxis axis = new FactorReader(varying).axis(name, isTable() ? FactorReader.ofTable(factor, reading.table(), List.copyOf(sweep().factors().keySet()).indexOf(name)) : factor);
            axes.add(axis);
            if (!sound) {
                tryValues(path, axis);
            }
        });
    }

    /** Two factors that set one number would be one factor, of which the other knows nothing. */
    private void refuseOverlaps() {
        List<String> names = List.copyOf(sweep().factors().keySet());
        for (int later = 1; later < axes.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                int other = earlier;
                int mine = later;
                axes.get(later).overlap(axes.get(earlier), varying.size()).ifPresent(path -> faults.add(
                        reading.problem("factors." + names.get(mine), path + " is moved by " + names.get(other) + " already", "let one factor move it").format()));
            }
        }
    }

    private void refuseColumnsTwice() {
        if (layout != null) {
            IntStream.range(0, layout.kept().size()).mapToObj(layout::column).filter(column -> sweep().factors().keySet().stream().anyMatch(column::equalsIgnoreCase)).forEach(column -> faults.add(
                    reading.problem("factors", "tables of results have a column " + column + " of the measure already", "give the factor another name").format()));
        }
    }

    /** Where the names of its files lead, and what a table has. */
    SweepReading reading() {
        return reading;
    }

    private boolean isTable() {
        return sweep().design().kind() == PointPlan.Kind.TABLE;
    }

    /** Every value of a factor, the others being as the scenario has them: what cannot be read is told before anything is run. */
    private void tryValues(String path, FactorAxis axis) {
        Stream<Setting> values = axis.levels() == 0 || axis.levels() > VALUES_TRIED ? Stream.of(axis.first(), axis.last()) : IntStream.range(0, axis.levels()).mapToObj(axis::level);
        values.forEach(value -> tryValue(path, axis, value));
    }

    private void tryValue(String path, FactorAxis axis, Setting value) {
        for (int file = 0; file < varying.size(); file++) {
            List<String> sets = axis.sets(value, file);
            if (!sets.isEmpty()) {
                varying.get(file).with(sets.toArray(String[]::new)).faults().forEach(fault -> faults.add(reading.problem(path, "\"" + value.text() + "\" cannot be: " + fault, "").format()));
            }
        }
    }

    /** Every fault, one line each, as {@link ScenarioFile#faults}; empty when the sweep can be run. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Whether there is nothing wrong. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    /** The path that was read. */
    public Path path() {
        return reading.file();
    }

    /** Every file that the sweep is made of. */
    public List<Path> inputs() {
        return Stream.concat(reading.files().stream(), scenarios.stream().flatMap(file -> file.inputs().stream())).distinct().toList();
    }

    /** Its title; only when sound. */
    public String title() {
        return sweep().name();
    }

    /** What it is to answer; empty when it does not say; only when sound. */
    public String question() {
        return sweep().question() == null ? "" : sweep().question();
    }

    /** Its points; only when sound. */
    Points design() {
        return points;
    }

    /** What is kept of each run; only when sound. */
    Layout layout() {
        return layout;
    }

    /** How often points are run; only when sound. */
    Rounds.Rule rule() {
        return rule;
    }

    /** Its factors, as columns; only when sound. */
    List<FactorColumn> factors() {
        return axes.stream().map(FactorAxis::column).toList();
    }

    /** Its factors with their values; only when sound. */
    List<FactorAxis> axes() {
        return axes;
    }

    /** Which kind of design it has; only when sound. */
    PointPlan.Kind kind() {
        return sweep().design().kind();
    }

    /** Which of them a point has. */
    int file(List<Setting> settings) {
        List<Factor> factors = List.copyOf(sweep().factors().values());
        return IntStream.range(0, factors.size()).filter(i -> !factors.get(i).scenarios().isEmpty()).map(i -> factors.get(i).scenarios().indexOf(settings.get(i).text())).findFirst().orElse(0);
    }

    /** How many points it has; only when sound. */
    public int points() {
        Requirements.sound(this);
        return points.size();
    }

    /** The scenario of a point, to be run or traced by itself. It may have faults that only its values together make. */
    public ScenarioFile scenario(int point) {
        Requirements.sound(this);
        List<Setting> settings = points.at(point);
        int file = file(settings);
        return varying.get(file).with(IntStream.range(0, axes.size()).boxed().flatMap(i -> axes.get(i).sets(settings.get(i), file).stream()).toArray(String[]::new));
    }

    ReadyPoint ready(int point) {
        ScenarioFile scenario = scenario(point);
        if (!scenario.isSound()) {
            throw new PointFault(String.join("\n", scenario.faults()));
        }
        return new ReadyPoint(scenario.rules(), scenario::hash);
    }

    long seed(int point) {
        return sweep().runs().commonRandomNumbers() ? sweep().runs().seed() : Streams.runKey(sweep().runs().seed(), point);
    }
}
