package mergedesk.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import mergedesk.kernel.Both;
import mergedesk.kernel.Kernel;
import mergedesk.kernel.Script;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.program.Timetable;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run leaves, against a slow count of its event trace by the definitions of the measures. */
class TotalsTest {
    private static final long SLOT = 1_800_000_000L;
    private static final int SLOTS = 336;

    private static final class Attempt {
        private final int flow;
        private final long arrival;
        private int agent = -1;
        private long queued = -1;
        private long answered = -1;
        private long abandoned = -1;
        private long talkEnd = -1;
        private long wrapEnd = -1;
        private boolean turnedAway;
        private boolean blocked;
        private boolean balked;
        private boolean returns;

        Attempt(int flow, long arrival) {
            this.flow = flow;
            this.arrival = arrival;
        }

        long waitTicks() {
            return balked ? 0 : (answered >= 0 ? answered : abandoned) - arrival;
        }
    }

    /** One run, traced and counted. */
    private static final class Run {
        private final Program program;
        private final List<RunSummary> summaries;
        private final Scopes scopes;
        private final Map<String, List<Attempt>> people = new LinkedHashMap<>();
        private final long from;
        private final long end;

        Run(Script script, int replication) {
            this(script, replication, ContactCounts.FEW);
        }

        Run(Script script, int replication, int few) {
            this(script, replication, few, KeptRows::all);
        }

        Run(Script script, int replication, int few, Function<Scopes, KeptRows> kept) {
            program = script.compile();
            scopes = new Scopes(program);
            from = program.horizon().warmUpEndTick();
            end = program.horizon().endTick();
            Totals[] totals = new Totals[1];
            Kernel kernel = new Kernel(
                    program, state -> new Both(new Trace(state, line -> read(line.toString())), totals[0] = new Totals(state, kept.apply(scopes), few)));
            kernel.reset(7, replication);
            kernel.runUntil(Ticks.NEVER);
            summaries = totals[0].finish();
        }

        private void read(String line) {
            String[] columns = line.split(",", -1);
            long tick = Long.parseLong(columns[0]);
            int at = columns[3].lastIndexOf(':');
            List<Attempt> attempts = people.computeIfAbsent(columns[3].substring(0, at), person -> new ArrayList<>());
            if (columns[2].equals("offered") || columns[2].equals("turned_away")) {
                attempts.add(new Attempt(Integer.parseInt(columns[3].substring(0, columns[3].indexOf(':'))), tick));
            }
            assertThat(attempts).hasSize(Integer.parseInt(columns[3].substring(at + 1)) + 1);
            Attempt attempt = attempts.get(attempts.size() - 1);
            switch (columns[2]) {
                case "offered", "gave_up" -> {}
                case "turned_away" -> attempt.turnedAway = true;
                case "blocked" -> attempt.blocked = true;
                case "balked" -> attempt.balked = true;
                case "queued" -> attempt.queued = tick;
                case "answered" -> {
                    attempt.answered = tick;
                    attempt.agent = Integer.parseInt(columns[4]);
                }
                case "abandoned" -> attempt.abandoned = tick;
                case "will_return" -> attempt.returns = true;
                case "talk_ended" -> attempt.talkEnd = tick;
                case "wrap_ended" -> attempt.wrapEnd = tick;
                default -> throw new AssertionError(line);
            }
        }

        private boolean drains() {
            return !program.horizon().cut();
        }

        /** Slot of the week that an attempt at this tick counts for; SLOTS after the end of a run that drains, -1 for not at all. */
        private int slot(long tick) {
            if (tick >= end) {
                return drains() ? SLOTS : -1;
            }
            return tick < from ? -1 : (int) (tick / SLOT % SLOTS);
        }

        private int group(int agent) {
            int group = 0;
            while (program.groups().firstAgent()[group + 1] <= agent) {
                group++;
            }
            return group;
        }
    }

    /** Rows of {@link Scopes}, counted anew. */
    private static final class Expected {
        private static final int[] NOT_IN_TRACE = {Count.SCHEDULED, Count.PRESENT, Count.SCHEDULED_AFTER, Count.PRESENT_AFTER, Count.SCHEDULED_OPEN, Count.WINDOW};

