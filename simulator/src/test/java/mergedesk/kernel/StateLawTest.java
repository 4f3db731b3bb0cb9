package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import mergedesk.observe.Totals;
import mergedesk.program.Chats;
import mergedesk.program.Program;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold at every moment of every run, tried on generated scenarios. {@code -Dseed=…} shifts the seeds. */
class StateLawTest {
    private static final int MOMENTS = 3_000;

    private State s;
    private Program program;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void hold(long seed) {
        check(seed + Long.getLong("seed", 0));
    }

    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(longs = {1_000, 2_000, 3_000, 4_000, 5_000})
    void holdLonger(long first) {
        for (long seed = first; seed < first + 40; seed++) {
            check(seed);
        }
    }

    private void check(long seed) {
        try {
            run(seed);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("generated scenario " + seed + ", repeated first with -Dseed=" + (seed - 1), e);
        }
    }

    private void run(long seed) {
        Random random = new Random(seed);
        program = generated(random).compile();
        Totals[] totals = new Totals[1];
        Kernel kernel = new Kernel(program, state -> {
            s = state;
            return totals[0] = new Totals(state);
        });
        kernel.reset(seed, 0);
        for (int moment = 1; moment <= MOMENTS; moment++) {
            kernel.runUntil(program.horizon().endTick() / MOMENTS * moment + random.nextInt(1_000_000));
            agentsAreWhereTheyAre();
            contactsAreWhereTheyAre();
            crowdsAreWhatTheyAre();
            nobodyIdlesWhileSomebodyWaitsForThem();
        }
        kernel.runUntil(Long.MAX_VALUE);
        if (!program.horizon().cut()) { // a cut run leaves those behind who do not count
            agentsAreWhereTheyAre();
            contactsAreWhereTheyAre();
        }
    }

    private void agentsAreWhereTheyAre() {
        for (int group = 0; group < program.groupCount(); group++) {
            TreeSet<Integer> idle = new TreeSet<>();
            int previous = State.NONE;
            for (int agent = s.agents.firstIdle(group); agent != State.NONE; agent = s.agents.nextIdle(agent)) {
                assertThat(s.agents.status(agent)).isEqualTo(Agents.IDLE);
                assertThat(idle.add(agent)).isTrue();
                if (previous != State.NONE) {
                    long earlier = s.agents.idleSinceTick(previous);
                    long later = s.agents.idleSinceTick(agent);
                    assertThat(earlier < later || (earlier == later && previous < agent)).isTrue();
                }
                previous = agent;
            }
            assertThat(s.agents.idleGroups.has(group)).isEqualTo(!idle.isEmpty());
            int present = 0;
            for (int agent = program.groups().firstAgent()[group]; agent < program.groups().firstAgent()[group + 1]; agent++) {
                int status = s.agents.status(agent);
                present += status == Agents.IDLE || status == Agents.TALKING || status == Agents.WRAPPING ? 1 : 0;
                assertThat(status == Agents.IDLE).isEqualTo(idle.contains(agent));
                assertThat(!worksOf(group, agent).isEmpty()).isEqualTo(status == Agents.TALKING || status == Agents.WRAPPING);
                chatsAreWithinTheRule(group, agent);
                if (program.groups().byShift()[group]) {
                    assertThat(status == Agents.IDLE && s.agents.offShift(agent)).isFalse();
                    assertThat(status == Agents.ABSENT && !s.agents.offShift(agent)).isFalse();
                }
            }
            assertThat(s.agents.present(group)).isEqualTo(present);
            if (!program.groups().byShift()[group]) {
                assertThat(present).isGreaterThanOrEqualTo(s.groupTarget[group]);
                assertThat(present > s.groupTarget[group] && !idle.isEmpty()).isFalse();
            }
        }
    }

    private boolean isChat(int contact) {
        return program.contacts().kind()[s.contacts.flow(contact)] == Program.Contacts.CHAT;
    }

    private boolean isCall(int contact) {
        return program.contacts().kind()[s.contacts.flow(contact)] == Program.Contacts.LIVE;
    }

