package mergedesk.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The country is a sound scenario of the size that P8 asks for, and its desks can cope. */
class CountryTest {
    @TempDir
    Path folder;

    private ScenarioFile country(int councils, int desks, String length) throws IOException {
        Path file = folder.resolve("country.yaml");
        Files.writeString(file, Country.yaml(councils, desks, length));
        ScenarioFile read = ScenarioFile.read(file, List.of());
        assertThat(read.faults()).isEmpty();
        return read;
    }

    @Test
    void everyCouncilHasItsFlowsAndAgents() throws IOException {
        Program program = ScenarioCompiler.compile(country(30, 4, "1 year").scenario());
        assertThat(program.names().councils()).hasSize(30);
        assertThat(program.deskCount()).isEqualTo(4);
        assertThat(program.names().channels()).hasSize(2);
        assertThat(program.flowCount()).isEqualTo(30 * 4 * 2);
        assertThat(program.agentCount()).isBetween(400, 700);
    }

    @Test
    void hasTheSizeOfTheGoal() {
        String country = Country.yaml(Country.COUNCILS, Country.DESKS, "1 year");
        assertThat(country.lines().filter(line -> line.contains("population:"))).hasSize(300);
        assertThat(country.lines().filter(line -> line.contains("opening:"))).hasSize(40);
    }

    @Test
    void desksAnswerMostContacts() throws IOException {
        RunOptions once = new RunOptions(1, 1L, 1, "");
        var study = Mergedesk.run(country(15, 2, "1 week"), once, Watcher.NONE);
        assertThat(study.manifest().contacts()).isGreaterThan(50_000);
        assertThat(study.kpis()).anySatisfy(kpi -> {
            assertThat(kpi.measure()).isEqualTo("answer_rate");
            assertThat(kpi.estimate().value()).isBetween(0.9, 1.0);
        });
    }
}
