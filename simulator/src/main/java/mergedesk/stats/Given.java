package mergedesk.stats;

/**
 * What follows from the scenario alone in a scope, and not from a run: the same in every replication.
 *
 * @param staff those who are contracted there
 * @param power what machine rooms draw there
 */
public record Given(Staff staff, Power power) {}
