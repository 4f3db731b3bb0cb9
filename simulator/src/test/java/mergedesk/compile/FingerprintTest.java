package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.DAILY;
import static mergedesk.compile.ScenarioFixture.always;
import static mergedesk.compile.ScenarioFixture.desk;
import static mergedesk.compile.ScenarioFixture.distribution;
import static mergedesk.compile.ScenarioFixture.exponential;
import static mergedesk.compile.ScenarioFixture.pause;
import static mergedesk.compile.ScenarioFixture.shift;
import static mergedesk.compile.ScenarioFixture.shifts;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.program.Program;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Application;
import mergedesk.scenario.Busyness;
import mergedesk.scenario.Campaign;
import mergedesk.scenario.Change;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Datacentre;
import mergedesk.scenario.DatedEvent;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Failures;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Hold;
import mergedesk.scenario.Host;
import mergedesk.scenario.Incidents;
import mergedesk.scenario.Maintenance;
import mergedesk.scenario.Need;
import mergedesk.scenario.OpeningBacklog;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.PowerDraw;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Reassignment;
import mergedesk.scenario.Reopening;
import mergedesk.scenario.RepairCrew;
import mergedesk.scenario.Response;
import mergedesk.scenario.Room;
import mergedesk.scenario.Runs;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.SelfService;
import mergedesk.scenario.Service;
import mergedesk.scenario.Supply;
import mergedesk.scenario.Ticket;
import mergedesk.scenario.Trace;
import mergedesk.scenario.WorkingTime;
import org.junit.jupiter.api.Test;

/** Whatever differs in a Program differs in its fingerprint, and nothing else does. */
class FingerprintTest {
    private final ScenarioFixture fixture = new ScenarioFixture();

    FingerprintTest() {
        fixture.from("2011-01-03T00:00", 2, ChronoUnit.MONTHS);
        fixture.flow("calls", Flow::work, distribution(Distribution.Shape.HYPEREXPONENTIAL, 60, 2.0));
        fixture.flow("calls", Flow::afterCall, exponential(30));
        fixture.flow("calls", Flow::balkAt, Map.of(3, 0.1));
        fixture.flow("calls", Flow::workByGroup, Map.of("agents", exponential(90)));
        fixture.flow("calls", Flow::selfService, new SelfService("portal", 0.5, 0.6, exponential(20), null));
        fixture.channels.put("portal", Channel.named("portal").with(Channel::kind, Channel.Kind.SELF_SERVICE).with(Channel::needs, List.of("crm")));
        fixture.campaigns.put("arrears", Campaign.of("north", "housing", "desk", exponential(20), 0.3, exponential(60)).with(Campaign::name, "Reminders").with(Campaign::list, 10));
        Failures fails = new Failures(exponential(900), exponential(90), "crew", Failures.Clock.WORKING);
        fixture.repairCrews.put("crew", RepairCrew.of(2));
        fixture.repairCrews.put("desk", new RepairCrew(null, "letters"));
        fixture.supplies.put("feed", Supply.named("Feed").with(Supply::failures, fails));
        fixture.datacentres.put("site", Datacentre.named("Site"));
        fixture.rooms.put("room", Room.in("site").with(Room::needs, List.of("feed")));
        fixture.hosts.put("host", Host.in("room").with(Host::failures, fails).with(Host::watts, PowerDraw.of(400)));
        fixture.applications.put("crm", Application.named("CRM")
                .with(Application::hosts, List.of("host"))
                .with(Application::incidents, new Incidents(Map.of("calls", 1_000), 0.3, exponential(3_600), ScenarioFixture.hours(ScenarioFixture.WEEKDAYS, "09:00", "17:00"), Incidents.AfterRecovery.CANCELLED, null, null, Map.of("calls", new Rate(9, Rate.Per.MINUTE))))
                .with(Application::capacity, new Rate(40, Rate.Per.MINUTE))
                .with(Application::response, new Response(new Rate(1, Rate.Per.MINUTE), 4)));
        fixture.maintenance.put("patches", new Maintenance(List.of(), List.of(), List.of("host"), List.of(), null, LocalDateTime.of(2011, 1, 4, 2, 0), LocalDateTime.of(2011, 1, 4, 3, 0)));
        fixture.flow("replay", Flow::trace, Trace.ofTimes(List.of(LocalDateTime.of(2011, 1, 3, 9, 0))));
        fixture.flow("calls", Flow::workByGroup, Map.of("agents", exponential(70)));
        fixture.channels.put("post", Channel.named(null).with(Channel::kind, Channel.Kind.DEFERRED));
        fixture.flow("letters", Flow::channel, "post");
        fixture.flow("letters", Flow::openingBacklog, OpeningBacklog.of(3));
        fixture.flow("letters", Flow::ticket, Ticket.PLAIN
                .with(Ticket::priority, Map.of(1, 0.2, 3, 0.8))
                .with(Ticket::holds, List.of(new Hold(0.3, exponential(9), exponential(80))))
                .with(Ticket::reassign, List.of(new Reassignment("agents", "others", 0.1)))
                .with(Ticket::reopen, new Reopening(0.1, exponential(400)))
                .with(Ticket::closesAfter, WorkingTime.of(Duration.ofHours(9))));
        fixture.groups.put("others", shifts(shift(2, DAILY, "09:00", "17:00", false, pause("12:00", 30))));
        fixture.services.put("housing", Service.named("A service").with(Service::needs, Map.of("crm", Need.OF_ALL.with(Need::share, 0.8))));
        fixture.busyness = new Busyness(new Busyness.Level(0.07, 0.2), null, null);
        fixture.events.put("bill", DatedEvent.of(LocalDate.of(2011, 1, 3), List.of(1.5)));
        fixture.groups.put("agents", shifts(shift(2, DAILY, "09:00", "17:00", false, pause("12:00", 30))));
        fixture.desks.put("second", desk(always()));
        Scenario now = fixture.scenario();
        Scenario then = now.plus(Scenario::flows, "calls", now.flows().get("calls").with(Flow::desk, "second")).plus(Scenario::groups, "agents", now.groups().get("agents").with(AgentGroup::desk, "second"));
        fixture.plan.put("move", PlanStep.on(LocalDateTime.of(2011, 1, 3, 12, 0), "A move", new Change(Map.of())).with(PlanStep::then, then));
    }

