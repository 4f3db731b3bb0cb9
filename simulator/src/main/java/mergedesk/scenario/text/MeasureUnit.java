package mergedesk.scenario.text;

/** In what a measure is counted, and so how a target for it is written. */
public enum MeasureUnit {
    /** {@code 80 %}; 0 to 1 in kpis.csv. */
    SHARE(Numbers.SHARE),
    /** {@code 30 s}; seconds in kpis.csv. */
    SECONDS(Times.SECONDS),
    /** {@code 12}. */
    NUMBER(Numbers.NUMBER);

    private final Syntax<Double> syntax;

    MeasureUnit(Syntax<Double> syntax) {
        this.syntax = syntax;
    }

    /** How a value is written; read as it stands in kpis.csv. */
    public Syntax<Double> syntax() {
        return syntax;
    }
}