    /** As many wait as are counted, by kind, no more than may, and in a file nobody stands in front whom an idle agent could serve. */
    private void crowdsAreWhatTheyAre() {
        int[] waiting = new int[program.deskCount()];
        int[] byKind = new int[program.deskCount() * Program.Contacts.KINDS];
        for (int queue = 0; queue < program.queueCount(); queue++) {
            for (int contact = s.contacts.first(queue); contact != State.NONE; contact = s.contacts.next(contact)) {
                waiting[program.routing().queueDesk()[queue]]++;
                byKind[s.epoch.crowd(s.contacts.flow(contact))]++;
            }
        }
        for (int desk = 0; desk < waiting.length; desk++) {
            assertThat(waiting[desk]).isLessThanOrEqualTo(program.desks().queueCapacity()[desk]);
        }
        for (int flow = 0; s.epoch.looksAtQueues && flow < program.flowCount(); flow++) {
            assertThat(s.crowd.seenBy(flow)).isEqualTo(byKind[s.epoch.crowd(flow)]);
        }
    }

    private boolean standsBehind(int queue, int contact) {
        boolean behind = false;
        for (int other = 0; s.epoch.fileOfQueue[queue] != State.NONE && other < program.queueCount(); other++) {
            int first = s.epoch.fileOfQueue[other] == s.epoch.fileOfQueue[queue] ? s.contacts.first(other) : State.NONE;
            behind |= first != State.NONE && s.contacts.entry(first) < s.contacts.entry(contact);
        }
        return behind;
    }

    private List<Integer> worksOf(int group, int agent) {
        List<Integer> works = new ArrayList<>();
        for (int place = 0; place < s.works.hands(group); place++) {
            if (!s.works.isIdle(s.works.hand(group, agent, place))) {
                works.add(s.works.hand(group, agent, place));
            }
        }
        return works;
    }

    private void chatsAreWithinTheRule(int group, int agent) {
        Chats rules = program.groups().chats();
        List<Integer> works = worksOf(group, agent);
        int chats = (int) works.stream().filter(work -> isChat(s.works.contact(work))).count();
        assertThat(s.agents.chats(agent)).isEqualTo(chats);
        assertThat(chats).isLessThanOrEqualTo(rules.places(group));
        assertThat(works.size() - chats).as("calls").isLessThanOrEqualTo(1);
        if (works.size() > chats) {
            assertThat(chats).isLessThanOrEqualTo(rules.callsWith()[group]);
        }
        for (int work : works) {
            int flow = s.contacts.flow(s.works.contact(work));
            double ofGroup = program.groups().speed()[group * program.serviceCount() + program.contacts().flowService()[flow]];
            assertThat(s.works.speed(work)).isEqualTo(ofGroup * (isChat(s.works.contact(work)) ? rules.speed(group, works.size()) : 1));
        }
    }

    /** Somebody of the group who may take a contact of this kind, by all that is known of agents and nothing that is kept for looking them up. */
    private int agentWithRoom(int group, boolean chat) {
        Chats rules = program.groups().chats();
        int from = program.groups().firstAgent()[group];
        int to = program.groups().firstAgent()[group + 1];
        int surplus = s.agents.present(group) - s.groupTarget[group];
        for (int agent = to - 1; agent >= from; agent--) {
            boolean going = program.groups().byShift()[group]
                    ? s.agents.offShift(agent)
                    : Agents.isPresent(s.agents.status(agent)) && s.agents.available(agent) && surplus-- > 0;
            int works = worksOf(group, agent).size();
            boolean place = works == s.agents.chats(agent) && (chat ? works < rules.places(group) : works <= rules.callsWith()[group]);
            boolean atWork = works > 0 && !going && s.agents.breakDueTicks(agent) == 0 && s.agents.available(agent);
            if (s.agents.status(agent) == Agents.IDLE || (atWork && place)) {
                return agent;
            }
        }
        return State.NONE;
    }

