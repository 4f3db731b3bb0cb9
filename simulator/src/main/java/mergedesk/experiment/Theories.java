package mergedesk.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import mergedesk.experiment.DeskLoads.Load;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.results.Study;
import mergedesk.stats.Erlang;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;
import mergedesk.units.Ticks;

/**
 * Erlang's formulas beside the simulated numbers.
 *
 * <p>Where a desk is one stationary queue of equal agents with exponential times, the formulas are exact ({@link Conditions}). Elsewhere they are what a planner's
 * spreadsheet would say: each interval of the week as if it were in steady state with its own mean rate, agents, handle time and patience (SIPP, Green,
 * Kolesar and Soares 2001), weighted by its calls; and the line says why they differ.
 */
final class Theories {
    private static final int MOST_DESKS = 500;
    private static final int MOST_LOADS = 20_000;
    private static final int MOST_LOADS_WHEN_STOPPED = 1_000;

    private final Program program;
    private final DeskLoads loads;
    private final Conditions conditions;
    private final Observations observations;
    private final Scopes scopes;
    private final List<Study.Theory> lines = new ArrayList<>();
    private int desksSeen;
    private int loadsSeen;

    Theories(Program program, Observations observations, Scopes scopes) {
        this.program = program;
        this.observations = observations;
        this.scopes = scopes;
        loads = new DeskLoads(program, Math.min(MOST_DESKS, program.deskCount()));
        conditions = new Conditions(program, loads);
    }

    /** Intervals of the week in which a desk has the same load, and what the formula makes of it; empty where there is no steady state. */
    private static final class Slot {
        private final int firstInterval;
        private final Load load;
        private final Optional<Erlang.Steady> steady;
        private int intervals;
        private double calls;

        Slot(int firstInterval, Load load) {
            this.firstInterval = firstInterval;
            this.load = load;
            steady = Erlang.steady(load.arrivalsPerSecond(), 1 / load.handleSeconds(), load.agents(), load.patience());
        }

        void add(Load like) {
            intervals++;
            calls += like.calls();
        }
    }

    /** The lines of the desks that are looked at, in order; how many these are: {@link #left}. */
    List<Study.Theory> lines(Progress progress) {
        int desks = Math.min(MOST_DESKS, program.deskCount());
        while (desksSeen < desks && loadsSeen < (progress.stopped() ? MOST_LOADS_WHEN_STOPPED : MOST_LOADS)) {
            List<Slot> week = week(desksSeen);
            if (!week.isEmpty()) {
                add(desksSeen, week);
            }
            loadsSeen += week.size();
            desksSeen++;
        }
        return lines;
    }

    /** What readers should know when not every desk was looked at. */
    Optional<String> left() {
        return desksSeen == program.deskCount()
                ? Optional.empty()
                : Optional.of("Formulas were computed for the first " + desksSeen + " of " + program.deskCount() + " desks only.");
    }

    private List<Slot> week(int desk) {
        List<Slot> week = new ArrayList<>();
        for (int interval = 0; interval < program.calendar().intervalsPerWeek(); interval++) {
            Optional<Load> load = loads.at(desk, interval);
            if (load.isPresent()) {
                slot(week, interval, load.get()).add(load.get());
            }
        }
        return week;
    }

    private static Slot slot(List<Slot> week, int interval, Load load) {
        for (Slot slot : week) {
            if (slot.load.isLike(load)) {
                return slot;
            }
        }
        Slot slot = new Slot(interval, load);
        week.add(slot);
        return slot;
    }

    private void add(int desk, List<Slot> week) {
        int limit = program.desks().lines()[desk];
        boolean isLoss = week.stream().allMatch(slot -> limit <= slot.load.agents());
        List<String> why = conditions.unmet(desk, week.get(0).load, isLoss);
        if (isLoss) {
            double blocked = mean(week, slot -> Erlang.blocked(slot.load.arrivalsPerSecond() * slot.load.handleSeconds(), limit));
            put(desk, "Erlang B", "blocked_share", OptionalDouble.of(blocked), why);
            return;
        }
        unsteady(week).ifPresent(why::add);
        boolean isLeaving = week.stream().anyMatch(slot -> slot.load.patience().stream().anyMatch(part -> part.rate() > 0));
        String model = isLeaving ? "Erlang A" : "Erlang C";
        double target = Ticks.toSeconds(answerWithinTicks(desk));
        put(desk, model, "delayed_share", inSteadyState(week, Erlang.Steady::delayed), why);
        put(desk, model, "sl_answered_of_offered", inSteadyState(week, steady -> steady.answeredWithin(target)), why);
        put(desk, model, "wait_mean_all", inSteadyState(week, Erlang.Steady::waitAll), why);
        if (isLeaving) {
            put(desk, model, "abandonment_rate", inSteadyState(week, Erlang.Steady::abandoned), why);
        }
    }

    /** That of its flows, of which it has some. */
    private long answerWithinTicks(int desk) {
        int[] flowDesk = program.contacts().flowDesk();
        int flow = IntStream.range(0, flowDesk.length).filter(of -> flowDesk[of] == desk).findFirst().orElseThrow();
        return program.contacts().answerWithinTicks()[flow];
    }

    /** Where people who never give up would queue longer and longer. */
    private Optional<String> unsteady(List<Slot> week) {
        List<Slot> growing = week.stream().filter(slot -> slot.steady.isEmpty()).toList();
        if (growing.isEmpty()) {
            return Optional.empty();
        }
        String all = "more people who never give up come than can be answered";
        String first = "at " + program.names().intervals().get(growing.get(0).firstInterval);
        int others = growing.stream().mapToInt(slot -> slot.intervals).sum() - 1;
        return Optional.of(
                growing.size() == week.size() ? all : first + (others == 0 ? " " : " and in " + others + " other intervals of the week ") + all);
    }

    private static OptionalDouble inSteadyState(List<Slot> week, ToDoubleFunction<Erlang.Steady> measure) {
        return week.stream().allMatch(slot -> slot.steady.isPresent())
                ? OptionalDouble.of(mean(week, slot -> measure.applyAsDouble(slot.steady.orElseThrow())))
                : OptionalDouble.empty();
    }

    /** Weighted by calls. */
    private static double mean(List<Slot> week, ToDoubleFunction<Slot> value) {
        double sum = 0;
        double calls = 0;
        for (Slot slot : week) {
            sum += slot.calls * value.applyAsDouble(slot);
            calls += slot.calls;
        }
        return sum / calls;
    }

    private void put(int desk, String model, String measure, OptionalDouble value, List<String> why) {
        lines.add(new Study.Theory(
                program.names().desks().get(desk),
                model,
                measure,
                value,
                observations.estimate(Measure.byId(measure).orElseThrow(), scopes.row(Scopes.Kind.DESK, desk)),
                why.isEmpty(),
                why.isEmpty() ? "exact" : String.join("; ", why)));
    }
}