    @Test
    void equalScenariosHaveEqualFingerprints() {
        String fingerprint = Fingerprint.of(fixture.compile());
        assertThat(fingerprint).matches("[0-9a-f]{64}").isEqualTo(Fingerprint.of(fixture.compile()));
        Program other = ScenarioCompiler.compile(fixture.scenario().with(Scenario::runs, new Runs(7, 400, 99)));
        assertThat(Fingerprint.of(other)).isEqualTo(fingerprint);
    }

    @Test
    void everyElementOfEveryTableCounts() throws ReflectiveOperationException {
        Program program = fixture.compile();
        Map<String, Program> others = new LinkedHashMap<>();
        for (Map.Entry<String, Record> other : othersOf("", program).entrySet()) {
            others.put(other.getKey(), (Program) other.getValue());
        }
        assertThat(others.keySet()).contains(".horizon.cut", ".calendar.firstCivilDay", ".contacts.work.fromTicks", ".names.flows", ".pay.weekTicks").hasSizeGreaterThan(85);
        List<String> fingerprints = new ArrayList<>(List.of(Fingerprint.of(program)));
        others.values().forEach(other -> fingerprints.add(Fingerprint.of(other)));
        assertThat(fingerprints).doesNotHaveDuplicates();
    }

    /** By the path of a component, the record with only that changed: by its last element if it has any. */
    private static Map<String, Record> othersOf(String path, Record record) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Map<String, Record> others = new LinkedHashMap<>();
        for (int i = 0; i < components.length; i++) {
            String name = path + "." + components[i].getName();
            Object value = components[i].getAccessor().invoke(record);
            if (value instanceof Record part) {
                for (Map.Entry<String, Record> other : othersOf(name, part).entrySet()) {
                    others.put(other.getKey(), with(record, i, other.getValue()));
                }
            } else if (value instanceof List<?> list && list.stream().allMatch(Record.class::isInstance)) {
                assertThat(list).describedAs("the fixture fills " + name).isNotEmpty();
                for (Map.Entry<String, Record> other : othersOf(name, (Record) list.get(list.size() - 1)).entrySet()) {
                    List<Object> changed = new ArrayList<>(list);
                    changed.set(list.size() - 1, other.getValue());
                    others.put(other.getKey(), with(record, i, changed));
                }
            } else {
                others.put(name, with(record, i, other(value, name)));
            }
        }
        return others;
    }

    private static Record with(Record record, int changed, Object value) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = i == changed ? value : components[i].getAccessor().invoke(record);
        }
        return record.getClass().getDeclaredConstructor(types).newInstance(values);
    }

    private static Object other(Object value, String name) {
        if (value.getClass().isArray()) {
            int length = Array.getLength(value);
            assertThat(length).describedAs("the fixture fills " + name).isPositive();
            Object copy = Array.newInstance(value.getClass().getComponentType(), length);
            System.arraycopy(value, 0, copy, 0, length);
            Array.set(copy, length - 1, other(Array.get(copy, length - 1), name));
            return copy;
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof Double number) {
            return Math.nextUp(number);
        }
        if (value instanceof List<?>) {
            return List.of("x");
        }
        return value instanceof Long number ? (Object) (number + 1) : (Object) ((Integer) value + 1);
    }
}