        private final Run run;
        private final Map<Integer, long[]> rows = new HashMap<>();
        private final Map<List<Integer>, long[]> rowsInSlots = new HashMap<>(); // by slot of the week and row
        private final List<List<long[]>> openings;
        private final int[][] bins;
        private final int[][] dayCounts; // [desk × 2 + (offered, within)][day]

        Expected(Run run) {
            this.run = run;
            bins = new int[run.program.flowCount()][WaitBins.BINS];
            dayCounts = new int[2 * run.program.deskCount()][run.program.calendar().dayCount()];
            openings = openings(run.program);
            for (List<Attempt> attempts : run.people.values()) {
                attempts.forEach(this::count);
                countPerson(attempts);
            }
            countOpenTime();
        }

        /** By desk, from when to when it is open. */
        private static List<List<long[]>> openings(Program program) {
            List<List<long[]>> openings = new ArrayList<>();
            for (int desk = 0; desk < program.deskCount(); desk++) {
                openings.add(new ArrayList<>());
            }
            for (Timetable.Walk step = new Timetable.Walk(program); step.tick() < Ticks.NEVER; step.next()) {
                if (step.action() == Timetable.OPEN) {
                    openings.get(step.subject()).add(new long[] {step.tick(), Ticks.NEVER});
                } else if (step.action() == Timetable.CLOSE) {
                    List<long[]> ofDesk = openings.get(step.subject());
                    ofDesk.get(ofDesk.size() - 1)[1] = step.tick();
                }
            }
            return openings;
        }

        /** How long any of the desks is open between the ticks. */
        private long openTicks(IntPredicate desks, long fromTick, long toTick) {
            long sum = 0;
            long done = fromTick;
            List<long[]> all = IntStream.range(0, openings.size()).filter(desks).mapToObj(openings::get).flatMap(List::stream)
                    .sorted(Comparator.comparingLong(opening -> opening[0])).toList();
            for (long[] opening : all) {
                sum += Math.max(0, Math.min(toTick, opening[1]) - Math.max(done, opening[0]));
                done = Math.max(done, Math.min(toTick, opening[1]));
            }
            return sum;
        }

        private void countOpenTime() {
            int[] flowDesk = run.program.contacts().flowDesk();
            int[] groupDesk = run.program.groups().desk();
            int[][] flowOf = {run.program.names().flowCouncil(), run.program.contacts().flowService(), run.program.names().flowChannel()};
            for (Scopes.Row row : run.scopes.rows()) {
                IntPredicate desks = desk -> switch (row.kind()) {
                    case OVERALL, INTERVAL, APPLICATION -> true;
                    case PRIORITY, ROOM, DATACENTRE -> false;
                    case DESK -> desk == row.index();
                    case FLOW -> desk == flowDesk[row.index()];
                    case GROUP -> desk == groupDesk[row.index()];
                    case COUNCIL -> has(flowOf[0], flowDesk, row.index(), desk) || has(run.program.groups().employer(), groupDesk, row.index(), desk);
                    case SERVICE -> has(flowOf[1], flowDesk, row.index(), desk);
                    case CHANNEL -> has(flowOf[2], flowDesk, row.index(), desk);
                };
                addTime(run.from, run.end, (slot, begin, stop) -> {
                    if (row.kind() != Kind.INTERVAL || slot == row.index()) {
                        add(row.kind(), row.index(), Count.OPEN, openTicks(desks, begin, stop));
                    }
                    addIn(slot, row.kind(), row.index(), Count.OPEN, openTicks(desks, begin, stop));
                });
            }
        }

        private static boolean has(int[] of, int[] desks, int index, int desk) {
            return IntStream.range(0, of.length).anyMatch(i -> of[i] == index && desks[i] == desk);
        }

        private void add(Kind kind, int index, int column, long number) {
            rows.computeIfAbsent(run.scopes.row(kind, index), row -> new long[Count.COLUMNS])[column] += number;
        }

        private void addIn(int slot, Kind kind, int index, int column, long number) {
            if (slot < SLOTS && number != 0) {
                rowsInSlots.computeIfAbsent(List.of(slot, run.scopes.row(kind, index)), row -> new long[Count.COLUMNS])[column] += number;
            }
        }

