package mergedesk.scenario;

import java.time.LocalDate;
import java.util.List;
import mergedesk.units.With;

/** A billing run, an election, missed bins: days whose expected volume is multiplied. */
public record DatedEvent(
        @Meaning(value = "First day.", required = true) LocalDate start,

        @Meaning(
                value = "Multiplier of each day's volume from the first day on, such as [1.5, 1.8, 1.2].",
                required = true)
        @Limits(least = 0, most = 1000)
        List<Double> shape,

        @Meaning("Councils concerned; all when absent.") List<String> councils,
        @Meaning("Services concerned; all when absent.") List<String> services) implements With<DatedEvent> {
    /** For all councils and services. */
    public static DatedEvent of(LocalDate start, List<Double> shape) {
        return new DatedEvent(start, shape, List.of(), List.of());
    }
}
