package mergedesk.report;

/** A line of "How this was made"; {@code isCode} when it is to be read letter by letter. */
public record Fact(String label, String value, boolean isCode) {}