        private void addContact(int flow, int slot, int column, long number) {
            if (slot < 0) {
                return;
            }
            add(Kind.OVERALL, 0, column, number);
            add(Kind.COUNCIL, run.program.names().flowCouncil()[flow], column, number);
            add(Kind.SERVICE, run.program.contacts().flowService()[flow], column, number);
            add(Kind.CHANNEL, 0, column, number);
            add(Kind.DESK, run.program.contacts().flowDesk()[flow], column, number);
            add(Kind.FLOW, flow, column, number);
            if (slot < SLOTS) {
                add(Kind.INTERVAL, slot, column, number);
            }
            addIn(slot, Kind.OVERALL, 0, column, number);
            addIn(slot, Kind.COUNCIL, run.program.names().flowCouncil()[flow], column, number);
            addIn(slot, Kind.SERVICE, run.program.contacts().flowService()[flow], column, number);
            addIn(slot, Kind.DESK, run.program.contacts().flowDesk()[flow], column, number);
        }

        private interface Piece {
            void count(int slot, long fromTick, long toTick);
        }

        private void addTime(long fromTick, long toTick, Piece to) {
            long tick = Math.max(fromTick, run.from);
            while (tick < toTick) {
                long next = Math.min(toTick, tick >= run.end ? Ticks.NEVER : Math.min((tick / SLOT + 1) * SLOT, run.end));
                if (run.slot(tick) >= 0) {
                    to.count(run.slot(tick), tick, next);
                }
                tick = next;
            }
        }

        private void addLevel(int agent, int column, int columnAfter, long fromTick, long toTick) {
            int group = run.group(agent);
            int desk = run.program.groups().desk()[group];
            addTime(fromTick, toTick, (slot, begin, stop) -> {
                addLevel(group, slot, slot == SLOTS ? columnAfter : column, stop - begin);
                if (slot < SLOTS) {
                    addLevel(group, slot, Count.BUSY_OPEN, openTicks(d -> d == desk, begin, stop));
                }
            });
        }

        private void addLevel(int group, int slot, int to, long ticks) {
            int employer = run.program.groups().employer()[group];
            add(Kind.OVERALL, 0, to, ticks);
            add(Kind.DESK, run.program.groups().desk()[group], to, ticks);
            add(Kind.GROUP, group, to, ticks);
            if (employer >= 0) {
                add(Kind.COUNCIL, employer, to, ticks);
            }
            if (slot < SLOTS) {
                add(Kind.INTERVAL, slot, to, ticks);
            }
            addIn(slot, Kind.OVERALL, 0, to, ticks);
            addIn(slot, Kind.DESK, run.program.groups().desk()[group], to, ticks);
        }

