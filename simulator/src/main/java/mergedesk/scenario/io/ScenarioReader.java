package mergedesk.scenario.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Note;
import mergedesk.scenario.Problem;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.bind.Binder;
import mergedesk.scenario.check.ConsistencyCheck;
import mergedesk.scenario.text.KnownMeasure;
import mergedesk.scenario.tree.Defaulted;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.FileRead;
import mergedesk.scenario.tree.HeldFiles;
import mergedesk.scenario.tree.Places;
import mergedesk.scenario.tree.SourceFiles;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.TreeParser;
import mergedesk.units.InCommon;

/**
 * Reads a scenario file, the files it extends and the CSV files it names, and finds every fault in them.
 *
 * <p>Stages: text to {@link Tree} (positions, duplicate keys, limits), files laid over each other, values of the command line, defaults of all entries of a section, tree to
 * records, what only the whole can show, and at last what only its calendar can. A fault never stops a later stage from looking at the rest. Throws nothing for any
 * content of any file. Thread-safe: each reading has its own state.
 */
public final class ScenarioReader {
    private final Map<String, KnownMeasure> measures;
    private final BiFunction<Scenario, InCommon, List<Finding>> calendar;
    private final Supplier<InCommon> common;

    /** {@code measures}: the identifiers that a target may name, and what it may say of them. */
    public ScenarioReader(Map<String, KnownMeasure> measures) {
        this(measures, (scenario, common) -> List.of(), InCommon::new);
    }

    /**
     * A reader that also asks what the calendar shows.
     *
     * @param calendar looks at a scenario in which no fault was found, with what those before have in common with it
     * @param common that of the thread
     */
    public ScenarioReader(Map<String, KnownMeasure> measures, BiFunction<Scenario, InCommon, List<Finding>> calendar, Supplier<InCommon> common) {
        this.measures = Map.copyOf(measures);
        this.calendar = calendar;
        this.common = common;
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
    public List<Problem> problems(String yaml) {
        Faults faults = new Faults();
        try {
            if (new TreeParser("", Path.of(""), faults).parse(yaml) instanceof Tree.Table table) {
                SourceFiles files = new SourceFiles();
                read(Defaulted.of(table, faults).whole(), List.of(), files, faults, 0, new Binder(files, faults, measures), new Consistent(), Optional.empty());
            }
        } catch (Faults.Enough enough) {
            // The first of them is enough here.
        }
        return faults.sorted();
    }

    private static Reading faulty(List<String> sets, SourceFiles files, Faults faults) {
        return new Reading(null, faults.sorted(), List.of(), null, files.names(), List.copyOf(sets), null, null);
    }

    private Reading read(Path file, List<String> sets, SourceFiles files, Faults faults) {
        Tree.Table table = KindOfFile.scenario(file, files, faults);
        if (table == null) {
            return faulty(sets, files, faults);
        }
        int layers = files.all().size();
        Tree.Table changed = new SetOptions(faults, file).apply(sets, table);
        return read(Defaulted.of(changed, faults).whole(), sets, files, faults, layers, new Binder(files, faults, measures), new Consistent(), Optional.empty());
    }

    /** {@code table}: with all that its entries have; {@code layers}: the files from which it was read; {@code keys}: see {@link Consistent}. */
    private Reading read(Tree.Table table, List<String> sets, SourceFiles files, Faults faults, int layers, Binder binder, Consistent consistent, Optional<List<String>> keys) {
        Scenario scenario = binder.scenario(table);
        Places places = new Places(table, faults);
        judge(scenario, places, faults, binder, consistent, keys);
        PlanReader plan = new PlanReader(binder, files, measures, table);
        Scenario planned = faults.none() ? plan.read(scenario, faults, places) : scenario;
        List<Note> notes = faults.none()
                ? Stream.concat(binder.notes().stream(), lookAtCalendar(planned, places).stream()).toList()
                : List.of();
        if (!faults.none()) {
            return faulty(sets, files, faults);
        }
        List<FileRead> tables = files.all().subList(layers, files.all().size());
        return new Reading(planned, List.of(), notes, places, files.names(), sets, ScenarioHash.of(table, tables), plan.states());
    }

    private void judge(Scenario scenario, Places places, Faults faults, Binder binder, Consistent consistent, Optional<List<String>> keys) {
        Scenario bare = faults.none() ? scenario.bare(common.get()) : scenario; // else there may be holes in it
        if (!faults.none() || !consistent.has(keys, bare)) {
            new ConsistencyCheck(bare, places, measures, binder::placeOf).checkBare();
        }
        if (faults.none()) {
            consistent.add(keys, bare);
        }
        new ConsistencyCheck(scenario, places, measures, binder::placeOf).checkAmounts();
    }

    private List<Note> lookAtCalendar(Scenario scenario, Places places) {
        List<Note> notes = new ArrayList<>();
        for (Finding finding : calendar.apply(scenario, common.get())) {
            if (finding.kind().isPresent()) {
                notes.add(Notes.of(finding, places));
            } else {
                places.fault(finding.path(), finding.rule(), finding.advice());
            }
        }
        return List.copyOf(notes);
    }

    /** Reads a file for whoever wants to read it again and again with other values: see {@link HeldScenario}. */
    public HeldScenario hold(Path file, List<String> sets) {
        return hold(file, sets, new HeldFiles());
    }

    /** The same, with files that others read too, or that lie on another machine. */
    public HeldScenario hold(Path file, List<String> sets, HeldFiles held) {
        Faults faults = new Faults();
        SourceFiles files = new SourceFiles(held, List.of());
        Binder binder = new Binder(files, faults, measures);
        try {
            Tree.Table table = KindOfFile.scenario(file, files, faults);
            List<FileRead> layers = files.all();
            Defaulted changed = table == null ? null : Defaulted.of(new SetOptions(faults, file).apply(sets, table), faults);
            Reading reading = table == null ? faulty(sets, files, faults) : read(changed.whole(), sets, files, faults, layers.size(), binder, new Consistent(), Optional.empty());
            return new HeldScenario(this, file, changed, layers, held, reading, binder);
        } catch (Faults.Enough enough) {
            return new HeldScenario(this, file, null, List.of(), held, faulty(sets, files, faults), binder);
        }
    }

    /** A scenario that stands in no file, under a name that faults give as its file; files that it names are looked for in the folder of that. */
    public HeldScenario hold(String yaml, Path name) {
        return hold(name, List.of(), HeldFiles.of(name, yaml.getBytes(StandardCharsets.UTF_8)));
    }

    /** A further reading of a held scenario: {@code more} values over those of its first reading. */
    Reading read(HeldScenario held, List<String> more) {
        Faults faults = new Faults();
        SourceFiles files = new SourceFiles(held.held(), held.layers());
        held.layers().forEach(layer -> faults.opened(layer.file()));
        List<String> sets = Stream.concat(held.reading().sets().stream(), more.stream()).toList();
        try {
            SetOptions options = new SetOptions(faults, held.file());
            Tree.Table table = options.apply(more, held.table().written());
            return read(Defaulted.of(table, held.table(), faults).whole(), sets, files, faults, held.layers().size(), held.binder().again(files, faults), held.consistent(), options.singleValues());
        } catch (Faults.Enough enough) {
            return faulty(sets, files, faults);
        }
    }
}
