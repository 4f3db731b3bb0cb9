package mergedesk.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.program.Program;

/** The desk of {@link mergedesk.peer.Desk} as a scenario, read and compiled as any other. */
public final class ErlangADesk {
    private static final int CALLS_PER_DAY = 14_400;
    private static final String SCENARIO = """
            name: Erlang A
            time: {start: 2001-01-01, zone: UTC, length: %d days}
            councils: {town: {}}
            services: {general: {}}
            flows:
              calls:
                council: town
                service: general
                desk: desk
                volume: 10 / min
                work: {distribution: exponential, mean: 5 min}
                patience: {distribution: exponential, mean: 3 min}
            desks: {desk: {answer_within: 20 s}}
            groups: {agents: {desk: desk, staffing: 50}}
            """;

    private ErlangADesk() {}

    /** A run of whole days with about this many calls; drains. */
    public static Program withCalls(long calls) {
        return compiled(SCENARIO.formatted(Math.max(1, calls / CALLS_PER_DAY)));
    }

    /** A scenario text as a Program. */
    static Program compiled(String scenario) {
        try {
            Path file = Files.createTempFile("benchmark", ".yaml");
            try {
                Files.writeString(file, scenario);
                return ScenarioCompiler.compile(
                        ScenarioFile.read(file, List.of()).scenario());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
