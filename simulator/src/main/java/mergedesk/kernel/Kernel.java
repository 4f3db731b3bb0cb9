package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Streams;
import mergedesk.units.Ticks;

/**
 * The event loop: runs one Program with one State and speaks to one Recorder.
 *
 * <p>A run is a pure function of (Program, seed, replication). Two sources feed the loop: first attempts, laid out by {@link Demand} in order
 * of time, and the {@link EventQueue} with everything else. Equal ticks are ordered by {@link Events}. Desks that have nothing to do with each other
 * are run one after another, see {@link Islands}. An instance is used again for
 * any number of runs, by one thread at a time; after the first runs the loop allocates nothing.
 */
public final class Kernel {
    private static final long FIRST_KEY_AFTER_ARRIVALS = EventQueue.firstKey(Events.RETURN);

    private final State s;
    private final Recorder recorder;
    private final Islands islands;
    private final EventQueue events;
    private final Demand demand;
    private final Intervals intervals;
    private final Door door;
    private final Waiting waiting;
    private final Hands hands;
    private final Deferral deferral;
    private final Service service;
    private final Dispatch dispatch;
    private final Workforce workforce;
    private final Dialler dialler;
    private final Pace pace;
    private final Coupling coupling;
    private final Incidents incidents;
    private final Estate estate;
    private final Transition transition;
    private final Epoch epoch;
    private int island; // whose turn it is, until blockEndTick; NONE when all have come equally far
    private long blockEndTick;
    private long blockStartTick;

    /** A kernel for {@code program} that reports to the recorder that {@code recorders} makes for its state. */
    public Kernel(Program program, Recorder.Source recorders) {
        s = new State(program);
        recorder = recorders.of(s);
        s.agents.reportTo(recorder);
        events = s.events;
        islands = recorder.inOrder() ? Islands.one(program) : Islands.of(program, s.epoch);
        if (islands.count() > 1) {
            events.divide(islands.common() + 1);
        }
        Lengths lengths = new Lengths(program.lengths());
        Retries retries = new Retries(s, recorder, lengths);
        waiting = new Waiting(s, islands, recorder, lengths, retries);
        demand = new Demand(s, islands, lengths);
        intervals = new Intervals(s, recorder, demand, waiting);
        pace = new Pace(s, recorder);
        Told told = new Told(s, recorder, lengths, pace);
        hands = new Hands(s, recorder, lengths, pace);
        deferral = new Deferral(s, recorder, lengths, waiting, pace);
        service = new Service(s, recorder, lengths, pace, told, hands, deferral);
        Held held = new Held(s, recorder, deferral, pace);
        dispatch = new Dispatch(s, waiting, service, hands, deferral, held);
        SelfService selfService = new SelfService(s, recorder, demand, lengths);
        door = new Door(s, recorder, dispatch, retries, demand, selfService);
        incidents = new Incidents(s, recorder, lengths);
        workforce = new Workforce(s, islands, recorder, waiting, dispatch, hands);
        coupling = new Coupling(s, pace, told, selfService, incidents, held, deferral, dispatch, waiting, workforce);
        dialler = new Dialler(s, recorder, lengths, dispatch);
        estate = new Estate(s, recorder, lengths, coupling);
        transition = new Transition(s, recorder, waiting, dispatch, workforce, estate);
        epoch = s.epoch;
    }

    /** Goes to tick 0 of a run. */
    public void reset(long seed, long replication) {
        s.reset();
        enter(islands.common());
        island = State.NONE;
        blockEndTick = 0;
        recorder.starts(replication);
        long runKey = Streams.runKey(seed, replication);
        demand.reset(runKey);
        waiting.reset();
        deferral.reset();
        hands.reset();
        coupling.reset(runKey);
        intervals.reset();
        dispatch.carryOver(runKey);
        dialler.reset(runKey);
        estate.reset(runKey);
        workforce.reset();
        transition.reset();
    }

    /** Executes every event with tick strictly before {@code endTick}; then now() == endTick. NEVER runs to the end of the scenario. */
    public void runUntil(long endTick) {
        runUntil(endTick, Long.MAX_VALUE);
    }

    /**
     * The same, but pauses after {@code mostEvents}, or with several islands some more: false when it did. Called again it goes on, and no bit of the run is different. Some islands may have come further
     * than others by then, but none beyond {@code endTick}.
     */
    public boolean runUntil(long endTick, long mostEvents) {
        long come = island == State.NONE ? s.now : blockEndTick;
        if (endTick < come) {
            throw new IllegalStateException("the run is at tick " + come + " already, not before " + endTick);
        }
        long left = events.isOne() ? run(endTick, mostEvents) : runIslands(endTick, mostEvents);
        return left > 0 && endAt(endTick);
    }

    /** As {@link #run}, one island after the other up to each moment that all have in common, then what happens there. */
    private long runIslands(long endTick, long mostEvents) {
        long left = mostEvents;
        while (left > 0 && !events.isOne()) {
            if (island == State.NONE) {
                blockStartTick = blockEndTick;
                blockEndTick = Math.min(endTick, events.headTick(islands.common()));
                island = 0;
            }
            for (; island < islands.count(); island++) {
                enter(island);
                s.now = Math.min(s.now, blockStartTick);
                left = run(blockEndTick, left);
                if (left == 0) {
                    return 0;
                }
            }
            island = State.NONE;
            enter(islands.common());
            if (blockEndTick >= endTick) {
                return left;
            }
            if (events.headTick() == blockEndTick) {
                left = Math.max(0, left - (Long.MAX_VALUE - run(blockEndTick + 1, Long.MAX_VALUE)));
                join();
            }
        }
        return left > 0 ? run(endTick, left) : 0;
    }

