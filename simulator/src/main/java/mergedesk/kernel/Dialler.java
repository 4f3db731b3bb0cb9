package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Campaigns;
import mergedesk.program.Program;
import mergedesk.random.Streams;

/**
 * Calls that idle agents make: who is dialled, for whom, and what becomes of it.
 *
 * <p>When everything else of a tick has happened, campaigns look for idle agents, in their own order: so whoever calls in goes first. In the modes in which an agent is held, a dial takes
 * the agent out of reach until it is over; a person who answers is talked to at once; as many idle agents as predictive dials are under way for them are not held. Predictive dials belong to nobody: as many are under way as idle agents, less the reserve,
 * times {@code overdial}, rounded down, those of all campaigns in which some of these agents take part counted; who answers gets the agent who has been idle longest or, when others have taken
 * all of them but the reserve meanwhile, nobody: a mismatch.
 *
 * <p>People are dialled in the order of the list, those who did not answer again behind all others. A person hangs on the number in the list alone, and each dial on its attempt, so that two
 * staffings dial the same people with the same luck.
 */
final class Dialler {
    private static final int LIST_DAY = 0; // lists know no days
    // How far a call is.
    private static final int IN_VAIN = 0;
    private static final int ANSWERED = 1;
    private static final int TALK = 2;
    private static final int WRAP_UP = 3;

    private final State s;
    private final Contacts contacts;
    private final Agents agents;
    private final EventQueue events;
    private final Epoch epoch;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Dispatch dispatch;
    private final Campaigns campaigns;
    private final Program.Horizon horizon;
    private final int[][] groups; // by campaign, those whose agents take part
    private final int[][] rivals; // by campaign, those with some of the same groups, itself among them

    private final long[] listKey;
    private final int[] dialled; // people of the list who have been dialled for the first time
    private final int[] underWay; // predictive dials
    private final Again[] again;
    private boolean looks; // the look of this tick is to come
    private long timesIdle; // how often anybody had become idle when campaigns looked last

    /** Who is to be dialled again, in order: a ring of people and attempts. */
    private static final class Again {
        private long[] ring = new long[16];
        private int first;
        private int size;

        void add(int ordinal, int attempt) {
            if (size == ring.length) {
                long[] larger = new long[2 * size];
                for (int i = 0; i < size; i++) {
                    larger[i] = ring[first + i & size - 1];
                }
                ring = larger;
                first = 0;
            }
            ring[first + size++ & ring.length - 1] = (long) attempt << 32 | ordinal;
        }

        long take() {
            long taken = ring[first];
            first = first + 1 & ring.length - 1;
            size--;
            return taken;
        }
    }

    Dialler(State state, Recorder recorder, Lengths lengths, Dispatch dispatch) {
        s = state;
        contacts = state.contacts;
        agents = state.agents;
        events = state.events;
        epoch = state.epoch;
        this.recorder = recorder;
        this.lengths = lengths;
        this.dispatch = dispatch;
        campaigns = state.program.campaigns();
        horizon = state.program.horizon();
        int count = campaigns.count();
        groups = new int[count][];
        for (int c = 0; c < count; c++) {
            groups[c] = s.program.routing().groupsOf(campaigns.firstFlow() + c);
        }
        rivals = new int[count][];
        Arrays.setAll(rivals, this::rivalsOf);
        listKey = new long[count];
        dialled = new int[count];
        underWay = new int[count];
        again = new Again[count];
        Arrays.setAll(again, c -> new Again());
    }

    /** Campaigns in which some of the groups of this one take part. */
    private int[] rivalsOf(int c) {
        int[] all = new int[groups.length];
        int found = 0;
        for (int d = 0; d < groups.length; d++) {
            boolean any = false;
            for (int group : groups[d]) {
                any |= isAmong(group, groups[c]);
            }
            if (any) {
                all[found++] = d;
            }
        }
        return Arrays.copyOf(all, found);
    }

    private static boolean isAmong(int group, int[] some) {
        for (int one : some) {
            if (one == group) {
                return true;
            }
        }
        return false;
    }

    void reset(long runKey) {
        for (int c = 0; c < campaigns.count(); c++) {
            listKey[c] = Streams.undatedKey(runKey, Streams.CONTACT, s.program.demand().flowKey()[campaigns.firstFlow() + c]);
            dialled[c] = 0;
            underWay[c] = 0;
            again[c].first = 0;
            again[c].size = 0;
        }
        looks = false;
    }

    /** Something has happened: if it may have left agents to whom a campaign could give a call, it looks for them at the end of the tick. */
    void wake() {
        if (looks || (!s.campaignsLook && timesIdle == agents.timesIdle())) {
            return;
        }
        s.campaignsLook = false;
        timesIdle = agents.timesIdle();
        for (int c = 0; !looks && c < campaigns.count(); c++) {
            looks = wants(c);
        }
        if (looks) {
            events.schedule(s.now, Events.DIAL, 0);
        }
    }

    /** Everything else of the tick has happened: campaigns dial. */
    void dial() {
        looks = false;
        for (int c = 0; c < campaigns.count(); c++) {
            while (wants(c)) {
                dial(c, campaigns.mode()[c] == Campaigns.HELD ? dispatch.idleAgentForCampaign(campaigns.firstFlow() + c) : State.NONE);
            }
        }
    }

