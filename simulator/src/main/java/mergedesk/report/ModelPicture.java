package mergedesk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mergedesk.report.chart.Chart;
import mergedesk.report.chart.ModelDrawing;
import mergedesk.report.chart.ModelDrawing.Band;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Model;
import mergedesk.results.Scope;
import mergedesk.results.Study;

/**
 * What was understood of a scenario, as a drawing: who calls, which desk they reach, who answers there.
 *
 * <p>Its size does not grow with the scenario: flows are drawn one by one as long as they are few, else council by council, and of councils, desks and groups the largest, with all others in a
 * box of their own.
 */
final class ModelPicture {
    private static final int MOST_BOXES = 8;
    private static final int ROOM = 20; // letters of a line that names several

    private final Study study;
    private final Model model;
    private final List<Flow> flows;

    /** A flow and what comes of it: contacts, pieces of work, or calls to people of a list. */
    private record Flow(Scope scope, double contacts, Model.Brings brings) {}

    ModelPicture(Study study) {
        this.study = study;
        model = study.model();
        flows = study.kpis().stream()
                .filter(kpi -> kpi.scope().kind() == Scope.Kind.FLOW && kpi.measure().equals(size(brings(kpi.scope()))))
                .map(kpi -> new Flow(kpi.scope(), kpi.estimate().value(), brings(kpi.scope())))
                .toList();
    }

    private Model.Brings brings(Scope flow) {
        return model.brings(flow.channel());
    }

    /** The measure of how much comes. */
    private static String size(Model.Brings brings) {
        return switch (brings) {
            case CALLS, VISITS, CHATS -> "offered";
            case DEFERRED_WORK -> "received";
            case CAMPAIGN -> "dials";
        };
    }

    /** None where nothing is known of desks or flows. */
    Optional<Chart> chart(String id, String title) {
        if (model.desks().isEmpty() || flows.isEmpty()) {
            return Optional.empty();
        }
        Function<Flow, String> kind = flow -> String.join(",", flow.scope().council(), flow.scope().service(), flow.scope().channel()); // one of several desks is one who calls
        boolean single = flows.stream().map(kind).distinct().count() <= MOST_BOXES;
        Function<Flow, String> caller = flow -> single ? kind.apply(flow) : flow.scope().council();
        BoxColumn callers = callers(caller, single);
        BoxColumn desks = desks();
        BoxColumn teams = teams();
        List<Band> bands = new ArrayList<>();
        double all = Math.max(1, flows.stream().mapToDouble(Flow::contacts).sum());
        addBands(bands, 0, flows.stream().collect(Collectors.groupingBy(
                flow -> List.of(callers.box(caller.apply(flow)), desks.box(flow.scope().desk())), LinkedHashMap::new, Collectors.summingDouble(flow -> flow.contacts() / all))));
        double staff = Math.max(1e-9, model.teams().stream().mapToDouble(this::fte).sum());
        Map<List<Integer>, Double> answering = new LinkedHashMap<>();
        model.teams().stream()
                .filter(team -> team.flows() > 0 || team.passedOn())
                .forEach(team -> model.desksOf(team).forEach((desk, share) -> answering.merge(List.of(desks.box(desk), teams.box(team.group())), share * fte(team) / staff, Double::sum)));
        addBands(bands, 1, answering);
        List<List<String>> rows = model.teams().stream().limit(ScopeGrids.MOST_ROWS).map(this::row).toList();
        return Optional.of(ModelDrawing.of(id, title, finding(), List.of(
                new ModelDrawing.Column(flows.stream().allMatch(flow -> flow.brings().isPeople()) ? "Who calls" : "What comes", 1, 159, false, callers.boxes()),
                new ModelDrawing.Column("Desks", 185, 91, true, desks.boxes()),
                new ModelDrawing.Column("Who answers", 301, 158, false, teams.boxes())), bands, List.of("Group", "Desk", "FTE", "What it may take"), rows));
    }

    private static void addBands(List<Band> bands, int column, Map<List<Integer>, Double> shares) {
        shares.forEach((ends, share) -> bands.add(new Band(column, ends.get(0), ends.get(1), share)));
    }

    private String finding() {
        List<String> comes = new ArrayList<>();
        addCount(comes, Model.Brings::isPeople, "contacts");
        addCount(comes, Model.Brings.DEFERRED_WORK::equals, "pieces of work that waits");
        addCount(comes, Model.Brings.CAMPAIGN::equals, "calls to people of a list");
        long councils = flows.stream().map(flow -> flow.scope().council()).distinct().count();
        double fte = model.teams().stream().mapToDouble(this::fte).sum();
        long campaigns = flows.stream().filter(flow -> flow.brings() == Model.Brings.CAMPAIGN).count();
        return NumberText.count(model.flows() - campaigns, "flow") + (campaigns > 0 ? " and " + NumberText.count(campaigns, "campaign") : "") + " of " + NumberText.count(councils, "council") + ", " + listed(comes)
                + " in " + RunFacts.length(study.manifest())
                + ", reach " + NumberText.count(model.desks().size(), "desk") + ", where " + NumberText.count(model.teams().size(), "group") + " of agents answer" + (model.teams().size() == 1 ? "s" : "")
                + (fte > 0 ? ": " + ValueText.of("fte").text(fte) + "\u00a0FTE." : ".");
    }

