package mergedesk.experiment;

import static mergedesk.scenario.NoteKind.CALLS_WHILE_CLOSED;
import static mergedesk.scenario.NoteKind.CAMPAIGN_NEVER_DIALS;
import static mergedesk.scenario.NoteKind.DEFERRED_GROWS;
import static mergedesk.scenario.NoteKind.GROUP_EMPTY;
import static mergedesk.scenario.NoteKind.LINES_FEW;
import static mergedesk.scenario.NoteKind.NO_SKILL_PRESENT;
import static mergedesk.scenario.NoteKind.OPEN_WITHOUT_AGENTS;
import static mergedesk.scenario.NoteKind.OVERLOADED;
import static mergedesk.scenario.NoteKind.PLAN_LARGE;
import static mergedesk.scenario.NoteKind.POSTS_FEW;
import static mergedesk.scenario.NoteKind.STAFF_WHILE_CLOSED;
import static mergedesk.scenario.NoteKind.TARGET_OUT_OF_REACH;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mergedesk.program.Program;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;
import mergedesk.stats.Staff;

/** Whether planned agents fit the work that comes, hour by hour: notes, none of them a fault. */
public final class PlanFindings {
    private static final double MOST_CALLS_WHILE_CLOSED = 0.05;
    private static final double MOST_UNSERVED = 0.01;
    private static final double MOST_STAFF_WHILE_CLOSED = 0.1;
    private static final double REACH = 0.05;
    private static final int MOST_NAMED = 3;
    private static final Set<String> SHARES_ANSWERED = Set.of("answer_rate", "sl_answered_of_offered");

    private final Scenario scenario;
    private final Program program;
    private final PlanTotals totals;
    private final List<Finding> findings = new ArrayList<>();

    private PlanFindings(Scenario scenario, Program program, PlanTotals totals) {
        this.scenario = scenario;
        this.program = program;
        this.totals = totals;
    }

    /** What is to be said of a scenario and its program; where a plan changes who takes whom, of each part of the run by itself. */
    public static List<Finding> of(Scenario scenario, Program program) {
        return program.changesRules() ? PhaseFindings.of(scenario, program) : new PlanFindings(scenario, program, new PlanTotals(program)).all();
    }

    /** Of some days: what desks, flows and groups lack then. Groups without agents are none, as they may have some on other days. */
    static List<Finding> ofDays(Scenario scenario, Program program, PlanTotals totals) {
        PlanFindings plan = new PlanFindings(scenario, program, totals);
        int desks = plan.totals.desks();
        IntStream.range(0, desks).forEach(plan::findDesk);
        plan.findFlows();
        IntStream.range(0, program.groupCount()).filter(group -> program.groups().desk()[group] < desks && plan.totals.seconds(group) > 0).forEach(plan::findGroup);
        plan.findings.addAll(desks == program.deskCount() ? EstateFindings.of(scenario, program, totals) : List.of());
        plan.findings.addAll(ChannelFindings.of(scenario, program));
        return plan.findings;
    }

    private List<Finding> all() {
        int desks = totals.desks();
        IntStream.range(0, desks).forEach(this::findDesk);
        findFlows();
        IntStream.range(0, program.groupCount()).filter(group -> program.groups().desk()[group] < desks).forEach(this::findGroup);
        if (desks == program.deskCount()) {
            findings.addAll(EstateFindings.of(scenario, program, totals));
            findCampaigns();
            findings.addAll(ChannelFindings.of(scenario, program));
            findTargets();
        } else {
            findings.add(Finding.note(PLAN_LARGE, "desks", said("work and agents were compared at the first %,d of %,d desks", desks, program.deskCount()), ""));
        }
        return findings;
    }

    private void findDesk(int number) {
        DeskPlan desk = totals.desk(number);
        String id = program.names().desks().get(number);
        int lines = program.desks().lines()[number];
        if (desk.peakAgents > lines) {
            findings.add(Finding.note(LINES_FEW, "desks." + id + ".lines", desk.peakAgents + " agents are planned at a time, and " + lines + " can talk", "check the number of lines"));
        }
        boolean isReached = IntStream.of(program.contacts().flowDesk()).anyMatch(of -> of == number);
        if (isReached && desk.emptySeconds() > 0) {
            findings.add(Finding.note(
                    OPEN_WITHOUT_AGENTS,
                    "desks." + id + ".opening",
                    said("nobody is planned to be there in %s of %s hours in which the desk is open, the first time on %s", hours(desk.emptySeconds()), hours(desk.openSeconds), BusyHours.moment(program.calendar().firstCivilDay(), desk.emptyDay(), desk.emptyWallTicks())),
                    "change the hours, or add agents"));
        }
        totals.shortage(number).ifPresent(shortage -> findings.add(Finding.note(
                DEFERRED_GROWS,
                "desks." + id,
                said("%s hours of deferred work come in the run, and the agents planned%s have %s beside people", hours(shortage.comes()), inGroups(number, shortage.groups()), hours(shortage.left())),
                "plan more agents, also outside opening hours")));
        if (desk.hours.any()) {
            findings.add(Finding.note(
                    OVERLOADED,
                    "desks." + id,
                    said("in %s more work comes than the agents planned can do, %s", desk.hours.share("its staffed hours"), desk.hours.when()),
                    "plan more agents at that time; The week, in the report, shows the service level by weekday and time"));
        }
    }

