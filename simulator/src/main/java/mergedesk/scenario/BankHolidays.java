package mergedesk.scenario;

import java.time.LocalDate;
import java.util.List;
import mergedesk.units.With;

/** Bank holidays and the catch-up after them. */
public record BankHolidays(
        @Meaning("Country whose bank holidays are computed: england_and_wales.")
        Region region,

        @Meaning("Further dates.") List<LocalDate> dates,

        @Meaning(
                value = "Volume of such a day, as a share of the same weekday's ordinary volume.",
                byDefault = "0 %",
                form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 100)
        double volume,

        @Meaning("Shape of such a day, a name from profiles; the weekday's own shape when absent.")
        String profile,

        @Meaning("Multipliers of the working days after a holiday, such as [1.3, 1.1].") @Limits(least = 0, most = 1000)
        List<Double> catchUp) implements With<BankHolidays> {
    /** Those of England and Wales, on which nobody calls. */
    public static final BankHolidays ENGLISH = new BankHolidays(Region.ENGLAND_AND_WALES, List.of(), 0, null, List.of());

    /** Countries whose holidays can be computed. */
    public enum Region {
        ENGLAND_AND_WALES
    }
}
