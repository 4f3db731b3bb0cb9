package mergedesk.dsol.reference;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;

/** One agent of a group. */
final class Agent {
    /** What an agent is doing. */
    enum Status {
        ABSENT,
        IDLE,
        TALKING,
        WRAPPING,
        WORKING,
        DIALLING,
        ON_BREAK
    }

    final int number;
    final Group group;

    Status status = Status.ABSENT;
    /** Whether the agent's own shift is in progress; of no meaning in groups by number. */
    boolean onShift;
    /** Whether the agent is ill, on leave or elsewhere. */
    boolean away;
    /** Ticks of breaks that are due and not begun. */
    long breakDueTicks;
    /** Contacts in hand, each in a place of its own. */
    final Hand[] hands;
    /** For how many chats in hand the agent stood among those who may take somebody beside them, when last looked at; 0 for none. */
    int chatsWithRoom;
    /** Since when the agent has been idle, or has had as many chats and room. */
    long sinceTick;
    /** Chats in hand that have been counted. */
    int chatsCounted;
    /** Whether the agent took people beside those in hand when last looked at. */
    boolean open;

    /** The piece of deferred work in hand, or null; since when, and its end. */
    Person piece;

    long pieceTick;
    /** Of the group, when the agent began with the piece. */
    double pieceSpeed;
    /** The piece that the agent put back and that waits for nobody else, or null. */
    Person kept;
    SimEventInterface<Long> pieceEnd;

    Agent(int number, Group group, int places) {
        this.number = number;
        this.group = group;
        hands = new Hand[places];
    }

    boolean isIdle() {
        return status == Status.IDLE;
    }

    boolean isPresent() {
        return status == Status.IDLE || status == Status.TALKING || status == Status.WRAPPING || status == Status.WORKING || status == Status.DIALLING;
    }

    boolean hasContacts() {
        return inHand().findAny().isPresent();
    }

    Stream<Hand> inHand() {
        return Arrays.stream(hands).filter(Objects::nonNull);
    }

    int chats() {
        return (int) inHand().filter(hand -> hand.chat).count();
    }

    /** Whether there is a place for one more: with a call in hand for nobody, with so many chats perhaps for a chat, perhaps for a call. */
    boolean hasPlaceFor(boolean chat) {
        boolean call = inHand().anyMatch(hand -> !hand.chat);
        return !call && (chat ? chats() < group.chatPlaces : chats() <= group.callsWith);
    }

    /** Whether the agent takes people beside those in hand. One who is about to go does so only for those whom a closed desk still serves. */
    boolean takesMore() {
        boolean stays = breakDueTicks == 0 && (group.byShift ? onShift : !group.isSurplus(this));
        return !away && (stays || group.desk.servesLast());
    }

    /** Whether somebody who comes now may be taken by this agent. */
    boolean hasRoomFor(boolean chat) {
        return isIdle() || (chatsWithRoom > 0 && hasPlaceFor(chat));
    }
}
