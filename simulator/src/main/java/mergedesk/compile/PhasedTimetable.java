package mergedesk.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import mergedesk.program.Timetable;
import mergedesk.scenario.Scenario;
import mergedesk.units.Alike;
import mergedesk.units.InCommon;

/**
 * One timetable of those of all phases of a plan: on each day the rows of the phase in force. At a step come the rows that lead from what held under the old one to what would hold by then under the new one:
 * doors, numbers of agents, shifts in progress. Breaks that the new one had before the step are not caught up.
 */
final class PhasedTimetable {
    private static final Comparator<Row> IN_ORDER = Comparator.comparingLong(Row::ticks).thenComparingInt(Row::action).thenComparingInt(Row::subject).thenComparingLong(Row::value);

    private final List<Timetable> tables; // by phase, the same object where nothing of it changes
    private final Phases phases;
    private final long[] dayStartTick;
    private final Map<List<Row>, Integer> patterns = new LinkedHashMap<>();
    private final List<Held> held = new ArrayList<>(); // by phase

    private PhasedTimetable(List<Timetable> tables, Phases phases, long[] dayStartTick) {
        this.tables = tables;
        this.phases = phases;
        this.dayStartTick = dayStartTick;
        for (int phase = 0; phase < tables.size(); phase++) {
            held.add(phase > 0 && tables.get(phase) == tables.get(phase - 1) ? held.get(phase - 1) : new Held(new Timetable.Walk(tables.get(phase), dayStartTick)));
        }
    }

    /** A row of a pattern, see {@link Timetable}. */
    private record Row(long ticks, int action, int subject, int subjects, long value) {}

    /** Something that holds from one row to another: {@code kind} is the action that begins it. */
    private record Subject(int kind, int number) {}

    /** {@code from}: what the timetable of each phase follows from. */
    static Timetable of(Phases phases, TimeAxis time, Function<Scenario, DoorsAndStaff.From> from, InCommon common) {
        List<Timetable> tables = new ArrayList<>();
        DoorsAndStaff.From before = null;
        for (Scenario phase : phases.scenarios()) {
            DoorsAndStaff.From now = from.apply(phase);
            int number = tables.size();
            tables.add(number > 0 && Alike.are(now, before) ? tables.get(number - 1) : common.of(DoorsAndStaff.COMMON, number, now));
            before = now;
        }
        return tables.size() == 1 ? tables.get(0) : new PhasedTimetable(tables, phases, time.days().calendar().dayStartTick()).joined();
    }

    private Timetable joined() {
        int[] patternOfDay = new int[tables.get(0).patternOfDay().length];
        for (int day = 0; day < patternOfDay.length; day++) {
            patternOfDay[day] = numberOf(day);
        }
        List<Row> rows = patterns.keySet().stream().flatMap(List::stream).toList();
        int[] offset = new int[patterns.size() + 1];
        int number = 0;
        for (List<Row> pattern : patterns.keySet()) {
            offset[number + 1] = offset[number++] + pattern.size();
        }
        return new Timetable(
                patternOfDay,
                offset,
                rows.stream().mapToLong(Row::ticks).toArray(),
                rows.stream().mapToInt(Row::action).toArray(),
                rows.stream().mapToInt(Row::subject).toArray(),
                rows.stream().mapToInt(Row::subjects).toArray(),
                rows.stream().mapToLong(Row::value).toArray(),
                tables.get(0).endTick());
    }

    private int numberOf(int day) {
        List<Row> rows = new ArrayList<>();
        int phase = phases.at(dayStartTick[day] - 1);
        rowsOf(phase, day).forEach(rows::add);
        for (int next = phase; next < phases.ticks().size() && phases.ticks().get(next) < dayStartTick[day + 1]; next++) {
            if (tables.get(next) == tables.get(next + 1)) {
                continue;
            }
            long tick = phases.ticks().get(next);
            long ofDay = tick - dayStartTick[day];
            rows.removeIf(row -> row.ticks() >= ofDay);
            rows.addAll(changes(held.get(next).to(tick - 1), held.get(next + 1).to(tick), ofDay));
            rowsOf(next + 1, day).stream().filter(row -> row.ticks() > ofDay || (row.ticks() == ofDay && row.action() == Timetable.BREAK)).forEach(rows::add);
        }
        rows.sort(IN_ORDER);
        Integer known = patterns.putIfAbsent(rows, patterns.size());
        return known != null ? known : patterns.size() - 1;
    }

