package mergedesk.dsol.reference;

import mergedesk.program.Campaigns;
import mergedesk.program.Estate;
import mergedesk.program.Portals;
import mergedesk.program.Program;
import mergedesk.program.Tickets;
import mergedesk.random.Beta;
import mergedesk.random.Exponential;
import mergedesk.random.Gamma;
import mergedesk.random.Lognormal;
import mergedesk.random.Streams;
import mergedesk.random.Triangular;
import mergedesk.random.Weibull;
import mergedesk.units.Ticks;

/** What chance decides about a person, from the keyed streams. */
final class Draws {
    /** Bits of the atom at zero are those of the draw with these flipped; part of the definition of a draw. */
    private static final long ATOM = 0x9159015a3070dd17L;
    /** Longer lengths are cut to this, about 146 years. */
    private static final long LONGEST = (1L << 52) - 1;

    private final Program.Lengths lengths;
    private Program.Contacts contacts;
    private final Portals portals;
    private final Campaigns campaigns;
    private Estate estate;

    Draws(Program program) {
        lengths = program.lengths();
        contacts = program.contacts();
        portals = program.portals();
        campaigns = program.campaigns();
        estate = program.estate();
    }

    /** From now on contacts behave so. */
    void begin(Program.Contacts then) {
        contacts = then;
    }

    /** Talk time at speed 1 with somebody of a group, which may have a distribution of its own. The same at all attempts. */
    long work(Person person, int group) {
        Program.ByGroup own = contacts.workByGroup();
        int distribution = person.work;
        for (int row = own.offset()[person.flow]; row < own.offset()[person.flow + 1]; row++) {
            if (own.group()[row] == group) {
                distribution = own.length()[row];
            }
        }
        return length(distribution, Streams.bits(person.key, Streams.WORK));
    }

    boolean hasAfterCall(Person person) {
        return contacts.afterCall()[person.flow] >= 0;
    }

    /** After-call work at speed 1. The same at all attempts. */
    long afterCall(Person person) {
        return length(contacts.afterCall()[person.flow], Streams.bits(person.key, Streams.AFTER_CALL));
    }

    /** Patience; {@link Ticks#NEVER} when endless. Anew at each attempt. */
    long patience(Person person, int distribution) {
        return length(distribution, Streams.bits(person.key, Streams.PATIENCE, person.attempt));
    }

    /** How long a person stays in a chat; {@link Ticks#NEVER} for as long as it takes. Anew at each attempt. */
    long patienceInChat(Person person) {
        int distribution = contacts.patienceInChat()[person.flow];
        return distribution < 0 ? Ticks.NEVER : length(distribution, Streams.bits(person.key, Streams.PATIENCE_IN_CHAT, person.attempt));
    }

    /** Whether a person who must wait leaves at once, who sees so many waiting. */
    boolean balks(Person person, long others) {
        Program.BalkAt table = contacts.balkAt();
        double chance = 0;
        for (int row = table.offset()[person.flow]; row < table.offset()[person.flow + 1]; row++) {
            chance = table.waiting()[row] <= others ? table.chance()[row] : chance;
        }
        return Streams.uniform(Streams.bits(person.key, Streams.BALK, person.attempt)) < Math.max(chance, contacts.balk()[person.flow]);
    }

    /** Whether a person who has waited long enough for it leaves a message. */
    boolean leavesMessage(Person person) {
        return Streams.uniform(Streams.bits(person.key, Streams.MESSAGE, person.attempt)) < contacts.messages().share()[person.flow];
    }

    /** Time of a dial, with that for looking at the case before it where there is one. */
    long dial(Person person, int campaign) {
        int review = campaigns.review()[campaign];
        long looking = review < 0 ? 0 : length(review, Streams.bits(person.key, Streams.REVIEW, person.attempt));
        return looking + length(campaigns.dialling()[campaign], Streams.bits(person.key, Streams.DIALLING, person.attempt));
    }

    /** Whether somebody answers a dial at this time of day. */
    boolean answers(Person person, int campaign, long wallTicks) {
        int row = campaigns.offset()[campaign];
        while (row + 1 < campaigns.offset()[campaign + 1] && campaigns.fromTicks()[row + 1] <= wallTicks) {
            row++;
        }
        return Streams.uniform(Streams.bits(person.key, Streams.PICKED_UP, person.attempt)) < campaigns.answered()[row];
    }

