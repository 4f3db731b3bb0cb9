package mergedesk.compile;

import java.util.Collection;
import mergedesk.program.Blends;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Blend;
import mergedesk.scenario.Staffing;
import mergedesk.scenario.WeeklyShare;
import mergedesk.units.Ticks;

/** How groups divide themselves between people and deferred work. */
final class BlendTable {
    private BlendTable() {}

    static Blends of(Collection<AgentGroup> groups) {
        int n = groups.size();
        Blends table = new Blends(new boolean[n], new boolean[n], new long[n], new int[n], new int[n], new int[n], new int[n], new boolean[n]);
        int g = 0;
        for (AgentGroup group : groups) {
            Blend blend = group.blend() == null ? Blend.USUAL : group.blend();
            table.parks()[g] = blend.park();
            table.resumesSame()[g] = blend.resume() == Blend.Resume.SAME;
            table.handOverTicks()[g] = Ticks.of(blend.handOver());
            table.reserve()[g] = blend.reserve() == null || varies(blend.reserve()) ? 0 : blend.reserve().constant();
            table.belowOccupancy()[g] = millionths(blend.belowOccupancy());
            table.belowQueue()[g] = blend.belowQueue() == null ? Integer.MAX_VALUE : blend.belowQueue();
            table.share()[g] = varies(blend.share()) ? 0 : blend.share() == null ? Blends.NO_SHARE : Blends.millionths(blend.share().constant());
            table.varies()[g] = varies(blend.reserve()) || varies(blend.share());
            g++;
        }
        return table;
    }

    /** Whether the number is a table by time: it begins at 0, and its steps stand in the timetable. */
    static boolean varies(Staffing reserve) {
        return reserve != null && reserve.constant() == null;
    }

    static boolean varies(WeeklyShare share) {
        return share != null && share.constant() == null;
    }

    private static int millionths(Double share) {
        return share == null ? Blends.NO_SHARE : Blends.millionths(share);
    }
}
