package mergedesk.program;

/**
 * How many are expected of each flow on each civil day, before busyness, held as what repeats: so a longer horizon takes twelve bytes a day, however many flows there are.
 *
 * <pre>
 * expected(flow, day) = share[row of flow, column of day] × (total[flow] × (1 + growth[flow]) ^ years[day])
 *                       × the factors of all events that concern the flow on the day, in their order
 * </pre>
 *
 * <p>Without growth the power is left out. The order of these operations is part of the definition, so that the last bit is always the same.
 *
 * @param rowOfFlow row of each flow in the tables of shares and shapes: flows of the same profile, opening hours and season have one
 * @param columnOfDay column of each day: days on which every row has the same share and shape have one
 * @param columns number of columns
 * @param share share of the reference year's total: [row × columns + column]
 * @param shape shape of the day: [row × columns + column]
 * @param total count of each flow in the reference year; 0 for traced flows
 * @param growth growth of each flow, a share a year
 * @param years years from the start of the reference year to each day
 * @param eventDay first day of each event that lies in the calendar
 * @param eventOffset rows of each event: its factors, day by day
 * @param eventFactor multiplier of a day's count
 * @param eventFlowOffset rows of each event: the flows that it concerns
 * @param eventFlow a flow
 */
public record Volumes(
        int[] rowOfFlow,
        int[] columnOfDay,
        int columns,
        double[] share,
        int[] shape,
        double[] total,
        double[] growth,
        double[] years,
        int[] eventDay,
        int[] eventOffset,
        double[] eventFactor,
        int[] eventFlowOffset,
        int[] eventFlow) {
    /** The same with other totals. */
    public Volumes of(double[] totals) {
        return new Volumes(rowOfFlow, columnOfDay, columns, share, shape, totals, growth, years, eventDay, eventOffset, eventFactor, eventFlowOffset, eventFlow);
    }

    /** Lays out a day: the expected count of each flow. Allocates nothing. */
    public void layOut(int day, double[] expectedByFlow) {
        double grown = 1;
        double grownBy = 0; // the growth that this is of: neighbours often have the same
        for (int flow = 0; flow < rowOfFlow.length; flow++) {
            if (growth[flow] != grownBy) {
                grownBy = growth[flow];
                grown = StrictMath.pow(1 + grownBy, years[day]);
            }
            expectedByFlow[flow] = share[cell(flow, day)] * (total[flow] * grown);
        }
        for (int event = 0; event < eventDay.length; event++) {
            int row = eventOffset[event] + day - eventDay[event];
            if (day >= eventDay[event] && row < eventOffset[event + 1]) {
                for (int i = eventFlowOffset[event]; i < eventFlowOffset[event + 1]; i++) {
                    expectedByFlow[eventFlow[i]] *= eventFactor[row];
                }
            }
        }
    }

    /** The shape of a flow's day. */
    public int shape(int flow, int day) {
        return shape[cell(flow, day)];
    }

    private int cell(int flow, int day) {
        return rowOfFlow[flow] * columns + columnOfDay[day];
    }
}
