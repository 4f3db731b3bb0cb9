package mergedesk.report;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mergedesk.report.text.ChanceText;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.report.text.PostsText;
import mergedesk.report.text.TargetWait;
import mergedesk.report.text.ValueText;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.Study.Theory;
import mergedesk.stats.Estimate;

/** What {@code run} prints: plain text, at most 80 columns. */
public final class ConsoleSummary {
    /** The main measures, in order. */
    static final List<String> MEASURES = List.of(
            "offered",
            "answered",
            "abandoned",
            "blocked",
            "turned_away",
            "disconnected",
            "messages",
            "self_service_tried",
            "containment_rate",
            "dials",
            "connects",
            "mismatch_rate",
            "incident_contacts",
            "came_back",
            "stretched_mean",
            "held",
            "received",
            "finished",
            "backlog_end",
            "backlog_oldest",
            "resolution_within_target",
            "resolution_mean",
            "answer_rate",
            "abandonment_rate",
            "sl_answered_of_offered",
            "wait_mean_answered",
            "wait_p50",
            "wait_p90",
            "wait_p99",
            "queue_mean",
            "occupancy",
            "left_in_chat",
            "chats_per_busy_agent",
            "chat_occupancy",
            "handle_mean",
            "agent_hours_per_day",
            "fte");

    /** Nought, all of them, where nobody calls or visits, and then no news. */
    private static final List<String> OF_CALLERS = List.of("offered", "answered", "abandoned", "blocked", "turned_away", "queue_mean");

    private static final int MOST_DESKS = 3;
    private static final int MOST_APPLICATIONS = 10;

    private final ConsoleText text;

    private ConsoleSummary(Charset console) {
        text = new ConsoleText(console);
    }

    /**
     * The main measures of everything together, then a line for each target and warning.
     *
     * @param console what the console can show; signs that it lacks are spelt in ASCII
     */
    public static String of(Study study, Charset console) {
        return new ConsoleSummary(console).study(study);
    }

    private String study(Study study) {
        Parts parts = new Parts();
        text.paragraph(study.name(), "");
        text.table(parts.make("Table", "", () -> "\n" + table(study) + "\n"));
        text.table(parts.make("Applications", "", () -> applications(study)));
        parts.make("Target wait", "", () -> targetWait(study)).lines().forEach(line -> text.paragraph(line, ""));
        parts.make("Verdicts on the targets", List.<String>of(), () -> verdicts(study))
                .forEach(verdict -> text.paragraph(verdict, "  "));
        parts.make("Dates of the plan", List.<String>of(), () -> ChanceText.ofPlan(study)).forEach(sentence -> text.paragraph(sentence, "  "));
        parts.make("Posts that end", List.<String>of(), () -> PostsText.ofPlan(study)).forEach(sentence -> text.paragraph(sentence, "  "));
        study.sensitivity().ifPresent(found -> text.table(parts.make("What matters", "", () -> matters(new Tornado(study)))));
        RunFacts.warnings(study.manifest()).forEach(text::note);
        study.warnings().forEach(text::note);
        parts.make("Formulas", List.<String>of(), () -> overloaded(study)).forEach(text::note);
        parts.failures().forEach(text::note);
        return text.finished();
    }

    private String matters(Tornado found) {
        TextTable table = new TextTable("What matters", "Lowest", found.changeTitle(), "Highest", found.changeTitle());
        found.lines().forEach(line -> table.add(line.stream().map(text::spelt).toArray(String[]::new)));
        String sentences = found.findings().stream().map(sentence -> TextTable.wrap(text.spelt(sentence), "")).collect(Collectors.joining());
        return "\n" + TextTable.wrap(text.spelt(found.title() + ", changed by one number at a time:"), "") + "\n" + table + "\n" + sentences;
    }

