package mergedesk.scenario;

/** A partner of the shared service. */
public record Council(
        @Meaning("Name as it is shown; the key when absent.") String name,
        @Meaning("Residents; used by volume_per_head.") Double population) {}
