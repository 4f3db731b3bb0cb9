package mergedesk.results;

import java.util.List;
import mergedesk.stats.Estimate;

/**
 * What an hour of outage of each application costs: the scenario as it is beside the same in which that application never fails, on the same people and with the same working times and lengths of repair.
 *
 * <p>What follows an outage counts as well, such as a queue that has to be worked off, and so does what goes down because it needs the application.
 *
 * @param rows the application whose hour keeps most people from being answered in time first, then by agents' time; last those of which a single outage was seen, so that there is no interval
 * @param replications of each pair
 * @param left applications that were down for less, and were not looked at
 * @param complete whether it was not stopped before all were looked at that were to be
 */
public record OutageCost(List<Row> rows, int replications, int left, boolean complete) {
    /**
     * An application. All but the hours is for each hour for which it is down while a desk is open.
     *
     * @param hours for which it is down while a desk is open, in a replication
     * @param contacts that come because of it: people who try again, whom self-service fails, who call about the outage
     * @param abandoned more who give up, or find all lines busy
     * @param late more who are not answered in time, whatever becomes of them
     * @param agentHours more time of agents with contacts
     */
    public record Row(String application, Estimate hours, Estimate contacts, Estimate abandoned, Estimate late, Estimate agentHours) {}
}
