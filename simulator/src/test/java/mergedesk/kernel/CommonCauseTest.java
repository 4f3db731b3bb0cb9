package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Tracing;
import org.junit.jupiter.api.Test;

/** One host takes two applications down at once: nobody sees half of that. */
class CommonCauseTest {
    @Test
    void nothingIsTakenUpThatNeedsWhatIsDownAlready() {
        List<String[]> lines = new ArrayList<>();
        Tracing.trace(ScenarioCompiler.compile(ScenarioFile.of("""
                name: both down at once
                time: {start: 2025-04-07, length: 5 days, zone: UTC}
                councils: {town: {}}
                services: {mail: {needs: {a: {share: 50 %}, b: {share: 50 %}}}}
                datacentres: {c: }
                rooms: {r: {datacentre: c}}
                hosts: {h: {room: r}}
                applications: {a: {hosts: [h]}, b: {hosts: [h]}}
                channels: {email: {kind: deferred}}
                flows: {mails: {council: town, service: mail, channel: email, desk: desk, volume: 20 / h, respond_within: 1 h, work: {distribution: constant, mean: 30 min}}}
                desks: {desk: {opening: {mon-fri: "08:00-18:00"}}}
                groups: {g: {desk: desk, staffing: 6}}
                outages: {o: {hosts: [h], from: 2025-04-08T12:07, lasts: 4 h}}
                """, Path.of("t.yaml")).scenario()), 1, 0, line -> lines.add(line.toString().split(",", -1)));
        String outage = Long.toString((36 * 3_600 + 7 * 60) * 1_000_000L);
        List<String[]> then = lines.stream().filter(line -> line[0].equals(outage)).toList();
        Set<String> begun = then.stream().filter(line -> line[2].equals("started") || line[2].equals("resumed")).map(line -> line[3]).collect(Collectors.toSet());
        Set<String> parked = then.stream().filter(line -> line[2].equals("parked")).map(line -> line[3]).collect(Collectors.toSet());
        assertThat(parked).as("several were in hand").hasSizeGreaterThan(2);
        assertThat(begun).as("those whose work needs neither").isNotEmpty().doesNotContainAnyElementsOf(parked);
    }
}
