package mergedesk.scenario;

/** Electrical power, as 400 W or 8 kW. */
public record Watts(double watts) {
    /** None. */
    public static final Watts NONE = new Watts(0);
}