    private void contactsAreWhereTheyAre() {
        int[] lines = new int[program.deskCount()];
        Set<Integer> inQueues = new HashSet<>();
        for (int queue = 0; queue < program.queueCount(); queue++) {
            int previous = queue;
            for (int contact = s.contacts.first(queue); contact != State.NONE; contact = s.contacts.next(contact)) {
                assertThat(program.routing().queueOfFlow()[s.contacts.flow(contact)]).isEqualTo(queue);
                assertThat(s.contacts.ahead(contact)).isEqualTo(previous);
                assertThat(previous == queue || s.contacts.entry(previous) < s.contacts.entry(contact)).isTrue();
                assertThat(inQueues.add(contact)).isTrue();
                lines[program.contacts().flowDesk()[s.contacts.flow(contact)]] += isCall(contact) ? 1 : 0;
                previous = contact;
            }
            assertThat(s.contacts.ahead(queue)).isEqualTo(previous);
            assertThat(s.contacts.waitedFor.has(queue)).isEqualTo(previous != queue);
        }
        int served = 0;
        for (int agent = 0; agent < program.agentCount(); agent++) {
            for (int work : worksOf(s.agents.group(agent), agent)) {
                int contact = s.works.contact(work);
                served++;
                assertThat(s.works.agent(work)).isEqualTo(agent);
                assertThat(inQueues).doesNotContain(contact);
                boolean holdsLine = s.works.status(work) == Agents.TALKING && isCall(contact);
                lines[program.contacts().flowDesk()[s.contacts.flow(contact)]] += holdsLine ? 1 : 0;
            }
        }
        boolean counted = Arrays.stream(program.desks().lines()).anyMatch(n -> n < Integer.MAX_VALUE);
        for (int desk = 0; desk < lines.length; desk++) {
            assertThat(s.lines.inUse(desk)).isEqualTo(counted ? lines[desk] : 0);
            assertThat(lines[desk]).isLessThanOrEqualTo(program.desks().lines()[desk]);
        }
        assertThat(s.works.inUse()).isEqualTo(served);
        assertThat(s.contacts.inUse()).isGreaterThanOrEqualTo(inQueues.size() + served);
    }

    private void nobodyIdlesWhileSomebodyWaitsForThem() {
        Program.Routing routing = program.routing();
        for (int queue = 0; queue < program.queueCount(); queue++) {
            int first = s.contacts.first(queue);
            if (first != State.NONE && standsBehind(queue, first)) {
                continue;
            }
            for (int row = routing.groupsOfQueue().offset()[queue]; first != State.NONE && row < routing.groupsOfQueue().offset()[queue + 1]; row++) {
                if (s.now - s.contacts.arrivalTick(first) > routing.groupsOfQueue().afterTicks()[row]) {
                    assertThat(agentWithRoom(routing.groupsOfQueue().partner()[row], isChat(first))).isEqualTo(State.NONE);
                }
            }
        }
    }

