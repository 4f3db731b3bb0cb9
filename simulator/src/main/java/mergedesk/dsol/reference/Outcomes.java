package mergedesk.dsol.reference;

import mergedesk.program.Program;

/** What the end of waiting, of a service and of trying again counts for: the words of measures.md. */
final class Outcomes {
    private final Program program;
    private final Desks desks;
    private final Journal journal;

    Outcomes(Program program, Desks desks, Journal journal) {
        this.program = program;
        this.desks = desks;
        this.journal = journal;
    }

    /** An agent has taken the contact. */
    void answered(Agent agent, Person person, long waitTicks) {
        long within = within(person);
        journal.count(person, "answered", 1);
        journal.count(person, "answered_within", waitTicks <= within ? 1 : 0);
        journal.count(person, "wait_answered", waitTicks);
        journal.countForGroup(agent, person, "answered", 1);
        journal.countForGroup(agent, person, "answered_within", waitTicks <= within ? 1 : 0);
        journal.countForGroup(agent, person, "wait_answered", waitTicks);
        if (program.names().flowCouncil()[person.flow] == agent.group.employer) {
            journal.count(person, "answered_own", 1);
            journal.countForGroup(agent, person, "answered_own", 1);
        }
        journal.countPerson(person, "answered");
        if (person.lostWaitTicks + waitTicks <= within) {
            journal.countPerson(person, "answered_within");
        }
    }

    /** The contact was answered, after so long, only to be told to come again: what becomes of the person is open. */
    void comesBack(Person person, long waitTicks) {
        journal.count(person, "came_back", 1);
        journal.countPerson(person, "answered", -1);
        person.lostWaitTicks += waitTicks;
        if (person.lostWaitTicks <= within(person)) {
            journal.countPerson(person, "answered_within", -1);
        }
    }

    /** The person behind the contact has hung up, or balked with wait 0. */
    void abandoned(Person person, long waitTicks) {
        journal.count(person, "abandoned", 1);
        journal.count(person, "wait_abandoned", waitTicks);
        journal.count(person, "abandoned_within", waitTicks <= within(person) ? 1 : 0);
        journal.count(person, "abandoned_short", waitTicks < desks.deskOf(person).shortAbandonTicks ? 1 : 0);
        person.lostWaitTicks += waitTicks;
    }

    /** Nobody has served the person, who will not try again: the way in which the last attempt failed, and the waits of all. */
    void gaveUp(Person person, int failure) {
        switch (failure) {
            case Program.Contacts.AFTER_BLOCKED -> journal.countPerson(person, "blocked");
            case Program.Contacts.AFTER_TURNED_AWAY -> journal.countPerson(person, "turned_away");
            case Program.Contacts.AFTER_DISCONNECTED -> journal.countPerson(person, "disconnected");
            default -> {
                journal.countPerson(person, "abandoned");
                if (person.lostWaitTicks <= within(person)) {
                    journal.countPerson(person, "abandoned_within");
                }
                if (person.lostWaitTicks < desks.deskOf(person).shortAbandonTicks) {
                    journal.countPerson(person, "abandoned_short");
                }
            }
        }
    }

    /** The target wait of what the person waits for. */
    private long within(Person person) {
        return program.contacts().answerWithinTicks()[person.flow];
    }

    /** The agent has finished talk or after-call work. */
    void worked(Agent agent, Hand hand, String what, long now) {
        long ticks = now - hand.startTick;
        journal.count(hand.person, what, ticks);
        journal.countForGroup(agent, hand.person, what, ticks);
        journal.lastEvent(now);
    }
}
