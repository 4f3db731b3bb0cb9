package mergedesk.report.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import mergedesk.results.CivilDates;
import mergedesk.results.EveryPeriod;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;

/** Periods in words, and which of them is the worst. */
public final class PeriodText {
    /** Beside the intervals of many. */
    public static final String EACH_BY_ITSELF = "Each ± shown is by itself; where one of them is picked out as the worst, it has a wider one.";

    private static final double WIDEST = 0.5; // half-width of a share that says something
    private static final String WEEK_OF = "the week of ";

    private final Study.Manifest run;

    /** Of the periods of a run. */
    public PeriodText(Study.Manifest run) {
        this.run = run;
    }

    /** What one of a kind is called, and several. */
    public static String noun(Scope.Kind period, int number) {
        String one = period == Scope.Kind.INTERVAL ? "time of the week" : period == Scope.Kind.DATE ? "day" : period.id();
        return number == 1 ? one : period == Scope.Kind.INTERVAL ? "times of the week" : one + "s";
    }

    /** So many, of which one is picked out: 38 times of the week (5 quiet ones left out). */
    public static String several(Scope.Kind period, int number, int quiet) {
        String left = quiet == 0 ? "" : " (" + quiet + (quiet == 1 ? " quiet one" : " quiet ones") + " left out)";
        return number + " " + noun(period, number) + left;
    }

    /** The value of one that is picked out of many. Two replications and 85 times of the week give intervals of thousands of points, which nobody wants to read. */
    public static String value(Kpi one) {
        ValueText values = ValueText.of(one.measure());
        Estimate known = one.estimate();
        boolean isShare = Measure.byId(one.measure()).map(Measure::unit).orElse(Measure.Unit.NUMBER) == Measure.Unit.SHARE;
        boolean isKnown = known.halfWidth() <= (isShare ? WIDEST : Math.abs(known.value()));
        return isKnown ? values.text(known) : values.text(known.value()) + " (so few runs do not pin it down)";
    }

    /** March 2026, the week of 2 March 2026, Saturday, 4 March 2026, Sat 09:00; with a note when the run has only a part of the month or week. */
    public String name(Scope.Kind period, String id) {
        return switch (period) {
            case MONTH -> {
                YearMonth of = YearMonth.parse(id);
                yield CivilDates.month(of.getMonth()) + "\u00a0" + of.getYear() + part(of.atDay(1), of.plusMonths(1).atDay(1));
            }
            case WEEK -> {
                LocalDate monday = LocalDate.parse(id);
                yield WEEK_OF + date(monday) + part(monday, monday.plusWeeks(1));
            }
            case WEEKDAY -> weekday(id);
            case PHASE -> "the phase from " + date(LocalDate.parse(id));
            case DATE -> date(LocalDate.parse(id));
            default -> id.replace(' ', '\u00a0');
        };
    }

    /** As one of several: March 2026, that of 2 March 2026. */
    String oneOf(Scope.Kind period, String id) {
        return period == Scope.Kind.WEEK ? "that of " + name(period, id).substring(WEEK_OF.length()) : name(period, id);
    }

    /** With the word that a sentence needs: in March 2026, on Saturdays, on Sat 09:00. */
    public String when(Scope.Kind period, String id) {
        return switch (period) {
            case WEEKDAY -> "on " + weekday(id) + "s";
            case DATE, INTERVAL -> "on " + name(period, id);
            default -> "in " + name(period, id);
        };
    }

    /** 2 Mar 2026. */
    public String day(String id) {
        return CivilDates.day(LocalDate.parse(id));
    }

    /** 2 Mar 2026, with the time unless it is midnight. */
    public String moment(String dateTime) {
        return CivilDates.moment(LocalDateTime.parse(dateTime));
    }

    static String date(LocalDate date) {
        return date.getDayOfMonth() + "\u00a0" + CivilDates.month(date.getMonth()) + "\u00a0" + date.getYear();
    }

    static String weekday(LocalDate date) {
        return capital(date.getDayOfWeek().name());
    }

    private static String weekday(String id) {
        return Stream.of(DayOfWeek.values()).map(DayOfWeek::name).filter(name -> name.startsWith(id.toUpperCase(Locale.ROOT))).map(PeriodText::capital).findFirst().orElse(id);
    }

    private String part(LocalDate first, LocalDate next) {
        return isWhole(first, next) ? "" : " (in part)";
    }

    /** Mar 2026, in two lines where there are many months; with an asterisk when the run has only a part of it. A phase: from 1 Apr 2026. */
    public String brief(Scope.Kind period, String month) {
        if (period == Scope.Kind.PHASE) {
            return "from " + day(month);
        }
        YearMonth of = YearMonth.parse(month);
        return CivilDates.month(of.getMonth()).substring(0, 3) + " " + of.getYear() + (isWhole(of) ? "" : "*");
    }

    /** What the asterisk means, where one of the months has it. */
    public String note(List<String> months) {
        return months.stream().allMatch(month -> isWhole(YearMonth.parse(month))) ? "" : "* a part of the month.";
    }

    private boolean isWhole(YearMonth month) {
        return isWhole(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    private boolean isWhole(LocalDate first, LocalDate next) {
        ZonedDateTime start = LocalDateTime.parse(run.start()).atZone(ZoneId.of(run.zone()));
        ZonedDateTime end = start.plusSeconds((long) run.horizonSeconds());
        return !start.toLocalDateTime().isAfter(first.atStartOfDay()) && !end.toLocalDateTime().isBefore(next.atStartOfDay());
    }

    private static String capital(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    /**
     * The worst period of a measure of which everybody agrees what is worse, with an interval that holds for all that it was chosen among; none of others, or where all are alike.
     */
    public static Optional<Kpi> worst(String measure, List<Kpi> periods) {
        boolean low = Measures.lowIsWorse(measure);
        EveryPeriod all = EveryPeriod.of(periods);
        return all.areAlike() || !low && !Measures.highIsWorse(measure) ? Optional.empty() : Optional.of(all.worst(low));
    }
}
