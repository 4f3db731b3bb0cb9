package mergedesk.compile;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.BankHolidays;
import mergedesk.units.Common;

/** Which dates are bank holidays, and what they do to volumes. A scenario without the key {@code bank_holidays} has none. */
final class Holidays {
    static final Common<BankHolidays, Holidays> COMMON = Common.of(Holidays::new);

    private final BankHolidays rules;
    private final Set<LocalDate> listed;
    private final Map<Integer, Set<LocalDate>> computedByYear = new LinkedHashMap<>();

    /**
     * @param rules null: no holidays
     */
    Holidays(BankHolidays rules) {
        this.rules = rules;
        this.listed = rules == null ? Set.of() : new LinkedHashSet<>(rules.dates());
    }

    boolean contains(LocalDate date) {
        return listed.contains(date) || isComputed(date);
    }

    /** Multiplier of a holiday's own volume. */
    double volume() {
        return rules == null ? 1 : rules.volume();
    }

    /** Profile whose shape holidays have; null: the ordinary one. */
    String profile() {
        return rules == null ? null : rules.profile();
    }

    /** Multipliers of the working days after a holiday. */
    List<Double> catchUp() {
        return rules == null ? List.of() : rules.catchUp();
    }

    private boolean isComputed(LocalDate date) {
        return rules != null
                && rules.region() == BankHolidays.Region.ENGLAND_AND_WALES
                && computedByYear
                        .computeIfAbsent(date.getYear(), EnglishBankHolidays::of)
                        .contains(date);
    }
}
