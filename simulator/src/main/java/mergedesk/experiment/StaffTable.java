package mergedesk.experiment;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Pay;
import mergedesk.program.Program;
import mergedesk.stats.Staff;

/** Contracted staff by scope: of each group, and added up by desk, by employer and overall. */
final class StaffTable {
    private static final double MILLION = 1e6;

    private final Pay pay;
    private final Staff[] byRow;

    StaffTable(Program program, Scopes scopes) {
        pay = program.pay();
        byRow = new Staff[scopes.rows().size()];
        Arrays.fill(byRow, Staff.NONE);
        for (int group = 0; group < program.groupCount(); group++) {
            Staff staff = staff(group, row -> true);
            add(scopes.row(Kind.OVERALL, 0), staff);
            int of = group;
            each(group, program.groups().desk(), pay.desk()).forEach(desk -> add(scopes.row(Kind.DESK, desk), staff(of, row -> pay.desk()[row] == desk)));
            add(scopes.row(Kind.GROUP, group), staff);
            each(group, program.groups().employer(), pay.employer())
                    .filter(employer -> employer != Program.Groups.NO_EMPLOYER)
                    .forEach(employer -> add(scopes.row(Kind.COUNCIL, employer), staff(of, row -> pay.employer()[row] == employer)));
        }
    }

    /** What a group has at first, and what its rows have. */
    private IntStream each(int group, int[] atFirst, int[] ofRow) {
        return IntStream.concat(IntStream.of(atFirst[group]), IntStream.range(pay.offset()[group], pay.offset()[group + 1]).map(row -> ofRow[row])).distinct();
    }

    private void add(int row, Staff staff) {
        byRow[row] = byRow[row].plus(staff);
    }

    private Staff staff(int group, IntPredicate rows) {
        return staff(pay, group, rows);
    }

    /** Full-time equivalents of a group in a phase of the plan; NaN where none of its time counts. */
    static double fullTimeEquivalents(Pay pay, int group, int phase) {
        return toMillionths(staff(pay, group, row -> true).fullTimeEquivalents(phase, pay.share()[phase]));
    }

    /** Those of a group in some rows. */
    private static Staff staff(Pay pay, int group, IntPredicate rows) {
        List<Staff.Part> parts = IntStream.range(pay.offset()[group], pay.offset()[group + 1])
                .filter(rows)
                .mapToObj(row -> new Staff.Part(pay.phase()[row], BigInteger.valueOf(pay.agents()[row]).multiply(BigInteger.valueOf(pay.weekTicks()[row])), pay.openDays()[row]))
                .toList();
        long pence = pay.yearPence()[group];
        return Staff.group(parts, pence == Pay.NOT_GIVEN ? Optional.empty() : Optional.of(BigInteger.valueOf(pence)));
    }

    /** The staff of a row of the scopes; nobody where agents do not count, such as in a service. */
    Staff of(int row) {
        return byRow[row];
    }

    /** Full-time equivalents of everybody in a phase of the plan; NaN where none of its time counts. */
    double fullTimeEquivalents(int phase) {
        return toMillionths(byRow[0].fullTimeEquivalents(phase, pay.share()[phase]));
    }

    /** What a phase has of the whole is rounded to ticks. */
    private static double toMillionths(double fullTimeEquivalents) {
        return StrictMath.rint(fullTimeEquivalents * MILLION) / MILLION;
    }

    /** Whether any group has a cost. */
    boolean hasCost() {
        return LongStream.of(pay.yearPence()).anyMatch(pence -> pence != Pay.NOT_GIVEN);
    }

    /** The groups that have none. */
    IntStream withoutCost() {
        return IntStream.range(0, pay.yearPence().length).filter(group -> pay.yearPence()[group] == Pay.NOT_GIVEN);
    }
}
