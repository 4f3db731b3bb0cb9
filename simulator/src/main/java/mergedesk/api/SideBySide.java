package mergedesk.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.experiment.Comparing;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.OutageDays;
import mergedesk.results.Comparison;
import mergedesk.results.PlaceNames;
import mergedesk.results.Study;
import mergedesk.stats.Measure;

/** Scenarios that are run on common random numbers, replication by replication together, and compared with the first. */
final class SideBySide {
    private SideBySide() {}

    static Comparison compare(List<ScenarioFile> files, RunOptions options, Watcher watcher) {
        ScenarioFile first = files.get(0);
        long seed = options.seedFor(first.scenario());
        RunOptions same = new RunOptions(options.replications(), seed, options.threads(), options.command());
        Integer known = options.replications() != null ? options.replications() : first.scenario().runs().replications();
        RunOptions asTheFirst = new RunOptions(known != null ? known : Integer.valueOf(1), seed, options.threads(), options.command()); // or as many as it finds
        List<LocalDate> dates = OutageDays.of(files.stream().map(ScenarioFile::scenario).toList());
        List<Measure> byDate = dates.isEmpty() ? List.of() : OutageDays.MEASURES;
        List<OneRun> runs = Stream.concat(Stream.of(new OneRun(first, same, byDate)), files.stream().skip(1).map(file -> new OneRun(file, asTheFirst, byDate))).toList();
        Requirements.memory(runs.stream().mapToLong(OneRun::bytesAsSide).sum());
        List<Comparing> others = files.stream().skip(1).map(file -> new Comparing(file.rules().table(), first.rules().table(), dates)).toList();
        List<Experiment.Outcome> outcomes = Experiment.runTogether(runs.stream().map(OneRun::experiment).toList(), watcher, replication -> {
            for (int other = 0; other < others.size(); other++) {
                if (!replication.get(1 + other).isEmpty()) { // it has not failed
                    others.get(other).add(replication.get(1 + other), replication.get(0));
                }
            }
        });
        List<Comparison.Side> sides = new ArrayList<>();
        Map<String, List<String>> lettersOfWarning = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            Optional<Comparing> minus = i == 0 ? Optional.empty() : Optional.of(others.get(i - 1));
            Study study = runs.get(i).studyOfSide(outcomes.get(i), options);
            String letter = Comparison.letter(i);
            Stream.concat(study.warnings().stream(), minus.flatMap(SideBySide::strangers).stream())
                    .forEach(warning -> lettersOfWarning.computeIfAbsent(warning, none -> new ArrayList<>()).add(letter));
            sides.add(new Comparison.Side(letter, study, minus.map(Comparing::minus).orElse(Map.of()), minus.map(Comparing::worse).orElse(List.of()), OutageDays.down(files.get(i).scenario(), dates)));
        }
        List<String> warnings = lettersOfWarning.entrySet().stream().map(warning -> String.join(", ", warning.getValue()) + ": " + warning.getKey()).toList();
        return comparison(Objects.requireNonNullElse(first.scenario().question(), ""), sides, warnings);
    }

    private static Comparison comparison(String question, List<Comparison.Side> sides, List<String> warnings) {
        Set<String> measures = sides.stream().flatMap(Comparison.Side::all).map(Comparison.Difference::measure).collect(Collectors.toSet());
        PlaceNames names = sides.stream().map(side -> side.study().names()).reduce(PlaceNames::or).orElseThrow();
        return new Comparison(question, sides, Measure.all().stream().filter(measure -> measures.contains(measure.id())).toList(), warnings, names);
    }

    /** Says that not all of a scenario's people are those of the base. */
    private static Optional<String> strangers(Comparing other) {
        long only = other.strangers();
        long missing = other.missing();
        return only + missing == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        
                        Comparison.STRANGERS + ": %d of its flows are not there, and %d of A's are not here (by council, service and channel). Numbers of everything together compare different people.",
                        only,
                        missing));
    }
}