        private void count(Attempt a) {
            int slot = run.slot(a.arrival);
            int flow = a.flow;
            int desk = run.program.contacts().flowDesk()[flow];
            long target = run.program.contacts().answerWithinTicks()[flow];
            if (a.queued >= 0) {
                addTime(a.queued, a.answered >= 0 ? a.answered : a.abandoned, (at, begin, stop) -> {
                    addContact(flow, at, at == SLOTS ? Count.QUEUE_AFTER : Count.QUEUE, stop - begin);
                    addContact(flow, at, Count.QUEUE_OPEN, at == SLOTS ? 0 : openTicks(d -> d == desk, begin, stop));
                });
            }
            if (a.answered >= 0) {
                addLevel(a.agent, Count.TALKING, Count.TALKING_AFTER, a.answered, a.talkEnd);
                addLevel(a.agent, Count.WRAPPING, Count.WRAPPING_AFTER, a.talkEnd, a.wrapEnd);
            }
            if (slot < 0) {
                return;
            }
            addContact(flow, slot, a.turnedAway ? Count.TURNED_AWAY : Count.OFFERED, 1);
            if (a.blocked) {
                addContact(flow, slot, Count.BLOCKED, 1);
            }
            if (a.balked || a.queued >= 0) {
                addContact(flow, slot, Count.DELAYED, 1);
            }
            if (a.balked) {
                addContact(flow, slot, Count.BALKED, 1);
            }
            if (a.returns) {
                addContact(flow, slot, Count.RETRIED, 1);
            }
            if (a.balked || a.abandoned >= 0) {
                addContact(flow, slot, Count.ABANDONED, 1);
                addContact(flow, slot, Count.WAIT_ABANDONED, a.waitTicks());
                addContact(flow, slot, Count.ABANDONED_WITHIN, a.waitTicks() <= target ? 1 : 0);
                addContact(flow, slot, Count.ABANDONED_SHORT, a.waitTicks() < run.program.desks().shortAbandonTicks()[desk] ? 1 : 0);
            }
            if (a.answered >= 0) {
                int within = a.waitTicks() <= target ? 1 : 0;
                int[] employers = run.program.groups().employer();
                int own = employers[run.group(a.agent)] == run.program.names().flowCouncil()[flow] ? 1 : 0;
                int any = Arrays.stream(employers).anyMatch(council -> council >= 0) ? 1 : 0;
                long[] columns = {1, within, a.waitTicks(), a.talkEnd - a.answered, a.wrapEnd < 0 ? 0 : a.wrapEnd - a.talkEnd, own, any};
                int[] names = {Count.ANSWERED, Count.ANSWERED_WITHIN, Count.WAIT_ANSWERED, Count.TALK, Count.WRAP, Count.ANSWERED_OWN, Count.ANSWERED_WITH_EMPLOYERS};
                for (int i = 0; i < names.length; i++) {
                    addContact(flow, slot, names[i], columns[i]);
                    add(Kind.GROUP, run.group(a.agent), names[i], columns[i]);
                }
                bins[flow][WaitBins.of(a.waitTicks())]++;
            }
            if (slot < SLOTS && !a.turnedAway) {
                int day = (int) (a.arrival / (48 * SLOT));
                dayCounts[2 * desk][day]++;
                dayCounts[2 * desk + 1][day] += a.answered >= 0 && a.waitTicks() <= target ? 1 : 0;
            }
        }

        private void countPerson(List<Attempt> attempts) {
            Attempt first = attempts.get(0);
            Attempt last = attempts.get(attempts.size() - 1);
            int slot = run.slot(first.arrival);
            int flow = first.flow;
            int desk = run.program.contacts().flowDesk()[flow];
            addContact(flow, slot, Count.PERSONS, 1);
            if (last.returns) {
                return; // the run ended in between
            }
            long wait = attempts.stream().filter(a -> a.balked || a.answered >= 0 || a.abandoned >= 0).mapToLong(Attempt::waitTicks).sum();
            int within = wait <= run.program.contacts().answerWithinTicks()[flow] ? 1 : 0;
            if (last.answered >= 0) {
                addContact(flow, slot, Count.PERSONS_ANSWERED, 1);
                addContact(flow, slot, Count.PERSONS_ANSWERED_WITHIN, within);
            } else if (last.turnedAway) {
                addContact(flow, slot, Count.PERSONS_TURNED_AWAY, 1);
            } else if (last.blocked) {
                addContact(flow, slot, Count.PERSONS_BLOCKED, 1);
            } else if (last.balked || last.abandoned >= 0) {
                addContact(flow, slot, Count.PERSONS_ABANDONED, 1);
                addContact(flow, slot, Count.PERSONS_ABANDONED_WITHIN, within);
                addContact(flow, slot, Count.PERSONS_ABANDONED_SHORT, wait < run.program.desks().shortAbandonTicks()[desk] ? 1 : 0);
            }
        }

        /** What was counted by interval of the week in the row. */
        void assertSameIn(int slot, int row) {
            long[] counted = new long[Count.COLUMNS];
            Arrays.setAll(counted, column -> run.summaries.get(0).by(Period.INTERVAL).get(slot).total(row, column));
            for (int column : NOT_IN_TRACE) {
                counted[column] = 0;
            }
            assertThat(counted).as("%s in slot %d", run.scopes.rows().get(row), slot).isEqualTo(rowsInSlots.getOrDefault(List.of(slot, row), new long[Count.COLUMNS]));
        }

