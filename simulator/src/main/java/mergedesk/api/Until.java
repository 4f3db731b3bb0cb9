package mergedesk.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.Targets;
import mergedesk.observe.Period;
import mergedesk.observe.Scopes;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.ServiceTarget;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.Suggestion;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.text.Syntaxes;
import mergedesk.scenario.text.Times;
import mergedesk.stats.Measure;
import mergedesk.stats.MeasureWords;

/**
 * A goal such as {@code sl_answered_of_offered >= 80 %}, or {@code sl_answered_of_offered >= 80 % in every month}.
 *
 * @param measure identifier of a mean or ratio of kpis.csv; read by any of its {@link MeasureWords}
 * @param atLeast at least the bound, otherwise at most
 * @param bound shares 0 .. 1, times in seconds
 * @param every in what it must hold time after time; empty for all of the time together
 */
public record Until(String measure, boolean atLeast, double bound, Optional<ServiceTarget.Every> every) {
    private static final Pattern GOAL = Pattern.compile("\\s*(\\w+)\\s*(>=|<=|>|<)\\s*(£?)\\s*([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(%|ms|s|min|h)?\\s*(?:\\bin\\s+every\\s+(\\w+)\\s*)?");

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
        return new Until(measure.id(), goal.group(2).startsWith(">"), bound, every(goal.group(6), text));
    }

    private static Optional<ServiceTarget.Every> every(String word, String text) {
        if (word == null) {
            return Optional.empty();
        }
        try {
            return Optional.of((ServiceTarget.Every) Syntaxes.of(ServiceTarget.Every.class, Meaning.Form.NUMBER).reader().apply(word));
        } catch (Misread misread) {
            throw new WrongInput("found \"" + text + "\": there is no \"every " + word + "\"; write one of " + String.join(", ", Syntaxes.names(ServiceTarget.Every.class)));
        }
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
     * @throws WrongInput when it cannot: a cost, or the own council, where groups have none; every month, where there is no whole one
     */
    public Until in(ScenarioFile file) {
        KpiTable table = file.rules().table();
        Measure of = Measure.byId(measure).orElseThrow();
        if (!table.hasValue(of)) {
            throw new WrongInput("found \"" + measure + "\": "
                    + ScenarioFile.need(of).map(need -> need.lack() + "; " + need.advice()).orElse("the cost of some groups is not given; write it under cost of each"));
        }
        period().ifPresent(period -> {
            String word = period.name().toLowerCase(Locale.ROOT);
            if (!Targets.isKeptBy(period, of, Scopes.Kind.OVERALL)) {
                throw new WrongInput("found \"" + measure + "\": it is not counted by " + word + "; leave out \"in every " + word + "\"");
            }
            if (table.names(period).isEmpty()) {
                throw new WrongInput("found \"in every " + word + "\": the run cannot be divided so: it has no whole " + word + " beside another, or is divided into batches");
            }
        });
        return this;
    }

    /** The periods in each of which it must hold. */
    Optional<Period> period() {
        return every.map(word -> Period.valueOf(word.name()));
    }

    /** The goal as it would be written: {@code sl_answered_of_offered >= 80 %}. */
    String text() {
        return measure + (atLeast ? " >= " : " <= ") + Measure.byId(measure).orElseThrow().unit().written(bound) + every.map(word -> " in every " + word.name().toLowerCase(Locale.ROOT)).orElse("");
    }
}