    private void addCount(List<String> comes, Predicate<Model.Brings> which, String what) {
        List<Flow> some = flows.stream().filter(flow -> which.test(flow.brings())).toList();
        if (!some.isEmpty()) {
            comes.add(number(some.stream().mapToDouble(Flow::contacts).sum()) + " " + what);
        }
    }

    private static String listed(List<String> parts) {
        return parts.size() < 2 ? String.join("", parts) : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }

    /** Flows one by one, or councils. */
    private BoxColumn callers(Function<Flow, String> caller, boolean single) {
        Map<String, List<Flow>> byCaller = flows.stream().collect(Collectors.groupingBy(caller, LinkedHashMap::new, Collectors.toList()));
        return BoxColumn.of(
                new ArrayList<>(byCaller.keySet()),
                MOST_BOXES,
                key -> contacts(byCaller.get(key)),
                key -> {
                    List<Flow> ofBox = byCaller.get(key);
                    String council = study.names().of(Scope.council(ofBox.get(0).scope().council()));
                    String services = names(ofBox, flow -> Scope.service(flow.scope().service()), "services");
                    String size = number(contacts(ofBox)) + ", " + names(ofBox, flow -> Scope.channel(flow.scope().channel()), "channels");
                    return single ? List.of(services, council, size) : List.of(council, services, size);
                },
                others -> List.of(NumberText.count(others.size()) + " other " + (single ? "flows" : "councils"), number(others.stream().mapToDouble(key -> contacts(byCaller.get(key))).sum())));
    }

    private BoxColumn desks() {
        Map<String, Double> contacts = flows.stream().collect(Collectors.groupingBy(flow -> flow.scope().desk(), Collectors.summingDouble(Flow::contacts)));
        Map<String, Model.Desk> byName = model.desks().stream().collect(Collectors.toMap(Model.Desk::desk, desk -> desk));
        return BoxColumn.of(
                model.desks().stream().map(Model.Desk::desk).toList(),
                MOST_BOXES,
                desk -> contacts.getOrDefault(desk, 0.0),
                desk -> byName.get(desk).lines().isPresent()
                        ? List.of(study.names().desk(desk), NumberText.count(byName.get(desk).lines().getAsInt(), "line"))
                        : List.of(study.names().desk(desk)),
                others -> List.of(NumberText.count(others.size()) + " others"));
    }

    private BoxColumn teams() {
        Map<String, Model.Team> byName = model.teams().stream().collect(Collectors.toMap(Model.Team::group, team -> team));
        return BoxColumn.of(
                model.teams().stream().map(Model.Team::group).toList(),
                MOST_BOXES,
                group -> fte(byName.get(group)),
                group -> {
                    List<String> lines = new ArrayList<>(List.of(study.names().of(Scope.group(group)), fteText(fte(byName.get(group)))));
                    String takes = takes(byName.get(group));
                    if (!takes.isEmpty()) {
                        lines.add(takes);
                    }
                    return lines;
                },
                others -> List.of(NumberText.count(others.size()) + " other groups", fteText(others.stream().mapToDouble(group -> fte(byName.get(group))).sum())));
    }

    /** What a group may take, where it may not take everything at once. */
    private static String takes(Model.Team team) {
        List<String> parts = new ArrayList<>();
        if (team.flows() == 0) {
            return team.passedOn() ? "tickets passed on" : "takes nothing";
        }
        if (team.rank() > 1) {
            parts.add("choice " + team.rank());
        }
        if (team.flows() < team.ofFlows()) {
            parts.add(team.flows() + " of " + NumberText.count(team.ofFlows(), "flow"));
        }
        if (team.soonestSeconds() > 0) {
            parts.add("after " + VerdictText.duration(team.soonestSeconds()));
        } else if (team.latestSeconds() > 0) {
            parts.add((team.ownFirst() ? "others’ after " : "some after ") + VerdictText.duration(team.latestSeconds()));
        }
        if (team.passedOn()) {
            parts.add("and tickets passed on");
        }
        return String.join(", ", parts);
    }

    private List<String> row(Model.Team team) {
        String takes = takes(team);
        return List.of(study.names().of(Scope.group(team.group())), model.desksOf(team).keySet().stream().map(study.names()::desk).collect(Collectors.joining(", then ")), ValueText.of("fte").text(fte(team)), takes.isEmpty() ? "everything" : takes);
    }

    private double fte(Model.Team team) {
        double fte = study.estimate("fte", Scope.group(team.employer(), team.desk(), team.group())).value();
        return Double.isNaN(fte) ? 0 : fte;
    }

    /** By name when there is but one, or when there is room. */
    private String names(List<Flow> some, Function<Flow, Scope> of, String several) {
        List<String> names = some.stream().map(of).distinct().map(study.names()::of).toList();
        String joined = String.join(", ", names);
        return names.size() == 1 || joined.length() <= ROOM ? joined : NumberText.count(names.size()) + " " + several;
    }

    private static double contacts(List<Flow> flows) {
        return flows.stream().mapToDouble(Flow::contacts).sum();
    }

    private static String fteText(double fte) {
        return ValueText.of("fte").text(fte) + "\u00a0FTE";
    }

    /** Three digits or so: it is a picture. */
    private static String number(double contacts) {
        return NumberText.rounded(contacts);
    }
}
