package mergedesk.scenario.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mergedesk.scenario.io.KnownMeasure.Subject;

/** A folder with scenario files for one test. */
final class Folder {
    private static final Set<String> EVERYWHERE = Set.of("council", "service", "desk", "group");
    private static final Set<String> CONTACTS = Set.of("council", "service", "desk");
    private static final Set<String> STAFF = Set.of("council", "desk", "group");

    static final Map<String, KnownMeasure> MEASURES = Map.of(
            "sl_answered_of_offered", new KnownMeasure(MeasureUnit.SHARE, CONTACTS, Subject.CONTACTS),
            "occupancy_scheduled", new KnownMeasure(MeasureUnit.SHARE, STAFF, Subject.AGENTS),
            "wait_mean_all", new KnownMeasure(MeasureUnit.SECONDS, CONTACTS, Subject.CONTACTS),
            "offered", new KnownMeasure(MeasureUnit.NUMBER, CONTACTS, Subject.CONTACTS),
            "answered", new KnownMeasure(MeasureUnit.NUMBER, EVERYWHERE, Subject.CONTACTS),
            "cost", new KnownMeasure(MeasureUnit.NUMBER, STAFF, Subject.MONEY));

    /** The least that is a scenario; faults are made by changing it. */
    static final List<String> SOUND = List.of(
            "name: A desk",
            "time: {start: 2011-04-04, length: 28 days}",
            "councils: {north: {population: 100000}}",
            "services: {tax: }",
            "flows:",
            "  calls:",
            "    council: north",
            "    service: tax",
            "    desk: main",
            "    volume: 10 / min",
            "    work: {distribution: exponential, mean: 5 min}",
            "desks: {main: {opening: {mon-fri: 08:00-18:00}}}",
            "groups: {team: {desk: main, staffing: 12}}");

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    Folder with(String name, String... lines) {
        try {
            Files.writeString(path.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** merged.yaml: the sound scenario with {@code line} (counted from 1) replaced by other lines, or these added when the line is 0. */
    Folder sound(int line, String... lines) {
        List<String> all = new ArrayList<>(SOUND);
        if (line > 0) {
            all.remove(line - 1);
            all.addAll(line - 1, Arrays.asList(lines));
        } else {
            all.addAll(Arrays.asList(lines));
        }
        return with("merged.yaml", all.toArray(String[]::new));
    }

    Reading read(String... sets) {
        return readFile("merged.yaml", sets);
    }

    Reading readFile(String name, String... sets) {
        return reader().read(path.resolve(name), List.of(sets));
    }

    ScenarioReader reader() {
        return new ScenarioReader(MEASURES);
    }

    /** The faults, one a line, file names without the folder. */
    String faults(String... sets) {
        return faultsOf(read(sets));
    }

    String faultsOf(Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.format().replace(path + "/", ""))
                .collect(Collectors.joining("\n"));
    }
}