        /** Scheduled and present time are not in the trace: scripts of the workforce have them. */
        void assertSame() {
            for (int row = 0; row < run.scopes.rows().size(); row++) {
                long[] counted = new long[Count.COLUMNS];
                for (RunSummary summary : run.summaries) {
                    for (int column = 0; column < Count.COLUMNS; column++) {
                        counted[column] += summary.total(row, column);
                    }
                }
                for (int column : NOT_IN_TRACE) {
                    counted[column] = 0;
                }
                assertThat(counted).as("%s", run.scopes.rows().get(row)).isEqualTo(rows.getOrDefault(row, new long[Count.COLUMNS]));
            }
            for (int flow = 0; flow < bins.length; flow++) {
                int[] counted = new int[WaitBins.BINS];
                for (RunSummary summary : run.summaries) {
                    for (int i = 0; i < summary.waitBins()[flow].length; i++) {
                        counted[summary.waitBins()[flow][i]] += summary.waitCounts()[flow][i];
                    }
                }
                assertThat(counted).isEqualTo(bins[flow]);
            }
        }

        /** Days of one desk by whole percent answered within T. */
        int[] days(int desk) {
            int[] days = new int[101];
            for (int day = 0; day < dayCounts[0].length; day++) {
                int offered = dayCounts[2 * desk][day];
                if (offered > 0) {
                    days[100 * dayCounts[2 * desk + 1][day] / offered]++;
                }
            }
            return days;
        }
    }

    /** Flows count the same whether they share cells or not, and so do batches and people who try again. */
    @Test
    void flowsThatShareCellsCountTheSame() {
        for (String time : List.of("length: 43 h", "length: 4 days, end: cut, warm_up: 20 h, batches: 3")) {
            Run apart = new Run(Script.everything(time), 3, Integer.MAX_VALUE);
            Run together = new Run(Script.everything(time), 3, 0);
            new Expected(together).assertSame();
            for (int batch = 0; batch < apart.summaries.size(); batch++) {
                assertThat(together.summaries.get(batch)).usingRecursiveComparison().isEqualTo(apart.summaries.get(batch));
            }
        }
    }

    /**
     * Every interval of the week of every council, service and desk, whether flows share cells or not (two of the same desk and of different councils would); nine days, so that some begin
     * more than once.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, Integer.MAX_VALUE})
    void intervalsAreKnownByPlace(int few) {
        List<Kind> kinds = List.of(Kind.OVERALL, Kind.COUNCIL, Kind.SERVICE, Kind.DESK);
        Script script = Script.everything("length: 9 days, end: cut, warm_up: 20 h")
                .volume("d", "council: north, service: tax, volume: 200 / day, profile: day, work: {distribution: exponential, mean: 2 min}");
        Run run = new Run(script, 2, few, scopes -> new KeptRows(
                new int[] {0}, true, Map.of(Period.INTERVAL, IntStream.range(0, scopes.rows().size()).filter(row -> kinds.contains(scopes.rows().get(row).kind())).toArray())));
        Expected expected = new Expected(run);
        assertThat(run.summaries.get(0).by(Period.INTERVAL)).hasSize(SLOTS);
        for (int row = 0; row < run.scopes.row(Kind.INTERVAL, 0); row++) {
            for (int slot = 0; kinds.contains(run.scopes.rows().get(row).kind()) && slot < SLOTS; slot++) {
                expected.assertSameIn(slot, row);
            }
        }
        assertThat(expected.rowsInSlots).hasSizeGreaterThan(1_000);
    }

    /** Of what is closed, and counts nothing, there is no row; agents' time of two desks is that of both together. */
    @Test
    void intervalsOfDesksAddUp() {
        Run run = new Run(Script.everything("length: 9 days"), 2);
        List<RunSummary> slots = run.summaries.get(0).by(Period.INTERVAL);
        int desks = run.program.deskCount();
        assertThat(desks).isGreaterThan(1);
        for (int slot = 0; slot < SLOTS; slot++) {
            for (int column = 0; column < Count.WINDOW; column++) {
                long sum = 0;
                for (int desk = 0; desk < desks; desk++) {
                    sum += slots.get(slot).total(run.scopes.row(Kind.DESK, desk), column);
                }
                assertThat(sum).isEqualTo(run.summaries.get(0).total(run.scopes.row(Kind.INTERVAL, slot), column));
            }
        }
        assertThat(slots).anyMatch(slot -> slot.rows().length == desks).anyMatch(slot -> slot.rows().length < desks);
    }

