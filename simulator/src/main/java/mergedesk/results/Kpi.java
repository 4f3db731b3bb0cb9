package mergedesk.results;

import mergedesk.stats.Estimate;

/**
 * One row of kpis.csv: a measure in a scope. Names are as in the scenario; columns that the scope does not use are empty strings.
 *
 * @param measure identifier such as sl_answered_of_offered
 * @param scope overall, council, service, channel, desk, group, flow, employer or interval
 * @param interval slot of the week such as "Mon 09:30"
 */
public record Kpi(
        String measure,
        String scope,
        String council,
        String service,
        String channel,
        String desk,
        String group,
        String interval,
        Estimate estimate) {}
