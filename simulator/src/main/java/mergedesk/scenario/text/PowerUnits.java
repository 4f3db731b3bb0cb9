package mergedesk.scenario.text;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mergedesk.scenario.CarbonFactor;
import mergedesk.scenario.Watts;

/** Power and what it emits as people write them: 400 W, 8 kW, 207 g / kWh. */
public final class PowerUnits {
    private static final Pattern WATTS_TEXT = Pattern.compile("(" + Numbers.ANY + ")\\s*(k?W)");
    private static final Pattern CARBON_TEXT = Pattern.compile("(" + Numbers.ANY + ")\\s*(k?g)\\s*/\\s*kWh");
    private static final int THOUSAND = 3;

    public static final Syntax<Watts> WATTS = new Syntax<>("^" + Numbers.UNSIGNED + "\\s*k?W$", "400 W", PowerUnits::watts, Watts::watts);
    public static final Syntax<CarbonFactor> CARBON =
            new Syntax<>("^" + Numbers.UNSIGNED + "\\s*k?g\\s*/\\s*kWh$", "207 g / kWh", PowerUnits::carbon, CarbonFactor::gramsPerKwh);

    private PowerUnits() {}

    private static Watts watts(String text) {
        return new Watts(base(WATTS_TEXT, text, "power needs a unit", "this is no electrical power", "400 W\" or \"8 kW"));
    }

    private static CarbonFactor carbon(String text) {
        return new CarbonFactor(base(CARBON_TEXT, text, "a carbon factor needs a unit", "this is no carbon factor", "207 g / kWh\" or \"0.207 kg / kWh"));
    }

    /** In the unit without kilo. */
    private static double base(Pattern pattern, String text, String withoutUnit, String otherwise, String examples) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new Misread(Numbers.decimal(text) == null ? otherwise : withoutUnit, "write \"" + examples + '"');
        }
        BigDecimal number = Numbers.decimal(matcher.group(1));
        return (matcher.group(2).startsWith("k") ? number.movePointRight(THOUSAND) : number).doubleValue();
    }
}
