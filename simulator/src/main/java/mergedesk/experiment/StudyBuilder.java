package mergedesk.experiment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.observe.WaitBins;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.results.Estate;
import mergedesk.results.Kpi;
import mergedesk.results.Kpis;
import mergedesk.results.Model;
import mergedesk.results.Parts;
import mergedesk.results.PlaceNames;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Application;
import mergedesk.scenario.Campaign;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Council;
import mergedesk.scenario.Datacentre;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Exits;
import mergedesk.scenario.Figure;
import mergedesk.scenario.Room;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Service;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.Turn;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;
import mergedesk.stats.WaitQuantiles;
import mergedesk.units.Ticks;

/** Turns the observations of a scenario into a {@link Study}: everything that reports and files show. */
public final class StudyBuilder {
    private static final int GRID = 80; // points of the wait distribution
    private static final double GRID_END = 0.995; // it ends where this share has been answered

    private final Scenario scenario;
    private final Programs programs;
    private final Program program;
    private final Observations observations;
    private final KpiTable table;

    public StudyBuilder(Scenario scenario, Programs programs, Observations observations) {
        this.scenario = scenario;
        this.programs = programs;
        program = programs.planned();
        this.observations = observations;
        table = new KpiTable(programs);
    }

    /** {@link #build(Study.Manifest, List, Progress)} when nobody waits. */
    public Study build(Study.Manifest manifest, List<String> warnings) {
        return build(manifest, warnings, Progress.NONE);
    }

    /** The study. A part that fails (all but the manifest and the KPIs) is left out, and a warning says so; formulas are cut short when progress says stop. */
    public Study build(Study.Manifest manifest, List<String> warnings, Progress progress) {
        Parts parts = new Parts();
        List<String> told = new ArrayList<>();
        List<Study.Theory> lines = parts.make("Formulas", List.of(), () -> theory(progress, told));
        told.addAll(parts.failures());
        return withoutFormulas(manifest, warnings).with(Study::theory, lines).warnedOf(told);
    }

    /** The same without formulas beside the numbers. */
    public Study withoutFormulas(Study.Manifest manifest, List<String> warnings) {
        Kpis kpis = Kpis.of(table.of(observations));
        Parts parts = new Parts();
        Optional<PlanDates> dates = parts.make("Dates of the plan", Optional.empty(), () -> dates(manifest));
        Study study = new Study(
                manifest,
                scenario.name(),
                text(scenario.question()),
                text(scenario.description()),
                kpis,
                parts.make("Verdicts on the targets", List.of(), () -> new Verdicts(scenario, table, observations, kpis).all()),
                parts.make("Charts", List.of(), this::pictures),
                parts.make("Numbers of the scenario", List.of(), () -> scenario.figures().stream().map(StudyBuilder::assumption).toList()),
                parts.make("Sources", List.of(), this::sources),
                List.of(),
                parts.make("Equations of the measures", List.of(), () -> measures(kpis)),
                warnings,
                names(scenario),
                Optional.empty(),
                Optional.empty(),
                table.daily(observations),
                parts.make("Drawing of the model", Model.NONE, () -> new ModelTable(program).model()),
                parts.make("Drawing of the estate", Estate.NONE, () -> EstateView.of(scenario, program, flow -> table.scope(new Scopes.Row(Kind.FLOW, flow)))),
                parts.make("Steps of the plan", List.of(), () -> plan(dates.filter(of -> scenario.datesDiffer() || of.hangsOnExits()))),
                dates.flatMap(PlanDates::inTime),
                parts.make("Posts that end", List.of(), () -> new PlanExits(scenario, dates, manifest.seed()).all()),
                Optional.empty(),
                scenario.silence());
        return study.warnedOf(parts.failures());
    }

    /** Empty where nothing of the plan is drawn. */
    private Optional<PlanDates> dates(Study.Manifest manifest) {
        return programs.differ() ? Optional.of(new PlanDates(scenario, manifest.seed(), observations.decided())) : Optional.empty();
    }