    /** Rows that are kept do not depend on those that are not. */
    @Test
    void keepsSomeRowsOnly() {
        Script script = Script.everything("length: 4 days, end: cut, warm_up: 20 h, batches: 3");
        Run whole = new Run(script, 1);
        IntPredicate wanted = row -> row % 3 == 1;
        int rows = whole.scopes.rows().size();
        Run part = new Run(script, 1, ContactCounts.FEW, scopes -> new KeptRows(IntStream.range(0, rows).filter(wanted).toArray(), false));
        int found = 0;
        for (int batch = 0; batch < 3; batch++) {
            RunSummary some = part.summaries.get(batch);
            assertThat(some.waitBins()).isEmpty();
            assertThat(some.days()).isEmpty();
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < Count.COLUMNS; column++) {
                    assertThat(some.total(row, column)).isEqualTo(wanted.test(row) ? whole.summaries.get(batch).total(row, column) : 0);
                }
                found += some.has(row) ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThan(60);
    }

    /** What the scenario has not takes no room: summaries of chats have three columns more than those of calls alone. */
    @Test
    void keepsNoColumnsOfWhatTheScenarioHasNot() {
        Script calls = new Script().calls("a", "work: " + Script.seconds(60), 10).agents("team", "staffing: 1");
        Script chats = new Script()
                .with("channels: {chat: {kind: chat}}")
                .calls("a", "channel: chat, work: " + Script.seconds(60), 10)
                .agents("team", "staffing: 1, chats: {most: 2, speed_by_load: [1, 0.5]}");
        RunSummary plain = calls.summarise().summaries.get(0);
        RunSummary more = chats.summarise().summaries.get(0);
        assertThat(new Scopes(calls.compile()).columnCount()).isLessThan(Count.RARE - 15);
        assertThat(new Scopes(chats.compile()).columnCount()).isEqualTo(new Scopes(calls.compile()).columnCount() + 3);
        assertThat(plain.numbers()).hasSize(plain.rows().length * new Scopes(calls.compile()).columnCount());
        assertThat(plain.total(0, Count.CHATS)).isZero();
        assertThat(more.total(0, Count.CHATS)).isEqualTo(60 * Ticks.PER_SECOND);
        assertThat(more.total(0, Count.COLUMNS - 1)).isZero();
    }

    @Test
    void countsADrainedRunAsItsTraceDoes() {
        for (String time : List.of("length: 3 days", "length: 43 h", "length: 9 days", "length: 2110 min")) {
            Run run = new Run(Script.everything(time), 4);
            Expected expected = new Expected(run);
            expected.assertSame();
            assertThat(run.summaries).hasSize(1);
            assertThat(run.summaries.get(0).days()[0]).as("days of %s", time).isEqualTo(expected.days(0));
            assertThat(run.summaries.get(0).total(0, Count.WINDOW)).isEqualTo(run.end);
            for (int column = 0; column < Count.PERSONS_TURNED_AWAY; column++) {
                assertThat(run.summaries.get(0).total(0, column)).as("column %s is tested", column).isPositive();
            }
        }
    }

    /** Doors that turn within an interval, between which people wait: the queue and the work of after hours are not of open time. */
    @Test
    void countsOpenTimeToTheTick() {
        for (String atClose : List.of("serve", "keep")) {
            for (String time : List.of("length: 3 days", "length: 4 days, end: cut, warm_up: 20 h, batches: 5")) {
                Script script = Script.everything(time)
                        .desk("desk", "opening: {daily: \"08:07-17:43\"}, at_close: " + atClose)
                        .desk("night", "opening: {daily: \"09:11-12:31, 13:02-23:47\"}, at_close: " + atClose)
                        .agents("theirs", "employer: south, shifts: [{agents: 2, days: daily, start: \"08:10\", end: \"17:40\", breaks: [{at: \"12:00\", length: 30 min}]}]");
                Run run = new Run(script, 5);
                new Expected(run).assertSame();
                RunSummary all = RunSummary.sum(run.summaries);
                assertThat(all.total(0, Count.QUEUE_OPEN)).isPositive().isLessThan(all.total(0, Count.QUEUE));
                assertThat(all.total(0, Count.BUSY_OPEN)).isPositive().isLessThan(all.total(0, Count.TALKING) + all.total(0, Count.WRAPPING));
                assertThat(all.total(0, Count.OPEN)).isPositive().isLessThan(all.total(0, Count.WINDOW));
            }
        }
    }

