package mergedesk.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.KpiTable;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.Suggestion;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.text.Times;
import mergedesk.stats.Measure;
import mergedesk.stats.MeasureWords;

/**
 * A goal such as {@code sl_answered_of_offered >= 80 %}.
 *
 * @param measure identifier of a mean or ratio of kpis.csv; read by any of its {@link MeasureWords}
 * @param atLeast at least the bound, otherwise at most
 * @param bound shares 0 .. 1, times in seconds
 */
public record Until(String measure, boolean atLeast, double bound) {
    private static final Pattern GOAL = Pattern.compile("\\s*(\\w+)\\s*(>=|<=|>|<)\\s*(£?)\\s*([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(%|ms|s|min|h)?\\s*");

    /**
     * Reads a goal.
     *
     * @throws WrongInput when it is none
     */
    public static Until parse(String text) {
        Matcher goal = GOAL.matcher(text);
        if (!goal.matches()) {
            throw new WrongInput(
                    "found \"" + text + "\": write a measure, >= or <=, and a value, such as 'sl_answered_of_offered >= 80 %'");
        }
        String id = goal.group(1);
        Measure measure = MeasureWords.measure(id)
                .orElseThrow(() -> new WrongInput("found \"" + id + "\": no such measure; "
                        + Suggestion.of(id, Measure.all().stream().map(Measure::id).toList(), "take one such as sl_answered_of_offered, answer_rate or wait_mean_all; kpis.csv of any run lists them")));
        if (measure.isQuantile()) {
            throw new WrongInput("found \"" + id + "\": quantiles cannot be solved for; take a service level, such as "
                    + "'sl_answered_of_answered >= 90 %'");
        }
        double bound = bound(measure, goal.group(4).replace(",", ""), goal.group(5), text);
        if (!goal.group(3).isEmpty() && measure.unit() != Measure.Unit.POUNDS) {
            throw new WrongInput("found \"" + text + "\": " + id + " is not measured in pounds");
        }
        if (bound > measure.most()) {
            throw new WrongInput("found \"" + text + "\": a share is at most 1; write 80 % or 0.8");
        }
        return new Until(measure.id(), goal.group(2).startsWith(">"), bound);
    }

    /** A number alone is as in kpis.csv; with a unit it is written as the bound of a target. */
    private static double bound(Measure measure, String number, String unit, String text) {
        if (unit == null) {
            return Double.parseDouble(number);
        }
        Syntax<Double> syntax = ScenarioFile.bound(measure);
        if (syntax != (unit.equals("%") ? Numbers.SHARE : Times.SECONDS)) {
            throw new WrongInput("found \"" + text + "\": " + measure.id() + " is not measured in " + unit);
        }
        try {
            return syntax.reader().apply(number + " " + unit);
        } catch (Misread misread) {
            throw new WrongInput("found \"" + text + "\": " + misread.rule() + "; " + misread.advice());
        }
    }

    /**
     * The goal, for a scenario in which its measure can have a value.
     *
     * @throws WrongInput when it cannot: a cost, where groups have none
     */
    public Until in(ScenarioFile file) {
        if (!new KpiTable(ScenarioCompiler.compile(file.scenario())).hasValue(Measure.byId(measure).orElseThrow())) {
            throw new WrongInput("found \"" + measure + "\": the cost of some groups is not given; write it under cost of each");
        }
        return this;
    }

    /** The goal as it would be written: {@code sl_answered_of_offered >= 80 %}. */
    String text() {
        return measure + (atLeast ? " >= " : " <= ") + Measure.byId(measure).orElseThrow().unit().written(bound);
    }
}
