package mergedesk.api;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.compile.DrawnPrograms;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.PlanFindings;
import mergedesk.experiment.PlanRules;
import mergedesk.experiment.SimulationFault;
import mergedesk.experiment.Targets;
import mergedesk.observe.Period;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Note;
import mergedesk.scenario.NoteKind;
import mergedesk.scenario.PlanStates;
import mergedesk.scenario.Problem;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.io.HeldScenario;
import mergedesk.scenario.io.Lever;
import mergedesk.scenario.io.LeverReading;
import mergedesk.scenario.io.Reading;
import mergedesk.scenario.io.ScenarioReader;
import mergedesk.scenario.io.ScenarioWriter;
import mergedesk.scenario.plausible.Plausibility;
import mergedesk.scenario.text.KnownMeasure;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.HeldFiles;
import mergedesk.stats.Measure;
import mergedesk.stats.MeasureWords;
import mergedesk.units.InCommon;
import mergedesk.units.Internal;

/** A scenario file that has been read, with every fault found in it. */
public final class ScenarioFile {
    private static final Map<String, KnownMeasure> MEASURES =
            MeasureWords.all().entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, word -> known(word.getValue())));

    private final Path path;
    private final Reading reading;

    /** What it was read from, when that is not to be read again. */
    private final Optional<HeldScenario> held;

    /** Of the same with other values, too: what their Programs have in common, as far as a thread has met it. */
    private final ThreadLocal<InCommon> common;

    /** What was found beside what reading noted; null until somebody asks, because those who vary a scenario do not. */
    private volatile List<Note> found;

    /** Null until somebody asks. */
    private volatile Program program;

    /** The same. */
    private volatile PlanRules rules;

    private ScenarioFile(Path path, Reading reading, Optional<HeldScenario> held, ThreadLocal<InCommon> common) {
        this.path = path;
        this.reading = reading;
        this.held = held;
        this.common = common;
    }

    /**
     * Reads and checks a file.
     *
     * @param sets overrides, {@code path=value}
     */
    public static ScenarioFile read(Path path, List<String> sets) {
        ThreadLocal<InCommon> common = nothing();
        return new ScenarioFile(path, reader(common).read(path, sets), Optional.empty(), common);
    }

    /** The same with overrides one by one: {@code read(path, "groups.north.staffing=9")}. */
    public static ScenarioFile read(Path path, String... sets) {
        return read(path, List.of(sets));
    }

    /** The same, of files that others read too, or that lie on another machine. */
    static ScenarioFile read(Path path, List<String> sets, HeldFiles files) {
        ThreadLocal<InCommon> common = nothing();
        HeldScenario held = reader(common).hold(path, sets, files);
        return new ScenarioFile(path, held.reading(), Optional.of(held), common);
    }

    /**
     * A scenario that was built in code, checked as files are. Faults and results call it {@code scenario in code}; files that it names, of recorded calls, are
     * looked for in the working folder.
     */
    public static ScenarioFile of(Scenario scenario) {
        return of(scenario, Path.of("scenario in code"));
    }

    /** The same under another name, so that a sweep can tell several apart; files that it names are looked for in the folder of that. */
    public static ScenarioFile of(Scenario scenario, Path name) {
        return of(yaml(scenario), name);
    }

    /**
     * A scenario whose text stands in code, checked as files are.
     *
     * @param name what faults and results call it; files that it names are looked for in the folder of that
     */
    public static ScenarioFile of(String yaml, Path name) {
        ThreadLocal<InCommon> common = nothing();
        HeldScenario held = reader(common).hold(yaml, name);
        return new ScenarioFile(name, held.reading(), Optional.of(held), common);
    }

    /** The text of a file that says the same. What is known about numbers, ranges and sources, is not part of it. */
    public static String yaml(Scenario scenario) {
        return ScenarioWriter.yaml(scenario, MEASURES);
    }

    /** A reader that knows the measures and the calendar. */
    static ScenarioReader reader() {
        return reader(nothing());
    }

    private static ScenarioReader reader(ThreadLocal<InCommon> common) {
        return new ScenarioReader(MEASURES, ScenarioCompiler::findings, common::get);
    }

    private static ThreadLocal<InCommon> nothing() {
        return ThreadLocal.withInitial(InCommon::new);
    }

    /** How bounds of a measure are written. */
    static Syntax<Double> bound(Measure measure) {
        return switch (measure.unit()) {
            case SHARE -> Numbers.SHARE;
            case SECONDS -> Times.SECONDS;
            case COUNT, POUNDS, KILOWATT_HOURS, KILOGRAMS, NUMBER -> Numbers.NUMBER;
        };
    }

    private static KnownMeasure known(Measure measure) {
        KnownMeasure.Subject subject = switch (measure.subject()) {
            case CONTACTS, ANSWERS, DEFERRED_WORK, AVAILABILITY -> KnownMeasure.Subject.CONTACTS;
            case APPLICATIONS -> KnownMeasure.Subject.APPLICATIONS;
            case POWER -> KnownMeasure.Subject.ROOMS;
            case AGENTS, STAFF -> measure.unit() == Measure.Unit.POUNDS ? KnownMeasure.Subject.MONEY : KnownMeasure.Subject.AGENTS;
        };
        Set<String> scopes = words(measure::existsFor);
        Map<String, Set<String>> everyScopes = new HashMap<>();
        for (Period period : Period.values()) {
            everyScopes.put(period.name().toLowerCase(Locale.ROOT), words(kind -> Targets.isKeptBy(period, measure, kind)));
        }
        return new KnownMeasure(measure.id(), bound(measure), measure.most(), scopes, everyScopes, subject, need(measure));
    }

    /** What a scenario must have for the measure to have a value. */
    static Optional<KnownMeasure.Need> need(Measure measure) {
        return measure.feature().map(feature -> KnownMeasure.Need.valueOf(feature.name()));
    }

    private static Set<String> words(Predicate<Scopes.Kind> wanted) {
        return Stream.of(Scopes.Kind.values()).filter(wanted).map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /**
     * The same for whoever wants to vary it, as sweeps do: its files are read once more and then never again, so that it no longer changes with them.
     *
     * @throws WrongInput when it has faults, or its files have changed since they were read
     */
    public Varying varying() {
        HeldScenario now = held.orElseGet(() -> reader(common).hold(path, reading.sets()));
        Requirements.sound(this);
        List<String> own = reading.sets().subList(now.reading().sets().size(), reading.sets().size());
        if (own.isEmpty() && !reading.hash().equals(now.reading().hash())) {
            throw new WrongInput(path + ": the scenario was changed while it was read; give the command again");
        }
        return new Varying(now, own);
    }

    /**
     * The same with other values, {@code path=value}, which go over those before; it may have faults. Whoever wants many does it with {@link #varying}, which reads files once.
     *
     * @throws WrongInput when this one has faults, or its files have changed since they were read
     */
    public ScenarioFile with(String... sets) {
        return varying().with(sets);
    }

    /** What its files held, by the names that it has for them; only when sound. */
    HeldFiles held() {
        return varying().held.held();
    }

    /** Its overrides, {@code path=value}. */
    List<String> sets() {
        return reading.sets();
    }

    /** A sound scenario with other values. What a value does not touch is not read again. Thread-safe. */
    public final class Varying {
        private final HeldScenario held;
        /** Values over those of the held scenario. */
        private final List<String> own;

        private Varying(HeldScenario held, List<String> own) {
            this.held = held;
            this.own = own;
        }

        /** The same with further overrides, {@code path=value}, which go over those before. It may have faults. */
        public ScenarioFile with(String... sets) {
            return new ScenarioFile(path, held.with(Stream.concat(own.stream(), Stream.of(sets)).toList()), Optional.of(held), common);
        }

        /** The paths that a pattern means, in which a * stands for every entry of a table. */
        List<String> paths(String pattern) {
            return held.paths(pattern);
        }

        /** The number at a path that can be varied; the message of the exception tells why there is none. */
        Lever lever(String where) {
            LeverReading found = held.lever(where, own);
            if (found.lever() == null) {
                throw new WrongInput(found.problems().stream().map(Problem::format).collect(Collectors.joining("\n")));
            }
            return found.lever();
        }
    }

    /** Whether it stands in no file. */
    boolean isInCode() {
        return held.isPresent() && held.get().held().isInCode(path);
    }

    /** What runs it: a command to be copied, or of a scenario in code a line of Java. */
    String command() {
        return isInCode() ? SimulationFault.call("file") : Stream.concat(Stream.of("mergedesk", "run", path.toString()), reading.sets().stream().flatMap(set -> Stream.of("--set", set)))
                .map(ScenarioFile::quoted)
                .collect(Collectors.joining(" "));
    }

    /** As shells read it. */
    private static String quoted(String word) {
        return word.matches("[\\w./=:+,@%\\\\-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Every fault, one line each: {@code file:line:column: path: found "x": rule; advice}. Empty when the scenario is sound. */
    public List<String> faults() {
        return reading.problems().stream().map(Problem::format).toList();
    }

    /**
     * What is no fault, but should be known to whoever reads the results, one line each as {@link #faults}, with the {@link NoteKind} behind it in brackets: numbers that are
     * hardly meant so, hours with more work than agents, recorded calls that come while the desk is closed. Without what the scenario silences; of each kind the first few, and how many more
     * there are. Names that silence nothing are noted when they stand in this file, or on the command line, rather than in a file that it extends. Empty when there is any fault.
     */
    public List<String> notes() {
        return isSound() ? reading.checked(with(planned()), path).stream().map(Note::format).toList() : List.of();
    }

    /** The same for a command that runs it, which does not judge what is silenced: another number of replications, or a value that is tried, may leave it nothing to silence. */
    List<String> notesOnRun() {
        return notesOnRun(planned());
    }

    /** With notes on what a command asks for: its number of replications instead of the scenario's, its goal. */
    List<String> notesOnRun(List<Note> onCommand) {
        return reading.notes(with(onCommand)).stream().map(Note::format).toList();
    }

    private List<Note> planned() {
        return RunNotes.planned(scenario(), reading::note);
    }

    private List<Note> with(List<Note> more) {
        return Stream.concat(found().stream(), more.stream()).toList();
    }

    /** Notes that only a run shows, as {@link #notes} has them. */
    List<String> notesOfRun(List<Finding> findings) {
        return findings.stream()
                .map(reading::note)
                .filter(note -> !scenario().silence().containsKey(note.kind().id()))
                .map(Note::format)
                .toList();
    }

    /** How many notes the scenario silences, by the name of their kind; see {@link Scenario#silence}. */
    public Map<String, Integer> silenced() {
        return isSound() ? reading.silenced(with(planned())) : Map.of();
    }

    /** The scenario compiled, once for all who look at it or run it; only when sound. */
    Program program() {
        if (program == null) {
            program = ScenarioCompiler.compile(scenario(), common.get());
        }
        return program;
    }

    /** The Program of each run, with the steps of its plan that results decide; made once for all who ask; only when sound. */
    PlanRules rules() {
        if (rules == null) {
            rules = new PlanRules(scenario(), DrawnPrograms.of(scenario(), states(), program()), common.get());
        }
        return rules;
    }

    /** The Program of each run; only when sound. */
    Programs programs() {
        return rules().programs();
    }

    /** The same of a scenario that is changed throughout its plan. */
    PlanRules rules(UnaryOperator<Scenario> change) {
        Scenario changed = scenario().throughout(change);
        return new PlanRules(changed, DrawnPrograms.of(changed, steps -> change.apply(states().after(steps)), ScenarioCompiler.compile(changed)));
    }

    /**
     * What the scenario says after any steps of its plan, for whoever runs one of which dates are drawn; only when sound.
     *
     * @see Scenario#runsDiffer
     */
    @Internal
    public PlanStates states() {
        scenario();
        return reading.states();
    }

    private List<Note> found() {
        if (found == null) {
            Scenario scenario = scenario();
            found = Stream.of(ChangedMeanings.of(scenario), Plausibility.of(scenario), PlanFindings.of(scenario, program()))
                    .flatMap(List::stream)
                    .map(reading::note)
                    .toList();
        }
        return found;
    }

    /** Whether there is nothing wrong. */
    public boolean isSound() {
        return reading.isSound();
    }

    /** The path that was read. */
    public Path path() {
        return path;
    }

    /** Every file that the scenario is made of: itself, those it extends, its CSV files. */
    public List<Path> inputs() {
        return Stream.concat(Stream.of(path), reading.files().stream())
                .distinct()
                .toList();
    }

    /** The scenario; only when sound. */
    public Scenario scenario() {
        if (!isSound()) {
            throw new IllegalStateException(path + " has faults:\n" + String.join("\n", faults()));
        }
        return reading.scenario();
    }

    /** The scenario's title; only when sound. */
    public String title() {
        return scenario().name();
    }

    /** SHA-256 of what the scenario says; only when sound. */
    public String hash() {
        return reading.hash();
    }

    /** How many councils, flows, desks and agents it has, in a sentence. */
    public String summary() {
        Scenario s = scenario();
        return s.name() + ": "
                + String.join(
                        ", ",
                        number(s.councils().size(), "council"),
                        number(s.flows().size(), "flow"),
                        number(s.desks().size(), "desk"),
                        number(s.groups().size(), "group"));
    }

    private static String number(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