    /** Names the groups, unless they are all of the desk and no others. */
    private String inGroups(int desk, BitSet groups) {
        boolean isDesk = IntStream.range(0, program.groupCount()).allMatch(group -> groups.get(group) == (program.groups().desk()[group] == desk));
        String names = groups.stream().limit(MOST_NAMED).mapToObj(program.names().groups()::get).collect(Collectors.joining(", "));
        int more = groups.cardinality() - MOST_NAMED;
        return isDesk ? "" : " in " + names + (more > 0 ? " and " + more + " more groups" : "");
    }

    private void findFlows() {
        TreeMap<Integer, Finding> closed = new TreeMap<>();
        TreeMap<Integer, Finding> unserved = new TreeMap<>();
        totals.flows((flow, calls, whileClosed, whileUnserved) -> {
            String id = program.names().flows().get(flow);
            String desk = program.names().desks().get(program.contacts().flowDesk()[flow]);
            if (whileClosed > MOST_CALLS_WHILE_CLOSED * calls && scenario.flows().get(id).trace() == null) {
                closed.put(flow, Finding.note(
                        CALLS_WHILE_CLOSED,
                        "flows." + id + ".profile",
                        said("%.0f %% of the calls come while desk %s is closed, and are turned away", 100 * whileClosed / calls, desk),
                        "give a profile of the opening hours"));
            }
            if (whileUnserved > MOST_UNSERVED * calls) {
                unserved.put(flow, Finding.note(
                        NO_SKILL_PRESENT,
                        "flows." + id,
                        said("%.0f %% of the calls come while others are at work at desk %s, but nobody who may take them", 100 * whileUnserved / calls, desk),
                        "check skills, routing and the hours of these groups"));
            }
        });
        findings.addAll(closed.values());
        findings.addAll(unserved.values());
    }

    private void findGroup(int group) {
        String id = program.names().groups().get(group);
        findPosts(group, id);
        double seconds = totals.seconds(group);
        if (seconds == 0) {
            findings.add(empty(id));
        } else if (!program.defersAt(program.groups().desk()[group]) && totals.closedSeconds(group) > MOST_STAFF_WHILE_CLOSED * seconds) {
            findings.add(Finding.note(
                    STAFF_WHILE_CLOSED,
                    "groups." + id + "." + (scenario.groups().get(id).staffing() == null ? "shifts" : "staffing"),
                    said("%.0f %% of the group's hours are while the desk is closed", 100 * totals.closedSeconds(group) / seconds),
                    "end a staffing table with 0 at closing time"));
        }
    }

    /** Whether the people who fill a group's posts at the start have the hours that its agents are there. */
    private void findPosts(int group, String id) {
        AgentGroup of = scenario.groups().get(id);
        if (of.posts() == null) {
            return;
        }
        double fullTime = StaffTable.fullTimeEquivalents(program.pay(), group, 0);
        if (fullTime > of.peopleAtFirst()) {
            findings.add(Finding.note(
                    POSTS_FEW,
                    "groups." + id + ".posts",
                    said("%,d people fill its posts at the start, and its agents are there for %,.0f hours a week, which %,.1f full-time people have", of.peopleAtFirst(), fullTime * Staff.FULL_TIME_HOURS, fullTime),
                    "count vacant posts, too, or check staffing"));
        }
    }

    /** A group to which nobody belongs. */
    static Finding empty(String group) {
        return Finding.note(GROUP_EMPTY, "groups." + group, "the group has no agent at any time of the run", "give it agents, or leave it out");
    }

    private void findCampaigns() {
        DialPlan plan = new DialPlan(program);
        int number = 0;
        for (String id : scenario.campaigns().keySet()) {
            int campaign = number++;
            int agents = plan.mostAgents(campaign);
            int reserve = program.campaigns().reserve()[campaign];
            if (!plan.mayDial(campaign)) {
                String key = agents == 0 ? "" : agents <= reserve ? ".reserve" : ".overdial";
                String why = agents == 0
                        ? "nobody who takes part is planned to be there in its hours"
                        : said("at most %,d agents who take part are planned at a time in its hours, %s", agents, agents <= reserve ? "and all are left for people who call in" : "too few for one dial");
                findings.add(Finding.note(CAMPAIGN_NEVER_DIALS, "campaigns." + id + key, why + ", so that nobody is ever dialled", "check hours, groups, reserve and overdial"));
            }
        }
    }

    private void findTargets() {
        for (int i = 0; i < scenario.targets().size(); i++) {
            ServiceTarget target = scenario.targets().get(i);
            if (target.isAtLeast() && target.council() == null && target.service() == null && target.group() == null && SHARES_ANSWERED.contains(Targets.measure(target).id())) {
                double reach = reach(target.desk());
                if (target.bound() > reach + REACH) {
                    findings.add(Finding.note(
                            TARGET_OUT_OF_REACH,
                            "targets[" + i + "].at_least",
                            said("agents who are never idle could answer %.0f %% of the calls that come, the shortest first", 100 * reach),
                            "plan more agents, or another target"));
                }
            }
        }
    }

    /** The largest share of calls that can be answered, at one desk or, with null, at all. */
    private double reach(String desk) {
        double all = 0;
        double answerable = 0;
        for (int number = 0; number < program.deskCount(); number++) {
            if (desk == null || desk.equals(program.names().desks().get(number))) {
                all += totals.desk(number).calls.all();
                answerable += totals.desk(number).calls.answerable();
            }
        }
        return all == 0 ? 1 : answerable / all;
    }

    static String hours(double seconds) {
        return said(seconds < 36_000 ? "%.1f" : "%,.0f", seconds / 3_600);
    }

    private static String said(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
