package mergedesk.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Kernel;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.units.Ticks;

/** P7: what a replication of the Erlang-A desk holds in memory at its end, in a process of its own with a small heap. */
public final class MemoryRun {
    private MemoryRun() {}

    /** Runs one replication of the scenario with a horizon of so many days; prints the live bytes of the heap. */
    public static void main(String[] arguments) {
        Path scenario = Path.of(arguments[0]);
        ScenarioFile file = ScenarioFile.read(scenario, List.of("time.length=" + arguments[1] + " days"));
        Program program = ScenarioCompiler.compile(file.scenario());
        Totals[] totals = new Totals[1];
        Kernel kernel = new Kernel(program, state -> totals[0] = new Totals(state));
        kernel.reset(1, 0);
        kernel.runUntil(Ticks.NEVER);
        int summaries = totals[0].finish().size();
        System.gc();
        long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.println(live + (kernel.now() > 0 && summaries > 0 ? "" : " and nothing was run"));
    }

    /** Live bytes at the end, from a process of its own with a heap of 64 MB. */
    static long liveBytes(Path scenario, int days) {
        return Long.parseLong(Processes.java(MemoryRun.class, "-Xmx64m", scenario.toString(), Integer.toString(days)));
    }
}
