package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import mergedesk.api.ScenarioFile;
import org.junit.jupiter.api.Test;

/** The note that says whether agents have time for the deferred work that comes: ten weeks of 40 hours for one clerk, 400 hours; and 1,000 letters. */
class DeferredGrowsTest {
    private static final String OFFICE = """
            name: Back office
            time: {start: 2011-05-30, length: 10 weeks}
            councils: {north: {}}
            services: {tax: {}, housing: {}}
            channels: {post: {kind: deferred}, phone: {}}
            profiles: {office: {mon-fri: {"09:00": 1}}}
            desks: {main: {opening: {mon-fri: 09:00-17:00}}, other: {opening: {mon-fri: 09:00-17:00}}}
            flows:
              letters: {council: north, service: tax, channel: post, desk: main, profile: office, volume: 100 / week, work: {distribution: constant, mean: 10 min}, MORE}
              calls: {council: north, service: housing, channel: phone, desk: other, profile: office, volume: 100 / week, work: {distribution: constant, mean: 10 min}}
            groups:
              first: {desk: main, skills: [tax], staffing: 1}
              second: {desk: other, staffing: 1}
            """;

    /** What is said with so much work in each letter. */
    private static List<String> notes(String yaml, double minutes) {
        ScenarioFile file = ScenarioFile.of(yaml.replace("mean: 10 min}, MORE}", "mean: " + minutes + " min}}"), Path.of("desk.yaml"));
        assertThat(file.faults()).isEmpty();
        return file.notes().stream().map(note -> note.replaceFirst("^desk.yaml:[0-9:]* ", "").replaceFirst("; plan more.*", "")).toList();
    }

    /** The same of tickets with 10 minutes of work in each part, at a desk with one more clerk, who takes up what the first gives away. */
    private static List<String> tickets(String ticket) {
        return notes(OFFICE.replace("MORE", "ticket: {" + ticket + "}").replace("  second: {", "  expert: {desk: main, skills: [tax], staffing: 1}\n  second: {") + "routing: [{flow: letters, group: first}]\n", 0);
    }

    @Test
    void atADeskAtWhichNobodyCalls() {
        assertThat(notes(OFFICE, 23.9)).isEmpty();
        assertThat(notes(OFFICE, 24.1)).containsExactly("desks.main: 401 hours of deferred work come in the run, and the agents planned have 400 beside people");
    }

    /** Those of another desk do it, and have 166.7 hours of calls; or those of both. */
    @Test
    void whereOthersHelp() {
        String others = OFFICE + "routing: [{flow: letters, group: second}]\n";
        assertThat(notes(others, 13.9)).isEmpty();
        assertThat(notes(others, 14.3)).containsExactly("desks.main: 238 hours of deferred work come in the run, and the agents planned in second have 234 beside people");
        String both = OFFICE + "routing: [{flow: letters, group: second}, {flow: letters, group: first}]\n";
        assertThat(notes(both, 37.9)).isEmpty();
        assertThat(notes(both, 38.3)).containsExactly("desks.main: 637 hours of deferred work come in the run, and the agents planned in first, second have 634 beside people");
    }

    /** Who may not do it has no time for it, unless others have it when these are done with what both may do. */
    @Test
    void whereOnlySomeMay() {
        String yaml = OFFICE.replace("desk: other", "desk: main").replace(", other: {opening: {mon-fri: 09:00-17:00}}", "");
        assertThat(notes(yaml, 37.9)).isEmpty();
        assertThat(notes(yaml, 38.3)).containsExactly("desks.main: 637 hours of deferred work come in the run, and the agents planned have 634 beside people");
        assertThat(notes(yaml.replace("main, staffing", "main, skills: [housing], staffing"), 24.1))
                .containsExactly("desks.main: 401 hours of deferred work come in the run, and the agents planned in first have 400 beside people");
    }

    @Test
    void ticketsHaveFurtherParts() {
        String given = "reassign: [{from: first, to: expert, chance: 50 %}], work_by_group: {expert: {distribution: constant, mean: MIN min}}";
        assertThat(tickets(given.replace("MIN", "74"))).isEmpty();
        assertThat(tickets(given.replace("MIN", "78"))).containsExactly("desks.main: 815 hours of deferred work come in the run, and the agents planned have 800 beside people");
        String toAndFro = "reassign: [{from: first, to: expert, chance: 100 %}, {from: expert, to: first, chance: 100 %}], most_reassignments: ";
        assertThat(tickets(toAndFro + 3)).isEmpty();
        assertThat(tickets(toAndFro + 4)).containsExactly("desks.main: 832 hours of deferred work come in the run, and the agents planned have 800 beside people");
    }

    /** 80 % of 10 minutes and 20 % of 60, and as many stretches of 10 minutes before a hold; tickets are taken up by the first clerk, who gives none away. */
    @Test
    void prioritiesAndStretchesBeforeHoldsCount() {
        String ticket = "priority: {1: 20 %, 3: 80 %}, by_priority: {1: {work: {distribution: constant, mean: 60 min}}}, holds: [{chance: HALF %, after: {distribution: constant, mean: 10 min}, length: {distribution: constant, mean: 1 h}}]";
        assertThat(tickets(ticket.replace("HALF", "40"))).isEmpty();
        assertThat(tickets(ticket.replace("HALF", "50"))).containsExactly("desks.main: 416 hours of deferred work come in the run, and the agents planned in first have 400 beside people");
    }

    /** In all 1 ÷ (1 − chance) times, less what comes back after the end; those of which it is not certain that they come back before they are closed are left out. */
    @Test
    void whatComesBackCounts() {
        String ticket = "reopen: {chance: CHANCE %, after: {distribution: constant, mean: 1 h}}";
        assertThat(tickets(ticket.replace("CHANCE", "57"))).isEmpty();
        assertThat(tickets(ticket.replace("CHANCE", "60"))).containsExactly("desks.main: 415 hours of deferred work come in the run, and the agents planned in first have 400 beside people");
        assertThat(tickets(ticket.replace("CHANCE", "60") + ", closes_after: 1 h")).isEmpty();
    }
}
