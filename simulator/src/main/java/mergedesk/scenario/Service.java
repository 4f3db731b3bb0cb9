package mergedesk.scenario;

/** What a contact is about, and the skill that it needs. */
public record Service(@Meaning("Name as it is shown; the key when absent.") String name) {}
