package mergedesk.api;

import java.util.List;
import java.util.function.Function;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Note;
import mergedesk.scenario.NoteKind;
import mergedesk.scenario.Problem;
import mergedesk.scenario.Scenario;

/** Notes on how many observations there will be, which a command may ask for otherwise than the scenario does. */
final class RunNotes {
    /** Batches are joined to so many. */
    private static final int MOST_BATCHES = 30;

    private RunNotes() {}

    /** What the scenario itself asks for; {@code place} finds it in the file. */
    static List<Note> planned(Scenario scenario, Function<Finding, Note> place) {
        Integer replications = scenario.runs().replications();
        if (replications == null || observations(scenario, replications) >= NoteKind.FEW) {
            return List.of();
        }
        return List.of(place.apply(Finding.note(NoteKind.FEW_REPLICATIONS, "runs.replications", rule(observations(scenario, replications)), "write 20 or more, or leave it out")));
    }

    /** What a command asks for. */
    static List<Note> asked(Scenario scenario, int replications) {
        if (observations(scenario, replications) >= NoteKind.FEW) {
            return List.of();
        }
        return List.of(new Note(
                NoteKind.FEW_REPLICATIONS,
                new Problem("--replications " + replications, 0, 0, "", "", rule(observations(scenario, replications)), "give 20 or more, or leave it out")));
    }

    private static long observations(Scenario scenario, int replications) {
        return (long) replications * Math.min(MOST_BATCHES, scenario.time().batches());
    }

    private static String rule(long observations) {
        return observations == 1 ? "one observation has no interval" : observations + " observations leave wide intervals, and a chance result looks like a rule";
    }
}
