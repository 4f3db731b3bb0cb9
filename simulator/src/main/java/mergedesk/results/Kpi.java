package mergedesk.results;

import mergedesk.stats.Estimate;

/**
 * One row of kpis.csv: a measure in a scope.
 *
 * @param measure identifier such as sl_answered_of_offered
 */
public record Kpi(String measure, Scope scope, Estimate estimate) {}
