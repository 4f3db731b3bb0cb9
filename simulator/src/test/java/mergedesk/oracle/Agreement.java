package mergedesk.oracle;

import java.util.Locale;
import mergedesk.stats.Estimate;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Whether a simulated number agrees with theory, by the rule of STYLE.md, section 7: with 30 or more observations and standard error s,
 * |mean − theory| ≤ 4.5 s and s ≤ 2 % of theory ({@link #NIGHTLY}: 0.5 %). The second half keeps a vague run from passing. Against a published
 * figure its standard error joins the first half: 4.5 √(s² + s_ref²). A theory of zero must be met exactly.
 *
 * <p>Seeds are those of the files. A test that fails is a reason to look for the error, never for another seed.
 */
final class Agreement {
    static final double DEFAULT = 0.02;
    static final double NIGHTLY = 0.005;

    private static final double MOST_STANDARD_ERRORS = 4.5;
    private static final int FEWEST_OBSERVATIONS = 30;
    private static final double NORMAL_95 = 1.959963984540054;

    private Agreement() {}

    /** Standard error behind an estimate's 95 % half-width. */
    static double standardError(Estimate estimate) {
        return estimate.halfWidth() / new TDistribution(null, estimate.n() - 1.0).inverseCumulativeProbability(0.975);
    }

    /** Standard error behind a published 95 % half-width. */
    static double standardError(double halfWidth) {
        return halfWidth / NORMAL_95;
    }

    /** Distance from theory in standard errors. */
    static double z(Estimate simulated, double theory, double theoryError) {
        double distance = simulated.value() - theory;
        return distance == 0 ? 0 : distance / Math.hypot(standardError(simulated), theoryError);
    }

    /** Whether a distance in standard errors is one that chance explains. */
    static boolean isNear(double z) {
        return Math.abs(z) <= MOST_STANDARD_ERRORS;
    }

    /** What is wrong with the agreement; empty when nothing is. */
    static String fault(Estimate simulated, double theory, double theoryError, double precision) {
        if (simulated.isEmpty()) {
            return "there is no value";
        }
        if (theory == 0) {
            return simulated.value() == 0 ? "" : "must be exactly 0, is " + simulated.value();
        }
        if (simulated.n() < FEWEST_OBSERVATIONS) {
            return "rests on %d observations only".formatted(simulated.n());
        }
        double error = standardError(simulated);
        double z = z(simulated, theory, theoryError);
        if (!isNear(z)) {
            return String.format(
                    Locale.ROOT, "z = %+.1f: simulated %.6g, theory %.6g, standard errors %.2g and %.2g", z, simulated.value(), theory, error, theoryError);
        }
        if (!(error <= precision * Math.abs(theory))) {
            return String.format(
                    Locale.ROOT, "too vague: standard error %.3g is %.2f %% of theory %.6g, more than %.1f %%", error, 100 * error / Math.abs(theory), theory, 100 * precision);
        }
        return "";
    }
}
