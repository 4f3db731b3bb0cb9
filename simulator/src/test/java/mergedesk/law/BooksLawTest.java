package mergedesk.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.dsol.reference.WildScenario;
import mergedesk.kernel.Both;
import mergedesk.kernel.Kernel;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.program.Tickets;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conservation and Little's law, exactly, on generated scenarios in which anything may happen. {@code -Dseed=17} repeats one.
 *
 * <p>Little's law of a window: the time integral of the number in a queue is the sum, over all who were ever in it, of the part of their stay that lies in
 * the window. It holds for every flow of a queue and so for the queue.
 */
class BooksLawTest {
    /** Letters and tickets that are put back for calls all day, and go on with others. */
    private static final String INTERRUPTED = """
            name: interrupted
            time: {start: 2026-04-06, length: 2 weeks}
            councils: {c: }
            services: {s: }
            channels: {phone: , post: {kind: deferred}}
            profiles: {office: {mon-fri: {"09:00": 1}}}
            flow_defaults: {council: c, service: s, desk: d, profile: office, work: {distribution: lognormal, mean: 5 min, cv: 1}}
            flows:
              calls: {volume: 2000 / week, patience: {distribution: exponential, mean: 5 min}}
              letters: {channel: post, volume: 300 / week, opening_backlog: {items: 20, oldest: 3 days}}
              faults: {channel: post, volume: 100 / week, resolve_within: 1 working day, ticket: {priority: {1: 20 %, 4: 80 %}, holds: [{chance: 50 %, after: {distribution: constant, mean: 1 min}, length: {distribution: exponential, mean: 3 h}}], reopen: {chance: 20 %, after: {distribution: exponential, mean: 5 h}}}}
            desks: {d: {opening: {mon-fri: 09:00-17:00}}}
            groups:
              slow: {desk: d, staffing: {mon-fri: {"09:00": 4, "12:00": 2, "13:00": 4, "17:00": 0}}, speed: {s: 0.9}, blend: {park: true, hand_over: 45 s}}
              shifts: {desk: d, shifts: [{agents: 3, start: "09:00", end: "17:00", breaks: [{at: "12:30", length: 30 min}]}], blend: {park: true, hand_over: 10 s}}
            """;

    @TempDir
    private Path folder;

    private Program program;
    private Bookkeeper books;
    private PieceBooks pieces;
    private List<RunSummary> summaries;
    private Scopes scopes;

    static LongStream seeds() {
        return Long.getLong("seed") != null ? LongStream.of(Long.getLong("seed")) : LongStream.range(100, 120);
    }

