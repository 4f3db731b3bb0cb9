package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The lines that stand for a progress bar where there is no terminal, by a clock that is put on by hand. */
class ProgressWatcherTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long seconds;

    private ProgressWatcher watcher(boolean shown) {
        Console console = new Console(
                StandardCharsets.UTF_8, new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(), err);
        return new ProgressWatcher(console, shown, () -> TimeUnit.SECONDS.toNanos(seconds));
    }

    private String said() {
        String said = err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        err.reset();
        return said;
    }

    @Test
    void saysNowAndThenHowLongItTakes() {
        try (ProgressWatcher watcher = watcher(true)) {
            watcher.planned(4);
            seconds = 9;
            watcher.advanced(0.5);
            assertThat(said()).isEmpty();
            seconds = 20;
            watcher.advanced(0.5);
            assertThat(said())
                    .isEqualTo("mergedesk: 1.0 of 4 replications, about 60 s left; Ctrl-C reports what is finished\n");
            seconds = 30;
            watcher.advanced(0.5);
            assertThat(said()).isEmpty();
            seconds = 600;
            watcher.advanced(0.5);
            assertThat(said())
                    .isEqualTo(
                            "mergedesk: 2.0 of 4 replications, about 10 min left; Ctrl-C reports what is finished\n");
        }
    }

    @Test
    void ofManyReplicationsOnlyWholeOnesAreSaid() {
        try (ProgressWatcher watcher = watcher(true)) {
            watcher.planned(48_000);
            seconds = 20;
            watcher.advanced(2_731.96);
            assertThat(said()).startsWith("mergedesk: 2,731 of 48,000 replications, about ");
        }
    }

    @Test
    void knowsNoTimeBeforeAnythingIsDone() {
        try (ProgressWatcher watcher = watcher(true)) {
            seconds = 30;
            watcher.planned(4);
            assertThat(said()).isEqualTo("mergedesk: 0.0 of 4 replications, no time known yet; Ctrl-C reports what is finished\n");
        }
    }

    @Test
    void doesNotClaimToKnowHowLongPeopleTakeToLeave() {
        try (ProgressWatcher watcher = watcher(true)) {
            watcher.planned(1);
            watcher.advanced(0.99);
            seconds = 11;
            watcher.emptying(1_234);
            assertThat(said())
                    .isEqualTo(
                            "mergedesk: 0.9 of 1 replications, emptying, 1,234 people still in the system; Ctrl-C reports what is finished\n");
            seconds = 60;
            watcher.emptying(1);
            assertThat(said())
                    .isEqualTo(
                            "mergedesk: 0.9 of 1 replications, emptying, 1 person still in the system; Ctrl-C reports what is finished\n");
        }
    }

    @Test
    void saysNothingWhenToldTo() {
        try (ProgressWatcher watcher = watcher(false)) {
            watcher.planned(1);
            seconds = 100;
            watcher.advanced(0.5);
            assertThat(said()).isEmpty();
        }
    }
}
