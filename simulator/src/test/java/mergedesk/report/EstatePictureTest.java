package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.report.chart.Chart;
import mergedesk.results.Parts;
import mergedesk.results.Study;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What services run on: from the file to the drawing and the tables. */
class EstatePictureTest {
    private static final String SCENARIO = """
            name: Estate
            time: {start: 2001-01-01, zone: UTC, length: 1 week}
            councils: {east: {}, west: {}}
            services: {tax: {needs: {gateway: {share: 50 %}}}}
            supplies: {feed: {kind: power, name: North feed}, carrier: {kind: supplier, name: Payments Ltd, needs: [line]}, line: {kind: network}}
            datacentres: {hall: {name: County Hall}}
            rooms: {cellar: {datacentre: hall, needs: [feed], racks: 2, limit: 10 kW}, attic: {datacentre: hall}}
            host_defaults: {watts: {full: 2 kW}, racks: 0.5, failures: {every: {mean: 10 days}, repair: {mean: 12 h}}}
            hosts: {a: {room: cellar}, b: {room: cellar}, c: {room: attic}}
            applications: {east_tax: {name: Tax East, hosts: [a, b], standby: [c], failover: {takes: {mean: 5 min}}}, west_tax: {hosts: [c]}, gateway: {needs: [carrier]}}
            flow_defaults: {service: tax, work: {distribution: constant, mean: 4 min}}
            flows:
              east: {council: east, desk: one, volume: 300 / day, needs: {east_tax: }}
              west: {council: west, desk: two, volume: 100 / day, needs: {west_tax: }}
            desks: {one: {name: First desk}, two: {}}
            groups: {agents: {desk: one, staffing: 3}, others: {desk: two, staffing: 3}}
            """;

    private static Study study(String yaml) {
        ScenarioFile file = ScenarioFile.of(yaml, Path.of("estate.yaml"));
        assertThat(file.faults()).isEmpty();
        return Mergedesk.run(file, new RunOptions(2, 1L, 1, ""), Watcher.NONE);
    }

    @Test
    void drawsWhatHangsOnWhat() {
        Chart chart = new EstatePicture(study(SCENARIO)).chart("estate", "What it runs on").orElseThrow();

        List<String> words = Jsoup.parse(chart.svg()).select("svg text").eachText();
        assertThat(words).startsWith("In common").contains("Where it runs", "Applications", "Desks", "North feed", "line", "cellar", "attic", "Payments Ltd", "Tax East", "gateway", "First desk", "two").contains("a", "b", "c");
        assertThat(words.stream().filter(word -> word.endsWith("up"))).hasSize(3);
        assertThat(chart.finding()).isEqualTo("3 applications run on 3 hosts in 2 rooms of 1 datacentre. Dashed: a standby.");
        // feed–cellar, line–Payments, cellar–Tax East, attic–west_tax, attic–Tax East in dashes, Payments–gateway, and four uses
        assertThat(Jsoup.parse(chart.svg()).select("svg path").size()).isEqualTo(10);
        assertThat(Jsoup.parse(chart.svg()).select("svg [stroke-dasharray=4 3], svg [style*=dasharray], svg [stroke-dasharray]")).isNotEmpty();
        assertThat(chart.rows()).hasSize(3);
        assertThat(chart.rows().get(0).subList(0, 4)).containsExactly("Tax East", "cellar", "attic", "–");
        assertThat(chart.rows().get(2).subList(0, 4)).containsExactly("gateway", "–", "–", "Payments Ltd");
        assertThat(chart.rows()).extracting(row -> row.get(4)).containsExactly("a, b; standby c", "c", "–");
    }

    /** Names are cut only where three lines do not hold them. */
    @Test
    void longNamesTakeSeveralLines() {
        String named = SCENARIO.replace("name: North feed", "name: North of County power").replace("name: Tax East", "name: Council_tax_of_the_east").replace("c: {room: attic}", "c: {room: attic}, d: {room: attic}, e: {room: attic}, f: {room: attic, name: Spare}");
        Chart chart = new EstatePicture(study(named)).chart("estate", "What it runs on").orElseThrow();

        assertThat(Jsoup.parse(chart.svg()).select("svg text").eachText()).contains("North of", "County", "power", "Council_tax_", "of_the_east", "4 hosts").doesNotContain("Spare").noneMatch(word -> word.contains("…"));
    }

    /** A line for each link, from the rooms of its datacentre, with its name on it; of very many the first. */
    @Test
    void linksAreLinesFromDatacentresToDesks() {
        String links = "links: {a: {name: Ring, desk: one, datacentre: hall}, b: {desk: two, datacentre: hall}, far: {desk: two, datacentre: shed}}\n";
        String linked = SCENARIO.replace("datacentres: {", "datacentres: {shed: {}, ").replace("groups: {", links + "groups: {");
        Chart chart = new EstatePicture(study(linked)).chart("estate", "What it runs on").orElseThrow();

        Document drawn = Jsoup.parse(chart.svg());
        assertThat(drawn.select("svg text").eachText()).contains("Ring", "b").doesNotContain("far"); // no room is there
        assertThat(drawn.select("svg path")).hasSize(10 + 2);
        assertThat(drawn.select("svg path").stream().filter(path -> path.attr("d").chars().filter(letter -> letter == 'M').count() == 2)).as("from both rooms").hasSize(2);

        StringBuilder many = new StringBuilder("links: {");
        for (int n = 0; n < 10; n++) {
            many.append("l").append(n).append(": {desk: two, datacentre: hall}, ");
        }
        Chart crowded = new EstatePicture(study(SCENARIO.replace("groups: {", many + "}\ngroups: {"))).chart("estate", "What it runs on").orElseThrow();
        assertThat(Jsoup.parse(crowded.svg()).select("svg text").eachText()).contains("l7").doesNotContain("l8");
        assertThat(crowded.finding()).endsWith("Dashed: a standby. Grey lines: 8 of 10 links.");
    }

    @Test
    void tablesSayHowLongApplicationsAreUpAndWhatRoomsDraw() {
        Document page = Jsoup.parse(HtmlReport.render(study(SCENARIO), new Parts()));

        assertThat(page.select("h2#the-estate")).hasSize(1);
        assertThat(page.select("table:has(caption#applications) tbody th").eachText()).containsExactly("Tax East", "west_tax", "gateway");
        assertThat(page.select("table:has(caption#rooms) tbody th").eachText()).containsExactly("cellar", "attic");
        assertThat(page.select("table:has(caption#rooms) tbody tr").get(0).select("td").eachText()).contains("1.0 of 2", "4.0 of 10", "1.6");
    }

    @Test
    void withoutAnEstateThereIsNothing() {
        String none = SCENARIO.replaceAll("(?m)^(supplies|datacentres|rooms|hosts|host_defaults|applications):.*\n", "").replaceAll(", needs: \\{[a-z_]*: }", "").replace("{tax: {needs: {gateway: {share: 50 %}}}}", "{tax: {}}");
        Study study = study(none);
        assertThat(new EstatePicture(study).chart("estate", "t")).isEmpty();
        assertThat(HtmlReport.render(study, new Parts())).doesNotContain("the-estate");
    }
}
