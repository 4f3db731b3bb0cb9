package mergedesk.scenario;

import java.util.List;
import mergedesk.units.With;

/**
 * What a machine draws at each load. Between idle and full the curve is that of most servers (the median of 515 published SPECpower_ssj2008 results), or the user's own.
 *
 * @param idle as a share of full; null with a curve
 * @param curve eleven shares of full: at no load, 10 %, 20 % and so on to 100 %, with straight lines between; empty for the usual one
 */
public record PowerDraw(
        @Meaning(value = "Power at full load; of all machines together where the host stands for several.", required = true) @Limits(least = 0, most = 1e8)
        Watts full,

        @Meaning(value = "Power without load, as a share of full; 45 % when absent (assumption, 30 to 60 %: SPECpower's median is 29.5 %, older machines idle higher). Not beside curve.", form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        Double idle,

        @Meaning(value = "Eleven shares of full, at loads of 0 %, 10 %, 20 % to 100 %, instead of the usual curve.", form = Meaning.Form.SHARE) @Limits(least = 0, most = 1)
        List<Double> curve) implements With<PowerDraw> {
    /** A machine with the usual curve. */
    public static PowerDraw of(double fullWatts) {
        return new PowerDraw(new Watts(fullWatts), null, List.of());
    }
}
