package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Replicator;
import mergedesk.experiment.Summaries;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.results.Comparison;
import mergedesk.results.Scope;
import mergedesk.stats.Erlang;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold in every run, whatever the numbers. Identities are checked in ticks and counts, so they are exact. */
class LawTest {
    private static final int REPLICATIONS = 5;
    private static final Path COUNCILS = Path.of("..", "scenarios", "councils");

    /** Some replications of a scenario that drains. */
    record Runs(Program program, Scopes scopes, List<RunSummary> summaries) {
        static Runs of(Path path, int replications, String... sets) {
            Program program = ScenarioCompiler.compile(ScenarioFile.read(path, List.of(sets)).scenario());
            try (Replicator replicator = new Replicator(program, 1, OracleRun.THREADS, Watcher.NONE)) {
                List<RunSummary> summaries = Summaries.of(replicator, replications).stream().flatMap(List::stream).toList();
                return new Runs(program, new Scopes(program), summaries);
            }
        }

        /** Sums of columns, by row of some kinds of scope, in every replication. */
        void forEach(List<Kind> kinds, Check check) {
            for (RunSummary run : summaries) {
                for (int row = 0; row < scopes.rows().size(); row++) {
                    if (kinds.contains(scopes.rows().get(row).kind())) {
                        check.row(run, row, scopes.rows().get(row) + " in replication " + run.replication());
                    }
                }
            }
        }
    }

    private interface Check {
        void row(RunSummary run, int row, String where);
    }

    private static final List<Kind> CONTACTS = List.of(Kind.OVERALL, Kind.COUNCIL, Kind.SERVICE, Kind.CHANNEL, Kind.DESK, Kind.FLOW);

    static Stream<Runs> drained() {
        return Stream.of(
                Runs.of(Bytes.EVERYTHING, REPLICATIONS),
                Runs.of(Bytes.ORACLES.resolve("01_mmc_day.yaml"), REPLICATIONS),
                Runs.of(Bytes.ORACLES.resolve("04_ssj_callcentre_alpha400.yaml"), REPLICATIONS),
                Runs.of(Bytes.ORACLES.resolve("07_simplemsk.yaml"), REPLICATIONS),
                Runs.of(Bytes.ORACLES.resolve("erlang-b.yaml"), 1, "time.end=drain", "time.warm_up=0 s", "time.batches=1", "time.length=2 days"),
                Runs.of(COUNCILS.resolve("cheshire/unmerged.yaml"), 1, "time.length=4 weeks"),
                Runs.of(COUNCILS.resolve("cheshire/merged.yaml"), 1, "time.length=4 weeks"));
    }

    @ParameterizedTest
    @MethodSource("drained")
    void contactsAreConserved(Runs runs) {
        runs.forEach(CONTACTS, (run, row, where) -> {
            assertThat(Count.OUTCOMES.stream().mapToLong(column -> run.total(row, column)).sum())
                    .as("offered = what became of them, %s", where)
                    .isEqualTo(run.total(row, Count.OFFERED));
            assertThat(Count.PERSON_OUTCOMES.stream().mapToLong(column -> run.total(row, column)).sum())
                    .as("people, %s", where)
                    .isEqualTo(run.total(row, Count.PERSONS));
            assertThat(run.total(row, Count.PERSONS) + run.total(row, Count.RETRIED))
                    .as("every attempt is a first one or follows one, %s", where)
                    .isEqualTo(run.total(row, Count.OFFERED) + run.total(row, Count.TURNED_AWAY));
        });
        assertThat(runs.summaries()).allMatch(run -> run.total(0, Count.OFFERED) > 100);
    }

    /** In a run that drains, time in queue added up over moments is time in queue added up over people. */
    @ParameterizedTest
    @MethodSource("drained")
    void littlesLaw(Runs runs) {
        runs.forEach(CONTACTS, (run, row, where) -> assertThat(run.total(row, Count.QUEUE) + run.total(row, Count.QUEUE_AFTER))
                .as("queue × time = sum of waits, %s", where)
                .isEqualTo(run.total(row, Count.WAIT_ANSWERED) + run.total(row, Count.WAIT_ABANDONED)));
    }

