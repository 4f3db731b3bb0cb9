package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mergedesk.program.Plan;
import mergedesk.program.Program;

/** The desks, groups, agents and queues of a Program as objects, and the rule that says who takes whom. */
final class Desks {
    final List<Desk> desks = new ArrayList<>();
    final List<Group> groups = new ArrayList<>();
    final List<Agent> agents = new ArrayList<>();
    final List<ContactQueue> queues = new ArrayList<>();
    final List<SingleFile> files = new ArrayList<>();
    /** Self-service that is available. */
    final BitSet openPortals = new BitSet();
    /** Campaigns that may call. */
    final BitSet openCampaigns = new BitSet();

    private final Program program;
    /** Who may take whom, now. */
    private Program.Routing routing;

    Desks(Program program) {
        this.program = program;
        for (int d = 0; d < program.deskCount(); d++) {
            desks.add(new Desk(program.desks().shortAbandonTicks()[d]));
        }
        for (int g = 0; g < program.groupCount(); g++) {
            Group group = new Group(g, program.groups().byShift()[g], program.groups().chats().has(g), program.groups().chats().places(g), program.groups().chats().callsWith()[g]);
            for (int a = program.groups().firstAgent()[g]; a < program.groups().firstAgent()[g + 1]; a++) {
                group.agents.add(new Agent(a, group, program.groups().chats().hands(g)));
            }
            group.millionthsForPieces = program.deferred().blends().share()[g];
            group.reserve = program.deferred().blends().reserve()[g];
            groups.add(group);
            agents.addAll(group.agents);
        }
        layOut(program.desks(), program.groups(), program.routing());
        for (int d = 0; d < program.deskCount(); d++) {
            if (!program.desks().ticketMachine()[d]) {
                files.add(fileOf(d));
            }
        }
    }

    /** From now on these rules of the plan hold: nobody is in a queue. */
    void begin(Plan.Rules rules) {
        layOut(rules.desks(), rules.groups(), rules.routing());
    }

    private void layOut(Program.Desks ofDesks, Program.Groups ofGroups, Program.Routing rows) {
        routing = rows;
        for (int d = 0; d < desks.size(); d++) {
            desks.get(d).lines = ofDesks.lines()[d];
            desks.get(d).queueCapacity = ofDesks.queueCapacity()[d];
            desks.get(d).atClose = ofDesks.atClose()[d];
        }
        queues.clear();
        for (int q = 0; q < routing.queueDesk().length; q++) {
            int number = q;
            boolean tickets = IntStream.of(program.tickets().queue()).anyMatch(queue -> queue == number);
            boolean deferred = tickets || IntStream.range(0, program.flowCount()).anyMatch(flow -> routing.queueOfFlow()[flow] == number && DeferredWork.is(program, flow));
            ContactQueue queue = new ContactQueue(q, IntStream.range(0, program.flowCount()).anyMatch(flow -> routing.queueOfFlow()[flow] == number && isChat(flow)), deferred);
            for (int row = routing.groupsOfQueue().offset()[q]; row < routing.groupsOfQueue().offset()[q + 1]; row++) {
                queue.rows.add(new ContactQueue.Row(
                        groups.get(routing.groupsOfQueue().partner()[row]), routing.groupsOfQueue().afterTicks()[row], routing.groupsOfQueue().rank()[row]));
            }
            queues.add(queue);
        }
        for (Group group : groups) {
            group.desk = desks.get(ofGroups.desk()[group.number]);
            group.employer = ofGroups.employer()[group.number];
            group.rows.clear();
            for (int row = routing.queuesOfGroup().offset()[group.number]; row < routing.queuesOfGroup().offset()[group.number + 1]; row++) {
                group.rows.add(new Group.Row(
                        queues.get(routing.queuesOfGroup().partner()[row]),
                        routing.queuesOfGroup().afterTicks()[row],
                        routing.queuesOfGroup().rank()[row]));
            }
        }
    }

    /** All visitors of a desk in one file. */
    private SingleFile fileOf(int desk) {
        SingleFile file = new SingleFile();
        IntStream.range(0, program.flowCount())
                .filter(flow -> program.contacts().flowDesk()[flow] == desk && program.contacts().kind()[flow] == Program.Contacts.COUNTER)
                .map(flow -> routing.queueOfFlow()[flow])
                .distinct()
                .mapToObj(queues::get)
                .forEach(queue -> {
                    queue.file = file;
                    file.queues.add(queue);
                });
        return file;
    }

    int priorityOf(Person person) {
        return routing.queuePriority()[queueOf(person).number];
    }

    Desk deskOf(Person person) {
        return desks.get(program.contacts().flowDesk()[person.flow]);
    }

