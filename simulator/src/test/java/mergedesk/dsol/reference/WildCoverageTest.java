package mergedesk.dsol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Kernel;
import mergedesk.program.Estate;
import mergedesk.program.Program;
import mergedesk.program.Timetable;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200 generated scenarios use every key of the language that is simulated, compile to every kind of row, and make everything happen. */
@Tag("nightly")
class WildCoverageTest {
    private static final int SCENARIOS = 200;
    private static final int PLANS = 60;

    /** Not simulated: names and texts, money, what is asked and how often it is run; and files that hold what may be written in place. */
    private static final Set<String> NOT_SIMULATED = Set.of(
            "Scenario.mergedesk", "Scenario.question", "Scenario.description", "Scenario.sources", "Scenario.targets", "Scenario.runs", "Scenario.silence",
            "Scenario.figures", "Scenario.electricity", "Host.load", "Host.racks", "Host.watts", "Room.limit", "Room.overhead", "Room.racks", "Room.rent", "Supply.kind", "Application.apart", "AgentGroup.cost", "Distribution.file", "Trace.times", "Trace.counts");

    /** Sections of which the kernel hears nothing: what is asked, sources, and power, which is reckoned beside a run. */
    private static final Set<String> SECTIONS_NOT_SIMULATED = Set.of("Runs", "ServiceTarget", "Source", "Electricity", "Overhead", "PowerDraw");

    /** Simulated, and still in no generated scenario: scripts alone look at these. */
    private static final Set<String> NOT_YET = Set.of(
            "DatedEvent.councils", "Downtime.applications", "PlanStep.ends",
            "AgentGroup.agency", "AgentGroup.inPost", "AgentGroup.posts", "AgentGroup.serviceYears", "AgentGroup.vacancies", "PlanStep.exits", "PlanStep.release", "Release.agencyNotice", "Release.consultation", "Release.morale", "Release.posts",
            "Release.redeployed", "Morale.away", "Morale.leave",
            "PlanStep.after", "PlanStep.by", "PlanStep.delay", "PlanStep.slips", "PlanStep.when", "Slips.correlation", "StepRule.missed", "StepRule.months");

    private static final UsedKeys language = new UsedKeys();
    private static final Set<String> rows = new TreeSet<>();
    private static final Set<String> happenings = new TreeSet<>();
    private static int lively;

    @BeforeAll
    static void generate(@TempDir Path folder) throws IOException {
        for (long seed = 1_000; seed < 1_000 + SCENARIOS; seed++) {
            ScenarioFile file = WildScenario.of(seed, folder);
            language.read(file.scenario());
            Program program = ScenarioCompiler.compile(file.scenario());
            rows.addAll(new ProgramFeatures(program).all());
            Happenings[] run = new Happenings[1];
            Kernel kernel = new Kernel(program, state -> run[0] = new Happenings(state, happenings));
            kernel.reset(seed, 0);
            kernel.runUntil(Ticks.NEVER);
            lively += run[0].answered() > 20 ? 1 : 0;
        }
        for (long seed = 0; seed < PLANS; seed++) {
            language.read(WildScenario.planned(seed, folder).scenario());
        }
    }

    /** A closed desk with nobody at it compares equal, too. */
    @Test
    void mostScenariosAnswerManyContacts() {
        assertThat(lively).isGreaterThan(SCENARIOS * 3 / 4);
    }

    /** A key is used when it says something, whatever other keys have the same name. */
    @Test
    void everyKeyOfTheLanguageIsWritten() {
        assertThat(language.keys()).contains("Blend.share", "Message.share", "Hold.after", "Campaign.mode", "SelfService.tries", "Channel.opening", "Part.share");
        Set<String> missing = new TreeSet<>(language.keys());
        missing.removeAll(language.used());
        missing.removeAll(NOT_SIMULATED);
        missing.removeAll(NOT_YET);
        assertThat(language.used()).as("keys that some scenario has now").doesNotContainAnyElementsOf(NOT_YET);
        missing.removeIf(key -> SECTIONS_NOT_SIMULATED.contains(key.substring(0, key.indexOf('.'))));
        assertThat(missing).as("keys that no generated scenario has").isEmpty();
    }

