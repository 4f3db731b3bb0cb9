package mergedesk.scenario.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Scenario;

/**
 * Reads a scenario file, the files it extends and the CSV files it names, and finds every fault in them.
 *
 * <p>Stages: text to {@link Tree} (positions, duplicate keys, limits), files laid over each other, values of the command line, tree to
 * records, what only the whole can show, and at last what only its calendar can. A fault never stops a later stage from looking at the rest. Throws nothing for any
 * content of any file. Thread-safe: each reading has its own state.
 */
public final class ScenarioReader {
    private final Map<String, KnownMeasure> measures;
    private final Function<Scenario, List<Finding>> calendar;

    /** {@code measures}: the identifiers that a target may name, and what it may say of them. */
    public ScenarioReader(Map<String, KnownMeasure> measures) {
        this(measures, scenario -> List.of());
    }

    /**
     * A reader that also asks what the calendar shows.
     *
     * @param calendar looks at a scenario in which no fault was found
     */
    public ScenarioReader(Map<String, KnownMeasure> measures, Function<Scenario, List<Finding>> calendar) {
        this.measures = Map.copyOf(measures);
        this.calendar = calendar;
    }

    /**
     * Reads {@code file}.
     *
     * @param sets values that replace those of the file, each as {@code path=value}, such as {@code flows.north.volume=12 / min}
     */
    public Reading read(Path file, List<String> sets) {
        Faults faults = new Faults();
        SourceFiles files = new SourceFiles();
        try {
            return read(file, List.copyOf(sets), files, faults);
        } catch (Faults.Enough enough) {
            return faulty(sets, files, faults);
        }
    }

    /** The faults of a scenario that stands in no file yet and names none. */
    List<Problem> problems(String yaml) {
        Faults faults = new Faults();
        try {
            if (new TreeParser("", Path.of(""), faults).parse(yaml) instanceof Tree.Table table) {
                read(table, List.of(), new SourceFiles(), faults, 0);
            }
        } catch (Faults.Enough enough) {
            // The first of them is enough here.
        }
        return faults.sorted();
    }

    private static Reading faulty(List<String> sets, SourceFiles files, Faults faults) {
        return new Reading(null, faults.sorted(), List.of(), files.all(), List.copyOf(sets), null);
    }

    private Reading read(Path file, List<String> sets, SourceFiles files, Faults faults) {
        Tree.Table table = new Layers(files, faults).load(file);
        if (table == null) {
            return faulty(sets, files, faults);
        }
        int layers = files.all().size();
        return read(new SetOptions(faults, file).apply(sets, table), sets, files, faults, layers);
    }

    /** {@code layers}: the files from which the table itself was read. */
    private Reading read(Tree.Table table, List<String> sets, SourceFiles files, Faults faults, int layers) {
        Figures figures = new Figures(faults);
        CsvContents contents = new CsvContents(files, faults);
        CsvTables csv = new CsvTables(contents, faults);
        VolumeFiles volumes = new VolumeFiles(contents, faults, figures);
        Scenario scenario = new Binder(faults, figures, csv, volumes, measures).scenario(table);
        figures.checkSources(table.get("sources"));
        volumes.refuseRowsWithout(scenario.flows().keySet());
        Places places = new Places(table, faults);
        TraceCheck traces = new TraceCheck(scenario, places, csv, faults);
        new ConsistencyCheck(scenario, places, measures, traces).check();
        List<Problem> notes = faults.none() ? lookAtCalendar(scenario, places) : List.of();
        if (!faults.none()) {
            return faulty(sets, files, faults);
        }
        String hash =
                ScenarioHash.of(table, files.all().subList(layers, files.all().size()));
        return new Reading(scenario.withFigures(figures.all()), List.of(), notes, files.all(), sets, hash);
    }

    private List<Problem> lookAtCalendar(Scenario scenario, Places places) {
        List<Problem> notes = new ArrayList<>();
        for (Finding finding : calendar.apply(scenario)) {
            if (finding.fault()) {
                places.fault(finding.path(), finding.rule(), finding.advice());
            } else {
                notes.add(places.problem(finding.path(), finding.rule(), finding.advice()));
            }
        }
        return List.copyOf(notes);
    }

    /**
     * The number at {@code path}, for whoever wants to move it: {@code groups.north.staffing}, {@code flows.tax.volume}.
     *
     * <p>{@link Lever#set} makes the value of the command line that gives it another value; later values go over earlier ones.
     */
    public LeverReading lever(Path file, List<String> sets, String path) {
        Reading reading = read(file, sets);
        if (!reading.isSound()) {
            return new LeverReading(null, reading.problems());
        }
        Faults faults = new Faults();
        Tree.Table table = new SetOptions(faults, file).apply(sets, new Layers(new SourceFiles(), faults).load(file));
        return new LeverSearch(table, reading.scenario().figures()).find(path);
    }
}
