package mergedesk.scenario.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Note;
import mergedesk.scenario.NoteKind;
import mergedesk.scenario.Problem;
import mergedesk.scenario.tree.Places;

/** The notes of a scenario as they are shown: without those that it silences, and with a few of each kind. */
final class Notes {
    /** Of one kind: nobody reads hundreds that are alike. */
    static final int LISTED = 3;

    private Notes() {}

    /** All of them, of all kinds in the order in which the kinds come first. */
    static List<Note> shown(List<Note> all, Map<String, String> silenced) {
        Map<NoteKind, List<Note>> byKind = byKind(all.stream());
        List<Note> shown = new ArrayList<>();
        byKind.forEach((kind, notes) -> {
            if (!silenced.containsKey(kind.id())) {
                shown.addAll(first(kind, joined(notes)));
            }
        });
        return List.copyOf(shown);
    }

    /** How many notes each name silences, in the order of the names; 0 for none. */
    static Map<String, Integer> counts(List<Note> all, Map<String, String> silenced) {
        Map<NoteKind, List<Note>> byKind = byKind(all.stream());
        Map<String, Integer> counts = new LinkedHashMap<>();
        silenced.keySet().forEach(id -> counts.put(id, NoteKind.byId(id).map(byKind::get).map(List::size).orElse(0)));
        return counts;
    }

    private static Map<NoteKind, List<Note>> byKind(Stream<Note> notes) {
        return notes.collect(Collectors.groupingBy(Note::kind, LinkedHashMap::new, Collectors.toList()));
    }

    /** With names that silence nothing, of those that stand in a file or on the command line. */
    static List<Note> withIdle(List<Note> all, Set<String> silenced, Path file, Places places) {
        Set<String> present = all.stream().map(note -> note.kind().id()).collect(Collectors.toSet());
        Stream<Note> idle = silenced.stream()
                .filter(id -> !present.contains(id) && NoteKind.byId(id).filter(kind -> kind != NoteKind.SILENCE_IDLE && !kind.isOfRun()).isPresent())
                .map(id -> of(Finding.note(NoteKind.SILENCE_IDLE, "silence." + id, "there is no such note to silence any more", "remove the line"), places))
                .filter(note -> note.place().file().equals(file.toString()) || note.place().line() == 0);
        return Stream.concat(all.stream(), idle).toList();
    }

    /** Of notes that say the same of the same place, what all flows have by default, one. */
    private static List<Note> joined(List<Note> notes) {
        Map<Problem, List<Note>> alike = notes.stream().collect(Collectors.groupingBy(note -> note.place().of(""), LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream().map(same -> same.size() == 1 ? same.get(0) : joined(same.get(0), same.size() - 1)).toList();
    }

    private static Note joined(Note first, int more) {
        return new Note(first.kind(), first.place().of(first.place().path() + " and " + more + " more"));
    }

    private static List<Note> first(NoteKind kind, List<Note> notes) {
        if (notes.size() <= LISTED + 1) {
            return notes;
        }
        List<Note> first = new ArrayList<>(notes.subList(0, LISTED));
        Problem next = notes.get(LISTED).place();
        String rule = "and " + (notes.size() - LISTED) + " more of this kind, the first of them here";
        first.add(new Note(kind, new Problem(next.file(), next.line(), next.column(), next.path(), "", rule, "")));
        return first;
    }

    /** A finding at its place in the file. */
    static Note of(Finding finding, Places places) {
        return new Note(finding.kind().orElseThrow(), places.problem(finding.path(), finding.rule(), finding.advice()));
    }
}
