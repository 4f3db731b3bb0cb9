package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Program;
import mergedesk.random.Streams;

/**
 * What of the estate is up: components that fail and are repaired, and the applications that they take down.
 *
 * <p>A component is up while it is not broken and all that it needs is up; only then, as a rule, does its clock of failure run. An event changes one component; what follows from that is
 * worked out once, in an order in which everything comes behind what it needs, and only then are applications told to be up or down, so that nobody sees half of an event. The n-th
 * time to failure and repair of a component hang on its key and n alone: no draw moves when desks, crews or other components change.
 *
 * <p>Where nothing fails there is no event, and this costs nothing.
 */
final class Estate {
    private static final int SIDES = mergedesk.program.Estate.SIDES;

    private final State s;
    private final EventQueue events;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Coupling coupling;
    private final Repairs repairs;
    private final long lastTick;
    private final int[] applicationOf; // by component; NONE for what is no software
    private final Failovers failovers;

    // What holds now, see program.Estate.
    private mergedesk.program.Estate estate;
    private final int[] place; // of each component in the order
    private int[][] hosts; // by side

    private long runKey;
    private final boolean[] broken;
    private final boolean[] off; // for maintenance
    private final int[] missing; // needs that are down, by component, and maintenance
    private final boolean[] up; // of software: the application
    private final int[] failures; // that have been drawn, by component
    private final int[] lifeOf; // in progress: of which distribution, also while it cannot fail; NONE before the first, and where the last ended while it could not
    private final boolean[] runs; // the clock of failure
    private final long[] failureTick; // where it does
    private final long[] leftTicks; // where it stands
    private final long[] failureKey; // of the pending event
    private final int[] nextWindow; // row, by component
    private final int[] held; // failovers during which its clock stands, by component
    private final int[] repairWaitsFor; // failovers, by component
    private final int[] heldRepair; // component of which the repair waits, by application
    private final int[] heldSide; // that is to serve, by application
    private final boolean[] wasFailingOver; // by application
    private int broke; // the component of the failure in progress
    private final boolean[] dirty; // to be worked out
    private int dirtyCount;
    private final int[] changed; // applications that this event took down or brought back
    private int changedCount;

    Estate(State state, Recorder recorder, Lengths lengths, Coupling coupling) {
        s = state;
        events = state.events;
        this.recorder = recorder;
        this.lengths = lengths;
        this.coupling = coupling;
        Program program = state.program;
        estate = program.estate();
        repairs = state.repairs;
        lastTick = program.calendar().dayStartTick()[program.calendar().dayCount()];
        int components = estate.components();
        place = new int[components];
        applicationOf = new int[components];
        Arrays.fill(applicationOf, State.NONE);
        for (int application = 0; application < estate.applications().count(); application++) {
            applicationOf[estate.applications().software()[application]] = application;
        }
        failovers = new Failovers(state, lengths);
        broken = new boolean[components];
        off = new boolean[components];
        missing = new int[components];
        up = new boolean[components];
        failures = new int[components];
        lifeOf = new int[components];
        runs = new boolean[components];
        failureTick = new long[components];
        leftTicks = new long[components];
        failureKey = new long[components];
        nextWindow = new int[components];
        held = new int[components];
        repairWaitsFor = new int[components];
        heldRepair = new int[estate.applications().count()];
        heldSide = new int[heldRepair.length];
        wasFailingOver = new boolean[heldRepair.length];
        dirty = new boolean[components];
        changed = new int[estate.applications().count()];
        lookUp();
    }

    private void lookUp() {
        for (int i = 0; i < place.length; i++) {
            place[estate.order()[i]] = i;
        }
        hosts = hostsOfSides(estate);
    }

    private static int[][] hostsOfSides(mergedesk.program.Estate estate) {
        int[][] of = new int[estate.applications().needed().length][0];
        for (int component = 0; component < estate.components(); component++) {
            for (int i = estate.sidesOf().offset()[component]; i < estate.sidesOf().offset()[component + 1]; i++) {
                int side = estate.sidesOf().of()[i];
                of[side] = Arrays.copyOf(of[side], of[side].length + 1);
                of[side][of[side].length - 1] = component;
            }
        }
        return of;
    }

    /** Everything is up, and every clock begins. */
    void reset(long newRunKey) {
        runKey = newRunKey;
        if (estate != s.program.estate()) {
            estate = s.program.estate();
            lookUp();
        }
        Arrays.fill(broken, false);
        Arrays.fill(off, false);
        Arrays.fill(missing, 0);
        Arrays.fill(up, true);
        Arrays.fill(failures, 0);
        Arrays.fill(lifeOf, mergedesk.program.Estate.NONE);
        Arrays.fill(runs, false);
        failovers.reset(newRunKey);
        Arrays.fill(held, 0);
        Arrays.fill(repairWaitsFor, 0);
        Arrays.fill(wasFailingOver, false);
        broke = State.NONE;
        for (int component = 0; component < up.length; component++) {
            nextWindow[component] = estate.windows().offset()[component];
            planWindow(component);
            if (mayFail(component)) {
                beginLife(component);
                startClock(component);
            }
        }
    }

