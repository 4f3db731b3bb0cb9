package mergedesk.compile;

import java.util.List;
import java.util.TreeMap;
import mergedesk.program.Program;
import mergedesk.scenario.Flow;

/** Who leaves at once when so many wait already. */
final class BalkTable {
    private BalkTable() {}

    static Program.BalkAt of(List<Flow> flows) {
        int[] offset = new int[flows.size() + 1];
        for (int flow = 0; flow < flows.size(); flow++) {
            offset[flow + 1] = offset[flow] + flows.get(flow).balkAt().size();
        }
        int[] waiting = new int[offset[flows.size()]];
        double[] chance = new double[waiting.length];
        int row = 0;
        for (Flow flow : flows) {
            for (var step : new TreeMap<>(flow.balkAt()).entrySet()) {
                waiting[row] = step.getKey();
                chance[row++] = step.getValue();
            }
        }
        return new Program.BalkAt(offset, waiting, chance);
    }
}
