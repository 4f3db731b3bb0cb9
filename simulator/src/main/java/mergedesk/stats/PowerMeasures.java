package mergedesk.stats;

import java.util.function.ToDoubleFunction;
import mergedesk.stats.Measure.Subject;
import mergedesk.stats.Measure.Unit;

/** Measures of machine rooms: what they draw, what that emits, what they cost. */
final class PowerMeasures {
    private PowerMeasures() {}

    /** Adds them to the measures, in the order of tables. */
    static void add() {
        exact("energy", "Energy a year", Unit.KILOWATT_HOURS, "(power of machines at their usual load + overhead of rooms) × 8,760 h; only where a host has `watts` or a room `rent`, like the next three",
                Power::kwh);
        exact("energy_machines", "Energy of machines a year", Unit.KILOWATT_HOURS, "power of machines at their usual load × 8,760 h", Power::machineKwh);
        exact("pue", "Energy for each unit that machines use (PUE)", Unit.NUMBER, "energy / energy_machines", Power::usageEffectiveness);
        exact("carbon", "Greenhouse gas a year, as carbon dioxide", Unit.KILOGRAMS, "energy × `electricity.carbon`", Power::carbonKilograms);
        exact("rent", "Rent of rooms a year", Unit.POUNDS, "summed over rooms; only where some room has a `rent`, and empty while another has none", Power::poundsPerYear);
    }

    private static void exact(String id, String title, Unit unit, String equation, ToDoubleFunction<Power> value) {
        Measure.add(new Measure(id, title, unit, equation, Subject.POWER, null, null, 1, Double.NaN, given -> value.applyAsDouble(given.power())));
    }
}
