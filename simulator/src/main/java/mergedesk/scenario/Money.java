package mergedesk.scenario;

/** Whole pence, as £31,000 or £310.50. */
public record Money(long pence) {}
