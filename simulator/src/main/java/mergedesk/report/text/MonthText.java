package mergedesk.report.text;

import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mergedesk.results.Kpi;
import mergedesk.results.Study;

/** Calendar months in words, and which of them is the worst. */
public final class MonthText {
    private final ZonedDateTime start;
    private final ZonedDateTime end;

    /** Of the months of a run. */
    public MonthText(Study.Manifest run) {
        start = LocalDateTime.parse(run.start()).atZone(ZoneId.of(run.zone()));
        end = start.plusSeconds((long) run.horizonSeconds());
    }

    /** March 2026; with a note when the run has only a part of it. */
    public String name(String month) {
        YearMonth of = YearMonth.parse(month);
        return words(of.getMonth()) + "\u00a0" + of.getYear() + (isWhole(of) ? "" : " (in part)");
    }

    /** Mar 2026, in two lines where there are many months; with an asterisk when the run has only a part of it. */
    public String brief(String month) {
        YearMonth of = YearMonth.parse(month);
        return words(of.getMonth()).substring(0, 3) + " " + of.getYear() + (isWhole(of) ? "" : "*");
    }

    /** What the asterisk means, where one of the months has it. */
    public String note(List<String> months) {
        return months.stream().allMatch(month -> isWhole(YearMonth.parse(month))) ? "" : "* a part of the month.";
    }

    private boolean isWhole(YearMonth month) {
        return !start.toLocalDateTime().isAfter(month.atDay(1).atStartOfDay()) && !end.toLocalDateTime().isBefore(month.plusMonths(1).atDay(1).atStartOfDay());
    }

    /** The same in every locale and Java version. */
    private static String words(Month month) {
        return month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** The worst month of a measure of which everybody agrees what is worse; none of others, or where all months are alike. */
    public static Optional<Kpi> worst(String measure, List<Kpi> months) {
        boolean low = Measures.lowIsWorse(measure);
        boolean alike = months.stream().mapToDouble(month -> month.estimate().value()).distinct().count() < 2;
        return alike || !low && !Measures.highIsWorse(measure) ? Optional.empty() : Kpi.worst(months, low);
    }
}
