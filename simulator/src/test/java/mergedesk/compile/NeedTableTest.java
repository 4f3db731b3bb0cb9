package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import mergedesk.api.ScenarioFile;
import mergedesk.program.Needs;
import org.junit.jupiter.api.Test;

/** Which contacts need which application. */
class NeedTableTest {
    private static final String SCENARIO = """
            name: Needs
            time: {start: 2001-01-01, zone: UTC, length: 1 day}
            councils: {east: {}, west: {}}
            services: {tax: {needs: {phones: {share: 50 %}, gateway: }}}
            applications: {east_tax: , west_tax: , phones: , gateway: }
            flow_defaults: {service: tax, desk: desk, volume: 0 / year, work: {distribution: constant, mean: 4 min}}
            flows:
              east: {council: east, needs: {east_tax: }}
              west: {council: west, needs: {west_tax: {share: 80 %}, phones: {share: 10 %}}}
            desks: {desk: {}}
            groups: {agents: {desk: desk, staffing: 1}}
            """;

    /** Each council's flow has its own application beside those of the service, of which it may say otherwise. */
    @Test
    void flowsNeedWhatTheirServiceNeedsAndTheirOwn() {
        ScenarioFile file = ScenarioFile.of(SCENARIO, Path.of("needs.yaml"));
        assertThat(file.faults()).isEmpty();

        Needs needs = ScenarioCompiler.compile(file.scenario()).needs();

        assertThat(needs.offset()).containsExactly(0, 3, 6);
        assertThat(needs.application()).containsExactly(0, 2, 3, 1, 2, 3);
        assertThat(needs.share()).containsExactly(1, 0.5, 1, 0.8, 0.1, 1);
    }

    @Test
    void anApplicationThatIsNotThereIsRefused() {
        assertThat(ScenarioFile.of(SCENARIO.replace("needs: {east_tax: }", "needs: {east_tx: }"), Path.of("needs.yaml")).faults())
                .singleElement().asString().contains("needs.yaml:8:33: flows.east.needs.east_tx").contains("east_tax");
    }
}
