package mergedesk.scenario.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.scenario.first.FirstScenario;
import mergedesk.scenario.io.Folder;
import mergedesk.scenarios.Shipped;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.ObjectMapper;

/** The schema that editors use says what the reader reads. */
class ScenarioSchemaTest {
    private static final Path CHECKED_IN = Path.of("../scenarios/schema.json");
    private static final Path SWEEPS = Path.of("../scenarios/sweeps/schema.json");
    private static final Schema OF_SCENARIOS = schema(ScenarioSchema.json());
    private static final Schema OF_SWEEPS = schema(ScenarioSchema.sweepJson());

    @Test
    void isTheOneThatIsCheckedIn() throws IOException {
        if (Boolean.getBoolean("writeSchema")) {
            Files.createDirectories(CHECKED_IN.getParent());
            Files.writeString(CHECKED_IN, ScenarioSchema.json());
        }

        assertThat(Files.readString(CHECKED_IN))
                .as("run again with -DwriteSchema=true")
                .isEqualTo(ScenarioSchema.json());
    }

    @Test
    void thatOfSweepsIsTheOneThatIsCheckedIn() throws IOException {
        if (Boolean.getBoolean("writeSchema")) {
            Files.writeString(SWEEPS, ScenarioSchema.sweepJson());
        }

        assertThat(Files.readString(SWEEPS)).as("run again with -DwriteSchema=true").isEqualTo(ScenarioSchema.sweepJson());
        try (Stream<Path> files = Files.list(SWEEPS.getParent())) {
            assertThat(files.filter(Shipped::isSweep).toList()).hasSizeGreaterThan(2).allSatisfy(file -> assertThat(errors(OF_SWEEPS, Files.readString(file))).as(file.toString()).isEmpty());
        }
        assertThat(errors(OF_SWEEPS, "name: A sweep\nfactors: {a: {path: x, value: [1]}}\n")).contains("value");
    }

    @Test
    void acceptsTheScenariosThatTheReaderAccepts() {
        assertThat(errors(Folder.FULL)).isEmpty();
        assertThat(errors(String.join("\n", Folder.SOUND))).isEmpty();
        assertThat(errors("extends: base.yaml\nflows: {calls: {patience: , volume: {file: volumes.csv}, growth: }}"))
                .isEmpty();
        assertThat(errors(FirstScenario.yaml(Map.of()))).isEmpty();
    }

    @Test
    void acceptsAllThatShip() throws IOException {
        try (Stream<Path> files = Files.walk(CHECKED_IN.getParent())) {
            assertThat(files.filter(Shipped::isScenario).toList()).hasSizeGreaterThan(40).allSatisfy(file -> assertThat(errors(Files.readString(file))).as(file.toString()).isEmpty());
        }
    }

    @Test
    void refusesUnknownKeysWrongUnitsAndWrongWords() {
        String sound = String.join("\n", Folder.SOUND);

        assertThat(errors(sound.replace("desk: main\n", "desk: main\n    patiense: 5\n")))
                .contains("patiense");
        assertThat(errors(sound.replace("mean: 5 min", "mean: 5"))).contains("mean");
        assertThat(errors(sound.replace("exponential", "exponentail"))).contains("distribution");
        assertThat(errors(sound.replace("10 / min", "{value: 10 / min, sourse: S1}")))
                .contains("sourse");
        assertThat(errors(sound.replace("name: A desk", ""))).contains("name");
        assertThat(errors(sound + "\nplan: {later: {on: 2011-04-07, change: {groups: {team: {stafing: 4}}}}}")).contains("stafing");
    }

    private static Schema schema(String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(json);
    }

    private static String errors(String yaml) {
        return errors(OF_SCENARIOS, yaml);
    }

    private static String errors(Schema schema, String yaml) {
        Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(new ObjectMapper().writeValueAsString(value), InputFormat.JSON)
                .toString()
                .replace("[]", "");
    }
}
