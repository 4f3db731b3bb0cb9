package mergedesk.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.program.Tickets;
import mergedesk.units.Common;
import mergedesk.units.InCommon;

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
        /** Tickets of one priority, 1 first. */
        PRIORITY,
        APPLICATION,
        /** A machine room, or a site with such rooms: what it draws. */
        ROOM,
        DATACENTRE,
        INTERVAL
    }

    /** One row: a kind and the index of the council, service, … or interval of the week; 0 for overall. */
    public record Row(Kind kind, int index) {}

    private static final int[] NONE = {};

    private static final Common<Of, Scopes> COMMON = Common.of(of -> new Scopes(of.programs));

    private final Program program;
    private final EnumSet<Feature> features;
    private final Columns columns;
    private final List<Row> rows = new ArrayList<>();
    private final int[] first = new int[Kind.values().length];
    private final int[][] flows;
    private final int[][] deferredSorts;

    /** What scopes are of: amounts have no part in them. */
    private static final class Of {
        private final Programs programs;

        private Of(Programs programs) {
            this.programs = programs;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Of of && !programs.differ() && !of.programs.differ() && programs.planned().isOfSameTables(of.programs.planned());
        }

        @Override
        public int hashCode() {
            return programs.planned().flowCount();
        }
    }

    public Scopes(Program program) {
        this(Programs.always(program));
    }

    /** Those of runs which go by plans of their own: of what was planned, with whatever any of them may have. */
    public Scopes(Programs programs) {
        program = programs.planned();
        features = EnumSet.allOf(Feature.class);
        features.removeIf(feature -> !feature.isIn(program) && programs.withEachStep().stream().noneMatch(feature::isIn));
        columns = Columns.of(features);
        add(Kind.OVERALL, 1);
        add(Kind.COUNCIL, program.names().councils().size());
        add(Kind.SERVICE, program.names().services().size());
        add(Kind.CHANNEL, program.names().channels().size());
        add(Kind.DESK, program.deskCount());
        add(Kind.GROUP, program.groupCount());
        add(Kind.FLOW, program.flowCount());
        add(Kind.PRIORITY, program.tickets().any() ? Tickets.PRIORITIES : 0);
        add(Kind.APPLICATION, has(Feature.FAILURES) ? program.names().applications().size() : 0);
        add(Kind.ROOM, has(Feature.POWER) ? program.names().rooms().size() : 0);
        add(Kind.DATACENTRE, has(Feature.POWER) ? program.names().datacentres().size() : 0);
        add(Kind.INTERVAL, program.calendar().intervalsPerWeek());
        flows = byRow(flows(flow -> !program.isDeferred(flow)).toArray(), this::rowsOfFlow);
        deferredSorts = byRow(flows(program::isDeferred).flatMap(flow -> IntStream.of(program.tickets().sortsOf(flow))).toArray(), this::rowsOfSort);
    }

    /** The same, which Programs that differ in amounts have in common. */
    public static Scopes of(Programs programs, InCommon common) {
        return common.of(COMMON, new Of(programs));
    }

    /** How many columns are kept, as a measure of memory. */
    public int columnCount() {
        return columns.count();
    }

    /** Which columns are kept. */
    Columns columns() {
        return columns;
    }

    private void add(Kind kind, int count) {
        first[kind.ordinal()] = rows.size();
        for (int i = 0; i < count; i++) {
            rows.add(new Row(kind, i));
        }
    }

    private IntStream flows(IntPredicate wanted) {
        return IntStream.range(0, program.flowCount()).filter(wanted);
    }

    /** By row, the flows whose live contacts count for it; none for groups and intervals, in which nothing is kept contact by contact. */
    public int[][] flows() {
        return flows;
    }

    /** The same of deferred work, by sort; see {@link Tickets}. */
    public int[][] deferredSorts() {
        return deferredSorts;
    }

    /** By row, which of these count for it, in their order. Most rows are intervals, for which none does. */
    private int[][] byRow(int[] items, IntFunction<int[]> rowsOf) {
        int[] counts = new int[rows.size()];
        for (int item : items) {
            for (int row : rowsOf.apply(item)) {
                counts[row]++;
            }
        }
        int[][] of = new int[counts.length][];
        for (int row = 0; row < of.length; row++) {
            of[row] = counts[row] == 0 ? NONE : new int[counts[row]];
        }
        Arrays.fill(counts, 0);
        for (int item : items) {
            for (int row : rowsOf.apply(item)) {
                of[row][counts[row]++] = item;
            }
        }
        return of;
    }

    /** The rows for which deferred work of the sort counts. */
    int[] rowsOfSort(int sort) {
        if (sort < program.flowCount()) {
            return rowsOfFlow(sort);
        }
        int priority = program.tickets().priority()[sort - program.flowCount()];
        return IntStream.concat(IntStream.of(rowsOfFlow(program.tickets().flow(sort))), IntStream.of(row(Kind.PRIORITY, priority - 1))).toArray();
    }

    /** The rows for which contacts of the flow count, its own last. */
    int[] rowsOfFlow(int flow) {
        return new int[] {
            row(Kind.OVERALL, 0),
            row(Kind.COUNCIL, program.names().flowCouncil()[flow]),
            row(Kind.SERVICE, program.contacts().flowService()[flow]),
            row(Kind.CHANNEL, program.names().flowChannel()[flow]),
            row(Kind.DESK, program.contacts().flowDesk()[flow]),
            row(Kind.FLOW, flow)
        };
    }

    /** The rows for which time of the group's agents counts, its own last, while they work at a desk for an employer. */
    int[] rowsOfGroup(int group, int desk, int employer) {
        IntStream ofEmployer = employer == Program.Groups.NO_EMPLOYER ? IntStream.empty() : IntStream.of(row(Kind.COUNCIL, employer));
        IntStream others = IntStream.of(row(Kind.OVERALL, 0), row(Kind.DESK, desk), row(Kind.GROUP, group));
        return IntStream.concat(ofEmployer, others).toArray();
    }

    /** The rows that are also kept by period, ascending, though nobody asks; only kinds of periods for which there are any. */
    public Map<Period, int[]> byPeriod() {
        Map<Period, int[]> kept = new EnumMap<>(Period.class);
        for (Period period : List.of(Period.MONTH, Period.WEEK, Period.INTERVAL, Period.PHASE)) {
            int[] of = rowsBy(period);
            if (!period.names(program).isEmpty()) {
                kept.put(period, of);
            }
        }
        if (has(Feature.FAILURES) && !Period.WEEKDAY.names(program).isEmpty()) {
            kept.put(Period.WEEKDAY, new int[] {row(Kind.OVERALL, 0)});
        }
        return kept;
    }

    /** The rows that are kept by periods of a kind, ascending: though nobody asks, or, of weekdays and dates, when somebody asks for all. */
    public int[] rowsBy(Period period) {
        return IntStream.range(0, rows.size()).filter(row -> period.isKeptFor(rows.get(row).kind())).toArray();
    }

    /** Whether the Program has a feature, so that something can be counted in the feature's columns. */
    public boolean has(Feature feature) {
        return features.contains(feature);
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
