package mergedesk.compile;

import java.util.Collection;
import mergedesk.program.Blends;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Blend;
import mergedesk.units.Ticks;

/** How groups divide themselves between people and deferred work. */
final class BlendTable {
    private BlendTable() {}

    static Blends of(Collection<AgentGroup> groups) {
        int n = groups.size();
        Blends table = new Blends(new boolean[n], new boolean[n], new long[n], new int[n], new int[n], new int[n], new int[n]);
        int g = 0;
        for (AgentGroup group : groups) {
            Blend blend = group.blend() == null ? Blend.USUAL : group.blend();
            table.parks()[g] = blend.park();
            table.resumesSame()[g] = blend.resume() == Blend.Resume.SAME;
            table.handOverTicks()[g] = Ticks.of(blend.handOver());
            table.reserve()[g] = blend.reserve();
            table.belowOccupancy()[g] = millionths(blend.belowOccupancy());
            table.belowQueue()[g] = blend.belowQueue() == null ? Integer.MAX_VALUE : blend.belowQueue();
            table.share()[g] = millionths(blend.share());
            g++;
        }
        return table;
    }

    private static int millionths(Double share) {
        return share == null ? Blends.NO_SHARE : Blends.millionths(share);
    }
}