    private List<Study.PlannedStep> plan(Optional<PlanDates> dates) {
        PlanWords words = new PlanWords(scenario);
        ZoneRules rules = scenario.time().zone().getRules();
        List<Turn> turns = scenario.turns();
        List<Instant> moments = turns.stream().map(turn -> TimeFrame.moment(turn.at(), rules)).distinct().toList(); // two times in an hour that clocks leave out are one
        Set<String> datedSteps = turns.stream().map(Turn::id).collect(Collectors.toSet());
        Stream<Study.PlannedStep> byResults = scenario.plan().entrySet().stream() // results decide them, or others for which they wait
                .filter(step -> !datedSteps.contains(step.getKey()))
                .flatMap(step -> Stream.of(new Turn(step.getKey(), step.getValue(), Turn.Kind.BEGIN, null, null), new Turn(step.getKey(), step.getValue(), Turn.Kind.END, null, null)))
                .filter(turn -> turn.begins() || turn.step().lasts() != null)
                .map(turn -> words.of(turn, Double.NaN, Double.NaN).with(Study.PlannedStep::dates, dates.map(of -> of.of(turn))));
        Stream<Study.PlannedStep> planned = turns.stream()
                .filter(turn -> turn.kind() != Turn.Kind.EXIT)
                .map(turn -> {
                    int phase = 1 + moments.indexOf(TimeFrame.moment(turn.at(), rules));
                    int last = Math.max(phase, 1 + moments.indexOf(last(turn, rules)));
                    return words.of(turn, table.fullTimeEquivalents(phase - 1), table.fullTimeEquivalents(last)).with(Study.PlannedStep::dates, dates.map(of -> of.of(turn)));
                });
        return Stream.concat(planned, byResults).toList();
    }

    /** When the last has gone, within the run, whose post a step ends; when it ends none, or ends itself, the moment of the turn. */
    private Instant last(Turn turn, ZoneRules rules) {
        LocalDateTime last = turn.begins() ? Exits.last(turn.step().exits().stream().filter(exit -> exit.at().isBefore(scenario.time().ends())).toList()) : null;
        return TimeFrame.moment(last == null ? turn.at() : last, rules);
    }

    /** The names that a scenario gives to its places. */
    public static PlaceNames names(Scenario scenario) {
        return PlaceNames.of(Map.of(
                Scope.Kind.COUNCIL, names(scenario.councils(), Council::name),
                Scope.Kind.SERVICE, names(scenario.services(), Service::name),
                Scope.Kind.CHANNEL, channels(scenario),
                Scope.Kind.DESK, names(scenario.desks(), Desk::name),
                Scope.Kind.GROUP, names(scenario.groups(), AgentGroup::name),
                Scope.Kind.ROOM, names(scenario.rooms(), Room::name),
                Scope.Kind.DATACENTRE, names(scenario.datacentres(), Datacentre::name),
                Scope.Kind.APPLICATION, names(scenario.applications(), Application::name)));
    }

    /** Those of campaigns too, each of which is a channel of its own in results. */
    private static Map<String, String> channels(Scenario scenario) {
        Map<String, String> channels = new HashMap<>(names(scenario.channels(), Channel::name));
        channels.putAll(names(scenario.campaigns(), Campaign::name));
        return channels;
    }

