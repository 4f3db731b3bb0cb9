package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.results.Study;
import mergedesk.stats.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyBuilderTest {
    private static final String YAML = """
            name: A desk
            time: {start: 2025-04-07, length: 4 h, zone: UTC}
            councils: {town: {}}
            services: {tax: {}}
            flows:
              calls:
                council: town
                service: tax
                desk: desk
                volume: 2 / min
                work: {distribution: exponential, mean: 4 min}
                patience: {distribution: exponential, mean: 5 min}
            desks: {desk: {}}
            groups: {agents: {desk: desk, staffing: 9}}
            targets: [{measure: sl_answered_of_offered, at_least: 80 %}]
            """;

    @TempDir
    private Path folder;

    /** A kind of distribution that no compiler writes makes the formulas fail, and nothing but them. */
    @Test
    void aFormulaThatFailsTakesNothingElseWithIt() throws IOException {
        ScenarioFile file = ScenarioFile.read(Files.writeString(folder.resolve("desk.yaml"), YAML), List.of());
        Study sound = Mergedesk.run(file, new RunOptions(3, null, 1, ""), Watcher.NONE);
        Program p = ScenarioCompiler.compile(file.scenario());
        Observations observations = new Experiment(p, new RunSettings(3, 3, 1, 1), Targets.decider(file.scenario(), new KpiTable(p)))
                .run(Watcher.NONE)
                .observations();
        Arrays.fill(p.lengths().kind(), 99);

        Study study = new StudyBuilder(file.scenario(), Programs.always(p), observations).build(sound.manifest(), List.of("before"));

        assertThat(sound.theory()).isNotEmpty();
        assertThat(sound.warnings()).allMatch(warning -> warning.endsWith("[few_replications]"));
        assertThat(study.theory()).isEmpty();
        assertThat(study.warnings()).hasSize(2).startsWith("before").last().asString().startsWith("Formulas: left out").contains("kind of length 99");
        assertThat(study.kpis()).isEqualTo(sound.kpis()).isNotEmpty();
        assertThat(study.verdicts()).isEqualTo(sound.verdicts()).isNotEmpty();
        assertThat(study.measures()).isEqualTo(sound.measures());
        assertThat(study.assumptions()).isEqualTo(sound.assumptions());
        assertThat(study.desks()).hasSameSizeAs(sound.desks());
    }
}
