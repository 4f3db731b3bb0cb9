package mergedesk.scenario;

import java.time.LocalDate;
import java.util.Map;
import mergedesk.units.With;

/** Posts that end, announced when the step begins: {@link Exits} says who goes when. */
public record Release(
        @Meaning(value = "How many posts end, by group: {chester: 4}. First those that are vacant, then those of agency staff, then those of people who are employed.", required = true)
        @Limits(least = 1, most = 100_000)
        Map<String, Integer> posts,

        @Meaning("How many people who are employed find other work with their employer when consultation ends, by group: {chester: 1}; nobody when absent.")
        @Limits(least = 0, most = 100_000)
        Map<String, Integer> redeployed,

        @Meaning("How long consultation lasts. By law when absent, by how many of an employer's people are at risk in this step: 30 days from 20, 45 from 100 (90 before 6 April 2013), none for fewer.")
        CalendarSpan consultation,

        @Meaning(value = "How long agency staff stay on after the announcement.", byDefault = "1 week")
        CalendarSpan agencyNotice,

        @Meaning(value = "What the time from the announcement to the last exit does to all who are employed in these groups: {leave: 10 %, away: 2 %}; nothing when absent.", byDefault = "{}")
        Morale morale) implements With<Release> {
    private static final int MANY = 100;
    private static final int SOME = 20;
    private static final LocalDate SHORTER = LocalDate.of(2013, 4, 6);
    private static final int WEEKS_AT_MOST = 12;

    /**
     * Days of consultation that the law asks for when so many people of an employer may be dismissed: Trade Union and Labour Relations (Consolidation) Act 1992, section 188(1A), as the order 2013/763 changed it. Taken for one establishment.
     */
    public static int consultationDays(int atRisk, LocalDate announced) {
        return atRisk < SOME ? 0 : atRisk < MANY ? 30 : announced.isBefore(SHORTER) ? 90 : 45;
    }

    /** Weeks of notice that the law asks for after full years of service: Employment Rights Act 1996, section 86: a week for each, at least one and at most twelve. */
    static int noticeWeeks(double years) {
        return (int) Math.max(1, Math.min(WEEKS_AT_MOST, years));
    }
}
