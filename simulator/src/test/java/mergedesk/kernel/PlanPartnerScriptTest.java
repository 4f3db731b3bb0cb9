package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mergedesk.observe.Count;
import mergedesk.observe.Scopes.Kind;
import org.junit.jupiter.api.Test;

/** A partner who is there for a part of the run only, with a desk, people and staff. */
class PlanPartnerScriptTest {
    private static final String TALK = "work: " + seconds(60) + ", patience: " + seconds(100);

    private static Script partners(String southVolume, String southStaffing) {
        return new Script()
                .time("start: 2011-01-03, length: 3 days")
                .with("councils: {north: , south: }")
                .desk("one", "")
                .desk("two", "")
                .agents("first", "desk: one, staffing: 1")
                .agents("second", "desk: two, staffing: " + southStaffing)
                .volume("a", "desk: one, " + TALK + ", volume: 300 / day")
                .volume("b", "council: south, desk: two, " + TALK + ", retry: {probability: 100 %, limit: 1, delay: " + seconds(300) + "}, volume: " + southVolume);
    }

    /** Joins on Tuesday and leaves on Wednesday, against tables of volumes and staffing that say the same. */
    @Test
    void joinsAndLeavesWithDeskAndStaff() {
        Script planned = partners("0 / year", "0").with("""
                plan:
                  joins: {on: 2011-01-04, change: {flows: {b: {volume: 600 / day}}, groups: {second: {staffing: 1}}}}
                  leaves: {on: 2011-01-05, change: {flows: {b: {volume: 0 / year}}, groups: {second: {staffing: 0}}}}
                """);
        List<String> lines = planned.run();
        assertThat(lines).isEqualTo(partners("600 / day", "{mon: {\"00:00\": 0}, tue: {\"00:00\": 1}, wed: {\"00:00\": 0}}").with("""
                events:
                  before: {start: 2011-01-03, shape: [0], councils: [south]}
                  after: {start: 2011-01-05, shape: [0], councils: [south]}
                """).run());
        assertThat(lines.stream().filter(line -> line.contains(" offered b"))).hasSizeGreaterThan(500);
        Script.Result result = planned.summarise();
        assertThat(result.seconds(Kind.DESK, 2, Count.PRESENT)).isEqualTo(86_400);
        assertThat(result.of(Kind.DESK, 2, Count.OFFERED)).isPositive().isEqualTo(result.of(Kind.DESK, 2, Count.ANSWERED) + result.of(Kind.DESK, 2, Count.ABANDONED));
    }

    /** The step comes back to what was before it: a partner who has a try and goes again leaves no difference in a bit. */
    @Test
    void aTryEndsAsIfItHadNeverBeen() {
        String twoSteps = "plan: {joins: {on: 2011-01-04, change: {flows: {b: {volume: 600 / day}}, groups: {second: {staffing: 1}}}}, leaves: {on: 2011-01-05, change: {flows: {b: {volume: 0 / year}}, groups: {second: {staffing: 0}}}}}";
        String aTry = "plan: {joins: {on: 2011-01-04, lasts: 1 day, change: {flows: {b: {volume: 600 / day}}, groups: {second: {staffing: 1}}}}}";
        assertThat(partners("0 / year", "0").with(aTry).run()).isEqualTo(partners("0 / year", "0").with(twoSteps).run());
    }

    /** Joins a desk whose agents learn the service with the step, and whoever else called before is who calls now. */
    @Test
    void joinsADeskThatLearnsTheService() {
        Script script = new Script()
                .time("start: 2011-01-03, length: 2 days")
                .with("councils: {north: , south: }\nservices: {tax: , housing: }")
                .agents("team", "skills: [tax], staffing: 1")
                .volume("a", "service: tax, " + TALK + ", volume: 300 / day")
                .volume("b", "council: south, service: housing, " + TALK + ", volume: 0 / year");
        List<String> alone = script.run();
        List<String> joined = script.with("plan: {joins: {on: 2011-01-04, change: {flows: {b: {volume: 300 / day}}, groups: {team: {skills: [tax, housing]}}}}}").run();
        assertThat(joined.stream().filter(line -> line.contains(" offered a"))).isEqualTo(alone.stream().filter(line -> line.contains(" offered a")).toList());
        assertThat(joined.stream().filter(line -> line.contains(" answered b"))).isNotEmpty().allMatch(line -> Double.parseDouble(line.split(" ")[0]) >= 86_400);
    }
}
