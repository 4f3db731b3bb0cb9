package mergedesk.dsol.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import mergedesk.dsol.Simulators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.SubstituteLoggerFactory;

/** Simulators can be made while something else of the process starts SLF4J. */
class QuietLoggerTest {
    /** One thread starts SLF4J, and another makes a simulator so many milliseconds later. */
    static final class Race {
        private Race() {}

        public static void main(String[] args) throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(1);
            Thread other = new Thread(() -> {
                begun.countDown();
                LoggerFactory.getLogger("other");
            });
            other.start();
            begun.await();
            Thread.sleep(Integer.parseInt(args[0]));
            Simulators.create("simulator");
            System.out.println("made");
            System.exit(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 30})
    void aSimulatorCanBeMadeWhileSlf4jStarts(int milliseconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Race.class.getName(), "" + milliseconds)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("made");
    }

    @Test
    void substitutesAreNotTaken() {
        Queue<ILoggerFactory> answers = new ArrayDeque<>(List.of(new SubstituteLoggerFactory(), new SubstituteLoggerFactory(), new LoggerContext(), new LoggerContext()));
        QuietLogger.await(answers::remove);
        assertThat(answers).hasSize(1);
    }
}
