package mergedesk.scenario.io;

import java.util.List;
import mergedesk.scenario.Problem;

/**
 * What came of looking for a number to move.
 *
 * @param lever null when there is any problem
 * @param problems why there is none
 */
public record LeverReading(Lever lever, List<Problem> problems) {}