    ContactQueue queueOf(Person person) {
        if (person.ticket != null) {
            int place = (person.ticket.sort - program.flowCount()) * (program.groupCount() + 1) + person.ticket.group + 1;
            return queues.get(program.tickets().queue()[2 * place + (person.begun ? 1 : 0)]);
        }
        return queues.get(routing.queueOfFlow()[person.flow]);
    }

    /** Those who wait at the desk, in order of entry. */
    List<Person> waitingAt(int desk) {
        return IntStream.range(0, queues.size())
                .filter(queue -> routing.queueDesk()[queue] == desk && !queues.get(queue).deferred)
                .boxed()
                .flatMap(queue -> queues.get(queue).waiting.stream())
                .sorted(Comparator.comparingLong(person -> person.entry))
                .toList();
    }

    boolean isChat(int flow) {
        return program.contacts().kind()[flow] == Program.Contacts.CHAT;
    }

    boolean isChat(Person person) {
        return isChat(person.flow);
    }

    /**
     * The agent that a contact takes when it has waited so long, or null: of the lowest rank one with room for it, of these with the fewest chats, then who has been idle,
     * or has had as many, longest, then the lowest number.
     */
    static Agent agentFor(ContactQueue queue, long waitTicks) {
        record Candidate(int rank, Agent agent) {}
        return queue.rows.stream()
                .filter(row -> row.afterTicks() <= waitTicks)
                .flatMap(row -> row.group().agents.stream()
                        .filter(agent -> agent.hasRoomFor(queue.chats))
                        .map(agent -> new Candidate(row.rank(), agent)))
                .min(Comparator.comparingInt(Candidate::rank)
                        .thenComparingInt(candidate -> candidate.agent().chats())
                        .thenComparingLong(candidate -> candidate.agent().sinceTick)
                        .thenComparingInt(candidate -> candidate.agent().number))
                .map(Candidate::agent)
                .orElse(null);
    }

    /** The idle agent who takes up a piece of deferred work that has waited so long, of a group that may now and to which it opened after {@code least} or later: as above; or null. */
    static Agent agentForPiece(ContactQueue queue, long least, long waitTicks, DeferredWork deferredWork) {
        record Candidate(int rank, Agent agent) {}
        return queue.rows.stream()
                .filter(row -> row.afterTicks() >= least && row.afterTicks() <= waitTicks)
                .flatMap(row -> row.group().idle().stream().limit(1).map(agent -> new Candidate(row.rank(), agent)))
                .filter(candidate -> deferredWork.mayTakeUp(candidate.agent()))
                .min(Comparator.comparingInt(Candidate::rank)
                        .thenComparingLong(candidate -> candidate.agent().sinceTick)
                        .thenComparingInt(candidate -> candidate.agent().number))
                .map(Candidate::agent)
                .orElse(null);
    }

    /** The same for a campaign: an idle agent, who does not stay late for a file. */
    static Agent idleAgentFor(ContactQueue queue) {
        return queue.rows.stream()
                .filter(row -> row.afterTicks() == 0 && !row.group().staysLate)
                .flatMap(row -> row.group().agents.stream().filter(Agent::isIdle).map(agent -> Map.entry(row.rank(), agent)))
                .min(Map.Entry.<Integer, Agent>comparingByKey()
                        .thenComparing(Map.Entry.comparingByValue(Comparator.<Agent>comparingLong(agent -> agent.sinceTick).thenComparingInt(agent -> agent.number))))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    /**
     * The waiting contact that a freed agent takes, or null: one for which there is a place, of the lowest level (preference, live before deferred, then priority), then of the longest
     * wait, then the first to enter a queue; of deferred work what is due first, where that is the order. Only contacts that have waited as long as the row asks.
     */
    static Person waitingContactFor(Agent agent, long now, ContactQueue.Kinds kinds) {
        record Candidate(int level, ContactQueue queue, Person person) {}
        return agent.group.rows.stream()
                .filter(row -> kinds == ContactQueue.Kinds.ANY || row.queue().deferred == (kinds == ContactQueue.Kinds.DEFERRED))
                .filter(row -> row.queue().deferred ? !agent.hasContacts() : agent.hasPlaceFor(row.queue().chats))
                .flatMap(row -> row.queue().waiting.stream()
                        .filter(person -> now - person.arrivalTick >= row.afterTicks())
                        .filter(row.queue()::lets)
                        .map(person -> new Candidate(row.level(), row.queue(), person)))
                .min(Comparator.comparingInt(Candidate::level)
                        .thenComparingLong(candidate -> candidate.person().place)
                        .thenComparingLong(candidate -> candidate.person().arrivalTick)
                        .thenComparingInt(candidate -> candidate.queue().deferred ? candidate.queue().number : 0)
                        .thenComparingLong(candidate -> candidate.person().entry))
                .map(Candidate::person)
                .orElse(null);
    }
}