    /** How long a component works in its n-th life. */
    long life(int component, int length, int number, long runKey) {
        return length(length, Streams.ordinalKey(Streams.undatedKey(runKey, Streams.FAILURE, estate.key()[component]), number));
    }

    /** From now on this estate holds. */
    void begin(Estate next) {
        estate = next;
    }

    /** How long the repair at the end of that life takes. */
    long repair(int component, int number, long runKey) {
        return length(estate.repair()[component], Streams.ordinalKey(Streams.undatedKey(runKey, Streams.REPAIR, estate.key()[component]), number));
    }

    /** How long the n-th change of sides of an application takes, one that works or not. */
    long failover(int application, int number, long runKey) {
        boolean works = Streams.uniform(ofSwitch(Streams.FAILOVER, application, number, runKey)) < estate.failovers().works()[application];
        return length(works ? estate.failovers().takes()[application] : estate.failovers().otherwise()[application], ofSwitch(Streams.FAILOVER_TIME, application, number, runKey));
    }

    /** How long an application is down that goes back, in the n-th change of sides. */
    long wayBack(int application, int number, long runKey) {
        int takes = estate.failovers().backTakes()[application];
        return takes < 0 ? 0 : length(takes, ofSwitch(Streams.FAIL_BACK, application, number, runKey));
    }

    private long ofSwitch(long purpose, int application, int number, long runKey) {
        return Streams.ordinalKey(Streams.undatedKey(runKey, purpose, estate.key()[estate.applications().software()[application]]), number);
    }

    /** Whether a person tries self-service before coming to a desk. */
    boolean triesSelfService(Person person) {
        return Streams.uniform(Streams.bits(person.key, Streams.SELF_SERVICE)) < portals.tries()[person.flow];
    }

    /** Whether self-service gives the person what is needed. */
    boolean isContained(Person person) {
        return Streams.uniform(Streams.bits(person.key, Streams.CONTAINED)) < portals.contained()[person.flow];
    }

    /** Time until somebody comes to a desk whom self-service failed. */
    long selfServiceDelay(Person person) {
        return length(portals.delay()[person.flow], Streams.bits(person.key, Streams.SELF_SERVICE_DELAY));
    }

    /** Whether a person needs an application, at all attempts. */
    boolean needs(Person person, long applicationKey, double share) {
        return Streams.uniform(Streams.bits(Streams.bits(person.key, Streams.NEED), applicationKey)) < share;
    }

    /** Whether a user calls in an outage: if it is below the chance. */
    double incidentLuck(long userKey) {
        return Streams.uniform(Streams.bits(userKey, Streams.INCIDENT_CALLS));
    }

    /** Working time until that. */
    long untilIncidentCall(long userKey, int distribution) {
        return length(distribution, Streams.bits(userKey, Streams.INCIDENT_DELAY));
    }

    /** The n-th gap of a Poisson process with this mean gap. */
    double gap(long key, int n, double mean) {
        return mean * Exponential.of(Streams.ordinalKey(key, n));
    }

    /** Talk in which a person is told to come again. */
    long told(Person person, int distribution) {
        return length(distribution, Streams.bits(person.key, Streams.TOLD, person.attempt));
    }

    /** Time until such a person does. */
    long untilNextAttempt(Person person, int distribution) {
        return length(distribution, Streams.bits(person.key, Streams.COME_AGAIN, person.attempt));
    }

    /** What decides the priority of a ticket. */
    double ofTicket(Person ticket) {
        return Streams.uniform(Streams.bits(ticket.key, Streams.TICKET_PRIORITY));
    }

    private static int holdOfAll(Person ticket, int hold) {
        return Tickets.MOST_HOLDS * ticket.ticket.part + hold;
    }

    /** Whether a ticket is put on hold for a reason, in each part anew. */
    boolean happens(Person ticket, int hold, double chance) {
        return Streams.uniform(Streams.bits(ticket.key, Streams.HOLD, holdOfAll(ticket, hold))) < chance;
    }

    /** Work that is done before a hold. */
    long workBeforeHold(Person ticket, int hold, int distribution) {
        return length(distribution, Streams.bits(ticket.key, Streams.HOLD_AFTER, holdOfAll(ticket, hold)));
    }

    /** How long a hold is. */
    long hold(Person ticket, int hold, int distribution) {
        return length(distribution, Streams.bits(ticket.key, Streams.HOLD_LENGTH, holdOfAll(ticket, hold)));
    }

