package mergedesk.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import mergedesk.kernel.Agents;
import mergedesk.kernel.Happening;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.State;
import mergedesk.program.Program;
import mergedesk.program.Tickets;

/**
 * Keeps its own books of deferred work: how much of each sort is open, how long agents are with it, and, piece by piece, that what has been done at the agents' speed and what is left add
 * up to what there was and was handed over.
 */
final class PieceBooks implements Recorder {
    private static final int NOBODY = -1;

    private final State s;
    private final Program program;
    private final long[] openAtStart; // by flow, when the window begins
    private final long[] openAtEnd; // by flow, when it ends
    private final long[] openAtStartByPriority = new long[Tickets.PRIORITIES];
    private final long[] openAtEndByPriority = new long[Tickets.PRIORITIES];
    private final long[] workingTicks; // by group, in the window
    private final Map<Integer, Stretch> stretches = new HashMap<>(); // by agent
    private final Map<Integer, Piece> pieces = new HashMap<>(); // by slot
    private long finished;
    private long putBack;
    private long handedOver;

    private final int[] dialling; // by group, agents who are held for dials
    private final long[] diallingSince; // by group

    private record Stretch(int contact, long fromTick) {}

    /** A piece that is open; {@code left} is only known while it waits half done, and of those on which several never worked together. */
    private static final class Piece {
        private long left = NOBODY;
        private int lastAgent = NOBODY;
        private boolean shared;
    }

    PieceBooks(State state) {
        s = state;
        program = state.program;
        openAtStart = new long[program.flowCount()];
        openAtEnd = new long[program.flowCount()];
        workingTicks = new long[program.groupCount()];
        dialling = new int[program.groupCount()];
        diallingSince = new long[program.groupCount()];
    }

    long openAtStart(int flow) {
        return openAtStart[flow];
    }

    long openAtEnd(int flow) {
        return openAtEnd[flow];
    }

    /** Of tickets of a priority, 1 to {@link Tickets#PRIORITIES}. */
    long openAtStartOf(int priority) {
        return openAtStartByPriority[priority - 1];
    }

    long openAtEndOf(int priority) {
        return openAtEndByPriority[priority - 1];
    }

    /** Time that agents of the group are with deferred work, or held for dials, as far as it lies in the window. */
    long workingTicks(int group) {
        long ticks = workingTicks[group] + dialling[group] * inWindow(diallingSince[group], Long.MAX_VALUE);
        for (Map.Entry<Integer, Stretch> open : stretches.entrySet()) {
            ticks += s.agents.group(open.getKey()) == group ? inWindow(open.getValue().fromTick, Long.MAX_VALUE) : 0;
        }
        return ticks;
    }

    /** Pieces that were finished, put back and handed over, so that it can be seen that there were any. */
    long[] seen() {
        return new long[] {finished, putBack, handedOver};
    }

    private long inWindow(long from, long to) {
        return Math.max(0, Math.min(to, program.horizon().endTick()) - Math.max(from, program.horizon().warmUpEndTick()));
    }

    @Override
    public void happened(int what, int contact, int agent, long ticks) {
        switch (what) {
            case Happening.RECEIVED, Happening.CARRIED_OVER -> {
                open(contact, 1, what == Happening.CARRIED_OVER);
                Piece piece = new Piece();
                piece.left = s.contacts.workTicks(contact);
                pieces.put(contact, piece);
            }
            case Happening.REOPENED -> {
                open(contact, 1, false);
                pieces.get(contact).left = NOBODY;
                pieces.get(contact).lastAgent = NOBODY;
            }
            case Happening.STARTED, Happening.RESUMED -> begin(contact, agent);
            case Happening.JOINED -> {
                pieces.get(contact).shared = true;
                assertThat(stretches.put(agent, new Stretch(contact, s.now))).as("only free agents join").isNull();
            }
            case Happening.PARKED -> {
                putBack++;
                end(contact, agent, ticks, false);
            }
            case Happening.STEPPED_ASIDE -> close(agent, contact);
            case Happening.HELD -> end(contact, agent, ticks, true);
            case Happening.REASSIGNED -> {
                end(contact, agent, ticks, true);
                pieces.get(contact).lastAgent = NOBODY;
            }
            case Happening.FINISHED -> {
                finished++;
                end(contact, agent, ticks, true);
                open(contact, -1, false);
            }
            default -> {}
        }
    }

    @Override
    public void became(int group, int before, int now) {
        workingTicks[group] += dialling[group] * inWindow(diallingSince[group], s.now);
        diallingSince[group] = s.now;
        dialling[group] += (now == Agents.DIALLING ? 1 : 0) - (before == Agents.DIALLING ? 1 : 0);
    }

    private void open(int contact, int change, boolean isCarriedOver) {
        int flow = s.contacts.flow(contact);
        boolean isBefore = isCarriedOver || s.now < program.horizon().warmUpEndTick();
        boolean isInside = s.now < program.horizon().endTick();
        int sort = s.tickets.sort(contact);
        int priority = sort >= program.flowCount() ? program.tickets().priority()[sort - program.flowCount()] : 0;
        openAtStart[flow] += isBefore ? change : 0;
        openAtEnd[flow] += isInside ? change : 0;
        if (priority > 0) {
            openAtStartByPriority[priority - 1] += isBefore ? change : 0;
            openAtEndByPriority[priority - 1] += isInside ? change : 0;
        }
    }

    private void begin(int contact, int agent) {
        Piece piece = pieces.get(contact);
        long work = s.contacts.workTicks(contact);
        if (!piece.shared && piece.left != NOBODY) {
            assertThat(work).as("what is left of piece %d when it is taken up", contact).isEqualTo(piece.left);
        }
        boolean isHandedOver = piece.lastAgent != NOBODY && piece.lastAgent != agent;
        handedOver += isHandedOver && handOver(agent) > 0 ? 1 : 0;
        piece.left = work + (isHandedOver ? handOver(agent) : 0);
        piece.lastAgent = agent;
        assertThat(stretches.put(agent, new Stretch(contact, s.now))).as("only free agents take work up").isNull();
    }

    private long handOver(int agent) {
        return program.deferred().blends().handOverTicks()[s.agents.group(agent)];
    }

    /** A stretch of work on the piece is over for all who were with it. */
    private void end(int contact, int agent, long ticks, boolean isDone) {
        assertThat(close(agent, contact)).as("ticks since agent %d took piece %d up", agent, contact).isEqualTo(ticks);
        for (int other : stretches.entrySet().stream().filter(entry -> entry.getValue().contact == contact).map(Map.Entry::getKey).toList()) {
            close(other, contact);
        }
        Piece piece = pieces.get(contact);
        if (!piece.shared && !program.needs().any()) {
            double speed = program.groups().speed()[s.agents.group(agent) * program.serviceCount() + program.contacts().flowService()[s.contacts.flow(contact)]];
            if (isDone) {
                assertThat(ticks).as("time for what was left of piece %d, at speed %s", contact, speed).isEqualTo((long) Math.ceil(piece.left / speed));
            }
            piece.left = Math.max(0, piece.left - (long) Math.floor(ticks * speed));
        } else {
            piece.left = NOBODY;
        }
        piece.left = isDone ? NOBODY : piece.left;
    }

    private long close(int agent, int contact) {
        Stretch stretch = stretches.remove(agent);
        assertThat(stretch.contact).as("the piece of agent %d", agent).isEqualTo(contact);
        workingTicks[s.agents.group(agent)] += inWindow(stretch.fromTick, s.now);
        return s.now - stretch.fromTick;
    }
}