    /** From now on this estate holds, of the same components and applications. An application of which the hosts or the standby are others serves from its hosts, if it can; who fails at another rate has used up as much of its life as before. What goes off at this very tick is off already. */
    void begin(mergedesk.program.Estate next) {
        if (next == estate) {
            return;
        }
        int[][] hostsThen = hostsOfSides(next);
        for (int application = 0; application < heldSide.length; application++) {
            boolean moves = !Arrays.equals(hosts[SIDES * application], hostsThen[SIDES * application]) || !Arrays.equals(hosts[SIDES * application + 1], hostsThen[SIDES * application + 1]);
            if (moves && failovers.settle(application)) {
                wasFailingOver[application] = false;
                free(application);
            } else if (wasFailingOver[application]) {
                holdStandby(application, -1); // by the rule of then, not by that of before
            }
        }
        int[] every = estate.every();
        estate = next;
        lookUp();
        failovers.begin(next);
        for (int component = 0; component < up.length; component++) {
            if (isDueOff(component)) {
                leaveFor(component);
            }
            missing[component] = off[component] ? 1 : 0;
            changeRate(component, every[component]);
            mark(component);
        }
        for (int application = 0; application < heldSide.length; application++) {
            if (wasFailingOver[application]) {
                holdStandby(application, 1);
            }
        }
        for (int component = 0; component < up.length; component++) {
            if (up[component]) {
                tellSides(component, 1);
            } else {
                tellDependants(component, -1);
            }
        }
        workOutFrom(0);
        tell();
    }

    private void changeRate(int component, int before) {
        int now = estate.every()[component];
        if (now == before || broken[component]) {
            return;
        }
        if (runs[component]) {
            stopClock(component);
        }
        if (now == mergedesk.program.Estate.NONE) {
            return;
        }
        int last = lifeOf[component];
        if (last == mergedesk.program.Estate.NONE) {
            beginLife(component);
        } else if (last != now) {
            long bits = bits(Streams.FAILURE, component, failures[component]);
            leftTicks[component] = Math.round(leftTicks[component] * (lengths.draw(now, bits) / (double) Math.max(1, lengths.draw(last, bits))));
            lifeOf[component] = now;
        }
    }

    /** Whether the application is up. */
    boolean isUp(int application) {
        return up[estate.applications().software()[application]];
    }

    /** A component breaks, unless its clock stands since the event was planned. */
    void fail(int component, long key) {
        if (failureKey[component] != key) {
            return;
        }
        runs[component] = false;
        failureKey[component] = State.NONE;
        broken[component] = true;
        broke = component;
        workOut(component);
        broke = State.NONE;
        if (repairWaitsFor[component] == 0) {
            waitForCrew(component);
        }
        tell();
    }

    private void waitForCrew(int component) {
        if (repairs.flow(component) != State.NONE) {
            events.schedule(s.now, Events.REPAIR, component);
        } else if (repairs.begins(component)) {
            beginRepair(component);
        }
    }

    /** The repair comes to the desk whose agents do it: a contact that has not been at any door yet. It takes as long as it would with a crew. */
    int takeRepair(int component) {
        long key = bits(Streams.REPAIR, component, failures[component]);
        return s.contacts.take(repairs.flow(component), repairs.day(component), failures[component], key, repairTicks(component), s.countedInterval);
    }

    /** A repair is done. */
    void repaired(int component) {
        broken[component] = false;
        lifeOf[component] = mergedesk.program.Estate.NONE;
        if (mayFail(component)) {
            beginLife(component);
        }
        workOut(component);
        int waiting = repairs.afterRepairOf(component);
        if (waiting != State.NONE) {
            beginRepair(waiting);
        }
        tell();
    }

    /** A window of maintenance begins, unless it did with a step of the plan. */
    void goOff(int component) {
        if (!off[component]) {
            leaveFor(component);
            missing[component]++;
            workOut(component);
            tell();
        }
    }

    private boolean isDueOff(int component) {
        int next = nextWindow[component];
        return !off[component] && next < estate.windows().offset()[component + 1] && estate.windows().startTick()[next] == s.now;
    }

    private void leaveFor(int component) {
        off[component] = true;
        events.schedule(estate.windows().endTick()[nextWindow[component]++], Events.WINDOW_ENDS, component);
    }

    /** It ends. */
    void comeOn(int component) {
        planWindow(component);
        off[component] = false;
        missing[component]--; // maintenance is one more thing without which it is down
        workOut(component);
        tell();
    }

    private void planWindow(int component) {
        int next = nextWindow[component];
        if (next < estate.windows().offset()[component + 1]) {
            events.schedule(estate.windows().startTick()[next], Events.WINDOW_BEGINS, component);
        }
    }

    /** The other side of an application serves, unless that was given up. */
    void switched(int application, long key) {
        if (failovers.isOver(application, key)) {
            workOut(estate.applications().software()[application]);
            tell();
        }
    }

    /** Doors may have turned: applications go back that waited for desks to close. */
    void lookAtDoors() {
        for (int application = failovers.mayGoBack(0); application != State.NONE; application = failovers.mayGoBack(application + 1)) {
            workOut(estate.applications().software()[application]);
            tell();
        }
    }