    /** Two desks, two councils, three services, staffing and shifts with breaks, rows now and then, all chances from {@code random}. */
    private static Script generated(Random random) {
        Script script = new Script()
                .time("start: 2011-01-03, length: 2 days" + (random.nextBoolean() ? ", end: cut, warm_up: 5 h, batches: 2" : ""))
                .with("councils: {north: , south: }\nservices: {housing: , tax: , waste: }\nbusyness: {all: {cv: 15 %, autocorrelation: 0.4}}");
        for (String desk : new String[] {"desk", "night"}) {
            String opening = desk.equals("night") ? "always" : "{daily: \"08:10-12:30, 13:00-18:05\"}";
            script.desk(desk, "opening: " + opening + (random.nextBoolean() ? ", lines: " + (2 + random.nextInt(12)) : "") + ", home_first: "
                    + random.nextInt(40) + " s, at_close: " + (random.nextBoolean() ? "keep" : random.nextBoolean() ? "serve" : "disconnect")
                    + (random.nextInt(3) == 0 ? ", queue_capacity: " + random.nextInt(9) : "") + (random.nextBoolean() ? ", ticket_machine: false" : ""));
        }
        boolean chats = random.nextBoolean();
        script.with("channels: {phone: , room: {kind: counter}, chat: {kind: chat}}");
        String[] services = {"housing", "tax", "waste"};
        for (int flow = 0; flow < 5; flow++) {
            script.volume("f" + flow, "council: " + (random.nextBoolean() ? "north" : "south") + ", service: " + services[random.nextInt(3)] + ", desk: "
                    + (flow < 3 ? "desk" : "night") + ", volume: " + (200 + random.nextInt(700)) + " / day, priority: " + (1 + random.nextInt(2))
                    + ", work: {distribution: exponential, mean: " + (1 + random.nextInt(5)) + " min}"
                    + (chats && random.nextBoolean() ? ", channel: chat" + (random.nextBoolean() ? ", patience_in_chat: {distribution: exponential, mean: 6 min}" : "") : random.nextInt(3) == 0 ? ", channel: room" : "")
                    + (random.nextInt(4) == 0 ? ", balk_at: {2: 20 %, 9: 100 %}" : "") + (random.nextInt(4) == 0 ? ", message: {after: 40 s, share: 40 %}" : "")
                    + (random.nextBoolean() ? ", after_call: " + Script.seconds(1 + random.nextInt(60)) : "")
                    + (random.nextInt(4) > 0 ? ", patience: {distribution: exponential, mean: " + (20 + random.nextInt(200)) + " s, at_zero: 3 %}" : "")
                    + (random.nextBoolean() ? ", balk: 5 %" : "")
                    + (random.nextBoolean()
                            ? ", retry: {probability: 70 %, limit: 4, delay: {distribution: uniform, low: 0 s, high: " + (1 + random.nextInt(40)) + " min}}"
                            : ""));
        }
        script.agents("all", "staffing: {daily: {" + steps(random) + "}}" + (chats ? ", chats: {most: 3, speed_by_load: [1, 0.8, 0.65], calls_with: 1}" : ""));
        script.agents("north", "employer: north, staffing: {daily: {" + steps(random) + "}}, speed: {tax: 1.3, waste: 0.8}");
        script.agents("south", (chats ? "chats: {most: 2, speed_by_load: [1, 0.7]}, " : "") + "employer: south, shifts: [{agents: 2, days: daily, start: \"08:30\", end: \"16:30\", breaks: "
                + "[{at: \"10:00\", length: 15 min}, {at: \"10:05\", length: 5 min}, {at: \"12:15\", length: 40 min}]}, "
                + "{agents: 1, days: daily, start: \"11:00\", end: \"18:05\", breaks: [{at: \"17:40\", length: 25 min}]}]");
        script.agents("nights", "desk: night, staffing: {daily: {" + steps(random) + "}}" + (chats ? ", chats: {most: 4, speed_by_load: [1, 0.9, 0.6, 0.5], calls_with: 2}" : ""));
        script.agents("owls", "desk: night, employer: south, shifts: [{agents: 2, days: daily, start: \"20:00\", end: \"06:00\", overnight: true, "
                + "breaks: [{at: \"01:00\", length: 30 min}]}, {agents: 1, days: daily, start: \"06:00\", end: \"20:00\"}]");
        if (random.nextBoolean()) {
            script.with("routing: [{flow: f3, group: nights, rank: 2}, {flow: f3, group: owls, rank: 1, after: 10 s, preference: 2}, "
                    + "{flow: f3, group: nights, after: 50 s, preference: 3}, {flow: f4, group: owls}, {flow: f4, group: nights, after: 25 s, preference: 2}]");
        }
        return script;
    }

    private static String steps(Random random) {
        StringBuilder steps = new StringBuilder("\"00:00\": " + random.nextInt(3));
        for (int hour = 7; hour < 20; hour++) {
            steps.append(String.format(", \"%02d:%02d\": %d", hour, random.nextInt(60), random.nextInt(5)));
        }
        return steps.toString();
    }
}