    /** Whether the campaign makes another dial now. */
    private boolean wants(int c) {
        if (!s.campaignOpen[c] || (dialled[c] >= campaigns.list()[c] && again[c].size == 0) || (!horizon.cut() && s.now >= horizon.endTick())) {
            return false;
        }
        int dials = 0;
        for (int rival : rivals[c]) {
            dials += underWay[rival];
        }
        return campaigns.dialsMore(c, idle(c), dials);
    }

    /** Idle agents who take part, but for those who stay for people in the file of a closed desk. */
    private int idle(int c) {
        int idle = 0;
        for (int group : groups[c]) {
            idle += s.files.keeps(group) ? 0 : agents.inStatus(group, Agents.IDLE);
        }
        return idle;
    }

    private int agentBesideReserve(int c) {
        return idle(c) > campaigns.reserve()[c] ? dispatch.idleAgentForCampaign(campaigns.firstFlow() + c) : State.NONE;
    }

    private void dial(int c, int agent) {
        long who = dialled[c] < campaigns.list()[c] ? dialled[c]++ : again[c].take();
        int ordinal = (int) who;
        int attempt = (int) (who >>> 32);
        int flow = campaigns.firstFlow() + c;
        long key = Streams.ordinalKey(listKey[c], ordinal);
        long wallTicks = s.now + s.wallOffsetTicks;
        long workTicks = lengths.draw(epoch.work(flow, wallTicks), Streams.bits(key, Streams.WORK));
        int contact = contacts.take(flow, LIST_DAY, ordinal, key, workTicks, s.countedInterval);
        for (int i = 0; i < attempt; i++) {
            contacts.countAttempt(contact);
        }
        contacts.arrive(contact, s.now, s.countedInterval);
        boolean answers = Streams.uniform(Streams.bits(key, Streams.PICKED_UP, attempt)) < campaigns.answered(c, wallTicks);
        recorder.happened(Happening.DIALLED, contact, agent, 0);
        if (agent == State.NONE) {
            underWay[c]++;
        } else {
            agents.become(agent, Agents.DIALLING, s.now);
        }
        long ticks = lengths.draw(campaigns.dialling()[c], Streams.bits(key, Streams.DIALLING, attempt));
        if (campaigns.review()[c] >= 0) {
            ticks += lengths.draw(campaigns.review()[c], Streams.bits(key, Streams.REVIEW, attempt));
        }
        goOn(contact, answers ? ANSWERED : IN_VAIN, agent, ticks);
    }

    private void goOn(int contact, int stage, int agent, long ticks) {
        contacts.setOutbound(contact, stage, agent, s.now);
        events.schedule(s.now + ticks, Events.OUTBOUND, contact);
    }

    /** What the call was at is over: dial, talk or after-call work. The agent who is free now, or NONE. */
    int advance(int contact) {
        int agent = contacts.outboundAgent(contact);
        return switch (contacts.outboundStage(contact)) {
            case IN_VAIN, ANSWERED -> endDial(contact, agent);
            case TALK -> endTalk(contact, agent);
            default -> end(contact, agent, Happening.OUTBOUND_WRAP_ENDED);
        };
    }

    private int endDial(int contact, int held) {
        int c = contacts.flow(contact) - campaigns.firstFlow();
        s.campaignsLook = true;
        underWay[c] -= held == State.NONE ? 1 : 0;
        if (contacts.outboundStage(contact) == IN_VAIN) {
            if (contacts.attempt(contact) + 1 < campaigns.attempts()[c]) {
                again[c].add(contacts.ordinal(contact), contacts.attempt(contact) + 1);
            }
            return end(contact, held, Happening.NOT_REACHED);
        }
        int agent = held != State.NONE ? held : agentBesideReserve(c);
        if (agent == State.NONE) {
            return end(contact, State.NONE, Happening.MISMATCHED);
        }
        recorder.happened(Happening.CONNECTED, contact, agent, s.now - contacts.outboundSinceTick(contact));
        work(contact, agent, Agents.TALKING, TALK, contacts.workTicks(contact));
        return State.NONE;
    }

    private int endTalk(int contact, int agent) {
        int afterCall = epoch.afterCall[contacts.flow(contact)];
        if (afterCall < 0) {
            return end(contact, agent, Happening.OUTBOUND_TALK_ENDED);
        }
        recorder.happened(Happening.OUTBOUND_TALK_ENDED, contact, agent, s.now - contacts.outboundSinceTick(contact));
        work(contact, agent, Agents.WRAPPING, WRAP_UP, lengths.draw(afterCall, Streams.bits(contacts.key(contact), Streams.AFTER_CALL)));
        return State.NONE;
    }

    private void work(int contact, int agent, int status, int stage, long workTicks) {
        agents.become(agent, status, s.now);
        double speed = epoch.sameSpeed ? 1 : epoch.speed(agents.group(agent), contacts.flow(contact));
        goOn(contact, stage, agent, speed == 1 ? workTicks : (long) Math.ceil(workTicks / speed));
    }

    private int end(int contact, int agent, int what) {
        recorder.happened(what, contact, agent, s.now - contacts.outboundSinceTick(contact));
        contacts.giveBack(contact);
        return agent;
    }
}
