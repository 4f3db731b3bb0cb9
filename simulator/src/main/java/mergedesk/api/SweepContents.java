package mergedesk.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mergedesk.scenario.io.ScenarioWriter;
import mergedesk.scenario.sweep.PointPlan;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.store.Contents;
import mergedesk.store.Kept;
import mergedesk.store.PointRow;
import mergedesk.sweep.Setting;

/** What a store for a sweep is made of. */
final class SweepContents {
    private final SweepFile file;

    private SweepContents(SweepFile file) {
        this.file = file;
    }

    /** Of a sound one. */
    static Contents of(SweepFile file) {
        return new Contents(new SweepContents(file).identity(), file.layout(), file.factors(), file.points(), new SweepContents(file)::point);
    }

    /** What results depend on but how often points are run, which may change from one call to the next. */
    private Map<String, String> identity() {
        Sweep sweep = file.sweep();
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("Mergedesk", Mergedesk.version());
        for (int i = 0; i < file.files().size(); i++) {
            identity.put("file " + file.files().get(i), file.scenarios().get(i).hash());
        }
        identity.put("factors", String.join(", ", sweep.factors().keySet())); // in whose order points are counted
        sweep.factors().forEach((name, factor) -> ScenarioWriter.keys(factor).forEach((key, says) -> identity.put("factor " + name + " " + key, says)));
        ScenarioWriter.keys(sweep.design()).forEach((key, says) -> identity.put("design " + key, says));
        if (sweep.design().kind() == PointPlan.Kind.TABLE) {
            identity.put("file " + sweep.design().file(), file.reading().tableHash());
        }
        identity.put("seed", Long.toString(sweep.runs().seed()));
        identity.put("common_random_numbers", Boolean.toString(sweep.runs().commonRandomNumbers()));
        identity.put("measures", file.layout().kept().stream().map(Kept::text).collect(Collectors.joining(", ")));
        return identity;
    }

    private PointRow point(int point) {
        List<Setting> settings = file.design().at(point);
        return new PointRow(point, file.files().get(file.file(settings)), file.seed(point), settings.stream().map(Setting::text).toList(), settings.stream().mapToDouble(Setting::number).toArray());
    }
}
