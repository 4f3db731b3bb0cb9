package mergedesk.scenario.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.Figure;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Turn;
import mergedesk.scenario.bind.Binder;
import mergedesk.scenario.check.ConsistencyCheck;
import mergedesk.scenario.check.PlanCheck;
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

    private final Binder binder;
    private final SourceFiles files;
    private final Faults faults;
    private final Map<String, KnownMeasure> measures;

    PlanReader(Binder binder, SourceFiles files, Faults faults, Map<String, KnownMeasure> measures) {
        this.binder = binder;
        this.files = files;
        this.faults = faults;
        this.measures = measures;
    }

    /** The scenario, in which no fault was found so far and which was read from {@code table}, with what each step makes of it; with the first step that has faults it ends. */
    Scenario read(Scenario scenario, Tree.Table table, Places places) {
        if (scenario.plan().isEmpty()) {
            return scenario;
        }
        PlanCheck check = new PlanCheck(scenario, places);
        check.check();
        Tree.Table first = table.without(PLAN).without("targets");
        Tree.Table now = first;
        Map<String, PlanStep> read = new LinkedHashMap<>(scenario.plan());
        Map<String, Tree.Table> inForce = new LinkedHashMap<>(); // changes, in order of their beginning
        List<Figure> figures = new ArrayList<>(scenario.figures());
        for (Turn turn : faults.none() ? scenario.turns() : List.<Turn>of()) {
            String path = PLAN + "." + turn.id();
            if (!turn.begins()) {
                inForce.remove(turn.id());
                now = first;
                for (Tree.Table change : inForce.values()) {
                    now = over(now, change);
                }
            } else if (places.find(path + ".change") instanceof Tree.Table change) {
                inForce.put(turn.id(), change);
                now = over(now, change);
            }
            Binder again = binder.again(files, faults);
            Scenario then = again.scenario(now);
            new ConsistencyCheck(then, new Places(now, faults), measures, again::placeOf).check();
            if (!faults.none()) {
                places.fault(path, "after " + (turn.begins() ? "this step" : "its end") + " the scenario would have the other faults named here", "change more in the step, or nothing of this");
                return scenario;
            }
            check.compare(path, then);
            if (turn.begins()) {
                figures.addAll(figuresOf(path + ".change.", then, places));
            }
            read.put(turn.id(), read.get(turn.id()).with(turn.begins() ? PlanStep::then : PlanStep::afterwards, then));
        }
        return scenario.with(Scenario::plan, read).with(Scenario::figures, figures);
    }

    /** The numbers that a step states. */
    private static List<Figure> figuresOf(String change, Scenario then, Places places) {
        return then.figures().stream()
                .filter(figure -> places.find(change + figure.path()) != null)
                .map(figure -> new Figure(change + figure.path(), figure.value(), figure.low(), figure.high(), figure.width(), figure.source(), figure.status(), figure.file(), figure.line()))
                .toList();
    }

    private static Tree.Table over(Tree.Table now, Tree.Table change) {
        return Layers.over(withoutReplaced(now, change), change);
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
