package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Program;

/**
 * Every mutable number of one run; {@link #reset()} makes it as new. An entity is an {@code int}: the number of a contact, an agent, a group, a
 * queue or a desk. Nothing here is shared between runs that are in progress.
 */
public final class State {
    /** No contact, no agent, no queue. */
    public static final int NONE = -1;

    /** What is run. */
    public final Program program;
    /** Who is in the system. */
    public final Contacts contacts;
    /** What is known of deferred work beside that. */
    public final Pieces pieces;
    /** What is known of tickets beside that. */
    public final Tickets tickets;
    /** Who serves. */
    public final Agents agents;

    /** What holds now. */
    final Epoch epoch;

    final EventQueue events = new EventQueue();
    final Works works;
    final Crews crews;
    final Repairs repairs;

    /** The tick of the event in progress. */
    public long now;
    /** Code of the event in progress. */
    int code;
    /** Agent or contact of the event in progress, depending on its code; not set by arrivals. */
    int subject;
    /** What the wall clock shows, in ticks since midnight, is {@link #now} plus this: for rules that vary by time of arrival. */
    long wallOffsetTicks;
    /** What contacts that arrive now count for: interval of the week, or a pseudo-interval. */
    int countedInterval;
    /** Civil day at {@link #now}. */
    int day;
    /** Whether idle agents will look at deferred work at this tick. */
    boolean offerToCome;

    final Lines lines;
    final Crowd crowd;
    final SingleFiles files;
    final Blending blending;
    final boolean[] deskOpen;
    final OpenClock openClock;
    /** Whether whoever comes is let in: as long as the desk is open, but not after its last entry. */
    final boolean[] deskLetsIn;
    /** Which self-service is available. */
    final boolean[] portalOpen;
    /** Which campaigns may call. */
    final boolean[] campaignOpen;
    /** Whether anything has happened, beside that somebody became idle, after which a campaign may dial that did not. */
    boolean campaignsLook;
    /** Agents of a group by number who may be present: as many as are scheduled, and those who go after the contact in hand. */
    final int[] groupTarget;

    State(Program program) {
        this.program = program;
        contacts = new Contacts(program.mostQueues());
        pieces = new Pieces(program.agentCount());
        agents = new Agents(program);
        works = new Works(program.groups());
        crews = new Crews(program);
        repairs = new Repairs(program.estate());
        deskOpen = new boolean[program.deskCount()];
        openClock = new OpenClock(program.deskCount());
        deskLetsIn = new boolean[program.deskCount()];
        portalOpen = new boolean[program.portals().portals()];
        campaignOpen = new boolean[program.campaigns().count()];
        epoch = new Epoch(program);
        tickets = new Tickets(program.tickets(), contacts, epoch, program.flowCount(), program.groupCount());
        lines = new Lines(epoch, program.deskCount());
        crowd = new Crowd(epoch, program.deskCount());
        files = new SingleFiles(epoch, contacts, program.deskCount(), program.groupCount());
        blending = new Blending(program.deferred().blends());
        groupTarget = new int[program.groupCount()];
        reset();
    }

    /** The pseudo-interval of contacts that arrive after the end of a run that drains. */
    public int afterEnd() {
        return program.calendar().intervalsPerWeek();
    }

    /** The pseudo-interval of contacts that do not count: those before the warm-up's end or after the end of a run that is cut. */
    public int uncounted() {
        return program.calendar().intervalsPerWeek() + 1;
    }

    /** People in the system: everybody but deferred work, for which nobody waits. */
    int people() {
        return contacts.inUse() - pieces.count();
    }

    /** Ticks since a piece of deferred work came in which its desk was open. */
    public long workingTicks(int contact) {
        return openClock.read(epoch.desk(contacts.flow(contact)), now) - pieces.openTicks(contact);
    }

    /** Whether the desk is closed and still serves those who are in its queue. */
    boolean finishesQueue(int desk) {
        return epoch.atClose[desk] == Program.Desks.SERVE && !deskOpen[desk];
    }

    /** When all else of this tick has happened, idle agents look at deferred work again. */
    void offerDeferredWork() {
        if (!offerToCome) {
            offerToCome = true;
            events.schedule(now, Events.OFFER, 0);
        }
    }

    /** The campaign may call from now on. */
    void openCampaign(int campaign) {
        campaignOpen[campaign] = true;
        campaignsLook = true;
    }

    /** Class of the event in progress, 0 .. 5. */
    public int eventClass() {
        return Events.classOf(code);
    }

    /** People in queues and with agents. Looks at everybody: for assertions. */
    int waitingAndServed() {
        int people = works.inUse() - crews.others();
        for (int queue = 0; queue < epoch.queueDesk.length; queue++) {
            for (int contact = contacts.first(queue); contact != NONE; contact = contacts.next(contact)) {
                people++;
            }
        }
        return people;
    }

    void reset() {
        events.clear();
        epoch.restart(program);
        contacts.clear();
        pieces.clear();
        openClock.clear();
        agents.clear();
        works.clear();
        crews.clear();
        repairs.clear();
        now = 0;
        code = Events.INTERVAL;
        wallOffsetTicks = 0;
        countedInterval = uncounted();
        day = 0;
        offerToCome = false;
        Arrays.fill(deskOpen, false);
        Arrays.fill(deskLetsIn, false);
        Arrays.fill(portalOpen, false);
        Arrays.fill(campaignOpen, false);
        campaignsLook = false;
        lines.clear();
        crowd.clear();
        files.clear();
        blending.reset();
        Arrays.fill(groupTarget, 0);
    }
}
