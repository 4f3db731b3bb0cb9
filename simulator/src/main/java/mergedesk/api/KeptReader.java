package mergedesk.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.Targets;
import mergedesk.observe.Scopes;
import mergedesk.results.Scope;
import mergedesk.scenario.ServiceTarget;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Suggestion;
import mergedesk.stats.Measure;
import mergedesk.stats.MeasureWords;
import mergedesk.store.Kept;

/** Reads what a sweep keeps of its runs: {@code wait_p95}, {@code wait_p95 in desk one}, {@code answer_rate in every council}. */
final class KeptReader {
    private static final Pattern KEPT = Pattern.compile("\\s*(\\w+)(?:\\s+in\\s+(every\\s+)?(\\w+)(?:\\s+(.+?))?)?\\s*");
    private static final List<String> USUAL = List.of("offered", "sl_answered_of_offered", "abandonment_rate", "wait_mean_answered", "occupancy");
    private static final List<Scopes.Kind> PLACES = List.of(Scopes.Kind.COUNCIL, Scopes.Kind.SERVICE, Scopes.Kind.CHANNEL, Scopes.Kind.DESK, Scopes.Kind.GROUP, Scopes.Kind.APPLICATION, Scopes.Kind.ROOM, Scopes.Kind.DATACENTRE, Scopes.Kind.PRIORITY);

    private final List<KpiTable> tables;
    private final List<ScenarioFile> files;

    KeptReader(List<ScenarioFile> files) {
        this.files = files;
        tables = files.stream().map(file -> file.rules().table()).toList();
    }

    /**
     * What these words ask for; without any, what is usual and what targets of the scenarios speak of.
     *
     * @throws Misread when one of them is not understood, or no scenario has it
     */
    List<Kept> all(List<String> words) {
        Set<Kept> all = new LinkedHashSet<>();
        words.forEach(word -> all.addAll(read(word)));
        if (words.isEmpty()) {
            Stream<Kept> targets = files.stream().flatMap(file -> file.scenario().targets().stream()).map(KeptReader::of);
            Stream<Kept> usual = USUAL.stream().map(id -> new Kept(Measure.byId(id).orElseThrow(), Scope.OVERALL));
            Stream.concat(targets, usual).filter(this::exists).forEach(all::add);
        }
        if (all.isEmpty()) {
            throw new Misread("no measure is kept", "name some under measures, such as [offered, sl_answered_of_offered]");
        }
        return new ArrayList<>(all);
    }

    private static Kept of(ServiceTarget target) {
        return new Kept(Targets.measure(target), Targets.scopeOf(target));
    }

    private List<Kept> read(String word) {
        Matcher matcher = KEPT.matcher(word);
        if (!matcher.matches()) {
            throw new Misread("found \"" + word + "\"", "write a measure of kpis.csv, such as wait_p95, wait_p95 in desk one, or answer_rate in every council");
        }
        String id = matcher.group(1);
        Measure measure = MeasureWords.measure(id).orElseThrow(() -> new Misread(
                "found \"" + id + "\": there is no such measure", Suggestion.of(id, Measure.all().stream().map(Measure::id).toList(), "kpis.csv of any run lists them")));
        List<Kept> found = matcher.group(3) == null ? List.of(new Kept(measure, Scope.OVERALL)) : in(measure, kind(matcher.group(3), word), matcher.group(2) != null, matcher.group(4));
        List<Kept> existing = found.stream().filter(this::exists).toList();
        if (existing.isEmpty()) {
            throw new Misread("found \"" + word + "\": the scenario has nothing of it", "leave it out, or look into kpis.csv of a run for what there is");
        }
        return existing;
    }

    private static Scopes.Kind kind(String word, String all) {
        return PLACES.stream().filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word)).findFirst().orElseThrow(() -> new Misread(
                "found \"" + all + "\": there is no such place", "write one of " + String.join(", ", PLACES.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList()) + " and its name"));
    }

    /** The places of a kind, or the one of this name. */
    private List<Kept> in(Measure measure, Scopes.Kind kind, boolean every, String name) {
        if (every == (name != null)) {
            throw new Misread("found \"" + measure.id() + " in " + kind.name().toLowerCase(Locale.ROOT) + "\": which of them?", "write its name, or every before it");
        }
        Set<Scope> places = new LinkedHashSet<>();
        for (KpiTable table : tables) {
            table.scopes().rows().stream().filter(row -> row.kind() == kind).map(table::scope).filter(scope -> every || scope.name().equals(name)).forEach(places::add);
        }
        return places.stream().map(place -> new Kept(measure, place)).toList();
    }

    /** Whether any of the scenarios has it. */
    private boolean exists(Kept kept) {
        return tables.stream().anyMatch(table -> table.scopes().rows().stream().anyMatch(row -> kept.place().isSameAs(table.scope(row)) && table.exists(kept.measure(), row.kind())));
    }
}