    /** In a run that drains what is left after the end happens in order, as it asks whether anybody is left anywhere. */
    private void join() {
        if (!s.program.horizon().cut() && s.now >= s.program.horizon().endTick()) {
            events.join();
        }
    }

    /** From now on events and arrivals are those of an island, or what all have in common. */
    private void enter(int part) {
        events.enter(part);
        demand.enter(part);
        s.code = Events.INTERVAL; // no event is in progress
    }

    /** The event loop: executes every event, of the island in turn, with tick strictly before {@code endTick}, but pauses after {@code mostEvents}. How many of these are left: 0 when it paused. */
    private long run(long endTick, long mostEvents) {
        Arrivals arrivals = demand.arrivals();
        for (long left = mostEvents; left > 0; left--) {
            long queueTick = events.headTick();
            long arrivalTick = arrivals.headTick();
            if (arrivalTick < queueTick || (arrivalTick == queueTick && events.headKey() >= FIRST_KEY_AFTER_ARRIVALS)) {
                if (arrivalTick >= endTick) {
                    return left;
                }
                assert arrivalTick >= s.now : arrivalTick;
                s.now = arrivalTick;
                s.code = Events.ARRIVAL;
                door.arriveFirst(demand.take(arrivals));
                if (epoch.needs) {
                    pace.settle();
                }
                continue;
            }
            if (queueTick >= endTick) {
                return left;
            }
            assert queueTick >= s.now : queueTick;
            s.now = queueTick;
            long key = events.headKey();
            int subject = EventQueue.subject(key);
            s.code = EventQueue.code(key);
            s.subject = subject;
            events.removeHead();
            assert isWhereItBelongs() : Events.meaning(s.code);
            switch (s.code) {
                case Events.INTERVAL -> intervals.next();
                case Events.PLAN -> transition.step();
                case Events.TIMETABLE -> {
                    workforce.nextStep();
                    estate.lookAtDoors();
                }
                case Events.REASSIGN -> transition.reassign();
                case Events.BREAK_END -> workforce.endBreak(subject);
                case Events.SERVICE_END -> workforce.freed(service.finish(subject, key));
                case Events.CHAT_LEFT -> workforce.freed(service.leave(subject, key));
                case Events.RETURN -> door.comeBack(subject);
                case Events.AFTER_SELF_SERVICE -> door.arriveAfterSelfService(subject);
                case Events.TICKET -> dispatch.comeBack(subject);
                case Events.INCIDENT -> door.arriveForOutage(incidents.take(subject, key));
                case Events.REPAIR -> door.receiveRepair(waiting.isOver() ? State.NONE : estate.takeRepair(subject));
                case Events.PATIENCE_END -> waiting.abandon(subject, key);
                case Events.MESSAGE -> door.receiveMessage(waiting.leaveMessage(subject, key));
                case Events.OVERFLOW -> dispatch.overflow(subject, key);
                case Events.OFFER -> dispatch.offer();
                case Events.OUTBOUND -> workforce.freed(dialler.advance(subject));
                case Events.DIAL -> dialler.dial();
                case Events.REPAIRED -> estate.repaired(subject);
                case Events.SWITCHED -> estate.switched(subject, key);
                case Events.WINDOW_BEGINS -> estate.goOff(subject);
                case Events.WINDOW_ENDS -> estate.comeOn(subject);
                case Events.FAILURE -> estate.fail(subject, key);
                default -> throw new IllegalStateException("event code " + s.code);
            }
            if (epoch.looksAfterEvents) {
                lookAfterEvent();
            }
        }
        return 0;
    }

    /** Whether the event in progress is one of an island, or one that all have in common. */
    private boolean isWhereItBelongs() {
        return events.isOne() || events.part() == islands.common() == (s.code == Events.INTERVAL || s.code == Events.TIMETABLE);
    }

    /** What may follow when all of an event has happened, where people stand in single files, agents dial or applications slow work. */
    private void lookAfterEvent() {
        if (epoch.singleFiles) {
            dispatch.moveUp();
            workforce.letGo();
        }
        if (epoch.campaigns) {
            dialler.wake();
        }
        if (epoch.needs) {
            pace.settle();
        }
    }

    private boolean endAt(long endTick) {
        if (endTick < Ticks.NEVER) {
            s.now = endTick;
        } else {
            waiting.settle(true);
            assert s.waitingAndServed() <= s.contacts.inUse();
        }
        return true;
    }

    /** People who are waiting, being served or away between two attempts. */
    public int peopleInSystem() {
        return s.people();
    }

    /** The tick up to which the run, or after a pause the island in turn, has come. */
    public long now() {
        return s.now;
    }

    /** The event in progress: its code in {@link Events}. */
    public int eventCode() {
        return s.code;
    }

    /** Group of the agent whom the event in progress is about, or NONE. */
    public int eventGroup() {
        return switch (s.code) {
            case Events.SERVICE_END, Events.CHAT_LEFT -> s.agents.group(s.works.agent(s.subject));
            case Events.BREAK_END -> s.agents.group(s.subject);
            default -> State.NONE;
        };
    }

    /** Flow of the contact whom the event in progress is about, or NONE. */
    public int eventFlow() {
        return switch (s.code) {
            case Events.RETURN, Events.AFTER_SELF_SERVICE, Events.TICKET, Events.OUTBOUND, Events.PATIENCE_END, Events.OVERFLOW, Events.MESSAGE -> s.contacts.flow(s.subject);
            case Events.ARRIVAL -> demand.lastFlow();
            default -> State.NONE;
        };
    }
}
