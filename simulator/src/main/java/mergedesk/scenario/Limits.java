package mergedesk.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values that make sense for a number, a time or each number of a list or map.
 *
 * <p>Unit: seconds for a time, a fraction for a share (1 is 100 %), pounds for money, expected contacts per year for a rate.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Limits {
    /** Smallest value allowed. */
    double least() default Double.NEGATIVE_INFINITY;

    /** Every value must be greater than this. */
    double above() default Double.NEGATIVE_INFINITY;

    /** Largest value allowed. */
    double most() default Double.POSITIVE_INFINITY;

    /** Every value must be less than this. */
    double below() default Double.POSITIVE_INFINITY;
}
