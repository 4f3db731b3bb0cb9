package mergedesk.dsol.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.program.Campaigns;
import mergedesk.program.Program;
import mergedesk.random.Streams;

/** Calls that idle agents make: campaigns with their lists. */
final class Outbound {
    private final ServiceDeskModel model;
    private final Program program;
    private final Desks desks;
    private final Journal journal;
    private final Draws draws;
    private final Serving serving;
    private final Rota rota;
    private final WallClock clock;
    private final long runKey;
    private final List<Campaign> campaigns = new ArrayList<>();
    private boolean awake;

    /** A list that is worked through. */
    private final class Campaign {
        final int number;
        final int flow;
        final boolean held;
        final Queue<Person> again = new ArrayDeque<>();
        int fresh;
        int dialsWithoutAgent;

        Campaign(int number) {
            this.number = number;
            flow = program.campaigns().firstFlow() + number;
            held = program.campaigns().mode()[number] == Campaigns.HELD;
        }

        boolean wantsToDial() {
            boolean over = !program.horizon().cut() && model.now() >= program.horizon().endTick();
            boolean anybody = fresh < program.campaigns().list()[number] || !again.isEmpty();
            if (over || !anybody || !desks.openCampaigns.get(number)) {
                return false;
            }
            return held ? spareAgents() > dialsForTheSameAgents() : dialsForTheSameAgents() < BigDecimal.valueOf(program.campaigns().overdial()[number], 6).multiply(BigDecimal.valueOf(spareAgents())).setScale(0, RoundingMode.FLOOR).longValueExact();
        }

        /** Idle agents beside the reserve, without those who stay late for a file; below 0 when some of the reserve are busy. */
        private long spareAgents() {
            long idle = takingPart().stream().filter(group -> !group.staysLate).flatMap(group -> group.agents.stream()).filter(Agent::isIdle).count();
            return idle - program.campaigns().reserve()[number];
        }

        private Set<Group> takingPart() {
            return queue().rows.stream().map(ContactQueue.Row::group).collect(Collectors.toSet());
        }

        private int dialsForTheSameAgents() {
            return campaigns.stream()
                    .filter(campaign -> !Collections.disjoint(campaign.takingPart(), takingPart()))
                    .mapToInt(campaign -> campaign.dialsWithoutAgent)
                    .sum();
        }

        private ContactQueue queue() {
            return desks.queues.get(program.routing().queueOfFlow()[flow]);
        }

        void dial() {
            Person person = fresh < program.campaigns().list()[number] ? onList(fresh++) : again.remove();
            person.arrivalTick = model.now();
            person.firstArrivalTick = model.now();
            person.work = clock.inForce(program.contacts().work(), flow, model.now());
            model.stays(person, true);
            Agent agent = held ? Desks.idleAgentFor(queue()) : null;
            model.write("dialled", person, agent);
            journal.count(person, "dials", 1);
            if (held) {
                serving.become(agent, Agent.Status.DIALLING);
            } else {
                dialsWithoutAgent++;
            }
            boolean answers = draws.answers(person, number, clock.wallTicks(model.now()));
            model.at(model.now() + draws.dial(person, number), Kind.OUTBOUND, () -> endDial(person, agent, answers));
        }

        private Person onList(int ordinal) {
            long key = Streams.ordinalKey(Streams.undatedKey(runKey, Streams.CONTACT, program.demand().flowKey()[flow]), ordinal);
            return new Person(flow, 0, ordinal, key, model.now(), 0);
        }

        private void endDial(Person person, Agent caller, boolean answers) {
            dialsWithoutAgent -= held ? 0 : 1;
            if (!answers) {
                model.write("not_reached", person, caller);
                journal.lastEvent(model.now());
                model.stays(person, false);
                if (person.attempt + 1 < program.campaigns().attempts()[number]) {
                    Person next = onList(person.ordinal);
                    next.attempt = person.attempt + 1;
                    again.add(next);
                }
                free(caller);
                return;
            }
            Agent agent = held ? caller : spareAgents() > 0 ? Desks.idleAgentFor(queue()) : null;
            if (agent == null) {
                model.write("mismatched", person, null);
                journal.count(person, "mismatches", 1);
                model.stays(person, false);
                return;
            }
            model.write("connected", person, agent);
            journal.count(person, "connects", 1);
            serving.become(agent, Agent.Status.TALKING);
            model.at(model.now() + atSpeed(draws.work(person, agent.group.number), agent), Kind.OUTBOUND, () -> endTalk(person, agent));
        }

        private void endTalk(Person person, Agent agent) {
            model.write("outbound_talk_ended", person, agent);
            journal.lastEvent(model.now());
            if (draws.hasAfterCall(person)) {
                serving.become(agent, Agent.Status.WRAPPING);
                model.at(model.now() + atSpeed(draws.afterCall(person), agent), Kind.OUTBOUND, () -> endWrapUp(person, agent));
            } else {
                model.stays(person, false);
                free(agent);
            }
        }

        private void endWrapUp(Person person, Agent agent) {
            model.write("outbound_wrap_ended", person, agent);
            journal.lastEvent(model.now());
            model.stays(person, false);
            free(agent);
        }

        private long atSpeed(long work, Agent agent) {
            int services = program.names().services().size();
            return (long) Math.ceil(work / program.groups().speed()[agent.group.number * services + program.contacts().flowService()[flow]]);
        }
    }

    Outbound(ServiceDeskModel model, Program program, Desks desks, Journal journal, Draws draws, Serving serving, Rota rota, long runKey) {
        this.model = model;
        this.program = program;
        this.desks = desks;
        this.journal = journal;
        this.draws = draws;
        this.serving = serving;
        this.rota = rota;
        this.runKey = runKey;
        clock = new WallClock(program);
        Stream.iterate(0, number -> number < program.campaigns().count(), number -> number + 1).forEach(number -> campaigns.add(new Campaign(number)));
    }

    /** Something has happened: campaigns that could dial now do so when nothing else is left to happen at this tick. */
    void wake() {
        if (!awake && campaigns.stream().anyMatch(Campaign::wantsToDial)) {
            awake = true;
            model.at(model.now(), Kind.DIAL, this::dial);
        }
    }

    private void dial() {
        awake = false;
        for (Campaign campaign : campaigns) {
            while (campaign.wantsToDial()) {
                campaign.dial();
            }
        }
    }

    private void free(Agent agent) {
        if (agent != null) {
            rota.nextTask(agent);
        }
    }
}
