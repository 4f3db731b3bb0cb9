package mergedesk.scenario.io;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.Exits;
import mergedesk.scenario.Figure;
import mergedesk.scenario.PlanStates;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.PlanTimes;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Turn;
import mergedesk.scenario.bind.Binder;
import mergedesk.scenario.check.ConsistencyCheck;
import mergedesk.scenario.check.PlanCheck;
import mergedesk.scenario.check.PlanOrders;
import mergedesk.scenario.text.KnownMeasure;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Layers;
import mergedesk.scenario.tree.Places;
import mergedesk.scenario.tree.SourceFiles;
import mergedesk.scenario.tree.Tree;

/** Reads the steps of a plan: each is laid over the scenario as it is by then, as a file goes over the one that it extends, and what comes of it is read and checked like any scenario. */
final class PlanReader {
    private static final String PLAN = "plan";
    private static final Set<String> BY_DAY = Set.of("staffing", "opening", "hours");
    private static final int MOST_REMEMBERED = 500; // states: each shares with the others what no step changes

    private final Binder binder;
    private final SourceFiles files;
    private final Map<String, KnownMeasure> measures;
    private final Tree.Table table;
    private final Map<String, Tree.Table> changes = new LinkedHashMap<>(); // by step, in the order in which they are planned
    private final Map<Set<String>, Scenario> states = new LinkedHashMap<>();

    /** {@code table}: from which the scenario was read. */
    PlanReader(Binder binder, SourceFiles files, Map<String, KnownMeasure> measures, Tree.Table table) {
        this.binder = binder;
        this.files = files;
        this.measures = measures;
        this.table = table;
    }

    /** The scenario, in which no fault was found so far, with what each step makes of it; with the first step that has faults it ends. */
    Scenario read(Scenario scenario, Faults faults, Places places) {
        if (scenario.plan().isEmpty()) {
            return scenario;
        }
        PlanCheck check = new PlanCheck(scenario, places);
        check.check();
        List<Turn> turns = faults.none() ? scenario.turns() : List.of();
        if (faults.none()) {
            for (String id : PlanTimes.possible(scenario.plan(), scenario.time().counted(), Map.of()).keySet()) {
                if (places.find(path(id) + ".change") instanceof Tree.Table change) {
                    changes.put(id, change);
                }
            }
        }
        Map<String, PlanStep> read = new LinkedHashMap<>(scenario.plan());
        Set<String> inForce = new LinkedHashSet<>(); // in order of their beginning
        List<Figure> figures = new ArrayList<>(scenario.figures());
        Tree.Table now = first();
        for (List<Turn> moment : moments(turns)) {
            for (Turn turn : moment) {
                if (turn.begins()) {
                    inForce.add(turn.id());
                    now = over(now, turn.id());
                } else {
                    inForce.remove(turn.id());
                    now = over(inForce);
                }
            }
            Turn last = moment.get(moment.size() - 1);
            Scenario then = read(now, faults);
            if (!faults.none()) {
                places.fault(path(last.id()), "after " + (last.begins() ? "this step" : "its end") + " the scenario would have the other faults named here", "change more in the step, or nothing of this");
                return scenario;
            }
            for (Turn turn : moment) {
                String path = path(turn.id());
                check.compare(path, then);
                if (turn.begins()) {
                    figures.addAll(figuresOf(path + ".change.", then, places));
                }
                read.put(turn.id(), read.get(turn.id()).with(turn.begins() ? PlanStep::then : PlanStep::afterwards, then));
            }
        }
        if (faults.none() && scenario.datesDiffer()) {
            readOrders(scenario, faults, places, read, figures);
        }
        if (faults.none()) {
            Exits.planned(scenario, PlanTimes.planned(scenario.plan())).forEach((id, exits) -> {
                PlanStep step = read.get(id);
                LocalDateTime last = Exits.last(exits);
                if (step.by() != null && last != null && last.isAfter(step.by())) {
                    places.fault(path(id) + ".by", "the last of its people goes on " + last.toLocalDate(), "write a later date, or announce it earlier");
                }
                read.put(id, step.with(PlanStep::exits, exits));
            });
        }
        return scenario.with(Scenario::plan, read).with(Scenario::figures, figures);
    }