    static LongStream moreSeeds() {
        return LongStream.range(10_000, 10_000 + Integer.getInteger("scenarios", 1_000));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void booksBalance(long seed) throws IOException {
        check(seed);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("moreSeeds")
    void moreBooksBalance(long seed) throws IOException {
        check(seed);
    }

    @Test
    void booksBalanceWhereWorkIsPutBackAndHandedOver() {
        check(ScenarioCompiler.compile(ScenarioFile.of(INTERRUPTED, Path.of("interrupted.yaml")).scenario()), 1);
        assertThat(LongStream.of(pieces.seen()).boxed()).as("pieces finished, put back, handed over").allMatch(number -> number > 300);
    }

    private void check(long seed) throws IOException {
        check(ScenarioCompiler.compile(WildScenario.of(seed, folder).scenario()), seed);
    }

    private void check(Program of, long seed) {
        program = of;
        scopes = new Scopes(program);
        try {
            run(seed);
            for (int flow = 0; flow < program.flowCount(); flow++) {
                contactsAreConserved(flow);
                peopleAreConserved(flow);
                littlesLaw(flow);
                deferredWorkIsConserved(flow);
            }
            ticketsAreConserved();
            agentsAreBusyAsLongAsWorkLasts();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("generated scenario, repeated with -Dseed=" + seed, e);
        }
    }

    private void run(long seed) {
        Totals[] totals = new Totals[1];
        Kernel kernel = new Kernel(program, state -> {
            totals[0] = new Totals(state);
            books = new Bookkeeper(state);
            pieces = new PieceBooks(state);
            return new Both(totals[0], new Both(books, pieces));
        });
        kernel.reset(seed, 0);
        kernel.runUntil(Ticks.NEVER);
        summaries = totals[0].finish();
    }

    private long total(Scopes.Kind kind, int index, int... columns) {
        int row = scopes.row(kind, index);
        long sum = 0;
        for (RunSummary summary : summaries) {
            for (int column : columns) {
                sum += summary.total(row, column);
            }
        }
        return sum;
    }

    private long flow(int flow, int... columns) {
        return total(Scopes.Kind.FLOW, flow, columns);
    }

    private void contactsAreConserved(int flow) {
        assertThat(flow(flow, Count.OUTCOMES.stream().mapToInt(Integer::intValue).toArray()) + books.left(Bookkeeper.Place.WAITING, flow, false))
                .as("offered = what became of them + still waiting, flow %d", flow)
                .isEqualTo(flow(flow, Count.OFFERED));
    }

    private void peopleAreConserved(int flow) {
        long ended = flow(flow, Count.PERSON_OUTCOMES.stream().mapToInt(Integer::intValue).toArray());
        assertThat(ended + books.left(null, flow, true)).as("people, flow %d", flow).isEqualTo(flow(flow, Count.PERSONS));
        if (!program.horizon().cut()) {
            assertThat(flow(flow, Count.PERSONS, Count.RETRIED, Count.CAME_BACK) - books.left(Bookkeeper.Place.AWAY, flow, false))
                    .as("every attempt is a first one or follows one, flow %d", flow)
                    .isEqualTo(flow(flow, Count.OFFERED, Count.TURNED_AWAY));
        }
    }

    private void littlesLaw(int flow) {
        Program.Horizon horizon = program.horizon();
        long stop = horizon.cut() ? horizon.endTick() : Math.max(horizon.endTick(), books.lastTick());
        List<Bookkeeper.Stay> stays = new ArrayList<>(books.stays());
        stays.addAll(books.unended(stop));
        long inside = 0;
        for (Bookkeeper.Stay stay : stays) {
            long from = Math.max(stay.fromTick(), horizon.warmUpEndTick());
            inside += stay.flow() == flow ? Math.max(0, Math.min(stay.toTick(), stop) - from) : 0;
        }
        assertThat(flow(flow, Count.QUEUE, Count.QUEUE_AFTER)).as("Little's law, flow %d", flow).isEqualTo(inside);
    }

    private void deferredWorkIsConserved(int flow) {
        if (program.isDeferred(flow)) {
            long end = pieces.openAtEnd(flow);
            assertThat(last(Scopes.Kind.FLOW, flow, Count.BACKLOG_END)).as("open at the end, flow %d", flow).isEqualTo(end);
            assertThat(pieces.openAtStart(flow) + flow(flow, Count.RECEIVED, Count.REOPENED)).as("opening + received + reopened = finished + open, flow %d", flow).isEqualTo(flow(flow, Count.FINISHED) + end);
        }
    }

    private void ticketsAreConserved() {
        for (int priority = 1; program.tickets().any() && priority <= Tickets.PRIORITIES; priority++) {
            long end = pieces.openAtEndOf(priority);
            assertThat(last(Scopes.Kind.PRIORITY, priority - 1, Count.BACKLOG_END)).as("open at the end, P%d", priority).isEqualTo(end);
            assertThat(pieces.openAtStartOf(priority) + total(Scopes.Kind.PRIORITY, priority - 1, Count.RECEIVED, Count.REOPENED))
                    .as("opening + received + reopened = finished + open, P%d", priority)
                    .isEqualTo(total(Scopes.Kind.PRIORITY, priority - 1, Count.FINISHED) + end);
        }
    }

    /** Of a column that says how much there is at the end. */
    private long last(Scopes.Kind kind, int index, int column) {
        return summaries.get(summaries.size() - 1).total(scopes.row(kind, index), column);
    }

    private void agentsAreBusyAsLongAsWorkLasts() {
        for (int group = 0; group < program.groupCount(); group++) {
            if (!program.horizon().cut()) { // otherwise some work lies outside the window
                long busy = total(Scopes.Kind.GROUP, group, Count.TALKING, Count.TALKING_AFTER, Count.WRAPPING, Count.WRAPPING_AFTER);
                long work = total(Scopes.Kind.GROUP, group, Count.TALK, Count.WRAP) + books.outboundTicks(group);
                boolean severalAtOnce = program.groups().chats().hands(group) > 1; // an agent with any is busy once
                assertThat(busy).as("group %d", group).isBetween(severalAtOnce ? 0 : work, work);
            }
            assertThat(total(Scopes.Kind.GROUP, group, Count.WORKING)).as("time with deferred work and dials, group %d", group).isEqualTo(pieces.workingTicks(group));
            long present = total(Scopes.Kind.GROUP, group, Count.PRESENT);
            assertThat(total(Scopes.Kind.GROUP, group, Count.TALKING, Count.WRAPPING, Count.WORKING)).as("group %d", group).isLessThanOrEqualTo(present);
            assertThat(total(Scopes.Kind.GROUP, group, Count.SCHEDULED)).as("group %d", group).isLessThanOrEqualTo(present);
        }
    }
}