    private void beginRepair(int component) {
        events.schedule(s.now + repairTicks(component), Events.REPAIRED, component);
    }

    private long repairTicks(int component) {
        return lengths.draw(estate.repair()[component], bits(Streams.REPAIR, component, failures[component]));
    }

    private void beginLife(int component) {
        failures[component]++;
        lifeOf[component] = estate.every()[component];
        leftTicks[component] = lengths.draw(estate.every()[component], bits(Streams.FAILURE, component, failures[component]));
    }

    private long bits(long purpose, int component, int ordinal) {
        return Streams.ordinalKey(Streams.undatedKey(runKey, purpose, estate.key()[component]), ordinal);
    }

    /** Nothing fails after the last day of the calendar, so that every run ends. */
    private void startClock(int component) {
        runs[component] = true;
        failureTick[component] = s.now + leftTicks[component];
        failureKey[component] = failureTick[component] < lastTick ? events.schedule(failureTick[component], Events.FAILURE, component) : State.NONE;
    }

    private void stopClock(int component) {
        runs[component] = false;
        failureKey[component] = State.NONE;
        leftTicks[component] = failureTick[component] - s.now;
    }

    /** What follows from a change of this component. */
    private void workOut(int component) {
        mark(component);
        workOutFrom(place[component]);
    }

    private void workOutFrom(int first) {
        for (int i = first; dirtyCount > 0; i++) {
            int next = estate.order()[i];
            if (dirty[next]) {
                dirty[next] = false;
                dirtyCount--;
                settle(next);
            }
        }
    }

    /** Who has gone down or come back, when all of an event has been worked out. */
    private void tell() {
        boolean wentDown = false;
        boolean cameUp = false;
        for (int i = 0; i < changedCount; i++) {
            boolean isUp = isUp(changed[i]);
            recorder.application(changed[i], isUp);
            coupling.turn(changed[i], isUp);
            wentDown |= !isUp;
            cameUp |= isUp;
        }
        if (changedCount > 0) {
            changedCount = 0;
            coupling.follow(wentDown, cameUp);
        }
    }

    private void mark(int component) {
        if (!dirty[component]) {
            dirty[component] = true;
            dirtyCount++;
        }
    }

    private void settle(int component) {
        int application = applicationOf[component];
        boolean isOn = (application == State.NONE || isServed(application)) && missing[component] == 0;
        lookAtClock(component, isOn);
        boolean isUp = isOn && !broken[component];
        if (isUp != up[component]) {
            up[component] = isUp;
            tellDependants(component, isUp ? 1 : -1);
            tellSides(component, isUp ? 1 : -1);
            if (application != State.NONE) {
                changed[changedCount++] = application;
            }
        }
    }

    private void lookAtClock(int component, boolean isOn) {
        boolean mayRun = mayFail(component) && !broken[component] && held[component] == 0 && (isOn || estate.clockAlways()[component]);
        if (mayRun && !runs[component]) {
            startClock(component);
        } else if (!mayRun && runs[component]) {
            stopClock(component);
        }
    }

    private boolean mayFail(int component) {
        return estate.every()[component] != mergedesk.program.Estate.NONE;
    }

    private void tellDependants(int component, int change) {
        int[] offset = estate.neededBy().offset();
        for (int i = offset[component]; i < offset[component + 1]; i++) {
            int dependant = estate.neededBy().of()[i];
            missing[dependant] -= change;
            mark(dependant);
        }
    }

    private void tellSides(int component, int change) {
        int[] sides = estate.sidesOf().offset();
        for (int i = sides[component]; i < sides[component + 1]; i++) {
            int side = estate.sidesOf().of()[i];
            failovers.change(side, change);
            mark(estate.applications().software()[side / SIDES]);
        }
    }

    /** Whether the application has its hosts or its standby, and what a failover that begins or ends holds or frees. */
    private boolean isServed(int application) {
        boolean isServed = failovers.look(application);
        boolean isFailingOver = failovers.isFailingOver(application);
        if (isFailingOver != wasFailingOver[application]) {
            wasFailingOver[application] = isFailingOver;
            if (isFailingOver) {
                hold(application);
            } else {
                free(application);
            }
        }
        return isServed;
    }

    private void hold(int application) {
        heldRepair[application] = estate.failovers().repairWaits()[application] ? broke : State.NONE;
        if (heldRepair[application] != State.NONE) {
            repairWaitsFor[broke]++;
        }
        heldSide[application] = failovers.other(application);
        holdStandby(application, 1);
    }

    private void free(int application) {
        holdStandby(application, -1);
        int component = heldRepair[application];
        if (component != State.NONE && --repairWaitsFor[component] == 0) {
            waitForCrew(component);
        }
    }

    private void holdStandby(int application, int by) {
        if (estate.failovers().standbyHolds()[application]) {
            for (int host : hosts[heldSide[application]]) {
                held[host] += by;
                lookAtClock(host, missing[host] == 0);
            }
        }
    }
}
