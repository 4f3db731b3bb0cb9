package mergedesk.scenario.check;

import java.util.List;
import java.util.stream.Stream;
import mergedesk.scenario.NoteKind;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** Whether silenced notes exist, and why they are silenced. */
final class SilenceCheck {
    private static final List<String> KNOWN = Stream.of(NoteKind.values()).map(NoteKind::id).toList();

    private final Scenario scenario;
    private final Places places;

    SilenceCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        scenario.silence().forEach((id, reason) -> {
            String path = "silence." + id;
            if (!KNOWN.contains(id)) {
                places.faultAtKey(path, "no note has this name", places.suggestion(id, KNOWN, "write the name that stands in brackets behind the note"));
            } else if (reason != null && reason.isBlank()) {
                places.fault(path, "there is no reason", "write why the note does not matter here");
            }
        });
    }
}
