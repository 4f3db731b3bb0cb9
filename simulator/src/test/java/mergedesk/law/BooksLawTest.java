package mergedesk.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.dsol.reference.WildScenario;
import mergedesk.kernel.Both;
import mergedesk.kernel.Kernel;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Tag;
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
    @TempDir
    private Path folder;

    private Program program;
    private Bookkeeper books;
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

    private void check(long seed) throws IOException {
        program = ScenarioCompiler.compile(WildScenario.of(seed, folder).scenario());
        scopes = new Scopes(program);
        try {
            run(seed);
            for (int flow = 0; flow < program.flowCount(); flow++) {
                contactsAreConserved(flow);
                peopleAreConserved(flow);
                littlesLaw(flow);
            }
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
            return new Both(totals[0], books);
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
            assertThat(flow(flow, Count.PERSONS, Count.RETRIED) - books.left(Bookkeeper.Place.AWAY, flow, false))
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

    private void agentsAreBusyAsLongAsWorkLasts() {
        for (int group = 0; group < program.groupCount(); group++) {
            if (!program.horizon().cut()) { // otherwise some work lies outside the window
                long busy = total(Scopes.Kind.GROUP, group, Count.TALKING, Count.TALKING_AFTER, Count.WRAPPING, Count.WRAPPING_AFTER);
                long work = total(Scopes.Kind.GROUP, group, Count.TALK, Count.WRAP) + books.outboundTicks(group);
                boolean severalAtOnce = program.groups().chats().hands(group) > 1; // an agent with any is busy once
                assertThat(busy).as("group %d", group).isBetween(severalAtOnce ? 0 : work, work);
            }
            long present = total(Scopes.Kind.GROUP, group, Count.PRESENT);
            assertThat(total(Scopes.Kind.GROUP, group, Count.TALKING, Count.WRAPPING)).as("group %d", group).isLessThanOrEqualTo(present);
            assertThat(total(Scopes.Kind.GROUP, group, Count.SCHEDULED)).as("group %d", group).isLessThanOrEqualTo(present);
        }
    }
}
