package mergedesk.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.dsol.reference.WildScenario;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.Summaries;
import mergedesk.program.Program;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who a council is called decides nothing: when councils exchange names, and flows keep their keys, results are the same bits under the new names. On
 * generated scenarios; {@code -Dseed=17} repeats one.
 */
class RelabelLawTest {
    private static final Map<String, String> NEW_NAMES = Map.of("c0", "c1", "c1", "c2", "c2", "c0");

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return Long.getLong("seed") != null ? LongStream.of(Long.getLong("seed")) : LongStream.range(200, 215);
    }

    static LongStream moreSeeds() {
        return LongStream.range(20_000, 20_000 + Integer.getInteger("scenarios", 500));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void relabellingPermutesResults(long seed) throws IOException {
        check(seed);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("moreSeeds")
    void relabellingPermutesMoreResults(long seed) throws IOException {
        check(seed);
    }

    private void check(long seed) throws IOException {
        String text = keyed(Files.readString(WildScenario.of(seed, folder).path()));
        List<Kpi> before = kpis("before.yaml", text, seed);
        List<Kpi> after = kpis("after.yaml", relabelled(text), seed);
        assertThat(after).as("-Dseed=%d", seed).containsExactlyInAnyOrderElementsOf(before.stream().map(RelabelLawTest::renamed).toList());
    }

    /** All three councils exist, every flow has a key of its own, and no random day hangs on a council's name. */
    private static String keyed(String text) {
        return text.replaceAll("(?m)^    key: .*\n", "")
                .replaceAll("(?m)^  (f\\d+|upkeep):$", "  $1:\n    key: $1")
                .replaceAll("(?m)^  council: \\{cv.*$", "  service: {cv: 30 %}")
                .replaceAll("(?m)^  service: \\{cv.*\n  service: \\{cv", "  service: {cv")
                .replaceAll("(?m)^councils:\n(  .*\n)*", "councils: {c0: {population: 5000}, c1: {population: 5000}, c2: {population: 5000}}\n");
    }

    private static String relabelled(String text) {
        return java.util.regex.Pattern.compile("(?m)^    (council|employer): (c\\d)$")
                .matcher(text)
                .replaceAll(found -> "    " + found.group(1) + ": " + NEW_NAMES.get(found.group(2)));
    }

    private List<Kpi> kpis(String name, String text, long seed) throws IOException {
        Program program = ScenarioCompiler.compile(
                ScenarioFile.read(Files.writeString(folder.resolve(name), text), List.of()).scenario());
        return new KpiTable(program).of(Summaries.observations(program, Summaries.of(program, seed, 2)));
    }

    private static Kpi renamed(Kpi kpi) {
        UnaryOperator<String> rename = name -> NEW_NAMES.getOrDefault(name, name);
        Scope old = kpi.scope();
        Scope scope = new Scope(old.kind(), rename.apply(old.council()), old.service(), old.channel(), old.desk(), old.group(), old.interval());
        return new Kpi(kpi.measure(), scope, kpi.estimate());
    }
}
