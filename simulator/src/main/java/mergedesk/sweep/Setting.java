package mergedesk.sweep;

/**
 * A value of a factor.
 *
 * @param text as the scenario has it, or its name
 * @param number the same without its unit; NaN where it is no number
 */
public record Setting(String text, double number) {}
