package mergedesk.observe;

import java.util.ArrayList;
import java.util.List;
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
        INTERVAL
    }

    /** One row: a kind and the index of the council, service, … or interval of the week; 0 for overall. */
    public record Row(Kind kind, int index) {}

    private final List<Row> rows = new ArrayList<>();
    private final int[] first = new int[Kind.values().length];

    public Scopes(Program program) {
        add(Kind.OVERALL, 1);
        add(Kind.COUNCIL, program.names().councils().size());
        add(Kind.SERVICE, program.names().services().size());
        add(Kind.CHANNEL, program.names().channels().size());
        add(Kind.DESK, program.deskCount());
        add(Kind.GROUP, program.groupCount());
        add(Kind.FLOW, program.flowCount());
        add(Kind.INTERVAL, program.calendar().intervalsPerWeek);
    }

    private void add(Kind kind, int count) {
        first[kind.ordinal()] = rows.size();
        for (int i = 0; i < count; i++) {
            rows.add(new Row(kind, i));
        }
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
