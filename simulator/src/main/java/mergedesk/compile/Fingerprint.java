package mergedesk.compile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import mergedesk.program.Names;
import mergedesk.program.Pay;
import mergedesk.program.Program;

/**
 * A name for the exact content of a Program: SHA-256 over all its tables, names included, as 64 hexadecimal digits.
 *
 * <p>Tables in the order in which their classes list them, each as its length (4 bytes) and its elements, big-endian; doubles by their
 * IEEE 754 bits, booleans as one byte, texts as UTF-8 with their length.
 */
public final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have", e);
        }
    }

    /** The fingerprint of a Program. Cost: one pass over its tables. */
    public static String of(Program program) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.addTime(program.calendar(), program.horizon());
        fingerprint.addDemand(program.demand());
        fingerprint.addContacts(program.lengths(), program.contacts());
        fingerprint.addDesksAndGroups(program.desks(), program.groups());
        fingerprint.addRouting(program.routing());
        fingerprint.addTimetable(program.timetable());
        fingerprint.addPay(program.pay());
        fingerprint.addNames(program.names());
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void addTime(Program.Calendar calendar, Program.Horizon horizon) {
        add(calendar.intervalsPerWeek);
        add(calendar.firstCivilDay);
        add(calendar.dayStartTick);
        add(calendar.dayKind);
        add(calendar.kindOffset);
        add(calendar.intervalStartTicks);
        add(calendar.intervalEndTicks);
        add(calendar.intervalWallTicks);
        add(calendar.intervalOfWeek);
        add(horizon.endTick(), horizon.warmUpEndTick(), horizon.batchTicks(), horizon.lastReturnTick());
        add(horizon.cut());
    }

    private void addDemand(Program.Demand demand) {
        add(demand.flowKey);
        add(demand.dayExpected);
        add(demand.dayShape);
        add(demand.shapeOffset);
        add(demand.shapeTicks);
        add(demand.shapeCumulative);
        add(demand.flowFactors);
        add(demand.factorKey);
        add(demand.factorShape);
        add(demand.factorCorrelation);
        add(demand.traceOffset);
        add(demand.traceStartTick);
        add(demand.traceEndTick);
        add(demand.traceCount);
    }

    private void addContacts(Program.Lengths lengths, Program.Contacts contacts) {
        add(lengths.kind);
        add(lengths.a);
        add(lengths.b);
        add(lengths.atZero);
        add(lengths.tableOffset);
        add(lengths.table);
        add(contacts.flowDesk);
        add(contacts.flowService);
        add(contacts.work);
        add(contacts.patience);
        add(contacts.afterCall);
        add(contacts.balk);
        add(contacts.retryProbability);
        add(contacts.retryDelay);
        add(contacts.retryLimit);
        add(contacts.retryAfter);
    }

    private void add(Program.ByTime table) {
        add(table.offset());
        add(table.fromTicks());
        add(table.length());
    }

    private void addDesksAndGroups(Program.Desks desks, Program.Groups groups) {
        add(desks.lines);
        add(desks.answerWithinTicks);
        add(desks.shortAbandonTicks);
        add(desks.servesAtClose);
        add(groups.firstAgent);
        add(groups.desk);
        add(groups.speed);
        add(groups.byShift);
    }

    private void addRouting(Program.Routing routing) {
        add(routing.queueOfFlow);
        add(routing.queueDesk);
        add(routing.queuePriority);
        add(routing.queueOffset);
        add(routing.rowGroup);
        add(routing.rowAfterTicks);
        add(routing.rowRank);
        add(routing.groupOffset);
        add(routing.groupRowQueue);
        add(routing.groupRowAfterTicks);
        add(routing.groupRowLevel);
    }

    private void addTimetable(Program.Timetable timetable) {
        add(timetable.tick);
        add(timetable.action);
        add(timetable.subject);
        add(timetable.value);
    }

    private void addPay(Pay pay) {
        add(pay.offset());
        add(pay.agents());
        add(pay.weekTicks());
        add(pay.openDays());
        add(pay.yearPence());
    }

    private void addNames(Names names) {
        add(names.councils());
        add(names.services());
        add(names.channels());
        add(names.desks());
        add(names.groups());
        add(names.flows());
        add(names.intervals());
        add(names.flowCouncil());
        add(names.flowChannel());
        add(names.groupEmployer());
    }

    private void add(int... values) {
        ByteBuffer bytes = start(values.length, Integer.BYTES);
        bytes.asIntBuffer().put(values);
        digest.update(bytes.array());
    }

    private void add(long... values) {
        ByteBuffer bytes = start(values.length, Long.BYTES);
        bytes.asLongBuffer().put(values);
        digest.update(bytes.array());
    }

    private void add(double... values) {
        ByteBuffer bytes = start(values.length, Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        digest.update(bytes.array());
    }

    private void add(boolean... values) {
        ByteBuffer bytes = start(values.length, 1);
        for (boolean value : values) {
            bytes.put((byte) (value ? 1 : 0));
        }
        digest.update(bytes.array());
    }

    private void add(List<String> texts) {
        start(texts.size(), 0);
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            start(bytes.length, 0);
            digest.update(bytes);
        }
    }

    private ByteBuffer start(int length, int elementBytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        return ByteBuffer.allocate(length * elementBytes);
    }
}