    /** Where the formulas have no steady state. */
    private static List<String> overloaded(Study study) {
        List<String> desks = study.theory().stream()
                .filter(line -> line.theory().isEmpty())
                .map(Theory::desk)
                .distinct()
                .map(study.names()::desk)
                .toList();
        if (desks.isEmpty()) {
            return List.of();
        }
        String named = desks.stream().limit(MOST_DESKS).collect(Collectors.joining(", "));
        String others = desks.size() > MOST_DESKS ? " and " + (desks.size() - MOST_DESKS) + " others" : "";
        return List.of(named + others + ": no steady state by formula. At some time of the week more people who never"
                + " give up come than can be answered; if that lasts, waits grow with the length of the run.");
    }

    /** What the table's T is. */
    private static String targetWait(Study study) {
        return study.desks().isEmpty() ? "" : TargetWait.explained(study.desks().stream()) + "\n";
    }

    private TextTable table(Study study) {
        KpiIndex.Place overall = new KpiIndex(study.kpis(), study.names()).overall();
        boolean byMonth = study.kpis().stream().anyMatch(kpi -> kpi.scope().kind() == Scope.Kind.MONTH);
        boolean byApplication = study.kpis().stream().anyMatch(kpi -> kpi.scope().kind() == Scope.Kind.APPLICATION);
        boolean nobodyCalls = OF_CALLERS.stream().allMatch(measure -> overall.estimate(measure).value() == 0) && (overall.estimate("received").value() > 0 || byApplication);
        TextTable table = byMonth ? new TextTable("Measure", "Value", text.spelt("±"), "n", "", "Worst month") : new TextTable("Measure", "Value", text.spelt("±"), "n");
        for (String measure : MEASURES) {
            Estimate estimate = overall.estimate(measure);
            if (!estimate.isEmpty() && !(nobodyCalls && OF_CALLERS.contains(measure))) {
                String[] parts = text.parts(ValueText.of(measure).text(estimate));
                List<String> cells = new ArrayList<>(List.of(Measures.title(measure, study.model().contacts()), parts[0], parts[1], NumberText.count(estimate.n())));
                cells.addAll(byMonth ? worstMonth(study, measure) : List.of());
                table.add(cells.toArray(String[]::new));
            }
        }
        return table;
    }

    /** How long applications are up; nothing where none ever fails. */
    private String applications(Study study) {
        List<KpiIndex.Place> applications = new KpiIndex(study.kpis(), study.names()).places(Scope.Kind.APPLICATION);
        if (applications.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable("Application", "Up while open", "Up", "Outages", "Mean outage");
        ValueText lengths = ValueText.of("outage_mean").ofAll(applications.stream().limit(MOST_APPLICATIONS).map(application -> application.estimate("outage_mean")));
        applications.stream().limit(MOST_APPLICATIONS).forEach(application -> table.add(
                application.name(), cell(application, "availability_open"), cell(application, "availability"), cell(application, "outages"), text.spelt(lengths.text(application.estimate("outage_mean")))));
        int others = applications.size() - MOST_APPLICATIONS;
        return table + (others > 0 ? "and " + others + " more in kpis.csv\n" : "") + "\n";
    }

    private String cell(KpiIndex.Place place, String measure) {
        return text.spelt(ValueText.of(measure).text(place.estimate(measure)));
    }

    /** Value and month; nothing where no month is worse than another. */
    private List<String> worstMonth(Study study, String measure) {
        return PeriodText.worst(measure, study.busy(Scope.Kind.MONTH, measure, Scope.OVERALL))
                .map(worst -> List.of(
                        text.parts(ValueText.of(measure).text(worst.estimate()))[0], new PeriodText(study.manifest()).brief(Scope.Kind.MONTH, worst.scope().interval())))
                .orElse(List.of("", ""));
    }

    private static List<String> verdicts(Study study) {
        VerdictText text = new VerdictText(study);
        return study.verdicts().isEmpty()
                ? List.of("No target was set.")
                : study.verdicts().stream()
                        .map(verdict -> text.word(verdict) + ": " + text.sentence(verdict) + text.worst(verdict).stream().map(sentence -> " " + sentence).collect(Collectors.joining()))
                        .toList();
    }
}