    private static <T> Map<String, String> names(Map<String, T> places, Function<T, String> name) {
        return places.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, place -> name.apply(place.getValue())));
    }

    private List<Study.Theory> theory(Progress progress, List<String> told) {
        if (program.changesRules() || programs.differ()) {
            told.add(program.changesRules()
                    ? "Formulas are left out: the plan changes who takes whom, and they know one desk that stays as it is."
                    : "Formulas are left out: runs go by plans of their own, and they know one.");
            return List.of();
        }
        Theories theories = new Theories(program, observations, table.scopes());
        List<Study.Theory> lines = theories.lines(progress);
        theories.left().ifPresent(told::add);
        return lines;
    }

    private static String text(String maybe) {
        return maybe == null ? "" : maybe;
    }

    private List<Measure> measures(List<Kpi> kpis) {
        Set<String> present = kpis.stream().map(Kpi::measure).collect(Collectors.toSet());
        return Measure.all().stream().filter(measure -> present.contains(measure.id())).toList();
    }

    private static Study.Assumption assumption(Figure figure) {
        return new Study.Assumption(
                figure.path(),
                figure.value(),
                text(figure.low()),
                text(figure.high()),
                text(figure.source()),
                figure.status().name().toLowerCase(Locale.ROOT),
                figure.file() + ":" + figure.line());
    }

    private List<Study.SourceLine> sources() {
        List<Study.SourceLine> lines = new ArrayList<>();
        scenario.sources().forEach((id, source) -> {
            lines.add(new Study.SourceLine(id, source.title(), text(source.url()), text(source.date())));
            source.facts().entrySet().stream()
                    .sorted(Comparator.comparing(Map.Entry::getKey, new ByNumber()))
                    .forEach(fact -> lines.add(new Study.SourceLine(id + "." + fact.getKey(), source.title(), text(source.url()), fact.getValue())));
        });
        return lines;
    }

    /** Numbers in order of size before words. */
    private static final class ByNumber implements Comparator<String> {
        @Override
        public int compare(String a, String b) {
            return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
        }
    }

    private List<Study.DeskPicture> pictures() {
        List<Study.DeskPicture> pictures = new ArrayList<>();
        int desks = program.deskCount();
        if (desks > 1) {
            pictures.add(picture("all desks", new Scopes.Row(Kind.OVERALL, 0), targetTicks(scenario.desks().keySet()), desks));
        }
        for (int desk = 0; desk < desks; desk++) {
            String name = program.names().desks().get(desk);
            pictures.add(picture(name, new Scopes.Row(Kind.DESK, desk), targetTicks(Set.of(name)), desk));
        }
        return pictures;
    }

    /** The target wait of desks; 0 where theirs differ, or a step of the plan changes it. */
    private long targetTicks(Set<String> desks) {
        Stream<Scenario> afterSteps = scenario.plan().values().stream().flatMap(step -> Stream.of(step.then(), step.afterwards())).filter(Objects::nonNull);
        long[] targets = Stream.concat(Stream.of(scenario), afterSteps).flatMap(phase -> desks.stream().map(phase.desks()::get)).mapToLong(desk -> Ticks.of(desk.answerWithin())).distinct().toArray();
        return targets.length == 1 ? targets[0] : 0;
    }

    private Study.DeskPicture picture(String name, Scopes.Row scope, long targetTicks, int dayRow) {
        LoadByTime load = LoadByTime.of(program, table.scopes(), observations, scope);
        WaitQuantiles waits = observations.waits(table.scopes().row(scope.kind(), scope.index()));
        Estimate last = waits.quantile(GRID_END, 1);
        int points = last.isEmpty() ? 0 : GRID + 1;
        double[] seconds = new double[points];
        double[] share = new double[points];
        for (int i = 0; i < points; i++) {
            double ticks = Math.max(last.value(), 2 * targetTicks) * i / GRID;
            seconds[i] = Ticks.toSeconds((long) ticks);
            share[i] = waits.shareUpTo(WaitBins.of((long) ticks));
        }
        return new Study.DeskPicture(
                name, Ticks.toSeconds(targetTicks), load.intervals(), load.offered(), load.scheduled(), load.busy(), seconds, share, days(dayRow));
    }

    private double[] days(int row) {
        double[] days = observations.days(row);
        double all = DoubleStream.of(days).sum();
        return all == 0 ? days : DoubleStream.of(days).map(n -> n / all).toArray();
    }
}
