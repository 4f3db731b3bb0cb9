package mergedesk.scenario.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Note;
import mergedesk.scenario.PlanStates;
import mergedesk.scenario.Problem;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/**
 * What came of reading a scenario file.
 *
 * @param scenario complete and consistent; null when there is any problem
 * @param problems every fault, by file and position; empty when there is none
 * @param noted what reading itself noted, in the order of the file, silenced or not; empty when there is any problem
 * @param places where things stand; null when there is any problem
 * @param files every file that was read to its end, in order of opening
 * @param sets the values of the command line, as given
 * @param sha256 makes the SHA-256 over what the scenario says, values of the command line and CSV files included; null when there is any problem
 * @param states what it says after any steps of its plan; null when there is any problem
 */
public record Reading(
        Scenario scenario,
        List<Problem> problems,
        List<Note> noted,
        Places places,
        List<Path> files,
        List<String> sets,
        Supplier<String> sha256,
        PlanStates states) {
    /** SHA-256 over what the scenario says; null when there is any problem. */
    public String hash() {
        return sha256 == null ? null : sha256.get();
    }

    /** Whether there is a scenario. */
    public boolean isSound() {
        return problems.isEmpty();
    }

    /**
     * What is no fault but should be known to whoever reads the results: what reading noted, and what was found besides. Without what the scenario silences; of each kind the
     * first few, and how many more there are. Empty when there is any problem.
     */
    public List<Note> notes(List<Note> found) {
        return isSound() ? Notes.shown(with(found), scenario.silence()) : List.of();
    }

    /** The same with names that silence none of them, when they stand in {@code file} or on the command line: bases that it extends have their own reasons. */
    public List<Note> checked(List<Note> found, Path file) {
        return isSound() ? Notes.shown(Notes.withIdle(with(found), scenario.silence().keySet(), file, places), scenario.silence()) : List.of();
    }

    /** How many of these notes the scenario silences, by name. */
    public Map<String, Integer> silenced(List<Note> found) {
        return isSound() ? Notes.counts(with(found), scenario.silence()) : Map.of();
    }

    private List<Note> with(List<Note> found) {
        return Stream.concat(noted.stream(), found.stream()).toList();
    }

    /** A finding, which is no fault, at its place in the file. Only when there is no problem. */
    public Note note(Finding finding) {
        return Notes.of(finding, places);
    }
}
