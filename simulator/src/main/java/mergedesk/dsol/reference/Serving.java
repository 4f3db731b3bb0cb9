package mergedesk.dsol.reference;

import java.util.HashSet;
import java.util.Set;
import mergedesk.program.Program;
import mergedesk.units.Ticks;

/** What agents do with the contacts that they have in hand: one, or several chats at once, each slower the more there are. */
final class Serving {
    private final ServiceDeskModel model;
    private final Program program;
    private final Desks desks;
    private final Journal journal;
    private final Draws draws;
    private final Outcomes outcomes;
    private final DeferredWork deferredWork;
    private final Dependence dependence;

    Serving(ServiceDeskModel model, Program program, Desks desks, Journal journal, Draws draws, Outcomes outcomes, DeferredWork deferredWork, Dependence dependence) {
        this.model = model;
        this.program = program;
        this.desks = desks;
        this.journal = journal;
        this.draws = draws;
        this.outcomes = outcomes;
        this.deferredWork = deferredWork;
        this.dependence = dependence;
    }

    /** The agent takes the contact, which is in no queue. */
    void start(Agent agent, Person person) {
        if (DeferredWork.is(program, person.flow)) {
            become(agent, Agent.Status.WORKING);
            deferredWork.takeUp(agent, person);
        } else {
            take(agent, person);
            settle(agent);
        }
    }

    /** The agent, who has nothing in hand, takes those who wait and come first, as many as there is room for; false when there is none. */
    boolean takesWaiting(Agent agent, ContactQueue.Kinds kinds) {
        fill(agent, kinds);
        settle(agent);
        return agent.hasContacts() || agent.piece != null;
    }

    /** The agent takes those who wait and come first, as many as there is room for. What follows from it is left to {@link #settle}. */
    void fill(Agent agent, ContactQueue.Kinds kinds) {
        for (Person next = next(agent, kinds); next != null; next = next(agent, kinds)) {
            if (next != agent.kept && !deferredWork.wants(next)) {
                model.stopWaiting(next);
            }
            if (DeferredWork.is(program, next.flow)) {
                start(agent, next);
                return;
            }
            take(agent, next);
        }
    }

    /** Whom or what the agent takes: with deferred work the agent's own first, if there is any; before people where the group has a share for it. */
    private Person next(Agent agent, ContactQueue.Kinds kinds) {
        if (kinds == ContactQueue.Kinds.LIVE || agent.hasContacts() || !deferredWork.mayTakeUp(agent)) {
            return kinds == ContactQueue.Kinds.DEFERRED ? null : Desks.waitingContactFor(agent, model.now(), ContactQueue.Kinds.LIVE);
        }
        Person own = agent.kept != null ? agent.kept : deferredWork.wantingFor(agent);
        Person piece = own != null ? own : Desks.waitingContactFor(agent, model.now(), ContactQueue.Kinds.DEFERRED);
        Person live = kinds == ContactQueue.Kinds.DEFERRED ? null : Desks.waitingContactFor(agent, model.now(), ContactQueue.Kinds.LIVE);
        boolean pieceFirst = piece != null && (live == null || deferredWork.comesFirst(agent) || levelOf(agent, piece) < levelOf(agent, live));
        return pieceFirst ? piece : live;
    }

    private int levelOf(Agent agent, Person person) {
        ContactQueue queue = desks.queueOf(person);
        return agent.group.rows.stream()
                .filter(row -> row.queue() == queue && (deferredWork.wants(person) || row.afterTicks() <= model.now() - person.arrivalTick))
                .mapToInt(Group.Row::level)
                .min()
                .orElseThrow();
    }

    private void take(Agent agent, Person person) {
        model.write("answered", person, agent);
        outcomes.answered(agent, person, model.now() - person.arrivalTick);
        Hand hand = new Hand(person, desks.isChat(person));
        hand.begin(isToBeTold(agent, person) ? draws.told(person, program.needs().told()[person.toldRow]) : draws.work(person, agent.group.number), model.now(), model.speed(agent, hand.person));
        int place = 0;
        while (agent.hands[place] != null) {
            place++;
        }
        agent.hands[place] = hand;
        long stays = draws.patienceInChat(person);
        if (stays < Ticks.NEVER) {
            hand.leaving = model.at(model.now() + stays, Kind.CHAT_LEFT, () -> leaveChat(agent, hand));
        }
    }

    private boolean isToBeTold(Agent agent, Person person) {
        int row = dependence.tells(person);
        if (row >= 0) {
            person.told = true;
            person.toldRow = row;
            model.write("told", person, agent);
        }
        return row >= 0;
    }

    /** An application has gone down: people who are in the middle of a talk that needs it are told to come again instead. */
    void tellAll() {
        desks.agents.forEach(agent -> tell(agent, 0));
        desks.agents.forEach(agent -> {
            for (int place = 1; place < agent.hands.length; place++) {
                tell(agent, place);
            }
        });
    }

    private void tell(Agent agent, int place) {
        Hand hand = agent.hands[place];
        if (hand != null && hand.talking && !hand.person.told && hand.left(model.now()) > 0 && isToBeTold(agent, hand.person)) {
            hand.restart(draws.told(hand.person, program.needs().told()[hand.person.toldRow]), model.now());
            goOn(agent, hand);
        }
    }