    @Test
    void countsACutRunAsItsTraceDoesAndBatchesAddUpToTheWhole() {
        RunSummary[] wholes = new RunSummary[2];
        for (int batches : new int[] {1, 5}) {
            Run run = new Run(Script.everything("length: 4 days, end: cut, warm_up: 20 h, batches: " + batches), 2);
            new Expected(run).assertSame();
            assertThat(run.summaries).hasSize(batches);
            wholes[batches / 5] = run.summaries.get(0);
            for (RunSummary batch : run.summaries) {
                assertThat(batch.total(0, Count.WINDOW)).isEqualTo((run.end - run.from) / batches);
            }
            if (batches == 5) {
                RunSummary sum = RunSummary.sum(run.summaries);
                assertThat(sum.rows()).isEqualTo(wholes[0].rows());
                assertThat(sum.numbers()).isEqualTo(wholes[0].numbers());
            }
        }
    }

    /** Contacts in a batch's window: by arrival for what arrives, by moment for levels. */
    @Test
    void dividesACutRunIntoBatches() {
        Run run = new Run(Script.everything("length: 4 days, end: cut, warm_up: 20 h, batches: 4"), 0);
        long length = (run.end - run.from) / 4;
        for (int batch = 0; batch < 4; batch++) {
            long begin = run.from + batch * length;
            long offered = run.people.values().stream().flatMap(List::stream)
                    .filter(a -> !a.turnedAway && a.arrival >= begin && a.arrival < begin + length).count();
            long talking = run.people.values().stream().flatMap(List::stream).filter(a -> a.answered >= 0)
                    .mapToLong(a -> Math.max(0, Math.min(a.talkEnd, begin + length) - Math.max(a.answered, begin))).sum();
            assertThat(run.summaries.get(batch).total(0, Count.OFFERED)).isEqualTo(offered);
            assertThat(run.summaries.get(batch).total(0, Count.TALKING)).isEqualTo(talking);
        }
    }

    @Test
    void followsEveryPersonWhoCountsToTheOutcome() {
        for (int replication = 0; replication < 8; replication++) {
            Run run = new Run(Script.everything("length: 35 h, end: cut, warm_up: 10 h"), replication);
            assertPeopleHaveOutcomes(run.summaries.get(0));
        }
    }

    private static void assertPeopleHaveOutcomes(RunSummary sum) {
        assertThat(sum.total(0, Count.PERSONS)).isEqualTo(sum.total(0, Count.PERSONS_ANSWERED) + sum.total(0, Count.PERSONS_ABANDONED)
                + sum.total(0, Count.PERSONS_BLOCKED) + sum.total(0, Count.PERSONS_TURNED_AWAY));
    }

    @Test
    void conservesContactsAndPeople() {
        Run run = new Run(Script.everything("length: 5 days"), 1);
        RunSummary sum = run.summaries.get(0);
        assertPeopleHaveOutcomes(sum);
        assertThat(sum.total(0, Count.OFFERED))
                .isEqualTo(sum.total(0, Count.ANSWERED) + sum.total(0, Count.ABANDONED) + sum.total(0, Count.BLOCKED));
        assertThat(sum.total(0, Count.OFFERED) + sum.total(0, Count.TURNED_AWAY))
                .isEqualTo(sum.total(0, Count.PERSONS) + sum.total(0, Count.RETRIED));
        assertThat(sum.total(0, Count.PRESENT)).isGreaterThanOrEqualTo(sum.total(0, Count.TALKING) + sum.total(0, Count.WRAPPING));
    }
}
