package mergedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mergedesk.cli.Console;
import mergedesk.cli.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sweeps.md shows in other languages runs, where these are installed with their libraries. */
class SnippetsTest {
    @TempDir
    Path folder;

    private Document page;

    @BeforeEach
    void sweep() throws IOException {
        page = Document.read(Document.TOP.resolve("simulator/docs/sweeps.md"));
        for (Document.Block block : page.blocks()) {
            if (block.fileName() != null) {
                Files.writeString(folder.resolve(block.fileName()), block.content());
            }
        }
    }

    private void export() {
        Console console = new Console(StandardCharsets.UTF_8, System.in, System.out, System.err);
        assertThat(Main.execute(console, "sweep", folder.resolve("sweep.yaml").toString(), "--out", folder.resolve("out").toString(), "--quiet")).isZero();
        assertThat(Main.execute(console, "export", folder.resolve("out").toString(), "--parquet")).isZero();
    }

    @Test
    void python() throws Exception {
        assumeTrue(runs("python3", "-c", "import pandas, polars, pyarrow"), "no Python with pandas, polars and pyarrow");
        export();
        assertThat(runs("python3", "-c", block("python") + "\nassert runs.height == 80 and len(pandas.read_parquet('out/results.parquet')) == 80")).isTrue();
    }

    @Test
    void r() throws Exception {
        assumeTrue(runs("Rscript", "-e", "library(arrow)"), "no R with arrow");
        export();
        assertThat(runs("Rscript", "-e", block("r") + "\nstopifnot(nrow(runs) == 80)")).isTrue();
    }

    private String block(String language) {
        return page.blocks().stream().filter(block -> block.language().equals(language)).findFirst().orElseThrow().content();
    }

    private boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("said.txt").toFile()).start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