    /** What follows from what the agent has in hand now: what the agent does, how fast each contact goes, and whether there is room for others. */
    void settle(Agent agent) {
        if (agent.hasContacts()) {
            become(agent, agent.inHand().anyMatch(hand -> hand.talking) ? Agent.Status.TALKING : Agent.Status.WRAPPING);
        }
        agent.inHand().forEach(hand -> goOn(agent, hand));
        countChats(agent);
        agent.open = agent.takesMore();
        boolean room = agent.open && (agent.hasPlaceFor(true) || agent.hasPlaceFor(false));
        if (agent.chatsWithRoom != (room ? agent.chats() : 0)) {
            agent.chatsWithRoom = room ? agent.chats() : 0;
            agent.sinceTick = model.now();
        }
    }

    /** Work whose speed is another now ends at another time. */
    private void goOn(Agent agent, Hand hand) {
        double speed = speed(agent, hand);
        if (hand.speed == speed && (speed > 0 || hand.left(model.now()) > 0)) {
            return;
        }
        model.cancel(hand.end);
        boolean stands = speed == 0 && hand.left(model.now()) > 0;
        long end = hand.setSpeed(speed, model.now());
        hand.end = stands ? null : model.at(end, Kind.SERVICE_END, () -> finish(agent, hand));
    }

    private double speed(Agent agent, Hand hand) {
        int group = agent.group.number;
        double ofGroup = hand.ofGroup;
        double alone = hand.chat ? ofGroup * program.groups().chats().speed(group, (int) agent.inHand().count()) : ofGroup;
        return alone * dependence.speed(hand.person);
    }

    /** An event is over: what applications have to do with it now goes on at another speed, agent by agent, first places before others. */
    void adapt() {
        Set<Person> pieces = new HashSet<>();
        for (Agent agent : desks.agents) {
            if (agent.piece != null) {
                deferredWork.adapt(agent, pieces);
            } else {
                adapt(agent, 0);
            }
        }
        for (Agent agent : desks.agents) {
            for (int place = 1; place < agent.hands.length; place++) {
                adapt(agent, place);
            }
        }
    }

    private void adapt(Agent agent, int place) {
        Hand hand = agent.hands[place];
        if (hand != null && hand.left(model.now()) > 0) {
            goOn(agent, hand);
        }
    }

    private void countChats(Agent agent) {
        int more = agent.chats() - agent.chatsCounted;
        if (more != 0 && agent.group.hasChats) {
            String group = "group " + agent.group.number;
            journal.change(model.now(), group + " chats in hand", more);
            journal.change(model.now(), group + " chatting", Integer.compare(agent.chats(), 0) - Integer.compare(agent.chatsCounted, 0));
        }
        agent.chatsCounted = agent.chats();
    }

    private void finish(Agent agent, Hand hand) {
        if (!hand.talking) {
            model.write("wrap_ended", hand.person, agent);
            outcomes.worked(agent, hand, "wrap", model.now());
            putDown(agent, hand);
            return;
        }
        endTalk(agent, hand);
        if (hand.person.told) {
            hand.person.told = false;
            remove(agent, hand);
            model.comesAgain(agent, hand.person, hand.startTick - hand.person.arrivalTick, draws.untilNextAttempt(hand.person, program.needs().after()[hand.person.toldRow]));
            return;
        }
        if (draws.hasAfterCall(hand.person)) {
            hand.talking = false;
            hand.begin(draws.afterCall(hand.person), model.now(), model.speed(agent, hand.person));
            settle(agent);
        } else {
            putDown(agent, hand);
        }
    }

    private void endTalk(Agent agent, Hand hand) {
        model.write("talk_ended", hand.person, agent);
        outcomes.worked(agent, hand, "talk", model.now());
        model.takeLine(hand.person, -1);
        model.cancel(hand.leaving);
    }

    /** The person has had enough of the chat. There is nothing to write up. */
    private void leaveChat(Agent agent, Hand hand) {
        hand.leaving = null;
        endTalk(agent, hand);
        model.write("left_in_chat", hand.person, agent);
        journal.count(hand.person, "left_in_chat", 1);
        model.cancel(hand.end);
        hand.person.told = false;
        putDown(agent, hand);
    }

    private void putDown(Agent agent, Hand hand) {
        remove(agent, hand);
        model.served(agent, hand.person);
    }

    private void remove(Agent agent, Hand hand) {
        for (int place = 0; place < agent.hands.length; place++) {
            if (agent.hands[place] == hand) {
                agent.hands[place] = null;
            }
        }
    }

    /** What the agent does from now on. */
    void become(Agent agent, Agent.Status status) {
        changeStatus(agent, -1);
        agent.status = status;
        changeStatus(agent, 1);
    }

    private void changeStatus(Agent agent, int by) {
        switch (agent.status) {
            case TALKING -> journal.change(model.now(), "group " + agent.group.number + " talking", by);
            case WRAPPING -> journal.change(model.now(), "group " + agent.group.number + " wrapping", by);
            case WORKING, DIALLING -> journal.change(model.now(), "group " + agent.group.number + " working", by);
            default -> {}
        }
    }
}
