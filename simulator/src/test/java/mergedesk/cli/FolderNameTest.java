package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Relative names are seen from the folder that the tests run in. */
class FolderNameTest {
    @Test
    void tellsTheWayToTheScenario() {
        assertThat(name("desk.yaml")).isEqualTo("desk");
        assertThat(name("scenarios/councils/cheshire/merged.yaml")).isEqualTo("scenarios-councils-cheshire-merged");
        assertThat(name("./p1/../p1/desk/a.yml")).isEqualTo("p1-desk-a");
    }

    @Test
    void filesOfTheSameNameHaveFoldersOfTheirOwn() {
        assertThat(name("p1/desk/a.yaml")).isNotEqualTo(name("p2/desk/a.yaml"));
        Path outside = Path.of("").toAbsolutePath().getParent().resolve("desk/a.yaml");
        assertThat(name(outside.toString())).isNotEqualTo(name("desk/a.yaml")).endsWith("-desk-a");
    }

    @Test
    void variantsHaveFoldersOfTheirOwn() {
        assertThat(name("desk.yaml", "groups.agents.staffing=9")).isEqualTo("desk--groups.agents.staffing=9");
        assertThat(name("desk.yaml", "flows.north.volume=12 / min", "desks.d.lines = 4"))
                .isEqualTo("desk--desks.d.lines=4,flows.north.volume=12_min")
                .isEqualTo(name("desk.yaml", "desks.d.lines=4", "flows.north.volume=12/min"));
        assertThat(name("desk.yaml", "a.b={mon: \"9:00\"}")).isEqualTo("desk--a.b=_mon___9_00__");
        assertThat(name("desk.yaml", "name=A B")).isNotEqualTo(name("desk.yaml", "name=AB"));
    }

    @Test
    void longNamesStayShortAndDiffer() {
        String a = name("désk.yaml", "groups.agents.staffing=" + "1".repeat(500));
        String b = name("désk.yaml", "groups.agents.staffing=" + "1".repeat(501));
        assertThat(a).isNotEqualTo(b).startsWith("désk--groups.agents.staffing=111");
        assertThat(a.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(120);
        assertThat(name("\uD83D\uDE00".repeat(200) + ".yaml").getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void comparisonsNameACommonFolderOnce() {
        assertThat(FolderName.ofAll(List.of(Path.of("councils/x/a.yaml"), Path.of("councils/x/b.yaml")), List.of(), List.of()))
                .isEqualTo(Path.of("mergedesk-out", "councils-x-a-to-b"));
        assertThat(FolderName.ofAll(List.of(Path.of("x/a.yaml"), Path.of("y/a.yaml")), List.of("d.e=1"), List.of()))
                .isEqualTo(Path.of("mergedesk-out", "x-a-to-y-a--d.e=1"));
        assertThat(FolderName.ofAll(List.of(Path.of("x/a.yaml"), Path.of("x/b.yaml"), Path.of("y/c.yaml")), List.of(), List.of()))
                .isEqualTo(Path.of("mergedesk-out", "x-a-to-b-and-y-c"));
        assertThat(FolderName.ofAll(List.of(Path.of("x/a.yaml")), List.of(), List.of("d.e = 1; f=2", "d.e=3"))).isEqualTo(Path.of("mergedesk-out", "x-a--also=d.e=1_f=2,also=d.e=3"));
    }

    @Test
    void answersNameTheirQuestion() {
        assertThat(FolderName.of(Path.of("a.yaml"), List.of("d.e=1"), "groups.g.staffing", "sl_answered_of_offered >= 80 %"))
                .isEqualTo(Path.of("mergedesk-out", "a--d.e=1,solve=groups.g.staffing,sl_answered_of_offered-at-least-80%"));
        assertThat(FolderName.of(Path.of("a.yaml"), List.of(), "flows.f.volume", "wait_mean_all<=30 s"))
                .isEqualTo(Path.of("mergedesk-out", "a--solve=flows.f.volume,wait_mean_all-at-most-30s"));
    }

    private static String name(String file, String... sets) {
        Path folder = FolderName.of(Path.of(file), List.of(sets));
        assertThat(folder.getParent()).isEqualTo(Path.of("mergedesk-out"));
        return folder.getFileName().toString();
    }
}
