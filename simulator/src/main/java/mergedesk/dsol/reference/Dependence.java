package mergedesk.dsol.reference;

import java.util.BitSet;
import java.util.stream.IntStream;
import mergedesk.program.Needs;
import mergedesk.program.Portals;
import mergedesk.program.Program;

/** What agents' work has to do with the applications that contacts need: how slow it is for their load, or while they are down. Looks at everybody each time. */
final class Dependence {
    private final Needs needs;
    private final Portals portals;
    private final BitSet down = new BitSet();
    private final Desks desks;
    private final Draws draws;

    Dependence(Program program, Desks desks, Draws draws) {
        needs = program.needs();
        portals = program.portals();
        this.desks = desks;
        this.draws = draws;
    }

    /** An application goes down or comes back. */
    void turn(int application, boolean isUp) {
        down.set(application, !isUp);
    }

    /** Whether self-service can be used as far as its applications go. */
    boolean lets(int portal) {
        return IntStream.range(portals.needsOffset()[portal], portals.needsOffset()[portal + 1]).noneMatch(row -> down.get(portals.needs()[row]));
    }

    /** Speed of work for the person: that of the slowest application that the person needs, for how much is in hand that needs it, or while it is down. */
    double speed(Person person) {
        return rows(person).mapToDouble(this::speed).min().orElse(1);
    }

    private double speed(int row) {
        int application = needs.application()[row];
        if (down.get(application)) {
            return needs.speedWhenDown()[row];
        }
        if (needs.load()[application] == 0) {
            return 1;
        }
        double left = 1 - users(application) * needs.load()[application];
        return left < needs.slowest()[application] ? needs.slowest()[application] : left;
    }

    /** How many of those in hand need the application; a ticket counts as often as there are agents with it. */
    private int users(int application) {
        int users = 0;
        for (Agent agent : desks.agents) {
            for (Hand hand : agent.hands) {
                users += hand != null && uses(hand.person, application) ? 1 : 0;
            }
            users += agent.piece != null && uses(agent.piece, application) ? 1 : 0;
        }
        return users;
    }

    private boolean uses(Person person, int application) {
        return rows(person).anyMatch(row -> needs.application()[row] == application);
    }

    /** Whether the piece waits for an application that is down, in nobody's hand. */
    boolean holds(Person piece) {
        return rows(piece).anyMatch(row -> needs.heldWhenDown()[row] && down.get(needs.application()[row]));
    }

    /** The need, a row, for which the person is to be told to come again; -1 for none. */
    int tells(Person person) {
        return rows(person).filter(row -> needs.told()[row] >= 0 && down.get(needs.application()[row])).findFirst().orElse(-1);
    }

    private IntStream rows(Person person) {
        if (person.told) {
            return IntStream.empty();
        }
        return IntStream.range(needs.offset()[person.flow], needs.offset()[person.flow + 1])
                .filter(row -> draws.needs(person, needs.applicationKey()[needs.application()[row]], needs.share()[row]));
    }
}