    /** Turns of one moment together: only what holds after all of them ever holds. */
    private static List<List<Turn>> moments(List<Turn> turns) {
        Map<LocalDateTime, List<Turn>> moments = new LinkedHashMap<>();
        turns.forEach(turn -> moments.computeIfAbsent(turn.at(), none -> new ArrayList<>()).add(turn));
        return List.copyOf(moments.values());
    }

    /** What comes of each step where it is early or late, of those that may come in another order than planned; and all that comes of those that results decide. */
    private void readOrders(Scenario scenario, Faults faults, Places places, Map<String, PlanStep> read, List<Figure> figures) {
        for (PlanOrders.Order order : PlanOrders.of(scenario.plan(), scenario.time().counted())) {
            String path = path(order.step());
            Scenario then = read(over(inPlannedOrder(order.inForce())), faults);
            if (!faults.none()) {
                places.fault(
                        path,
                        "the order of steps is not the same in every run, and " + (order.isEarly() ? "with this step before others that may come later" : "with this step after all others that do not wait for it") + " the scenario would have the other faults named here",
                        "state an order with after, or change more in one of the steps");
                return;
            }
            new PlanCheck(scenario, places).compare(path, then);
            if (order.isEarly() && read.get(order.step()).then() == null) {
                figures.addAll(figuresOf(path + ".change.", then, places));
                read.put(order.step(), read.get(order.step()).with(PlanStep::then, then));
            }
        }
    }

    /** What the scenario says after any steps, for whoever draws their order. */
    PlanStates states() {
        return this::state;
    }

    private synchronized Scenario state(Set<String> inForce) {
        Set<String> planned = inPlannedOrder(inForce);
        Scenario known = states.get(planned);
        if (known != null) {
            return known;
        }
        Faults faults = new Faults();
        Scenario found = read(over(planned), faults);
        if (!faults.none()) {
            throw new PlanStates.Unsound(inForce, faults.sorted());
        }
        if (states.size() < MOST_REMEMBERED) {
            states.put(planned, found);
        }
        return found;
    }

    private Set<String> inPlannedOrder(Set<String> steps) {
        Set<String> planned = new LinkedHashSet<>(changes.keySet());
        planned.retainAll(steps);
        return planned;
    }

    private Scenario read(Tree.Table now, Faults faults) {
        Binder again = binder.again(files, faults);
        Scenario then = again.scenario(now);
        new ConsistencyCheck(then, new Places(now, faults), measures, again::placeOf).check();
        return then;
    }

    private Tree.Table first() {
        return table.without(PLAN).without("targets");
    }

    private Tree.Table over(Set<String> steps) {
        Tree.Table now = first();
        for (String step : steps) {
            now = over(now, step);
        }
        return now;
    }

    private Tree.Table over(Tree.Table now, String step) {
        Tree.Table change = changes.get(step);
        return change == null ? now : Layers.over(withoutReplaced(now, change), change);
    }

    private static String path(String step) {
        return PLAN + "." + step;
    }

    /** The numbers that a step states. */
    private static List<Figure> figuresOf(String change, Scenario then, Places places) {
        return then.figures().stream()
                .filter(figure -> places.find(change + figure.path()) != null)
                .map(figure -> new Figure(change + figure.path(), figure.value(), figure.low(), figure.high(), figure.width(), figure.source(), figure.status(), figure.file(), figure.line()))
                .toList();
    }

    /** {@code now} without the tables by day that {@code change} says anew: mon-fri would stand beside an old monday. */
    private static Tree.Table withoutReplaced(Tree.Table now, Tree.Table change) {
        Tree.Table left = now;
        for (Map.Entry<String, Tree.Entry> entry : change.entries().entrySet()) {
            String key = entry.getKey();
            boolean isEmpty = entry.getValue().value() instanceof Tree.Leaf leaf && leaf.text() == null;
            if (BY_DAY.contains(key) && !isEmpty) {
                left = left.without(key);
            } else if (entry.getValue().value() instanceof Tree.Table inner && left.get(key) instanceof Tree.Table below) {
                left = left.with(key, left.entries().get(key).with(withoutReplaced(below, inner)));
            }
        }
        return left;
    }
}
