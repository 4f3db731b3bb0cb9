package mergedesk.api;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.scenario.io.ScenarioWriter;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.scenario.tree.HeldFiles;

/** Sweeps that stand in no file are written as one and read, so that what is checked, said and sent to other machines is what it is of files. */
final class SweepInCode {
    private static final Path NAME = Path.of("sweep in code");

    private SweepInCode() {}

    /** What a program says; the only scenario need not be named. */
    static SweepFile read(Sweep sweep, List<ScenarioFile> scenarios) {
        boolean named = sweep.scenario() != null || sweep.factors().values().stream().anyMatch(factor -> !factor.scenarios().isEmpty());
        Sweep whole = named || scenarios.size() != 1 ? sweep : sweep.with(Sweep::scenario, scenarios.get(0).path().toString());
        return read(ScenarioWriter.yaml(whole.with(Sweep::set, Stream.concat(sets(scenarios).stream(), sweep.set().stream()).toList())), NAME, scenarios);
    }

    /** The same of a text. */
    static SweepFile ofText(String yaml, Path name, List<ScenarioFile> scenarios) {
        scenarios.stream().filter(file -> !file.sets().isEmpty()).findFirst().ifPresent(file -> {
            throw new WrongInput(file.path() + ": has overrides (" + String.join("; ", file.sets()) + "), which a sweep that is a text does not see: write them under set: in the text");
        });
        return read(yaml, name, scenarios);
    }

    private static SweepFile read(String yaml, Path name, List<ScenarioFile> scenarios) {
        HeldFiles held = HeldFiles.of(name, yaml.getBytes(StandardCharsets.UTF_8));
        List<Path> names = scenarios.stream().map(file -> file.path().normalize()).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new WrongInput("two scenarios are called the same: " + names + "; give one another name, as with ScenarioFile.of(scenario, Path.of(\"after\"))");
        }
        scenarios.forEach(file -> held.add(file.held()));
        return SweepFile.read(name, held);
    }

    /** Values over those of the scenarios hold at all points. */
    private static List<String> sets(List<ScenarioFile> scenarios) {
        if (scenarios.stream().map(ScenarioFile::sets).distinct().count() > 1) {
            throw new WrongInput("several scenarios of a sweep with different overrides: write what differs as levels of a factor, or give files without");
        }
        return scenarios.isEmpty() ? List.of() : scenarios.get(0).sets();
    }
}