    /** Work of a part behind all holds. */
    long partOfTicket(Person ticket, int distribution) {
        return length(distribution, Streams.bits(ticket.key, Streams.WORK, ticket.ticket.part));
    }

    /** What decides where a ticket goes after a part. */
    double reassignment(Person ticket) {
        return Streams.uniform(Streams.bits(ticket.key, Streams.REASSIGN, ticket.ticket.part));
    }

    /** Whether a ticket comes back that was resolved. */
    boolean reopens(Person ticket, double chance) {
        return Streams.uniform(Streams.bits(ticket.key, Streams.REOPEN, ticket.ticket.part)) < chance;
    }

    /** Time until it does. */
    long untilReopened(Person ticket, int distribution) {
        return length(distribution, Streams.bits(ticket.key, Streams.REOPEN_AFTER, ticket.ticket.part));
    }

    /** Whether a person who was not served tries again. */
    boolean triesAgain(Person person) {
        return Streams.uniform(Streams.bits(person.key, Streams.RETRY, person.attempt))
                < contacts.retryProbability()[person.flow];
    }

    /** Time until the next attempt. */
    long retryDelay(Person person) {
        return length(
                contacts.retryDelay()[person.flow], Streams.bits(person.key, Streams.RETRY_DELAY, person.attempt));
    }

    /** A length of time from one of the numbered distributions, as Program.Lengths defines them, rounded down to whole ticks. */
    private long length(int number, long bits) {
        double chanceOfZero = lengths.atZero()[number];
        if (chanceOfZero > 0 && Streams.uniform(Streams.next(bits ^ ATOM)) < chanceOfZero) {
            return 0;
        }
        long length = withoutShift(number, bits);
        return length == Ticks.NEVER ? length : Math.min(length + lengths.shift()[number], LONGEST);
    }

    private long withoutShift(int number, long bits) {
        double a = lengths.a()[number];
        double b = lengths.b()[number];
        int first = lengths.tableOffset()[number];
        return switch (lengths.kind()[number]) {
            case Program.Lengths.NEVER -> Ticks.NEVER;
            case Program.Lengths.CONSTANT -> wholeTicks(a);
            case Program.Lengths.EXPONENTIAL -> wholeTicks(a * Exponential.of(bits));
            case Program.Lengths.LOGNORMAL -> wholeTicks(Lognormal.of(a, b, bits));
            case Program.Lengths.GAMMA -> wholeTicks(b * Gamma.of(a, bits));
            case Program.Lengths.WEIBULL -> wholeTicks(b * Weibull.of(a, bits));
            case Program.Lengths.UNIFORM -> wholeTicks(a + b * Streams.uniform(bits));
            case Program.Lengths.TRIANGULAR -> wholeTicks(a + b * Triangular.of(lengths.table()[first], bits));
            case Program.Lengths.BETA -> wholeTicks(a + b * Beta.of(lengths.table()[first], lengths.table()[first + 1], bits));
            case Program.Lengths.HYPEREXPONENTIAL -> wholeTicks(chosen(number, bits) * Exponential.of(Streams.next(bits)));
            case Program.Lengths.MIXTURE -> length((int) chosen(number, bits), Streams.next(bits));
            case Program.Lengths.EMPIRICAL -> wholeTicks(empirical(number, Streams.uniform(bits)));
            default -> throw new IllegalArgumentException("kind of length: " + lengths.kind()[number]);
        };
    }

    /** What one uniform number chooses of rows of cumulative share and value; the bits that follow it give the length. */
    private double chosen(int number, long bits) {
        double u = Streams.uniform(bits);
        for (int row = lengths.tableOffset()[number]; row < lengths.tableOffset()[number + 1]; row += 2) {
            boolean last = row + 2 == lengths.tableOffset()[number + 1];
            if (u < lengths.table()[row] || last) {
                return lengths.table()[row + 1];
            }
        }
        throw new IllegalArgumentException("a table without rows");
    }

    /** The quantile of the sorted values, interpolated between neighbours. */
    private double empirical(int number, double u) {
        int first = lengths.tableOffset()[number];
        int last = lengths.tableOffset()[number + 1] - 1;
        double place = u * (last - first);
        int whole = (int) place;
        double below = lengths.table()[first + whole];
        double above = lengths.table()[Math.min(first + whole + 1, last)];
        return below + (place - whole) * (above - below);
    }

    private static long wholeTicks(double length) {
        return Math.min((long) length, LONGEST);
    }
}
