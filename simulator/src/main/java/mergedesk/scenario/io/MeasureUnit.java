package mergedesk.scenario.io;

/** In what a measure is counted, and so how a target for it is written. */
public enum MeasureUnit {
    /** {@code 80 %}; 0 to 1 in kpis.csv. */
    SHARE,
    /** {@code 30 s}; seconds in kpis.csv. */
    SECONDS,
    /** {@code 12}. */
    NUMBER
}
