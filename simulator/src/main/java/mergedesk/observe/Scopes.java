package mergedesk.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.program.Program;

/** The scopes in which results are kept: the rows of a {@link RunSummary}, in a fixed order for one Program. */
public final class Scopes {
    /** What a row is about. Contacts count for their council, agents for their employer. */
    public enum Kind {
        OVERALL,
        COUNCIL,
        SERVICE,
        CHANNEL,
        DESK,
        GROUP,
        FLOW,
        INTERVAL;

        /** Whether results are also kept by calendar month: for all that a target may speak of. */
        public boolean isByMonth() {
            return this == OVERALL || this == COUNCIL || this == SERVICE || this == DESK || this == GROUP;
        }
    }

    /** One row: a kind and the index of the council, service, … or interval of the week; 0 for overall. */
    public record Row(Kind kind, int index) {}

    private final Program program;
    private final List<Row> rows = new ArrayList<>();
    private final int[] first = new int[Kind.values().length];

    public Scopes(Program program) {
        this.program = program;
        add(Kind.OVERALL, 1);
        add(Kind.COUNCIL, program.names().councils().size());
        add(Kind.SERVICE, program.names().services().size());
        add(Kind.CHANNEL, program.names().channels().size());
        add(Kind.DESK, program.deskCount());
        add(Kind.GROUP, program.groupCount());
        add(Kind.FLOW, program.flowCount());
        add(Kind.INTERVAL, program.calendar().intervalsPerWeek());
    }

    private void add(Kind kind, int count) {
        first[kind.ordinal()] = rows.size();
        for (int i = 0; i < count; i++) {
            rows.add(new Row(kind, i));
        }
    }

    /** By row, the flows whose contacts count for it; none for groups and intervals, in which nothing is kept contact by contact. */
    public int[][] flows() {
        int[][] flows = new int[rows.size()][];
        for (int row = 0; row < flows.length; row++) {
            Row scope = rows.get(row);
            flows[row] = IntStream.range(0, program.flowCount()).filter(flow -> isIn(flow, scope)).toArray();
        }
        return flows;
    }

    private boolean isIn(int flow, Row scope) {
        return switch (scope.kind()) {
            case OVERALL -> true;
            case COUNCIL -> program.names().flowCouncil()[flow] == scope.index();
            case SERVICE -> program.contacts().flowService()[flow] == scope.index();
            case CHANNEL -> program.names().flowChannel()[flow] == scope.index();
            case DESK -> program.contacts().flowDesk()[flow] == scope.index();
            case FLOW -> flow == scope.index();
            case GROUP, INTERVAL -> false;
        };
    }

    /** The rows that are also kept by calendar month, ascending. */
    public int[] byMonth() {
        return IntStream.range(0, rows.size()).filter(row -> rows.get(row).kind().isByMonth()).toArray();
    }

    /** All rows, in order. */
    public List<Row> rows() {
        return rows;
    }

    /** Number of the row of this kind and index. */
    public int row(Kind kind, int index) {
        return first[kind.ordinal()] + index;
    }
}
