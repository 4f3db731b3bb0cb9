package mergedesk.winchester;

import java.util.List;
import java.util.Locale;
import mergedesk.winchester.Centre.Outcome;

/** The tables of scenarios/councils/winchester/README.md, in Markdown. */
final class YearReport {
    private static final int REPLICATIONS = 60;

    private final StringBuilder text = new StringBuilder();
    private final Fit ofAnswered;
    private final Fit ofOffered;

    YearReport(Fit ofAnswered, Fit ofOffered) {
        this.ofAnswered = ofAnswered;
        this.ofOffered = ofOffered;
    }

    void fits(List<Fit> fits) {
        line("| day's shape | within 45 s read as of | capacity | mean patience | miss on the ten figures |");
        line("|---|---|---|---|---|");
        for (Fit fit : fits) {
            line(
                    "| %s | %s | %.1f agents | %.1f min | %.1f points |",
                    fit.centre().shape(),
                    fit.ofAnswered() ? "answered" : "offered",
                    fit.capacity(),
                    fit.patience(),
                    fit.miss());
        }
        line("");
    }

    void months() {
        line(
                "| month | fitted? | offered | answered, counts | (as printed) | answered, model | within 45 s, published | model, of answered | model, of offered |");
        line("|---|---|---|---|---|---|---|---|---|");
        for (Month month : Month.all()) {
            Outcome first = ofAnswered.centre().run(month, ofAnswered.capacity(), ofAnswered.patience(), REPLICATIONS);
            Outcome second = ofOffered.centre().run(month, ofOffered.capacity(), ofOffered.patience(), REPLICATIONS);
            line(
                    "| %s | %s | %,d | %.1f %% | %s %% | %.1f %% ± %.1f (%+.1f) | %s %% | %.1f %% ± %.1f (%+.1f) | %.1f %% (%+.1f) |",
                    month.id(),
                    month.isFitted() ? "yes" : "no",
                    month.offered(),
                    month.answeredOfOffered(),
                    plain(month.publishedPercent()),
                    first.answered().value(),
                    2 * first.answered().chance(),
                    first.answered().value() - month.answeredOfOffered(),
                    plain(month.withinPercent()),
                    first.withinOfAnswered().value(),
                    2 * first.withinOfAnswered().chance(),
                    first.withinOfAnswered().value() - month.withinPercent(),
                    second.withinOfOffered().value(),
                    second.withinOfOffered().value() - month.withinPercent());
        }
        line("");
    }

    void multipliers() {
        line(
                "| month | by the answered share | by the share within 45 s, of answered | by the share within 45 s, of offered |");
        line("|---|---|---|---|");
        for (Month month : Month.all()) {
            line(
                    "| %s | %s | %s | %s |",
                    month.id(),
                    multiplier(
                            ofAnswered,
                            Implied.solve(
                                    ofAnswered.centre(),
                                    month,
                                    ofAnswered.patience(),
                                    Outcome::answered,
                                    month.answeredOfOffered())),
                    multiplier(
                            ofAnswered,
                            Implied.solve(
                                    ofAnswered.centre(),
                                    month,
                                    ofAnswered.patience(),
                                    Outcome::withinOfAnswered,
                                    month.withinPercent())),
                    multiplier(
                            ofOffered,
                            Implied.solve(
                                    ofOffered.centre(),
                                    month,
                                    ofOffered.patience(),
                                    Outcome::withinOfOffered,
                                    month.withinPercent())));
        }
        line("");
    }

    private static String multiplier(Fit fit, Implied implied) {
        return String.format(
                Locale.ROOT, "%.2f ± %.2f", implied.capacity() / fit.capacity(), 2 * implied.chance() / fit.capacity());
    }

    /** What patience would have to be for a month's two figures to sit together. */
    void together(String id, double... patiences) {
        Month month = Month.of(Month.all(), id);
        line(
                "| mean patience in %s | capacity for %s %% within 45 s of answered | answered then | mean wait |",
                id, plain(month.withinPercent()));
        line("|---|---|---|---|");
        for (double patience : patiences) {
            Implied implied = Implied.solve(
                    ofAnswered.centre(), month, patience, Outcome::withinOfAnswered, month.withinPercent());
            line(
                    "| %.0f min | %.2f times summer's | %.1f %% | %.0f s |",
                    patience,
                    implied.capacity() / ofAnswered.capacity(),
                    implied.outcome().answered().value(),
                    implied.outcome().meanWait());
        }
        line("");
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