    @Test
    void everyKindOfRowIsCompiled() {
        assertThat(rows)
                .contains("drain", "cut", "warm-up", "batches", "15 min", "30 min", "60 min")
                .contains("day of 23 h", "day of 23.5 h", "day of 24 h", "day of 24.5 h", "day of 25 h", "first day begins before tick 0")
                .contains("busyness all", "busyness council", "busyness service", "correlated days")
                .contains("traced at a tick", "traced in a block", "day without demand", "demand that varies in the day")
                .contains("work by time", "patience by time", "work by time inside an interval", "patience by time inside an interval", "after-call work", "balking", "balking by queue", "messages", "messages that become work", "counter", "single file")
                .contains("retry after abandoned", "retry after blocked", "retry after turned away", "retry after disconnected", "retry without limit", "retry with limit")
                .contains("lines", "no limit of lines", "serves at close", "keeps at close", "disconnects at close", "limited queue", "no queue", "by shift", "by number", "faster", "slower")
                .contains("row that opens later", "ranks", "levels", "several flows in a queue", "priorities", "group twice in a queue");
        assertThat(rows).contains("predictive campaign", "preview campaign", "progressive campaign", "list that ends", "list gone through again", "more dials than agents", "reserve", "answers by time");
        assertThat(happenings).contains("dialled 4", "connected 2", "not reached 2", "mismatched 2", "outbound talk ended 2", "outbound wrap ended 2");
        assertThat(rows)
                .contains("a crew of its own", "repair crews", "repairs by a desk", "clock that runs on", "clock that stands", "windows", "windows of an application", "something that others need", "links of a desk")
                .contains("standby that goes back by rule " + Estate.Failovers.AT_ONCE, "standby that goes back by rule " + Estate.Failovers.AFTER_HOURS, "standby that goes back by rule " + Estate.Failovers.NEVER)
                .contains("failover that may fail", "way back that takes time", "repair that waits", "standby that cannot fail", "side that serves at once");
        for (int kind : new int[] {Program.Lengths.EXPONENTIAL, Program.Lengths.WEIBULL, Program.Lengths.LOGNORMAL, Program.Lengths.GAMMA, Program.Lengths.EMPIRICAL, Program.Lengths.CONSTANT}) {
            assertThat(rows).contains("failures of kind " + kind, "repairs of kind " + kind);
        }
        assertThat(rows).contains("work by group", "chats", "leaving a chat", "one chat at once", "several chats at once", "calls beside chats");
        assertThat(rows)
                .contains("deferred work", "opening backlog", "parks", "resumes the same", "hand-over", "agents kept from deferred work", "below occupancy", "below queue", "share of the group", "blending by time")
                .contains("respond by clock 0", "respond by clock 1", "respond by clock 2", "resolve by clock 0", "resolve by clock 1", "resolve by clock 2");
        assertThat(rows).contains("work by group", "self-service", "self-service of another flow", "needs", "pauses when down", "slower when down", "goes on when down", "held when down", "comes back when down", "self-service that needs an application",
                "users who call in an outage", "repairs by a desk", "surge in an outage", "calls after recovery", "announcement", "parent ticket");
        for (int kind = Program.Lengths.NEVER; kind <= Program.Lengths.MIXTURE; kind++) {
            assertThat(rows).contains("length of kind " + kind);
        }
        assertThat(rows).contains("length with zeros", "length with a shift");
        for (int action : new int[] {Timetable.OPEN, Timetable.CLOSE, Timetable.SHARE, Timetable.RESERVE, Timetable.STAFF, Timetable.SHIFT_START, Timetable.BREAK, Timetable.SHIFT_END, Timetable.LAST_ENTRY, Timetable.PORTAL_OPEN, Timetable.PORTAL_CLOSE, Timetable.CAMPAIGN_START, Timetable.CAMPAIGN_STOP}) {
            assertThat(rows).contains("timetable action " + action);
        }
    }

    /** By class of event: 1 staffing, 2 end of service, 3 arrival and return, 4 end of patience and overflow. */
    @Test
    void everythingHappens() {
        assertThat(happenings)
                .contains("offered 3", "offered 3 again", "turned away 3", "turned away 3 again", "blocked 3", "blocked 3 again")
                .contains("balked 3", "queued 3", "queued 3 again")
                .contains("answered 1", "answered 2", "answered 3", "answered 4", "answered 2 at a closed desk", "answered after a closing time")
                .contains("abandoned 4", "abandoned when next looked at", "abandoned at once")
                .contains("disconnected 1", "left message 4", "will return 1", "gave up 1", "will return 3", "will return 4", "gave up 3", "gave up 4")
                .contains("talk ended 2", "talk ended 2 in no time", "wrap ended 2", "talk ended 4", "left in chat 4")
                .contains("comes 1", "leaves 1", "leaves 2", "break begins 1", "break begins 2 late", "break ends late");
    }

    /** Repairs of a desk are work there; a failover that failed lasts as long as nothing else does. */
    @Test
    void estatesFailAndAreRepaired() {
        assertThat(happenings).contains("application down", "application up", "failover that failed", "repair by a desk", "incident 3", "told 2", "comes back 2", "set aside 3", "released 0");
    }

    @Test
    void ticketsGoThroughAllOfTheirLife() {
        assertThat(happenings).contains("held 2", "hold ended 3", "reassigned 2", "reopened 3", "closed 3", "joined 2", "joined 4", "stepped aside 1");
    }
}
