package mergedesk.observe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mergedesk.program.Program;
import mergedesk.units.Ticks;

/** What a scenario may have or not. Without it nothing can be counted in some columns of {@link Count}, and measures of these have no value. */
public enum Feature {
    /** The scenario says what rooms draw, or cost. */
    POWER() {
        @Override
        public boolean isIn(Program program) {
            return program.power().any();
        }
    },
    /** Some council employs a group. */
    EMPLOYERS(Count.ANSWERED_OWN, Count.ANSWERED_WITH_EMPLOYERS) {
        @Override
        public boolean isIn(Program program) {
            return program.groups().hasEmployers();
        }
    },
    /** There is deferred work. */
    DEFERRED(IntStream.concat(IntStream.rangeClosed(Count.RECEIVED, Count.DAY_ENDS), IntStream.rangeClosed(Count.RESPONSE_OVERDUE, Count.PIECE_EVENTS)).toArray()) {
        @Override
        public boolean isIn(Program program) {
            return program.defers();
        }
    },
    /** Some deferred work is tickets. */
    TICKETS(Count.TICKETS, Count.ON_HOLD) {
        @Override
        public boolean isIn(Program program) {
            return program.tickets().any();
        }
    },
    /** Tickets of some flow go from group to group. */
    REASSIGNS(Count.REASSIGNED) {
        @Override
        public boolean isIn(Program program) {
            return program.tickets().reassignTo().length > 0;
        }
    },
    /** Tickets of some flow come back. */
    REOPENS(Count.REOPENED) {
        @Override
        public boolean isIn(Program program) {
            return DoubleStream.of(program.tickets().reopenChance()).anyMatch(chance -> chance > 0);
        }
    },
    /** Tickets of some flow are closed some time after they were finished. */
    CLOSES(Count.CLOSED) {
        @Override
        public boolean isIn(Program program) {
            return LongStream.of(program.tickets().closesTicks()).anyMatch(ticks -> ticks < Ticks.NEVER);
        }
    },
    /** Some desk cuts off those who wait when it closes. */
    DISCONNECTS(Count.DISCONNECTED, Count.PERSONS_DISCONNECTED) {
        @Override
        public boolean isIn(Program program) {
            return program.disconnects();
        }
    },
    /** People of some flow may leave a message. */
    MESSAGES(Count.MESSAGES, Count.PERSONS_MESSAGES) {
        @Override
        public boolean isIn(Program program) {
            return IntStream.range(0, program.flowCount()).anyMatch(program.contacts().messages()::concerns);
        }
    },
    /** Some group has a rule for chats. */
    CHATS(Count.CHATS, Count.CHATTING, Count.CHAT_PLACES) {
        @Override
        public boolean isIn(Program program) {
            return IntStream.of(program.groups().chats().most()).anyMatch(most -> most > 0);
        }
    },
    /** People of some flow may leave a chat. */
    LEAVES_CHATS(Count.LEFT_IN_CHAT) {
        @Override
        public boolean isIn(Program program) {
            return IntStream.of(program.contacts().patienceInChat()).anyMatch(length -> length >= 0);
        }
    },
    /** Agents call people of a list. */
    CAMPAIGNS(Count.DIALS, Count.CONNECTS, Count.MISMATCHES) {
        @Override
        public boolean isIn(Program program) {
            return program.campaigns().count() > 0;
        }
    },
    /** Something that applications need fails. */
    FAILURES(IntStream.rangeClosed(Count.DOWN, Count.TO_SUPPLY_OPEN).toArray()) {
        @Override
        public boolean isIn(Program program) {
            return program.anythingFails() && !program.names().applications().isEmpty();
        }
    },
    /** Deferred work of some flow may wait for an application. */
    HOLDS(Count.SET_ASIDE) {
        @Override
        public boolean isIn(Program program) {
            return program.needs().holds();
        }
    },
    /** Contacts may need applications. */
    NEEDS(Count.STRETCHED) {
        @Override
        public boolean isIn(Program program) {
            return program.needs().any();
        }
    },
    /** People of some flow may be told to come again. */
    COMES_BACK(Count.CAME_BACK) {
        @Override
        public boolean isIn(Program program) {
            return program.needs().sendsBack();
        }
    },
    /** People call because an application is down. */
    INCIDENTS(Count.INCIDENTS) {
        @Override
        public boolean isIn(Program program) {
            return program.incidents().any();
        }
    },
    /** People of some flow may try self-service before they come to a desk. */
    SELF_SERVICE(Count.SELF_SERVICE_CONTAINED, Count.SELF_SERVICE_FAILED) {
        @Override
        public boolean isIn(Program program) {
            return IntStream.of(program.portals().portal()).anyMatch(portal -> portal >= 0);
        }
    };

    private static final List<Optional<Feature>> BY_COLUMN = IntStream.range(0, Count.COLUMNS)
            .mapToObj(column -> Arrays.stream(values()).filter(feature -> IntStream.of(feature.columns).anyMatch(own -> own == column)).findFirst())
            .toList();

    private final int[] columns;

    Feature(int... columns) {
        this.columns = columns;
    }

    /** Whether the Program has it. */
    public abstract boolean isIn(Program program);

    /** Whether it is what {@link RareCounts} are kept for. */
    boolean isRare() {
        return IntStream.of(columns).anyMatch(column -> column >= Count.RARE);
    }

    /** Without which nothing can be counted in the column; empty for columns that every scenario has. */
    public static Optional<Feature> of(int column) {
        return BY_COLUMN.get(column);
    }
}
