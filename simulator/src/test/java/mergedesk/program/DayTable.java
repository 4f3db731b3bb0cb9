package mergedesk.program;

import java.util.stream.IntStream;

/** Expected counts and shapes of all flows and days, written out: [flow × days + day]. */
public final class DayTable {
    private DayTable() {}

    /** Expected counts. */
    public static double[] expected(Program.Demand demand) {
        int days = demand.volumes().columnOfDay().length;
        double[] all = new double[demand.flowKey().length * days];
        double[] byFlow = new double[demand.flowKey().length];
        for (int day = 0; day < days; day++) {
            demand.volumes().layOut(day, byFlow);
            for (int flow = 0; flow < byFlow.length; flow++) {
                all[flow * days + day] = byFlow[flow];
            }
        }
        return all;
    }

    /** Shapes. */
    public static int[] shapes(Program.Demand demand) {
        int days = demand.volumes().columnOfDay().length;
        return IntStream.range(0, demand.flowKey().length * days).map(i -> demand.volumes().shape(i / days, i % days)).toArray();
    }
}
