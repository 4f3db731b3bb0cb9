package mergedesk.compile;

import java.util.List;
import mergedesk.program.Program;
import mergedesk.scenario.Flow;
import mergedesk.units.Ticks;

/** Who leaves a message instead of waiting on. */
final class MessageTable {
    private MessageTable() {}

    static Program.Messages of(List<Flow> flows, Numbering numbers) {
        return new Program.Messages(
                flows.stream().mapToLong(flow -> flow.message() == null ? Ticks.NEVER : Ticks.of(flow.message().after())).toArray(),
                flows.stream().mapToDouble(flow -> flow.message() == null ? 0 : flow.message().share()).toArray(),
                flows.stream().mapToInt(flow -> flow.message() == null || flow.message().becomes() == null ? -1 : numbers.flows().of(flow.message().becomes())).toArray());
    }
}