    /** The same for agents: time talking is talk time, and nobody talks who is not there. */
    @ParameterizedTest
    @MethodSource("drained")
    void agentsTalkAsLongAsCallsLast(Runs runs) {
        runs.forEach(List.of(Kind.OVERALL, Kind.DESK, Kind.GROUP), (run, row, where) -> {
            assertThat(run.total(row, Count.TALKING) + run.total(row, Count.TALKING_AFTER)).as(where).isEqualTo(run.total(row, Count.TALK));
            assertThat(run.total(row, Count.WRAPPING) + run.total(row, Count.WRAPPING_AFTER)).as(where).isEqualTo(run.total(row, Count.WRAP));
            assertThat(run.total(row, Count.TALKING) + run.total(row, Count.WRAPPING)).as(where).isLessThanOrEqualTo(run.total(row, Count.PRESENT));
            assertThat(run.total(row, Count.SCHEDULED)).as(where).isLessThanOrEqualTo(run.total(row, Count.PRESENT));
        });
    }

    /** An observation counts once in every kind of scope, so councils, services, desks and flows have the same sums. */
    @ParameterizedTest
    @MethodSource("drained")
    void scopesAddUp(Runs runs) {
        for (RunSummary run : runs.summaries()) {
            for (Kind kind : CONTACTS) {
                for (int column = Count.OFFERED; column <= Count.PERSONS_TURNED_AWAY; column++) {
                    long sum = 0;
                    for (int row = 0; row < runs.scopes().rows().size(); row++) {
                        sum += runs.scopes().rows().get(row).kind() == kind ? run.total(row, column) : 0;
                    }
                    assertThat(sum).as("column %d over %s", column, kind).isEqualTo(run.total(0, column));
                }
            }
        }
    }

    /**
     * One first-come-first-served pool of equal agents without abandonment: a further agent makes no caller wait longer, in every replication, as work
     * belongs to the caller (Kiefer and Wolfowitz 1955).
     */
    @Test
    void moreStaffNeverWaitLonger() {
        Path path = Bytes.ORACLES.resolve("01_mmc_day.yaml");
        List<RunSummary> before = Runs.of(path, 100, "groups.agents.staffing=11").summaries();
        for (int agents = 12; agents <= 15; agents++) {
            List<RunSummary> now = Runs.of(path, 100, "groups.agents.staffing=" + agents).summaries();
            for (int r = 0; r < now.size(); r++) {
                assertThat(now.get(r).total(0, Count.OFFERED)).isEqualTo(before.get(r).total(0, Count.OFFERED));
                assertThat(now.get(r).total(0, Count.TALK)).isEqualTo(before.get(r).total(0, Count.TALK));
                assertThat(now.get(r).total(0, Count.WAIT_ANSWERED))
                        .as("waits with %d agents, replication %d", agents, r)
                        .isLessThan(before.get(r).total(0, Count.WAIT_ANSWERED));
                assertThat(now.get(r).total(0, Count.ANSWERED_WITHIN)).isGreaterThanOrEqualTo(before.get(r).total(0, Count.ANSWERED_WITHIN));
            }
            before = now;
        }
    }

    /** Nine desks and one desk meet the same people: differences agree with theory, and are better known than two separate runs would make them. */
    @Test
    void poolingGainsWhatTheorySays() {
        Comparison comparison = Mergedesk.compare(
                List.of(OracleRun.file("pooling-separate"), OracleRun.file("pooling-merged")),
                new RunOptions(6, null, OracleRun.THREADS, ""),
                Watcher.NONE);
        GeneralPatience nine = GeneralPatience.of(0.9, 1 / 6.0, 6, Patience.exponential(3), 1 / 3.0);
        GeneralPatience one = GeneralPatience.of(8.1, 1 / 6.0, 54, Patience.exponential(3), 1 / 3.0);
        assertThat(one.abandoned()).isCloseTo(Erlang.steady(8.1, 1 / 6.0, 54, 1 / 3.0).orElseThrow().abandoned(), within(1e-9));
        assertThat(List.of(
                        difference(comparison, "abandonment_rate", one.abandoned() - nine.abandoned()),
                        difference(comparison, "wait_mean_all", 60 * (one.waitAll() - nine.waitAll())),
                        difference(comparison, "sl_answered_of_offered", one.good() - nine.good()),
                        difference(comparison, "occupancy", one.occupancy() - nine.occupancy()),
                        difference(comparison, "offered", 0)))
                .allMatch(String::isEmpty);
    }

    private static String difference(Comparison comparison, String measure, double theory) {
        Estimate found = comparison.others().get(0).difference(measure, Scope.OVERALL).orElseThrow().difference();
        String fault = Agreement.fault(found, theory, 0, Agreement.DEFAULT);
        return fault.isEmpty() ? "" : measure + ": " + fault;
    }
}