    private List<Row> rowsOf(int phase, int day) {
        Timetable table = tables.get(phase);
        int pattern = table.patternOfDay()[day];
        return IntStream.range(table.patternOffset()[pattern], table.patternOffset()[pattern + 1])
                .mapToObj(row -> new Row(table.ticks()[row], table.action()[row], table.subject()[row], table.subjects()[row], table.value()[row]))
                .toList();
    }

    /** What holds under the timetable of a phase, followed forward. */
    private static final class Held {
        private final Timetable.Walk walk;
        private final Map<Subject, Long> held = new TreeMap<>(Comparator.comparingInt(Subject::kind).thenComparingInt(Subject::number));

        private Held(Timetable.Walk walk) {
            this.walk = walk;
        }

        /** At a tick, its rows included: never earlier than before. */
        private Map<Subject, Long> to(long tick) {
            for (; walk.tick() <= tick; walk.next()) {
                int subject = walk.subject();
                switch (walk.action()) {
                    case Timetable.OPEN, Timetable.PORTAL_OPEN, Timetable.CAMPAIGN_START, Timetable.SHIFT_START -> held.put(new Subject(walk.action(), subject), 1L);
                    case Timetable.CLOSE -> held.put(new Subject(Timetable.OPEN, subject), 0L);
                    case Timetable.LAST_ENTRY -> held.put(new Subject(Timetable.OPEN, subject), 2L);
                    case Timetable.PORTAL_CLOSE -> held.put(new Subject(Timetable.PORTAL_OPEN, subject), 0L);
                    case Timetable.CAMPAIGN_STOP -> held.put(new Subject(Timetable.CAMPAIGN_START, subject), 0L);
                    case Timetable.SHIFT_END -> held.put(new Subject(Timetable.SHIFT_START, subject), 0L);
                    case Timetable.STAFF, Timetable.SHARE, Timetable.RESERVE -> held.put(new Subject(walk.action(), subject), walk.value());
                    default -> {} // a break is over by itself
                }
            }
            return held;
        }
    }

    private static List<Row> changes(Map<Subject, Long> before, Map<Subject, Long> after, long ticks) {
        List<Row> changes = new ArrayList<>();
        for (Subject subject : both(before, after)) {
            long was = before.getOrDefault(subject, 0L);
            long is = after.getOrDefault(subject, 0L);
            if (was != is) {
                changes.addAll(rows(subject, was, is, ticks));
            }
        }
        return changes;
    }

    private static List<Subject> both(Map<Subject, Long> before, Map<Subject, Long> after) {
        List<Subject> both = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(subject -> !before.containsKey(subject)).forEach(both::add);
        return both;
    }

    /** A desk that lets nobody new in goes on so until it opens the next time. */
    private static List<Row> rows(Subject subject, long was, long is, long ticks) {
        int number = subject.number();
        return switch (subject.kind()) {
            case Timetable.OPEN -> {
                List<Row> rows = new ArrayList<>();
                if (is == 0 || was == 0) {
                    rows.add(new Row(ticks, is == 0 ? Timetable.CLOSE : Timetable.OPEN, number, 1, 0));
                }
                if (is == 2) {
                    rows.add(new Row(ticks, Timetable.LAST_ENTRY, number, 1, 0));
                }
                yield rows;
            }
            case Timetable.PORTAL_OPEN -> List.of(new Row(ticks, is == 1 ? Timetable.PORTAL_OPEN : Timetable.PORTAL_CLOSE, number, 1, 0));
            case Timetable.CAMPAIGN_START -> List.of(new Row(ticks, is == 1 ? Timetable.CAMPAIGN_START : Timetable.CAMPAIGN_STOP, number, 1, 0));
            case Timetable.SHIFT_START -> List.of(new Row(ticks, is == 1 ? Timetable.SHIFT_START : Timetable.SHIFT_END, number, 1, 0));
            default -> List.of(new Row(ticks, subject.kind(), number, 1, is));
        };
    }
}
