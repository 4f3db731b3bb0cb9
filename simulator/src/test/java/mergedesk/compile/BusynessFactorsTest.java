package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mergedesk.program.Program;
import mergedesk.random.NormalCorrelation;
import mergedesk.scenario.Busyness;
import mergedesk.scenario.Council;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Service;
import org.junit.jupiter.api.Test;

/** Which random day factors a flow has. */
class BusynessFactorsTest {
    private final ScenarioFixture fixture = new ScenarioFixture();

    BusynessFactorsTest() {
        fixture.councils.put("south", Council.named("A council"));
        fixture.services.put("waste", Service.named("A service"));
        fixture.flow("a");
        fixture.flow("b", Flow::council, "south");
        fixture.flow("c", Flow::service, "waste");
    }

    @Test
    void threeLevelsNumberAllThenCouncilsThenServices() {
        fixture.busyness = new Busyness(level(0.5, 0), level(0.25, 0.3), level(0.1, 0));
        Program.Demand demand = fixture.compile().demand();
        assertThat(demand.flowFactors()).containsExactly(0, 1, 3, 0, 2, 3, 0, 1, 4);
        assertThat(demand.factorShape()).startsWith(4, 16, 16).hasSize(5);
        assertThat(demand.factorShape()[4]).isCloseTo(100, within(1e-9));
        double normal = NormalCorrelation.of(16, 0.3);
        assertThat(normal).isGreaterThan(0.3);
        assertThat(demand.factorCorrelation()).containsExactly(0, normal, normal, 0, 0);
        assertThat(demand.factorKey()).doesNotHaveDuplicates();
    }

    @Test
    void keysHangOnNamesNotOnNumbers() {
        fixture.busyness = new Busyness(null, level(0.5, 0), null);
        Program.Demand demand = fixture.compile().demand();
        assertThat(demand.flowFactors()).containsExactly(-1, 0, -1, -1, 1, -1, -1, 0, -1);
        assertThat(demand.factorKey())
                .containsExactly(
                        NameHash.of("busyness", "council", "north"), NameHash.of("busyness", "council", "south"));
    }

    @Test
    void levelWithoutVariationHasNoFactor() {
        fixture.busyness = new Busyness(level(0, 0), null, level(0.5, 0));
        Program.Demand demand = fixture.compile().demand();
        assertThat(demand.flowFactors()).containsExactly(-1, -1, 0, -1, -1, 0, -1, -1, 1);
    }

    private static Busyness.Level level(double cv, double autocorrelation) {
        return new Busyness.Level(cv, autocorrelation);
    }
}
