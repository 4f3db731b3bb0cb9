package mergedesk.scenario;

import java.time.Month;
import java.util.Map;

/** Relative volume of a day by month, such as {mar: 1.3}; months that are not listed have 1. */
public record Season(Map<Month, Double> byMonth) {}
